"""The page of the third block: the stack, week by week, and what it piles up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.answers import Progress, of_one
from board.blocks.increments.forms import BigResultForm
from board.blocks.increments.models import BigResult
from board.blocks.increments.queries import bricks, piles
from board.blocks.increments.queries.bricks import StackWeek
from board.blocks.increments.queries.piles import Pile
from board.blocks.increments.rules import longest_silence
from board.blocks.increments.slots.review import progress
from board.blocks.shared.noted_forms import done
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import Week, today
from board.core.reports.stack import Stack, results_by_week, stack
from board.db import session
from board.web.guards import READERS, TEAM, allow, me
from board.web.responses import Page, render


def growth_since(on: date) -> Week:
    """The first of the weeks that the drawing shows."""
    return Week.of(on).plus(1 - bricks.WEEKS_SHOWN)


bp = Blueprint("increments", __name__, url_prefix="/bord/opgaven/<slug>/klein")


@bp.get("", endpoint="index")
@allow(*READERS)
def show_increments(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, BigResultForm(formdata=None))


@bp.post("", endpoint="add")
@allow(*TEAM)
def add_big_result(opgave: Opgave) -> ResponseReturnValue:
    """A bigger result, in one sentence."""
    form = BigResultForm()
    if not form.validate_on_submit():
        return _page(opgave, form), 422
    big = BigResult()
    try:
        big.say(form.sentence.data, form.stated_reason, me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, form), 422
    big.opgave = opgave
    session.add(big)
    session.flush()
    url = url_for(".big_result", slug=opgave.slug, number=big.id)
    return done(url, _("Dit is waar we naartoe stapelen. Welke stenen horen er al bij?"))


@dataclass(frozen=True, kw_only=True)
class IncrementsPage(Page):
    """The page of the third block: the stack of results, week by week."""

    template: ClassVar[str] = "blocks/increments/index.html"
    opgave: Opgave
    progress: Progress
    pile: Stack
    before: int
    growth: Sequence[StackWeek]
    weeks: Sequence[tuple[Week, Sequence[tuple[Card, Result]]]]
    everything: bool
    piles: Sequence[Pile]
    this_week: int
    silence: int
    too_big: Sequence[Card]
    form: BigResultForm


def _page(opgave: Opgave, form: BigResultForm) -> str:
    pile, everything = stack(opgave), request.args.get("alles") == "1"
    before, growth = bricks.growth(pile, Week.of(today()))
    return render(
        IncrementsPage(
            opgave=opgave,
            progress=of_one(progress, opgave, today()),
            pile=pile,
            before=before,
            growth=growth,
            weeks=results_by_week(opgave, None if everything else growth_since(today())),
            everything=everything,
            piles=piles.piles(opgave),
            this_week=Week.now().code,
            silence=longest_silence(bricks.bricks_of(pile), Week.now()),
            too_big=bricks.too_big(opgave),
            form=form,
        )
    )
