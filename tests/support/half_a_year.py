"""Half a year of work on an opgave, and the numbers that a page of the review says of it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import NamedTuple

from sqlalchemy.orm import Session

from board.blocks.leadership.models import Decision, LeaderAnswer, LeaderNote, OpenQuestion, SupportKind, SupportRequest
from board.blocks.talents.models import TalentRequest
from board.core.opgaven.cards import CardState
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import EvidenceKind, Outcome
from board.core.people.people import Person
from board.core.record.weeks import Week, today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import caught, main

SignIn = Callable[[Person], Client]
PAGE = "/bord/voortgang"
LINKED = re.compile(r'<a href="([^"]+)">(\d+)<span class="ob-vh">')


class Counted(NamedTuple):
    """A number on the page, and where it leads."""

    url: str
    number: int


def counted(page: str) -> list[Counted]:
    return [Counted(unescape(url), int(number)) for url, number in LINKED.findall(page)]


def listed(client: Client, url: str) -> int:
    """How many things stand on that page, and that its heading says so."""
    page = main(client.get(url).text)
    found = len(re.findall(r'class="ob-stil-link"', page))
    assert re.search(rf"<h1[^>]*>{found} kaart|\b{found} keer ging", page)
    return found


def laid(a: Builder, opgave: Opgave, weeks_ago: int, outcome: Outcome = Outcome.SUCCEEDED, **fields: object) -> None:
    day = Week.now().plus(-weeks_ago).monday
    card = a.card(opgave, block=str(fields.pop("block", "increments")), state=CardState.DOING)
    lesson = "eerst bellen" if outcome is Outcome.LEARNED else ""
    result = a.result(card, outcome=outcome, happened_on=day, lesson=lesson)
    result.evidence_kind = EvidenceKind.COUNT if fields.get("known") else None


def a_year_of_work(a: Builder, opgave: Opgave) -> None:
    laid(a, opgave, 0)
    laid(a, opgave, 0, Outcome.LEARNED, known=True, block="why")
    laid(a, opgave, 1, known=True)
    laid(a, opgave, 5, Outcome.PARTLY, block="talents")
    laid(a, opgave, 23, known=True)
    laid(a, opgave, 24, known=True)
    laid(a, opgave, 40)
    a.card(opgave, state=CardState.IDEA)
    a.card(opgave, state=CardState.PLANNED, block="citizen", citizen_result="U wordt gebeld.")
    a.card(opgave, state=CardState.DOING, block="citizen", citizen_result="U wordt gehoord.")
    a.card(opgave, state=CardState.STOPPED, block="citizen", citizen_result="U wordt gehoord.")


def everything_new(a: Builder, opgave: Opgave, session: Session) -> None:
    """In each block something that this week brought, and something that waits or is older."""
    long_ago = today() - timedelta(weeks=6)
    caught(opgave)
    laid(a, opgave, 0)
    asked = {"kind": SupportKind.TIME, "asked_on": long_ago}
    known: dict[str, date] = {"first_answered_on": today()}
    session.add_all(
        [
            SupportRequest(opgave=opgave, text="wacht", **asked),
            SupportRequest(
                opgave=opgave, text="nog niet", answer=LeaderAnswer.NOT_KNOWN, reason="dinsdag", **asked, **known
            ),
            SupportRequest(opgave=opgave, text="ja", answer=LeaderAnswer.YES, answered_on=today(), **asked, **known),
            SupportRequest(
                opgave=opgave, text="niet meer nodig", card=a.card(opgave, state=CardState.STOPPED), **asked
            ),
            Decision(opgave_id=opgave.id, text="Wij bellen", decided_on=today()),
            OpenQuestion(opgave_id=opgave.id, text="Hoe lang?", asked_on=today()),
            LeaderNote(opgave_id=opgave.id, text="Dank", person=a.person()),
            TalentRequest(opgave=opgave, words="filmen", asked_on=today()),
            TalentRequest(opgave=opgave, words="zingen", asked_on=long_ago, found_on=today()),
            Lesson(opgave=opgave, text="bel eerst", learned_on=today()),
        ]
    )
    session.commit()
