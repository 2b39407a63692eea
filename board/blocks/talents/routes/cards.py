"""On a card: ask for a talent, and “Wie weet hier iets van?”."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.talents.forms import TalentRequestForm
from board.blocks.talents.models import TalentRequest
from board.blocks.talents.queries import lessons, people, requests
from board.blocks.talents.queries.people import Match
from board.blocks.talents.routes.index import bp
from board.core.opgaven import cards
from board.core.opgaven.cards import Card
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import today
from board.db import session
from board.web.fields import MakingAct, whole_number
from board.web.guards import READERS, TEAM, allow, me
from board.web.responses import Page, render


@bp.post("/kaarten/<int:number>/vraag", endpoint="ask_on_card")
@allow(*TEAM)
def ask_talent_for_card(opgave: Opgave, number: int) -> ResponseReturnValue:
    """The card asks for a talent; with `wie` this colleague is asked at once."""
    card, form = cards.get_card(opgave, number), TalentRequestForm()
    back = url_for("card.card", slug=opgave.slug, number=card.id, _anchor="talent")
    if not form.validate_on_submit():
        return edit_page(opgave, form, _("Welk talent zoekt deze kaart?"), back), 422
    asked = TalentRequest(opgave=opgave, card=card, words=form.words.data, more=form.more.data or "", asked_on=today())
    session.add(asked)
    session.flush()
    return done(back, _asked_also(asked, whole_number(form.wie.data)) or _("Gevraagd: %(words)s.", words=asked.words))


def _asked_also(asked: TalentRequest, number: int | None) -> str | None:
    colleague = session.get(Person, number) if number else None
    if colleague is None:
        return None
    session.add(asked.ask(colleague, by=me()))
    return _("Gevraagd. %(name)s leest het op Vandaag.", name=colleague.short_name)


@dataclass(frozen=True, kw_only=True)
class WhoKnowsPage(Page):
    """The page with colleagues and lessons that may help with one card."""

    template: ClassVar[str] = "blocks/talents/who_knows.html"
    opgave: Opgave
    card: Card
    people: Sequence[Match]
    lessons: Sequence[Lesson]
    act: MakingAct


@bp.get("/kaarten/<int:number>/wie", endpoint="who_knows")
@allow(*READERS)
def list_who_knows(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Wie weet hier iets van? Colleagues and lessons whose words fit this card."""
    card = cards.get_card(opgave, number)
    sought = [talent for talent in requests.requests_of_card(opgave, card) if talent.request.is_open]
    asked = " ".join(talent.request.words for talent in sought)
    words = f"{card.action} {card.citizen_result} {asked}"
    busy = {card.owner_id or 0, me().id, *(helper.id for helper in card.helpers)}.union(
        *(talent.known for talent in sought)
    )
    return render(
        WhoKnowsPage(
            opgave=opgave,
            card=card,
            people=people.who_can(words, busy, people.everybody()),
            lessons=lessons.fitting(card, words),
            act=MakingAct(formdata=None),
        )
    )
