"""What hangs on a card: its checklist and its notes."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.access import READERS, TEAM, allow, me
from board.core import card_parts
from board.core.card_parts import CardNote
from board.core.cards import Card, card
from board.core.opgaven import Opgave
from board.db import session
from board.pages.card import editing
from board.pages.card.forms_parts import CheckItemsForm, NoteForm, TickForm
from board.pages.card.routes import bp
from board.web import saved, tell


def _back(opgave: Opgave, found: Card, place: str) -> ResponseReturnValue:
    return saved(url_for("card.card", slug=opgave.slug, number=found.id, _anchor=place))


@bp.post("/lijstje")
@allow(*TEAM)
def add_items(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Each line becomes a line of the checklist."""
    found, form = card(opgave, number), CheckItemsForm()
    if not form.validate_on_submit():
        return editing.page(opgave, found, editing.form_for(opgave, found), items_form=form), 422
    card_parts.add_check_items(found, form.lines.data.splitlines())
    return _back(opgave, found, "lijstje")


@bp.post("/lijstje/<int:item>")
@allow(*TEAM)
def tick(opgave: Opgave, number: int, item: int) -> ResponseReturnValue:
    """A line becomes done, or open again: what the button said, whoever pressed before."""
    found, form = card(opgave, number), TickForm()
    line = card_parts.check_item(found, item)
    if line is None:
        tell(_("Een collega haalde deze regel weg."))
    elif form.validate_on_submit():
        line.done = form.klaar.data == "1"
    else:
        tell(_("Tik de regel nog een keer aan."))
    return _back(opgave, found, "lijstje")


@bp.post("/lijstje/<int:item>/weg")
@allow(*TEAM)
def remove_item(opgave: Opgave, number: int, item: int) -> ResponseReturnValue:
    found = card(opgave, number)
    if line := card_parts.check_item(found, item):  # when a colleague was first, it is as I want it
        session.delete(line)
    return _back(opgave, found, "lijstje")


@bp.post("/opmerkingen")
@allow(*READERS)
def add_note(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Whoever may read a card may say something about it."""
    found, form = card(opgave, number), NoteForm()
    if not form.validate_on_submit():
        return editing.page(opgave, found, editing.form_for(opgave, found), note_form=form), 422
    author = me()
    session.add(CardNote(opgave_id=opgave.id, card=found, text=form.text.data, author=author, author_name=author.name))
    return _back(opgave, found, "opmerkingen")
