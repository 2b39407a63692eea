"""The screens of the work, across the blocks."""

from flask import Flask

from board.pages import (
    back,
    board,
    card,
    council,
    faces,
    manage,
    opgaven,
    reading,
    review,
    search,
    sent_before,
    sign_in,
    story,
    today,
    week,
)
from board.pages.sign_in.demo import bp as DEMO_ROUTES  # noqa: N812  read as a constant by create_app
from board.public.opgave import sentences as opgave_sentences

ROUTES = (
    *(sign_in.bp, today.bp, back.bp, opgaven.bp, board.bp, card.bp),
    *(week.bp, reading.bp, review.bp, council.bp, search.bp, manage.bp, faces.bp),
)


def init_app(app: Flask) -> None:
    """What the templates of these screens need besides what every template has."""
    reading.init_app(app)
    sent_before.init_app(app)
    review.keeping.init_app(app)
    app.jinja_env.filters.update(story=story.story, elsewhere=story.elsewhere)
    app.jinja_env.globals["how_we_know"] = opgave_sentences.how_we_know  # for “zo ziet de inwoner het”


__all__ = ["DEMO_ROUTES", "ROUTES", "init_app"]
