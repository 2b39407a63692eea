"""Mending a note on a card, and taking it away: who wrote it may do both, an opgavemanager only the latter."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done, edit_page
from board.core.opgaven import card_parts
from board.core.opgaven.card_parts import CardNote
from board.core.opgaven.cards import get_card
from board.core.opgaven.opgaven import Opgave
from board.team.card.forms_parts import NoteForm
from board.team.card.routes.card import bp
from board.web.guards import LEADS, READERS, allow, may, me
from board.web.responses import flash_message, saved


@bp.get("/opmerkingen/<int:note>", endpoint="note")
@allow(*READERS)
def show_note(opgave: Opgave, number: int, note: int) -> ResponseReturnValue:
    found = _note(opgave, number, note)
    return _edit(opgave, found, NoteForm.on(_as_noted(found))) if _is_mine(found) else _not_yours(opgave, found)


@bp.post("/opmerkingen/<int:note>", endpoint="rewrite_note")
@allow(*READERS)
def edit_note(opgave: Opgave, number: int, note: int) -> ResponseReturnValue:
    found = _note(opgave, number, note)
    if not _is_mine(found):
        return _not_yours(opgave, found)
    form = NoteForm.sent_on(_as_noted(found), found)
    if status := form.waits():
        return _edit(opgave, found, form), status
    found.rewrite(form.text.data)
    return done(_here(opgave, found), _("Je opmerking is bewaard."), form)


@bp.post("/opmerkingen/<int:note>/weg")
@allow(*READERS)
def remove_note(opgave: Opgave, number: int, note: int) -> ResponseReturnValue:
    found = _note(opgave, number, note)
    if found.author_id != me().id and not may(*LEADS):
        return _not_yours(opgave, found)
    found.remove()
    return done(_here(opgave, found), _("De opmerking is weg."))


def _note(opgave: Opgave, number: int, note: int) -> CardNote:
    return card_parts.get_note(get_card(opgave, number), note)


def _is_mine(found: CardNote) -> bool:
    """What came from elsewhere is nobody's to rewrite: it was said there."""
    return found.author_id == me().id and not found.is_imported


def _not_yours(opgave: Opgave, found: CardNote) -> ResponseReturnValue:
    if found.is_imported:
        flash_message(_("Dit schreef %(name)s in Trello. Het staat hier zoals het daar stond.", name=found.author_name))
    else:
        flash_message(_("Dit schreef %(name)s. Alleen %(name)s kan het veranderen.", name=found.author_name))
    return saved(_here(opgave, found))


def _as_noted(found: CardNote) -> dict[str, str]:
    return {"text": found.text}


def _here(opgave: Opgave, found: CardNote) -> str:
    return url_for("card.card", slug=opgave.slug, number=found.card_id, _anchor="opmerkingen")


def _edit(opgave: Opgave, found: CardNote, form: NoteForm) -> str:
    remove_it = url_for("card.remove_note", slug=opgave.slug, number=found.card_id, note=found.id)
    return edit_page(opgave, form, _("Je opmerking"), _here(opgave, found), remove=remove_it, of=found)
