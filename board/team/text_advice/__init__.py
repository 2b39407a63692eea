"""Lees mee: what both checks say of a text, while somebody types it and wherever it stands afterwards."""

from flask import Flask

from board.team.text_advice import fields, stop
from board.team.text_advice.routes import bp

__all__ = ["bp", "init_app"]


def init_app(app: Flask) -> None:
    """What the templates ask: how to read a field along, what there is to say, and why something may stand."""
    app.jinja_env.globals.update(
        reads_along=fields.attributes,
        read_along=fields.read_along,
        mending=stop.mending,
        what_was_found=stop.what_was_found,
        why_it_stands=stop.why_it_stands,
    )
