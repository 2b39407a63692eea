"""A row drawn once, and each cell of it: how it stands, the one fact, and its line. Most cells say what others say."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from flask import render_template
from markupsafe import Markup

from board.blocks import BLOCKS, BY_KEY
from board.blocks.answers import Health, Progress
from board.blocks.weekly import Trend
from board.managers.review.line import sparkline
from board.managers.review.queries import Lead
from board.web import cache
from board.web.cache import Shelf
from board.web.guards import me

# What the words of one cell depend on; and the day, for a fact tells how long ago something was.
Drawable = tuple[Health, tuple[tuple[str, Any], ...], tuple[int, ...]]


class Head(NamedTuple):
    """What stands before the cells: which opgave, who leads it, and how many questions wait."""

    slug: str
    title: str
    leads: tuple[Lead, ...]
    asks: int


class RowContext(NamedTuple):
    """The page around a row: its address, what somebody chose there, and whether this row lies open."""

    here: str
    chosen: str
    is_open: bool


def drawn(head: Head, trends: Sequence[Trend], around: RowContext) -> Markup:
    """One row; its cells in the order of the blocks."""
    cells = tuple((trend.progress.health, tuple(trend.progress.fact.items()), trend.news) for trend in trends)
    shelf = cache.shelf("reviews", rights=(me().org_role,))
    return shelf.remember((head.slug, around), (head, cells), lambda: _row(shelf, head, cells, around))


def _row(shelf: Shelf, head: Head, cells: tuple[Drawable, ...], around: RowContext) -> Markup:
    drawings = [
        (block, cell[0], shelf.remember((block.key, cell), None, partial(_cell, block.key, cell)))
        for block, cell in zip(BLOCKS, cells, strict=True)
    ]
    drawing = render_template("managers/review/_row.html", head=head, cells=drawings, **around._asdict())
    return Markup(drawing.strip())  # noqa: S704  the template escaped it


def _cell(block: str, cell: Drawable) -> Markup:
    health, fact, news = cell
    context = {"block": BY_KEY[block], "progress": Progress(health, dict(fact)), "line": sparkline(news)}
    return Markup(render_template("managers/review/_cell.html", **context).strip())  # noqa: S704  the template escaped it
