"""The pages of one bigger result: its sentence, its pile, and the day on which it was reached."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.increments.forms import BigResultForm, PileForm, ReachedForm
from board.blocks.increments.models import BigResult, NothingPublished, OnlyInternal
from board.blocks.increments.queries import piles
from board.blocks.increments.routes.index import bp
from board.blocks.shared.noted_forms import done
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import Week, today
from board.web.fields import Act
from board.web.guards import READERS, TEAM, allow, me


@bp.get("/groter/<int:number>")
@allow(*READERS)
def big_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    return _page(opgave, get_noted(BigResult, opgave, number))


@bp.post("/groter/<int:number>")
@allow(*TEAM)
def edit(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Say it better."""
    big = get_noted(BigResult, opgave, number)
    form = BigResultForm.sent_on({"sentence": big.sentence}, big)
    if status := form.waits():
        return _page(opgave, big, form=form), status
    try:
        big.say(form.sentence.data, form.stated_reason, me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, big, form=form), 422
    return done(_address(opgave, big), _("De zin is veranderd."), form)


@bp.post("/groter/<int:number>/weg")
@allow(*TEAM)
def remove(opgave: Opgave, number: int) -> ResponseReturnValue:
    """From the screens; its bricks stay."""
    get_noted(BigResult, opgave, number).remove()
    return done(url_for(".index", slug=opgave.slug), _("Het grotere resultaat is weg. De stenen blijven liggen."))


@bp.post("/groter/<int:number>/bereikt")
@allow(*TEAM)
def reach(opgave: Opgave, number: int) -> ResponseReturnValue:
    big = get_noted(BigResult, opgave, number)
    form = ReachedForm.sent_on(_reached(big), big)
    if status := form.waits():
        return _page(opgave, big, reached=form), status
    try:
        big.reach(form.reached_on.data)
    except NothingPublished:
        text = _(
            "Bereikt kan pas als inwoners minstens één resultaat van deze stapel kunnen lezen. Publiceer er eerst één."
        )
        form.form_errors.append(text)
        return _page(opgave, big, reached=form), 422
    except OnlyInternal:
        form.form_errors.append(_("Bereikt kan pas als inwoners deze opgave kunnen lezen. Zij staat nu op intern."))
        return _page(opgave, big, reached=form), 422
    return done(_address(opgave, big), _("Bereikt. Vier het even, en vertel het aan wie eraan bouwde."))


@bp.post("/groter/<int:number>/nog-niet")
@allow(*TEAM)
def not_yet(opgave: Opgave, number: int) -> ResponseReturnValue:
    big = get_noted(BigResult, opgave, number)
    big.not_yet()
    return done(_address(opgave, big), _("Nog niet bereikt. We stapelen door."))


def _reached(big: BigResult) -> dict[str, Any]:
    """On which day it was reached; as long as it was not, any day may be said."""
    return {"reached_on": big.reached_on} if big.reached_on else {}


def _address(opgave: Opgave, big: BigResult) -> str:
    return url_for(".big_result", slug=opgave.slug, number=big.id)


def _page(opgave: Opgave, big: BigResult, **forms: Any) -> str:
    loose = piles.results_without_pile(opgave)
    pile_form = forms.get("pile_form") or PileForm(formdata=None)
    pile_form.offer(loose)
    return render_template(
        "blocks/increments/big_result.html",
        opgave=opgave,
        big=big,
        pile=piles.pile_of(big),
        results=piles.results_on_pile(big),
        loose=loose,
        this_week=Week.now().code,
        form=forms.get("form") or BigResultForm.on({"sentence": big.sentence}),
        pile_form=pile_form,
        reached=forms.get("reached") or ReachedForm.on({}, reached_on=today()),
        act=Act(formdata=None),
    )
