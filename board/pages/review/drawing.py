"""A cell drawn once: how it stands, the one fact, and its line. Most of a thousand cells say what others say."""

from datetime import date
from functools import lru_cache
from typing import Any

from flask import render_template
from flask_babel import get_locale
from markupsafe import Markup

from board.blocks import BLOCKS
from board.blocks.protocol import Health, Progress
from board.blocks.week_facts import Trend
from board.core.weeks import today
from board.pages.review.line import line

BY_KEY = {block.key: block for block in BLOCKS}

Facts = tuple[tuple[str, Any], ...]


def drawn(block: str, trend: Trend) -> Markup:
    """The inside of one cell. `block`: its key."""
    progress = trend.progress
    return _drawn(block, progress.health, tuple(progress.fact.items()), trend.news, today(), str(get_locale()))


# Whatever the words say depends on these: a fact tells how long ago something was, so the day is one of them.
@lru_cache(maxsize=8000)
def _drawn(block: str, health: Health, fact: Facts, news: tuple[int, ...], _on: date, _locale: str) -> Markup:
    told = {"block": BY_KEY[block], "progress": Progress(health, dict(fact)), "line": line(news)}
    return Markup(render_template("pages/review/_cell.html", **told).strip())  # noqa: S704  the template escaped it
