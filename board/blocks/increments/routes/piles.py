"""Routes for the team: put results on the pile of a bigger one, and take them off."""

from dataclasses import replace

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.increments.forms import PileForm, WhichPileForm
from board.blocks.increments.models import BigResult
from board.blocks.increments.queries import piles
from board.blocks.increments.routes.big_results import BigResultPage, _address
from board.blocks.increments.routes.index import bp
from board.blocks.shared.noted_forms import done, edit_page
from board.core.opgaven.cards import Card, get_card
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.web.guards import TEAM, allow
from board.web.responses import came_from, flash_message, render, saved


@bp.post("/groter/<int:number>/stenen", endpoint="pile_up")
@allow(*TEAM)
def pile_results(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Put loose results on this pile."""
    big, form = get_noted(BigResult, opgave, number), PileForm()
    form.offer(piles.results_without_pile(opgave))
    if not form.validate_on_submit():
        return render(replace(BigResultPage.of(opgave, big), pile_form=form)), 422
    for result in piles.get_bricks(opgave, form.results.data):
        big.add(result)
    return done(_address(opgave, big), _("Ze liggen op de stapel."))


@bp.post("/groter/<int:number>/stenen/<int:result>", endpoint="put_on")
@allow(*TEAM)
def put_result_on_pile(opgave: Opgave, number: int, result: int) -> ResponseReturnValue:
    """One result on this pile; also the way back after taking it off."""
    big = get_noted(BigResult, opgave, number)
    big.add(piles.get_brick(opgave, result))
    return done(came_from() or _address(opgave, big), _("De steen ligt op de stapel."))


@bp.post("/groter/<int:number>/stenen/<int:result>/weg", endpoint="take_off")
@allow(*TEAM)
def take_result_off_pile(opgave: Opgave, number: int, result: int) -> ResponseReturnValue:
    big = get_noted(BigResult, opgave, number)
    return _take_off(opgave, big, result, onward=_address(opgave, big))


@bp.post("/kaarten/<int:number>/groter")
@allow(*TEAM)
def choose_pile(opgave: Opgave, number: int) -> ResponseReturnValue:
    """From the page of a card: the pile of its result, or none."""
    found, onward = get_card(opgave, number), url_for("card.card", slug=opgave.slug, number=number)
    result = piles.get_brick(opgave, found.result_id or 0)
    big_results, now = piles.choices(opgave, result.id)
    form = WhichPileForm.sent_on({"big_result": now.id if now else 0})
    form.offer(big_results)
    if status := form.waits():
        return _which_pile(opgave, found, form), status
    wanted = next((big for big in big_results if big.id == form.big_result.data), None)
    if wanted is now:
        return saved(onward)
    if wanted is None and now is not None:
        return _take_off(opgave, now, result.id, onward)
    if wanted is not None:
        wanted.add(result)
    return done(onward, _("De steen ligt op de stapel."))


def _which_pile(opgave: Opgave, found: Card, form: WhichPileForm) -> str:
    return edit_page(opgave, form, found.action, url_for("card.card", slug=opgave.slug, number=found.id))


def _take_off(opgave: Opgave, big: BigResult, result_id: int, onward: str) -> ResponseReturnValue:
    """A link that is gone has no step to take back, so the way back is to lay it again."""
    big.drop(piles.get_brick(opgave, result_id))
    again = url_for(".put_on", slug=opgave.slug, number=big.id, result=result_id, verder=onward)
    flash_message(_("De steen ligt weer los."), undo=again)
    return saved(onward)
