"""The addresses of Voortgang: all opgaven that somebody may see, and what stands behind one cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, NamedTuple

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from board.blocks import BLOCKS
from board.blocks.answers import Health, Item
from board.blocks.contract import Block
from board.blocks.weekly import BlockWeek, last_weeks, week_by_week
from board.config import Limits
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.db import limits
from board.managers.review.asking import OpenedRow, OpenRequests, opened_row, requests_by_block
from board.managers.review.line import Sparkline, sparkline
from board.managers.review.matrix import BY_SLUG, HEALTHS, MatrixRow, ReviewFilter, matrix
from board.web.guards import READERS, allow, me, signed_in
from board.web.responses import Page, render, show

bp = Blueprint("review", __name__, url_prefix="/bord")


@dataclass(frozen=True, kw_only=True)
class ReviewPage(Page):
    """The matrix of Voortgang: each opgave, each block."""

    template: ClassVar[str] = "managers/review/index.html"
    fragment: ClassVar[str] = "managers/review/_matrix.html"
    rows: Sequence[MatrixRow]
    here: str
    opened: OpenedRow | None
    wanted: ReviewFilter
    blocks: tuple[Block, ...]
    healths: Mapping[str, Health]


@bp.get("/voortgang", endpoint="index")
@signed_in()
def show_review() -> ResponseReturnValue:
    """Leeft het? Opgaven × five blocks."""
    wanted = ReviewFilter.of(request.args)
    rows = matrix(me(), wanted)
    return show(
        ReviewPage(
            rows=rows,
            here=url_for("review.index"),
            opened=opened_row(rows, wanted.opened, me()),
            wanted=wanted,
            blocks=BLOCKS,
            healths=HEALTHS,
        )
    )


class Behind(NamedTuple):
    """The things behind one cell: what waits, what each week brought, and what was last before that."""

    waits: Sequence[Item]
    weeks: Sequence[tuple[Week, Sequence[Item]]]
    before: Sequence[Item]

    @classmethod
    def of(cls, items: Iterable[Item], since: Week) -> "Behind":
        """`items`: the newest first."""
        found = list(items)
        new = [item for item in found if not item.waits and item.day >= since.monday]
        weeks = [(week, list(some)) for week, some in groupby(new, key=lambda item: Week.of(item.day))]
        waits = sorted((item for item in found if item.waits), key=lambda item: item.day)
        return cls(waits, weeks, [item for item in found if not item.waits and item.day < since.monday])


@dataclass(frozen=True, kw_only=True)
class EvidencePage(Page):
    """The page with the evidence behind one cell of Voortgang."""

    template: ClassVar[str] = "managers/review/evidence.html"
    opgave: Opgave
    block: Block
    blocks: tuple[Block, ...]
    told: Sequence[tuple[Week, BlockWeek]]
    line: Sparkline
    behind: Behind
    asked: Sequence[OpenRequests]
    limits: Limits


@bp.get("/voortgang/<slug>/<block>", endpoint="evidence")
@allow(*READERS)
def show_evidence(opgave: Opgave, block: str) -> ResponseReturnValue:
    """One cell: the things behind the fact, twelve weeks of it, and the rule."""
    if block not in BY_SLUG:
        abort(404)
    chosen, weeks = BY_SLUG[block], last_weeks(Week.now())
    told = week_by_week(opgave, weeks)[chosen.key]
    return render(
        EvidencePage(
            opgave=opgave,
            block=chosen,
            blocks=BLOCKS,
            told=told,
            line=sparkline(tuple(cell.news for _week, cell in told)),
            behind=Behind.of(chosen.review.evidence(opgave, weeks[0].monday), weeks[0]),
            asked=requests_by_block(opgave, [chosen]),
            limits=limits(),
        )
    )
