"""A cell drawn once: how it stands, the one fact, and its line. Most of a thousand cells say what others say."""

from collections.abc import Sequence
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

# What the words of one cell depend on; and the day, for a fact tells how long ago something was.
Drawable = tuple[Health, tuple[tuple[str, Any], ...], tuple[int, ...]]


def drawn(address: str, row: Sequence[Trend]) -> Markup:
    """The cells of one opgave, in the order of the blocks. `address`: where the opgave is told over time."""
    cells = tuple((one.progress.health, tuple(one.progress.fact.items()), one.news) for one in row)
    return _row(address, cells, today(), str(get_locale()))


@lru_cache(maxsize=2000)
def _row(address: str, cells: tuple[Drawable, ...], on: date, locale: str) -> Markup:
    words = [_cell(block.key, cell, on, locale) for block, cell in zip(BLOCKS, cells, strict=True)]
    told = zip(BLOCKS, [cell[0] for cell in cells], words, strict=True)
    return Markup(render_template("pages/review/_row.html", address=address, cells=told).strip())  # noqa: S704  escaped there


@lru_cache(maxsize=8000)
def _cell(block: str, cell: Drawable, _on: date, _locale: str) -> Markup:
    health, fact, news = cell
    told = {"block": BY_KEY[block], "progress": Progress(health, dict(fact)), "line": line(news)}
    return Markup(render_template("pages/review/_cell.html", **told).strip())  # noqa: S704  the template escaped it
