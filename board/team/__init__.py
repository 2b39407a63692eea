"""The screens of the programme team."""

from flask import Flask

from board.public.opgave import sentences as opgave_sentences
from board.team import board, card, change_log, my_face, opgaven, search, text_advice, today, week
from board.team.undo import routes as undo

ROUTES = (today.bp, undo.bp, opgaven.bp, board.bp, card.bp, week.bp, text_advice.bp, search.bp, my_face.bp)


def init_app(app: Flask) -> None:
    """What the templates of these screens need besides what every template has."""
    text_advice.init_app(app)
    app.jinja_env.filters.update(story=change_log.story, elsewhere=change_log.elsewhere)
    app.jinja_env.globals["how_we_know"] = opgave_sentences.how_we_know  # for “zo ziet de inwoner het”
