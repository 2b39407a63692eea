"""“Rond af”: the sentence for the inwoner, with a preview of how they will see it."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.access import TEAM, allow
from board.core.cards import Card, card
from board.core.opgaven import Opgave
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
    if found.result is not None and str(found.result.version) != (form.version.data or ""):
        form.form_errors.append(_("Een collega veranderde dit intussen. Hieronder staat wat jij typte."))
        form.version.raw_data = None
        form.version.data = str(found.result.version)
        return _page(opgave, found, form, theirs=found.result.sentence), 409
    result = found.result or new_result(opgave.id)
    form.tell(result)
    session.add(result)
    found.finish(result)
    tell(_("De steen ligt er. Publiceren is een aparte stap."))
    return saved(url_for("board.board", slug=opgave.slug, _anchor=f"kaart-{found.id}"))


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
    return preview(opgave, found, draft)


def _page(opgave: Opgave, found: Card, form: ResultForm, theirs: str = "") -> str:
    return render_template(
        "pages/card/finish.html",
        opgave=opgave,
        card=found,
        form=form,
        theirs=theirs,
        seen=_seen(opgave, found, form),
    )
