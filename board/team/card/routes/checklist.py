"""What hangs on a card: its checklist and its notes."""

from dataclasses import replace

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import edit_page
from board.core.opgaven import card_parts
from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card, get_card
from board.core.opgaven.noted import Removed
from board.core.opgaven.opgaven import Opgave
from board.db import session
from board.team.card import editing
from board.team.card.forms_parts import CheckItemForm, CheckItemsForm, NoteForm, PlaceForm, TickForm
from board.team.card.routes.card import bp
from board.web.fields import whole_number
from board.web.guards import READERS, TEAM, allow, me
from board.web.responses import flash_message, render, saved


def _item(found: Card, number: int) -> CheckItem:
    """This line. Raises Removed when somebody took it away; what was typed for it can then be copied."""
    line = card_parts.get_check_item(found, number)
    if line is None:
        raise Removed
    return line


def _edit_item(opgave: Opgave, found: Card, item: int, form: CheckItemForm) -> str:
    here = url_for("card.card", slug=opgave.slug, number=found.id, _anchor="lijstje")
    send = url_for("card.rewrite_item", slug=opgave.slug, number=found.id, item=item)
    return edit_page(opgave, form, _("Een regel van het lijstje"), here, action=send)


def _back(opgave: Opgave, found: Card, place: str) -> ResponseReturnValue:
    return saved(url_for("card.card", slug=opgave.slug, number=found.id, _anchor=place))


@bp.post("/lijstje")
@allow(*TEAM)
def add_items(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Each line becomes a line of the checklist."""
    found, form = get_card(opgave, number), CheckItemsForm()
    if not form.validate_on_submit():
        return render(replace(editing.CardPage.of(opgave, found), items_form=form)), 422
    card_parts.add_check_items(found, form.lines.data.splitlines())
    return _back(opgave, found, "lijstje")


@bp.post("/lijstje/<int:item>", endpoint="tick")
@allow(*TEAM)
def tick_item(opgave: Opgave, number: int, item: int) -> ResponseReturnValue:
    """A line becomes done, or open again: what the button said, whoever pressed before."""
    found, form = get_card(opgave, number), TickForm()
    line = card_parts.get_check_item(found, item)
    if line is None:
        flash_message(_("Een collega haalde deze regel weg."))
    elif form.validate_on_submit():
        line.done = form.klaar.data == "1"
    else:
        flash_message(_("Tik de regel nog een keer aan."))
    return _back(opgave, found, "lijstje")


@bp.get("/lijstje/<int:item>", endpoint="item_page")
@allow(*TEAM)
def show_item(opgave: Opgave, number: int, item: int) -> ResponseReturnValue:
    found = get_card(opgave, number)
    return _edit_item(opgave, found, item, CheckItemForm.on({"text": _item(found, item).text}))


@bp.post("/lijstje/<int:item>/woorden", endpoint="rewrite_item")
@allow(*TEAM)
def edit_item(opgave: Opgave, number: int, item: int) -> ResponseReturnValue:
    found = get_card(opgave, number)
    line = _item(found, item)
    form = CheckItemForm.sent_on({"text": line.text}, line)
    if status := form.waits():
        return _edit_item(opgave, found, item, form), status
    line.text = form.text.data
    flash_message(f"{_('De regel is bewaard.')} {form.news}".strip())
    return _back(opgave, found, "lijstje")


@bp.post("/lijstje/<int:item>/plek")
@allow(*TEAM)
def place_item(opgave: Opgave, number: int, item: int) -> ResponseReturnValue:
    """Up or down, past the line that its reader saw there: pressed twice, or by two, it is done once."""
    found, form = get_card(opgave, number), PlaceForm()
    line, beside = (
        card_parts.get_check_item(found, wanted)
        for wanted in (item, whole_number(form.voor.data) or whole_number(form.na.data) or 0)
    )
    if line is None or beside is None:
        flash_message(_("Een collega haalde deze regel weg."))
    elif form.validate_on_submit():
        card_parts.put_beside(found, line, beside, after=not form.voor.data)
    here = url_for("card.card", slug=opgave.slug, number=number, regel=item, _anchor=f"regel-{item}")
    return saved(here)


@bp.post("/lijstje/<int:item>/weg")
@allow(*TEAM)
def remove_item(opgave: Opgave, number: int, item: int) -> ResponseReturnValue:
    found = get_card(opgave, number)
    if line := card_parts.get_check_item(found, item):  # when a colleague was first, it is as I want it
        session.delete(line)
    return _back(opgave, found, "lijstje")


@bp.post("/opmerkingen")
@allow(*READERS)
def add_note(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Whoever may read a card may say something about it."""
    found, form = get_card(opgave, number), NoteForm()
    if not form.validate_on_submit():
        return render(replace(editing.CardPage.of(opgave, found), note_form=form)), 422
    author = me()
    session.add(CardNote(opgave_id=opgave.id, card=found, text=form.text.data, author=author, author_name=author.name))
    return _back(opgave, found, "opmerkingen")
