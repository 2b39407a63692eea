"""The pages of one bigger result: its sentence, its pile, and the day on which it was reached."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.increments.forms import BigResultForm, PileForm, ReachedForm
from board.blocks.increments.models import BigResult, NothingPublished, OnlyInternal
from board.blocks.increments.queries import piles
from board.blocks.increments.routes.index import bp
from board.blocks.shared.noted_forms import done
from board.core.opgaven.cards import Card
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import Week, today
from board.web.fields import Act
from board.web.guards import READERS, TEAM, allow, me
from board.web.responses import Page, render


@bp.get("/groter/<int:number>", endpoint="big_result")
@allow(*READERS)
def show_big_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    return render(BigResultPage.of(opgave, get_noted(BigResult, opgave, number)))


@bp.post("/groter/<int:number>", endpoint="edit")
@allow(*TEAM)
def edit_big_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Say it better."""
    big = get_noted(BigResult, opgave, number)
    form = BigResultForm.sent_on({"sentence": big.sentence}, big)
    if status := form.waits():
        return render(replace(BigResultPage.of(opgave, big), form=form)), status
    try:
        big.say(form.sentence.data, form.stated_reason, me())
    except PersonalData as waits:
        form.ask_why(waits)
        return render(replace(BigResultPage.of(opgave, big), form=form)), 422
    return done(_address(opgave, big), _("De zin is veranderd."), form)


@bp.post("/groter/<int:number>/weg", endpoint="remove")
@allow(*TEAM)
def remove_big_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    """From the screens; its bricks stay."""
    get_noted(BigResult, opgave, number).remove()
    return done(url_for(".index", slug=opgave.slug), _("Het grotere resultaat is weg. De stenen blijven liggen."))


@bp.post("/groter/<int:number>/bereikt", endpoint="reach")
@allow(*TEAM)
def reach_big_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    big = get_noted(BigResult, opgave, number)
    form = ReachedForm.sent_on(_reached(big), big)
    if status := form.waits():
        return render(replace(BigResultPage.of(opgave, big), reached=form)), status
    try:
        big.reach(form.reached_on.data)
    except NothingPublished:
        text = _(
            "Bereikt kan pas als inwoners minstens één resultaat van deze stapel kunnen lezen. Publiceer er eerst één."
        )
        form.form_errors.append(text)
        return render(replace(BigResultPage.of(opgave, big), reached=form)), 422
    except OnlyInternal:
        form.form_errors.append(_("Bereikt kan pas als inwoners deze opgave kunnen lezen. Zij staat nu op intern."))
        return render(replace(BigResultPage.of(opgave, big), reached=form)), 422
    return done(_address(opgave, big), _("Bereikt. Vier het even, en vertel het aan wie eraan bouwde."))


@bp.post("/groter/<int:number>/nog-niet", endpoint="not_yet")
@allow(*TEAM)
def reopen_big_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    big = get_noted(BigResult, opgave, number)
    big.not_yet()
    return done(_address(opgave, big), _("Nog niet bereikt. We stapelen door."))


def _reached(big: BigResult) -> dict[str, Any]:
    """On which day it was reached; as long as it was not, any day may be said."""
    return {"reached_on": big.reached_on} if big.reached_on else {}


def _address(opgave: Opgave, big: BigResult) -> str:
    return url_for(".big_result", slug=opgave.slug, number=big.id)


@dataclass(frozen=True, kw_only=True)
class BigResultPage(Page):
    """The page of one bigger result. A form in which something was just typed takes the place of its own."""

    template: ClassVar[str] = "blocks/increments/big_result.html"
    opgave: Opgave
    big: BigResult
    pile: piles.Pile
    results: Sequence[tuple[Card, Result]]
    loose: Sequence[tuple[Card, Result]]
    this_week: int
    form: BigResultForm
    reached: ReachedForm
    pile_form: PileForm = field(default_factory=lambda: PileForm(formdata=None))
    act: Act = field(default_factory=lambda: Act(formdata=None))

    def __post_init__(self) -> None:
        self.pile_form.offer(self.loose)

    @classmethod
    def of(cls, opgave: Opgave, big: BigResult) -> Self:
        return cls(
            opgave=opgave,
            big=big,
            pile=piles.pile_of(big),
            results=piles.results_on_pile(big),
            loose=piles.results_without_pile(opgave),
            this_week=Week.now().code,
            form=BigResultForm.on({"sentence": big.sentence}),
            reached=ReachedForm.on({}, reached_on=today()),
        )
