"""What who leads tells the team: notes, decisions and open questions. One field to begin, the rest later."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.blocks.leadership.forms import DecisionForm, KnownForm, LeaderNoteForm
from board.blocks.leadership.models import Decision, LeaderNote, OpenQuestion
from board.blocks.leadership.routes.index import bp
from board.blocks.shared.authorship import is_refused, may_rewrite, only_theirs
from board.blocks.shared.noted_forms import done, edit_page
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.db import session
from board.web.guards import MANAGERS, allow
from board.web.responses import came_from


@dataclass(frozen=True)
class Statement:
    """One kind of words of a leader: what it is, the form that refines it, and what we call it."""

    model: Any
    form: Any
    heading: Any


TOLD = {
    "notities": Statement(LeaderNote, LeaderNoteForm, _l("Aan het team")),
    "besluiten": Statement(Decision, DecisionForm, _l("Besluit")),
    "open-vragen": Statement(OpenQuestion, KnownForm, _l("Dat weet ik nog niet")),
}
ANY = f"<any({', '.join(repr(kind) for kind in TOLD)}):kind>"


def _keep(opgave: Opgave, form: Any, thing: Any, text: str) -> ResponseReturnValue:
    form.into(thing)
    session.add(thing)
    return done(came_from() or url_for(".index", slug=opgave.slug), text)


@bp.get(f"/{ANY}/<int:number>", endpoint="words_page")
@allow(*MANAGERS)
def show_statement(opgave: Opgave, kind: str, number: int) -> ResponseReturnValue:
    thing = get_noted(TOLD[kind].model, opgave, number)
    only_theirs(thing, url_for(".index", slug=opgave.slug))
    form = TOLD[kind].form
    return _edit_page(opgave, kind, form.on(form.of(thing)), thing)


@bp.post(f"/{ANY}/<int:number>", endpoint="refine")
@allow(*MANAGERS)
def edit_statement(opgave: Opgave, kind: str, number: int) -> ResponseReturnValue:
    thing, its_form = get_noted(TOLD[kind].model, opgave, number), TOLD[kind].form
    form = its_form.sent_on(its_form.of(thing), thing)
    if status := 422 * is_refused(thing, form) or form.waits():
        return _edit_page(opgave, kind, form, thing), status
    form.into(thing)
    return done(url_for(".index", slug=opgave.slug), _("Bewaard."), form)


@bp.post(f"/{ANY}/<int:number>/weg", endpoint="remove_words")
@allow(*MANAGERS)
def remove_statement(opgave: Opgave, kind: str, number: int) -> ResponseReturnValue:
    thing = get_noted(TOLD[kind].model, opgave, number)
    only_theirs(thing, url_for(".index", slug=opgave.slug))
    thing.remove()
    return done(url_for(".index", slug=opgave.slug), _("Het is weg."))


def _edit_page(opgave: Opgave, kind: str, form: Any, thing: Any) -> str:
    remove = url_for(".remove_words", slug=opgave.slug, kind=kind, number=thing.id) if may_rewrite(thing) else None
    back = url_for(".index", slug=opgave.slug)
    return edit_page(opgave, form, str(TOLD[kind].heading), back, remove=remove, of=thing)
