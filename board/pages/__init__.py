"""The screens of the work, across the blocks."""

from flask import Flask

from board.pages import board, card, manage, opgaven, sign_in, story, today, week
from board.pages.sign_in.demo import bp as DEMO_ROUTES  # noqa: N812  read as a constant by create_app

ROUTES = (sign_in.bp, today.bp, opgaven.bp, board.bp, card.bp, week.bp, manage.bp)


def init_app(app: Flask) -> None:
    """What the templates of these screens need besides what every template has."""
    app.jinja_env.filters["story"] = story.story


__all__ = ["DEMO_ROUTES", "ROUTES", "init_app"]
