"""“Rond af”: the sentence for the inwoner, with a preview of how they will see it."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.access import TEAM, allow, me
from board.core.cards import Card, card
from board.core.faces import limit_of
from board.core.opgaven import Opgave
from board.core.personal_data import PersonalData
from board.core.result_photos import photo_of
from board.core.results import Result, new_result
from board.core.weeks import today
from board.db import session
from board.pages.card.forms import ResultForm
from board.pages.card.routes import bp
from board.public.preview import preview
from board.web import saved, tell


@bp.get("/rond-af")
@allow(*TEAM)
def finish(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = card(opgave, number)
    return _page(opgave, found, _form_for(found))


@bp.post("/rond-af")
@allow(*TEAM)
def lay(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Lay the brick: the card is done. Publishing is a step of its own."""
    found, form = card(opgave, number, to_change=True), ResultForm()
    if not form.validate_on_submit():
        return _page(opgave, found, form), 422
    theirs = _written_meanwhile(found, form)
    if theirs is not None:
        form.form_errors.append(_("Een collega veranderde dit intussen. Hieronder staat wat jij typte."))
        form.version.raw_data = form.situation_was.raw_data = None
        form.version.data = str(found.result.version) if found.result else ""
        form.situation_was.data = _situation(found)
        return _page(opgave, found, form, theirs=theirs), 409
    result = found.result or new_result(opgave.id)
    try:
        form.tell(result, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, found, form), 422
    session.add(result)
    found.finish(result)
    if form.has_new_situation:
        found.learn(result.lesson, result.happened_on, form.situation.data)
    tell(_("De steen ligt er. Publiceren is een aparte stap."))
    return saved(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{found.id}"))


def _written_meanwhile(found: Card, form: ResultForm) -> str | None:
    """What a colleague wrote since this form was made; None when nobody did."""
    if found.result is not None and str(found.result.version) != (form.version.data or ""):
        return found.result.sentence
    now = _situation(found)
    same = now in {form.situation_was.data or "", form.situation.data or ""}
    return None if same or not form.has_new_situation else now


def _situation(found: Card) -> str:
    return found.lesson.situation if found.lesson else ""


@bp.post("/voorbeeld")
@allow(*TEAM)
def look(opgave: Opgave, number: int) -> ResponseReturnValue:
    """How the inwoner will see what is typed so far. Keeps nothing."""
    found, form = card(opgave, number), ResultForm()
    form.validate()
    return render_template("pages/card/_preview.html", seen=_seen(opgave, found, form))


def _form_for(found: Card) -> ResultForm:
    told = found.result
    if told is None:
        return ResultForm(formdata=None, deed=found.action, happened_on=today())
    known = told.evidence
    return ResultForm(
        formdata=None,
        sentence=told.sentence,
        outcome=told.outcome.value,
        lesson=told.lesson,
        situation=_situation(found),
        situation_was=_situation(found),
        deed=told.deed,
        happened_on=told.happened_on,
        evidence_kind=known.kind.value if known else "",
        evidence_text=known.text if known else "",
        evidence_url=known.url if known else "",
        version=told.version,
    )


def _seen(opgave: Opgave, found: Card, form: ResultForm) -> object:
    draft: Result = new_result(opgave.id)
    draft.happened_on = today()
    if form.outcome.data in {"gelukt", "deels", "geleerd"}:
        draft.outcome = type(draft.outcome)(form.outcome.data)
    draft.sentence, draft.deed, draft.lesson = (
        form.sentence.data or "",
        form.deed.data or "",
        form.lesson.data or "",
    )
    if form.evidence_kind.data and not form.evidence_kind.errors:
        draft.know_by(form.evidence)
    if form.happened_on.data:
        draft.happened_on = form.happened_on.data
    return preview(opgave, found, draft, limit_of(found.result, found.owner), photo_of(found.result))


def _page(opgave: Opgave, found: Card, form: ResultForm, theirs: str = "") -> str:
    return render_template(
        "pages/card/finish.html",
        opgave=opgave,
        card=found,
        form=form,
        theirs=theirs,
        seen=_seen(opgave, found, form),
    )
