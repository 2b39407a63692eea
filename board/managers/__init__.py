"""The screens of managers: Voortgang and Voor de raad."""

from flask import Flask

from board.managers import council, review

ROUTES = (review.bp, council.bp)


def init_app(app: Flask) -> None:
    """The weeks that went by are kept with what somebody looks at."""
    review.keeping.init_app(app)
