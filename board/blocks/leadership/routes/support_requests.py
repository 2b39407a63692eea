"""“Wat heb je nodig?”: anyone on the team asks, from the page or from a card; who leads or sponsors answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Self

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.leadership.forms import AnswerForm, SupportForm
from board.blocks.leadership.models import LeaderAnswer, ReasonMissing, SupportRequest
from board.blocks.leadership.queries import support_requests
from board.blocks.leadership.routes.index import LeadershipPage, bp
from board.blocks.shared.noted_forms import done
from board.core.opgaven.cards import Card, get_card
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.db import session
from board.web.fields import Act
from board.web.guards import MANAGERS, READERS, TEAM, allow, may, me
from board.web.responses import Page, came_from, render


@bp.post("/vragen", endpoint="ask")
@allow(*TEAM)
def add_support_request(opgave: Opgave) -> ResponseReturnValue:
    form = SupportForm()
    if not form.validate_on_submit():
        return render(replace(LeadershipPage.of(opgave), support_form=form)), 422
    return _ask(opgave, form, None, url_for(".index", slug=opgave.slug))


@bp.get("/kaarten/<int:number>/vraag", endpoint="ask_page")
@allow(*TEAM)
def show_card_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    return _ask_page(opgave, get_card(opgave, number), SupportForm(formdata=None))


@bp.post("/kaarten/<int:number>/vraag", endpoint="ask_from_card")
@allow(*TEAM)
def add_card_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    found, form = get_card(opgave, number), SupportForm()
    if not form.validate_on_submit():
        return _ask_page(opgave, found, form), 422
    return _ask(opgave, form, found, url_for("card.card", slug=opgave.slug, number=number))


def _ask(opgave: Opgave, form: SupportForm, found: Card | None, onward: str) -> ResponseReturnValue:
    request = SupportRequest(opgave=opgave, card=found, asked_by=me(), asked_on=today())
    form.into(request)
    session.add(request)
    return done(onward, _("Je vraag staat er. Wie leidt ziet hem op Vandaag."))


@dataclass(frozen=True)
class AskPage(Page):
    """The page on which somebody asks for support from a card."""

    template: ClassVar[str] = "blocks/leadership/ask.html"
    opgave: Opgave
    card: Card
    form: SupportForm
    known_rules: Sequence[str]


def _ask_page(opgave: Opgave, card: Card, form: SupportForm) -> str:
    return render(AskPage(opgave, card, form, support_requests.known_rules(me())))


@bp.get("/vragen/<int:number>", endpoint="support")
@allow(*READERS)
def show_support_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    return render(SupportRequestPage.of(opgave, get_noted(SupportRequest, opgave, number)))


@bp.post("/vragen/<int:number>", endpoint="ask_better")
@allow(*TEAM)
def edit_support_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Who asked says it better."""
    found = get_noted(SupportRequest, opgave, number)
    if found.asked_by_id != me().id:
        return _not_yours(opgave, found)
    form = SupportForm.sent_on(SupportForm.of(found), found)
    if status := form.waits():
        return render(replace(SupportRequestPage.of(opgave, found), form=form)), status
    form.into(found)
    return done(url_for(".support", slug=opgave.slug, number=number), _("Je vraag is veranderd."), form)


@bp.post("/vragen/<int:number>/weg", endpoint="take_back")
@allow(*TEAM)
def remove_support_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Only who asked takes it back: a question of a colleague is answered, not cleared away."""
    found = get_noted(SupportRequest, opgave, number)
    if found.asked_by_id != me().id:
        return _not_yours(opgave, found)
    found.remove()
    return done(url_for(".index", slug=opgave.slug), _("Je vraag is terug."))


@bp.post("/vragen/<int:number>/antwoord", endpoint="reply")
@allow(*MANAGERS)
def answer_support_request(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Yes, no, or “dat weet ik nog niet”. After that last one, or to set it right, again."""
    found = get_noted(SupportRequest, opgave, number)
    form = AnswerForm.sent_on(AnswerForm.of(found), found, facts=AnswerForm.facts(found))
    if status := form.waits():
        return render(replace(SupportRequestPage.of(opgave, found), answer_form=form)), status
    try:
        found.reply(LeaderAnswer(form.answer.data), form.reason.data or "", by=me(), on=today())
    except ReasonMissing:
        form.reason.errors = [_("Geef een reden, dan weet je collega waar zij aan toe is.")]
        return render(replace(SupportRequestPage.of(opgave, found), answer_form=form)), 422
    here = url_for(".support", slug=opgave.slug, number=number)
    return done(came_from() or here, _("Je antwoord staat er."), form)


def _not_yours(opgave: Opgave, asked: SupportRequest) -> ResponseReturnValue:
    message = _("Alleen wie dit vroeg, kan de vraag veranderen of terugnemen.")
    return render(replace(SupportRequestPage.of(opgave, asked), message=message)), 422


@dataclass(frozen=True, kw_only=True)
class SupportRequestPage(Page):
    """The page of one request for support. A form in which something was just typed takes the place of its own."""

    template: ClassVar[str] = "blocks/leadership/request.html"
    opgave: Opgave
    asked: SupportRequest
    is_mine: bool
    known_rules: Sequence[str]
    form: SupportForm
    answer_form: AnswerForm
    onward: str | None
    message: str = ""
    act: Act = field(default_factory=lambda: Act(formdata=None))

    @classmethod
    def of(cls, opgave: Opgave, asked: SupportRequest) -> Self:
        return cls(
            opgave=opgave,
            asked=asked,
            is_mine=asked.asked_by_id == me().id and may(*TEAM),
            known_rules=support_requests.known_rules(me()),
            form=SupportForm.on(SupportForm.of(asked)),
            answer_form=AnswerForm.on(AnswerForm.of(asked), AnswerForm.facts(asked)),
            onward=came_from(),
        )
