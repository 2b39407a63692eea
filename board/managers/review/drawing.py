"""A row drawn once, and each cell of it: how it stands, the one fact, and its line. Most cells say what others say."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from flask import render_template
from flask_babel import get_locale
from markupsafe import Markup

from board.blocks import BLOCKS, BY_KEY
from board.blocks.answers import Health, Progress
from board.blocks.weekly import Trend
from board.core.record.weeks import today
from board.managers.review.line import line
from board.managers.review.queries import Lead

# What the words of one cell depend on; and the day, for a fact tells how long ago something was.
Drawable = tuple[Health, tuple[tuple[str, Any], ...], tuple[int, ...]]


class Head(NamedTuple):
    """What stands before the cells: which opgave, who leads it, and how many questions wait."""

    slug: str
    title: str
    leads: tuple[Lead, ...]
    asks: int


class Around(NamedTuple):
    """The page around a row: its address, what somebody chose there, and whether this row lies open."""

    here: str
    chosen: str
    is_open: bool


def drawn(head: Head, trends: Sequence[Trend], around: Around) -> Markup:
    """One row; its cells in the order of the blocks."""
    cells = tuple((one.progress.health, tuple(one.progress.fact.items()), one.news) for one in trends)
    return _row(head, cells, around, today(), str(get_locale()))


@lru_cache(maxsize=1000)
def _row(head: Head, cells: tuple[Drawable, ...], around: Around, on: date, locale: str) -> Markup:
    told = [(block, cell[0], _cell(block.key, cell, on, locale)) for block, cell in zip(BLOCKS, cells, strict=True)]
    drawing = render_template("managers/review/_row.html", head=head, cells=told, **around._asdict())
    return Markup(drawing.strip())  # noqa: S704  the template escaped it


@lru_cache(maxsize=4000)
def _cell(block: str, cell: Drawable, _on: date, _locale: str) -> Markup:
    health, fact, news = cell
    told = {"block": BY_KEY[block], "progress": Progress(health, dict(fact)), "line": line(news)}
    return Markup(render_template("managers/review/_cell.html", **told).strip())  # noqa: S704  the template escaped it
