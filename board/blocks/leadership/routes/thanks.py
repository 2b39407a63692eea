"""Routes for managers and sponsors: thank a team for the result of a card."""

from dataclasses import dataclass
from typing import ClassVar

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound

from board.blocks.leadership.forms import ThanksForm
from board.blocks.leadership.models import Thanks
from board.blocks.leadership.queries import thanks
from board.blocks.leadership.routes.index import bp
from board.blocks.shared.authorship import only_theirs
from board.blocks.shared.noted_forms import done
from board.core.opgaven.cards import Card, CardState, get_card
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave, hold
from board.core.record.weeks import today
from board.db import session
from board.web.guards import MANAGERS, allow, me
from board.web.responses import Page, came_from, render


def _done_card(opgave: Opgave, number: int) -> Card:
    """A card with a result to be glad of. Raises NoResultFound."""
    found = get_card(opgave, number)
    if found.state is not CardState.DONE:
        raise NoResultFound
    return found


@bp.get("/kaarten/<int:number>/dank", endpoint="thanks_page")
@allow(*MANAGERS)
def show_thanks(opgave: Opgave, number: int) -> ResponseReturnValue:
    return _thanks_page(opgave, _done_card(opgave, number), ThanksForm(formdata=None))


@bp.post("/kaarten/<int:number>/dank", endpoint="thank")
@allow(*MANAGERS)
def thank_team(opgave: Opgave, number: int) -> ResponseReturnValue:
    """A word on a result, for the whole team."""
    found, form = _done_card(opgave, number), ThanksForm()
    if not form.validate_on_submit():
        return _thanks_page(opgave, found, form), 422
    hold(opgave.id)  # two windows take turns
    if not thanks.was_thanked(found, me(), form.thanks.data):  # the button pressed twice
        session.add(Thanks(opgave=opgave, card=found, person=me(), text=form.thanks.data, given_on=today()))
    card_page = url_for("card.card", slug=opgave.slug, number=number)
    return done(came_from() or card_page, _("Het team kan het lezen."))


@dataclass(frozen=True, kw_only=True)
class ThanksPage(Page):
    """The page on which a manager thanks a team for one card."""

    template: ClassVar[str] = "blocks/leadership/thanks.html"
    opgave: Opgave
    card: Card
    form: ThanksForm
    onward: str | None


def _thanks_page(opgave: Opgave, found: Card, form: ThanksForm) -> str:
    onward = came_from()
    return render(ThanksPage(opgave=opgave, card=found, form=form, onward=onward))


@bp.post("/dank/<int:number>/weg")
@allow(*MANAGERS)
def take_thanks_back(opgave: Opgave, number: int) -> ResponseReturnValue:
    said = get_noted(Thanks, opgave, number)
    back = url_for("card.card", slug=opgave.slug, number=said.card_id)
    only_theirs(said, back)
    said.remove()
    return done(back, _("Het is weg."))
