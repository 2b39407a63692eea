"""The addresses of Voortgang: all opgaven that somebody may see, and one of them over time."""

from datetime import datetime, time

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from board.access import READERS, allow, me, signed_in
from board.blocks import BLOCKS
from board.blocks.week_facts import cells, last_weeks
from board.core.cards import ON_THE_BOARD
from board.core.opgaven import Opgave
from board.core.pace import by_block_and_state, pace
from board.core.weeks import AMSTERDAM, Week
from board.db import limits
from board.pages.review.line import line
from board.pages.review.matrix import BY_SLUG, HEALTHS, Wanted, matrix
from board.web import show

bp = Blueprint("review", __name__, url_prefix="/bord/voortgang")


@bp.get("")
@signed_in()
def index() -> ResponseReturnValue:
    """Leeft het? Opgaven × five blocks."""
    wanted = Wanted.of(request.args)
    return show(
        "pages/review/index.html",
        "pages/review/_matrix.html",
        rows=matrix(me(), wanted),
        wanted=wanted,
        blocks=BLOCKS,
        healths=HEALTHS,
    )


@bp.get("/<slug>")
@allow(*READERS)
def opgave(opgave: Opgave) -> ResponseReturnValue:
    """One opgave, each block over twelve weeks, with the rule by which it was judged."""
    weeks = last_weeks(Week.now())
    found = cells([opgave.id], weeks)
    over_time = {block.key: [(week, found[opgave.id, week, block.key]) for week in weeks] for block in BLOCKS}
    lines = {key: line(tuple(cell.news for _week, cell in told)) for key, told in over_time.items()}
    since = weeks[0].monday
    return render_template(
        "pages/review/opgave.html",
        opgave=opgave,
        blocks=BLOCKS,
        over_time=over_time,
        lines=lines,
        limits=limits(),
        measures=[one for block in BLOCKS for one in block.measures(opgave, since)],
        standing=by_block_and_state(opgave),
        states=ON_THE_BOARD,
        pace=pace(opgave, datetime.combine(since, time(), AMSTERDAM)),
    )


@bp.get("/<slug>/<block>")
@allow(*READERS)
def evidence(opgave: Opgave, block: str) -> ResponseReturnValue:
    """One cell: the things behind the fact, twelve weeks of it, and the rule."""
    if block not in BY_SLUG:
        abort(404)
    chosen, weeks = BY_SLUG[block], last_weeks(Week.now())
    found = cells([opgave.id], weeks)
    told = [(week, found[opgave.id, week, chosen.key]) for week in weeks]
    return render_template(
        "pages/review/evidence.html",
        opgave=opgave,
        block=chosen,
        told=told,
        line=line(tuple(cell.news for _week, cell in told)),
        items=chosen.evidence(opgave, weeks[0].monday),
        limits=limits(),
    )
