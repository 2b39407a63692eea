"""“Stop ermee”: a card leaves the board, and what we learned stays for somebody else."""

from dataclasses import dataclass
from typing import ClassVar

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done
from board.core.opgaven.cards import Card, CardState, StillPublic, get_card
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.team.board.answers import what_happened
from board.team.board.view import why_not
from board.team.card.forms import StopForm
from board.team.card.routes.card import bp
from board.web.guards import TEAM, allow
from board.web.responses import Page, flash_message, render, saved


@bp.get("/stop", endpoint="before_stop")
@allow(*TEAM)
def show_stop(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_card(opgave, number)
    if elsewhere := _stands_elsewhere(opgave, found):
        return saved(elsewhere)
    return _page(opgave, found, StopForm.on(_known(found)))


@bp.post("/stop", endpoint="stop")
@allow(*TEAM)
def stop_card(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Stop with what we learned, or without a word. Of a card that stopped before, only the lesson is new."""
    found = get_card(opgave, number, for_update=True)
    form = StopForm.sent_on(_known(found), found.lesson)
    status = form.waits()
    if elsewhere := _stands_elsewhere(opgave, found):
        if not request.form.get("lesson", "").strip():
            flash_message(_("Een collega was je voor: deze kaart is al klaar of gestopt."))
            return saved(elsewhere)
        form.form_errors.append(_("Een collega was je voor: deze kaart is al klaar of gestopt. Je tekst staat er nog."))
        return _page(opgave, found, form, elsewhere), 409
    if status:
        return _page(opgave, found, form), status
    try:
        found.stop()
        # What the form shows of an earlier time counts as it is sent: also when it was emptied.
        found.learn(form.lesson.data or "", today(), form.situation.data or "")
    except StillPublic as problem:
        form.form_errors.append(why_not(problem))
        return _page(opgave, found, form), 422
    return done(url_for("board.board", slug=opgave.slug), what_happened(found), form)


def _known(found: Card) -> dict[str, str]:
    """What this card taught us by now."""
    known = found.lesson
    return {"lesson": known.text, "situation": known.situation} if known else {"lesson": "", "situation": ""}


def _stands_elsewhere(opgave: Opgave, found: Card) -> str | None:
    """Where the lesson of this card is changed, when that is not here: at its result, or at Geleerd."""
    if found.state is CardState.DONE:
        return url_for("card.finish", slug=opgave.slug, number=found.id)
    if found.state is CardState.STOPPED and found.lesson and found.lesson.removed_at is None:
        return url_for("talents.refine_lesson", slug=opgave.slug, lesson=found.lesson.id)
    return None


@dataclass(frozen=True, kw_only=True)
class StopPage(Page):
    """The page on which a card is stopped, with what was learned."""

    template: ClassVar[str] = "team/card/stop.html"
    opgave: Opgave
    card: Card
    form: StopForm
    elsewhere: str | None


def _page(opgave: Opgave, found: Card, form: StopForm, elsewhere: str | None = None) -> str:
    return render(StopPage(opgave=opgave, card=found, form=form, elsewhere=elsewhere))
