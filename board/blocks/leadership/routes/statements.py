"""What who leads tells the team: notes, decisions and open questions. One field to begin, the rest later."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.blocks.leadership.forms import DecisionForm, KnownForm, NoteForm, QuestionForm
from board.blocks.leadership.models import Decision, LeaderNote, OpenQuestion
from board.blocks.leadership.routes.index import bp, page
from board.blocks.shared.authorship import is_refused, may_rewrite, only_theirs
from board.blocks.shared.noted_forms import done, edit_page
from board.core.opgaven.noted import one
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.db import session
from board.web.guards import LEADERS, MANAGERS, allow, me
from board.web.responses import came_from


@dataclass(frozen=True)
class Told:
    """One kind of words of a leader: what it is, the form that refines it, and what we call it."""

    model: Any
    form: Any
    heading: Any


TOLD = {
    "notities": Told(LeaderNote, NoteForm, _l("Aan het team")),
    "besluiten": Told(Decision, DecisionForm, _l("Besluit")),
    "open-vragen": Told(OpenQuestion, KnownForm, _l("Dat weet ik nog niet")),
}
ANY = f"<any({', '.join(repr(kind) for kind in TOLD)}):kind>"


@bp.post("/notities")
@allow(*LEADERS)
def add_note(opgave: Opgave) -> ResponseReturnValue:
    form = NoteForm()
    if not form.validate_on_submit():
        return page(opgave, note_form=form), 422
    return _keep(opgave, form, LeaderNote(opgave_id=opgave.id, person=me()), _("Het team kan het lezen."))


@bp.post("/besluiten")
@allow(*MANAGERS)
def add_decision(opgave: Opgave) -> ResponseReturnValue:
    form = DecisionForm()
    if not form.validate_on_submit():
        return page(opgave, decision_form=form), 422
    return _keep(opgave, form, Decision(opgave_id=opgave.id, person=me()), _("Het besluit staat er."))


@bp.post("/open-vragen")
@allow(*LEADERS)
def add_question(opgave: Opgave) -> ResponseReturnValue:
    form = QuestionForm()
    if not form.validate_on_submit():
        return page(opgave, question_form=form), 422
    question = OpenQuestion(opgave_id=opgave.id, person=me(), asked_on=today(), answer="")
    return _keep(opgave, form, question, _("Het staat er. Wie weet dit wel?"))


def _keep(opgave: Opgave, form: Any, thing: Any, text: str) -> ResponseReturnValue:
    form.into(thing)
    session.add(thing)
    return done(came_from() or url_for(".index", slug=opgave.slug), text)


@bp.get(f"/{ANY}/<int:number>")
@allow(*MANAGERS)
def words_page(opgave: Opgave, kind: str, number: int) -> ResponseReturnValue:
    thing = one(TOLD[kind].model, opgave, number)
    only_theirs(thing, url_for(".index", slug=opgave.slug))
    form = TOLD[kind].form
    return _edit_page(opgave, kind, form.on(form.of(thing)), thing)


@bp.post(f"/{ANY}/<int:number>")
@allow(*MANAGERS)
def refine(opgave: Opgave, kind: str, number: int) -> ResponseReturnValue:
    thing, its_form = one(TOLD[kind].model, opgave, number), TOLD[kind].form
    form = its_form.sent_on(its_form.of(thing), thing)
    if status := 422 * is_refused(thing, form) or form.waits():
        return _edit_page(opgave, kind, form, thing), status
    form.into(thing)
    return done(url_for(".index", slug=opgave.slug), _("Bewaard."), form)


@bp.post(f"/{ANY}/<int:number>/weg")
@allow(*MANAGERS)
def remove_words(opgave: Opgave, kind: str, number: int) -> ResponseReturnValue:
    thing = one(TOLD[kind].model, opgave, number)
    only_theirs(thing, url_for(".index", slug=opgave.slug))
    thing.remove()
    return done(url_for(".index", slug=opgave.slug), _("Het is weg."))


def _edit_page(opgave: Opgave, kind: str, form: Any, thing: Any) -> str:
    remove = url_for(".remove_words", slug=opgave.slug, kind=kind, number=thing.id) if may_rewrite(thing) else None
    back = url_for(".index", slug=opgave.slug)
    return edit_page(opgave, form, str(TOLD[kind].heading), back, remove=remove, of=thing)
