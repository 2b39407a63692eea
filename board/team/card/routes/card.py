"""The page of one card: what it says, where it goes, and how it becomes smaller."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks import BLOCKS, BY_KEY
from board.blocks.contract import Block
from board.blocks.shared.noted_forms import done
from board.core.opgaven.cards import Card, CardState, ResultMissing, StaleCard, StillPublic, get_card
from board.core.opgaven.moves import Move, When, move
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.splits import split
from board.core.record.weeks import Week
from board.db import Refused, session
from board.team.board import answers
from board.team.board.forms import SendForm
from board.team.board.view import why_not
from board.team.card import editing
from board.team.card.facts import stands
from board.team.card.forms import SplitForm
from board.team.undo.messages import short
from board.web.guards import READERS, TEAM, allow
from board.web.responses import Page, render

bp = Blueprint("card", __name__, url_prefix="/bord/opgaven/<slug>/kaarten/<int:number>")


@bp.get("", endpoint="card")
@allow(*READERS)
def show_card(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_card(opgave, number)
    return render(editing.CardPage.of(opgave, found))


@bp.post("", endpoint="edit")
@allow(*TEAM)
def edit_card(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Save what changed; where a colleague changed the same field, both texts are shown."""
    found = get_card(opgave, number, for_update=True)
    form = editing.form_for(opgave, found, is_sent=True)
    if status := form.waits():
        return render(editing.CardPage.of(opgave, found, form)), status
    editing.save(opgave, found, form)
    session.flush()
    return answers.edited(opgave, found, form.news)


@bp.get("/verplaats", endpoint="where_to")
@allow(*TEAM)
def show_destinations(opgave: Opgave, number: int) -> ResponseReturnValue:
    """“Verplaats naar…”: buttons that work with one hand, with keys, and without JavaScript."""
    return _where_to(opgave, get_card(opgave, number))


@bp.post("/verplaats", endpoint="send")
@allow(*TEAM)
def send_card(opgave: Opgave, number: int) -> ResponseReturnValue:
    form = SendForm()
    wanted = _wanted(form.naar.data or "", form.van.data or None)
    if wanted is None or not form.validate_on_submit():
        return _where_to(opgave, get_card(opgave, number), _("Kies waar de kaart heen gaat.")), 422
    try:
        sent = move(opgave, number, wanted)
    except ResultMissing:
        return answers.tell_first(opgave, number)
    except (StaleCard, StillPublic) as problem:
        why = why_not(problem)
        raise Refused(409, lambda: _where_to(opgave, get_card(opgave, number), why)) from None
    session.flush()
    return answers.moved(opgave, sent, in_step=False)


@dataclass(frozen=True, kw_only=True)
class WhereToPage(Page):
    """The page on which a card is moved without dragging."""

    template: ClassVar[str] = "team/card/where_to.html"
    opgave: Opgave
    card: Card
    blocks: tuple[Block, ...]
    states: Sequence[CardState]
    this_week: Week
    form: SendForm
    message: str
    lens: str | None


def _where_to(opgave: Opgave, found: Card, message: str = "") -> str:
    return render(
        WhereToPage(
            opgave=opgave,
            card=found,
            blocks=BLOCKS,
            states=[state for state in CardState if state is not CardState.DONE],
            this_week=Week.now(),
            form=SendForm(formdata=None, van=found.place),
            message=message,
            lens=request.args.get("lens"),
        )
    )


def _wanted(text: str, seen_at: str | None) -> Move | None:
    """The move that a button asks for: “staat:bezig”, “blok:why”, “week:straks”, “plek:eerst”."""
    kind, _colon, value = text.partition(":")
    if kind == "staat" and value in {state.value for state in CardState}:
        return Move(seen_at, state=CardState(value))
    if kind == "blok" and value in BY_KEY:
        return Move(seen_at, block=value)
    if kind == "week" and value in {when.value for when in When}:
        return Move(seen_at, when=When(value))
    return Move(seen_at, to_the_end=True) if text == "plek:laatst" else None


@bp.get("/splits", endpoint="smaller")
@allow(*TEAM)
def show_split(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Split a card into a first small step and the rest."""
    found = get_card(opgave, number)
    return _smaller(opgave, found, SplitForm.on({"rest": found.action}, [stands(found)]))


@bp.post("/splits")
@allow(*TEAM)
def split_card(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_card(opgave, number, for_update=True)
    form = SplitForm.sent_on({"rest": found.action}, found, facts=[stands(found)])
    if status := form.waits() or 409 * (not found.is_open):
        return _smaller(opgave, found, form), status
    first = split(found, form.first.data, rest=form.rest.data)
    session.flush()
    url = url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{first.id}")
    return done(url, _("‘%(first)s’ staat er nu als eerste stap, voor deze week.", first=short(first)), form)


@dataclass(frozen=True, kw_only=True)
class SplitPage(Page):
    """The page on which a smaller step is made of a card."""

    template: ClassVar[str] = "team/card/split.html"
    opgave: Opgave
    card: Card
    form: SplitForm


def _smaller(opgave: Opgave, found: Card, form: SplitForm) -> str:
    return render(SplitPage(opgave=opgave, card=found, form=form))
