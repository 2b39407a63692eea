"""The board: see it, add a card, move one, move some, and the way back."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks import DEFAULT
from board.blocks.contract import Block
from board.blocks.shared.noted_forms import done
from board.core.opgaven import order
from board.core.opgaven.cards import Card, CardState, ResultMissing, StaleCard, StillPublic
from board.core.opgaven.moves import chosen_cards, move, move_all
from board.core.opgaven.opgaven import Opgave, hold
from board.core.undo import steps
from board.core.undo.steps import CannotUndo, on_card
from board.db import Refused, session
from board.team.board import answers, view
from board.team.board.forms import ManyForm, MoveForm, QuickForm
from board.team.undo.messages import why_not
from board.web.form_keys import SentBefore
from board.web.guards import READERS, TEAM, allow
from board.web.responses import Page, awaits_message, show, unchanged, wants_fragment

bp = Blueprint("board", __name__, url_prefix="/bord/opgaven/<slug>")


@bp.get("", endpoint="board")
@allow(*READERS)
def show_board(opgave: Opgave) -> ResponseReturnValue:
    copy = None if awaits_message() else unchanged(view.etag(opgave), has_fragment=True)
    return copy or view.board(opgave)


@dataclass(frozen=True, kw_only=True)
class NewCardPage(Page):
    """The page on which a card is added; its form alone for htmx."""

    template: ClassVar[str] = "team/board/new.html"
    fragment: ClassVar[str] = "team/board/_new.html"
    opgave: Opgave
    form: QuickForm
    block: Block


@bp.get("/kaarten/nieuw", endpoint="new")
@allow(*TEAM)
def show_new_card(opgave: Opgave) -> ResponseReturnValue:
    """The quick-add field of one column; without htmx a small page with the same field."""
    form = view.quick_form(opgave, formdata=None, blok=request.args.get("blok", DEFAULT.key))
    return show(NewCardPage(opgave=opgave, form=form, block=view.block_of(form)))


@bp.post("/kaarten/nieuw", endpoint="add")
@allow(*TEAM)
def add_card(opgave: Opgave) -> ResponseReturnValue:
    form = view.quick_form(opgave)
    try:
        is_right = form.validate_on_submit()
    except SentBefore:
        if wants_fragment():
            raise Refused(200, partial(answers.added_before, opgave, form)) from None
        raise
    if not is_right:
        return show(NewCardPage(opgave=opgave, form=form, block=view.block_of(form)), 422)
    cards = [_new_card(opgave, form, action) for action in reversed(form.actions)]
    return answers.added(opgave, cards[::-1], form)


def _new_card(opgave: Opgave, form: QuickForm, action: str) -> Card:
    """A card on top of the others."""
    card = Card(opgave=opgave, action=action, block=form.blok.data, position=order.at_the_start(opgave.id))
    card.edit(
        citizen_result=form.citizen_result.data or "", owner_id=form.owner_id.data or None, week=form.week.data or None
    )
    if card.week:
        card.move(CardState.PLANNED)
    session.add(card)
    session.flush()
    return card


@bp.post("/verplaats", endpoint="drop")
@allow(*TEAM)
def move_card(opgave: Opgave) -> ResponseReturnValue:
    """A card was dropped somewhere, by pointer or keys."""
    form = MoveForm()
    if not form.validate_on_submit():
        return view.board(opgave, status=422, message=_("Daar kan een kaart niet heen."))
    hold(opgave.id)
    seen = opgave.version - 1  # this change is counted already
    try:
        card = move(opgave, form.number, form.wanted)
    except ResultMissing:
        return answers.tell_first(opgave, form.number)
    except (StaleCard, StillPublic) as problem:
        why = view.why_not(problem)
        raise Refused(409, partial(view.board, opgave, status=409, message=why)) from None
    session.flush()
    return answers.moved(opgave, card, in_step=form.versie.data == str(seen))


@bp.post("/ongedaan/<int:change>", endpoint="take_back")
@allow(*TEAM)
def undo_change(opgave: Opgave, change: int) -> ResponseReturnValue:
    """Undo one move, edit or stop."""
    card, changes = on_card(opgave, change)
    try:
        stays = steps.undo_step(changes)
    except (CannotUndo, StillPublic) as problem:
        why = why_not(problem)  # who went on with it is asked before all is let go
        raise Refused(409, partial(view.board, opgave, status=409, message=why)) from None
    return answers.taken_back(opgave, card, stays)


@bp.get("/af", endpoint="put_away")
@allow(*READERS)
def show_archive(opgave: Opgave) -> ResponseReturnValue:
    """What has left the board: finished long ago, or stopped. Nothing gets lost."""
    return view.put_away(opgave)


@bp.get("/samen", endpoint="many")
@allow(*TEAM)
def show_many_cards(opgave: Opgave) -> ResponseReturnValue:
    """Some cards at once: for Monday, when the whole week is planned."""
    return view.many(opgave, ManyForm(formdata=None))


@bp.post("/samen", endpoint="move_many")
@allow(*TEAM)
def move_many_cards(opgave: Opgave) -> ResponseReturnValue:
    form = ManyForm()
    if not form.validate_on_submit() or not form.kaarten.data or not form.naar.data:
        return view.many(opgave, form, message=_("Kies een of meer kaarten, en waar ze heen gaan.")), 422
    chosen = chosen_cards(opgave, form.kaarten.data)
    seen = [card for card in chosen if form.saw(card)]
    left = answers.left_where_they_are(card for card in chosen if card not in seen)
    if not seen:
        return view.many(opgave, form, message=left), 409
    try:
        move_all(opgave, [card.id for card in seen], form.wanted)
    except (ResultMissing, StillPublic) as problem:
        raise Refused(422, partial(view.many, opgave, form, message=view.why_not(problem))) from None
    text = f"{answers.moved_together(len(seen))} {left}".strip()
    return done(url_for(".board", slug=opgave.slug), text)
