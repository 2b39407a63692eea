"""“Rond af”: the sentence for the inwoner, with a preview of how they will see it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.core.opgaven.cards import Card, get_card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result, new_result
from board.core.publishing.faces import limit_of
from board.core.publishing.result_photos import photo_of
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import day_of, today
from board.db import reads_first, session
from board.public.preview import preview
from board.team.board import answers
from board.team.card.facts import is_read, stands
from board.team.card.forms import ResultForm
from board.team.card.routes.card import bp
from board.web.guards import TEAM, allow, me
from board.web.merging import Fact
from board.web.responses import Page, render


@bp.get("/rond-af", endpoint="finish")
@allow(*TEAM)
def show_finish(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_card(opgave, number)
    return _page(opgave, found, _form_for(found))


@bp.post("/rond-af", endpoint="lay")
@allow(*TEAM)
def finish_card(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Lay the brick: the card is done. Publishing is a step of its own."""
    found = get_card(opgave, number, for_update=True)
    form = ResultForm.sent_on(_now(found), found.result, found.lesson, found, facts=_facts(found), **_guess(found))
    if status := form.waits():
        return _page(opgave, found, form), status
    result = found.result or new_result(opgave.id)
    try:
        form.write(result, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, found, form), 422
    session.add(result)
    found.finish(result)
    found.learn(result.lesson, result.happened_on, form.situation.data or "")
    text = f"{_('De steen ligt er. Publiceren is een aparte stap.')} {form.news}".strip()
    return answers.finished(opgave, found, text)


@bp.post("/voorbeeld", endpoint="look")
@allow(*TEAM)
@reads_first
def preview_result(opgave: Opgave, number: int) -> ResponseReturnValue:
    """How the inwoner will see what is typed so far. Keeps nothing."""
    found, form = get_card(opgave, number), ResultForm()
    form.validate()
    return render_template("team/card/_preview.html", seen=_seen(opgave, found, form))


def _form_for(found: Card) -> ResultForm:
    return ResultForm.on(_now(found), _facts(found), **_guess(found))


def _now(found: Card) -> dict[str, Any]:
    """What stands there now, as the form is filled; of a card that was not told yet only what we did."""
    told = found.result
    if told is None:
        situation = found.lesson.situation if found.lesson else ""
        return {"deed": found.action, "situation": situation}
    known = told.evidence
    return {
        "sentence": told.sentence,
        "outcome": told.outcome.value,
        "lesson": told.lesson,
        "situation": found.lesson.situation if found.lesson else "",
        "deed": told.deed,
        "happened_on": told.happened_on,
        "evidence_kind": known.kind.value if known else "",
        "evidence_text": known.text if known else "",
        "evidence_url": known.url if known else "",
    }


def _guess(found: Card) -> dict[str, Any]:
    """What most will fill in; nobody said it yet, so it wipes nothing."""
    if found.result:
        return {}
    return {"happened_on": day_of(found.finished_at) if found.finished_at and found.waits_for_result else today()}


def _facts(found: Card) -> list[Fact]:
    return [stands(found), is_read(found)]


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


@dataclass(frozen=True, kw_only=True)
class FinishPage(Page):
    """The page on which a card is finished with its result."""

    template: ClassVar[str] = "team/card/finish.html"
    opgave: Opgave
    card: Card
    form: ResultForm
    seen: object


def _page(opgave: Opgave, found: Card, form: ResultForm) -> str:
    return render(FinishPage(opgave=opgave, card=found, form=form, seen=_seen(opgave, found, form)))
