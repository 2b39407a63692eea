"""The addresses of Voortgang: all opgaven that somebody may see, and what stands behind one cell."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from board.blocks import BLOCKS
from board.blocks.answers import Item
from board.blocks.weekly import last_weeks, week_by_week
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.db import limits
from board.managers.review.asking import asked, opened
from board.managers.review.line import line
from board.managers.review.matrix import BY_SLUG, HEALTHS, Wanted, matrix
from board.web.guards import READERS, allow, me, signed_in
from board.web.responses import show

bp = Blueprint("review", __name__, url_prefix="/bord")


@bp.get("/voortgang")
@signed_in()
def index() -> ResponseReturnValue:
    """Leeft het? Opgaven × five blocks."""
    wanted = Wanted.of(request.args)
    rows = matrix(me(), wanted)
    return show(
        "managers/review/index.html",
        "managers/review/_matrix.html",
        rows=rows,
        here=url_for("review.index"),
        opened=opened(rows, wanted.opened, me()),
        wanted=wanted,
        blocks=BLOCKS,
        healths=HEALTHS,
    )


@bp.get("/voortgang/<slug>/<block>")
@allow(*READERS)
def evidence(opgave: Opgave, block: str) -> ResponseReturnValue:
    """One cell: the things behind the fact, twelve weeks of it, and the rule."""
    if block not in BY_SLUG:
        abort(404)
    chosen, weeks = BY_SLUG[block], last_weeks(Week.now())
    told = week_by_week(opgave, weeks)[chosen.key]
    return render_template(
        "managers/review/evidence.html",
        opgave=opgave,
        block=chosen,
        blocks=BLOCKS,
        told=told,
        line=line(tuple(cell.news for _week, cell in told)),
        behind=Behind.of(chosen.review.evidence(opgave, weeks[0].monday), weeks[0]),
        asked=asked(opgave, [chosen]),
        limits=limits(),
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
