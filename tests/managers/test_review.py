"""A manager sees over all opgaven whether the work is alive; nobody filled anything in for it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Need, Signal, SignalState
from board.blocks.leadership.models import LeaderAnswer, SupportKind, SupportRequest
from board.blocks.talents.models import LessonUse, TalentRequest
from board.blocks.weekly import keep
from board.core.opgaven.cards import CardState
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import EvidenceKind
from board.core.opgaven.worries import sign
from board.core.people.people import Person, Role
from board.core.record.weeks import now, today
from board.web.cache import room
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.signals import main

SignIn = Callable[[Person], Client]
PAGE = "/bord/voortgang"


def titles(html: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="[^"]+">([^<]+)</a>', html)


def lead_and_sponsor(a: Builder, opgave: Opgave) -> None:
    a.member(opgave, Role.LEAD, "Yasmina Bakir")
    a.member(opgave, Role.SPONSOR)


def test_each_block_tells_how_it_stands_with_one_fact(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    lead_and_sponsor(a, opgave)
    session.add(Need(opgave=opgave, text="Bel mij eerst", heard_on=today()))
    session.flush()

    page = manager.get(PAGE).text

    assert titles(page) == [opgave.title]
    assert "inwoner gehoord: vandaag" in page
    assert "iemand leidt, en iemand staat erachter" in page
    assert "Yasmina" in page
    assert page.count('class="ob-spark"') == 5


def test_who_reads_one_opgave_sees_that_one(a: Builder, sign_in: SignIn) -> None:
    mine, other = a.opgave("Schulden"), a.opgave("School")
    reader = a.member(mine, Role.READER)

    client = sign_in(reader)

    assert titles(client.get(PAGE).text) == [mine.title]
    assert client.get(f"{PAGE}/{mine.slug}").status_code == 200
    assert client.get(f"{PAGE}/{other.slug}").status_code == 404


def test_what_asks_attention_stands_first_unless_somebody_wants_names(
    a: Builder, manager: Client, session: Session
) -> None:
    alive, asks = a.opgave("Aardig", title="Aardig buurtfeest"), a.opgave("Zorg", title="Zorg om post")
    lead_and_sponsor(a, alive)
    lead_and_sponsor(a, asks)
    for opgave in (alive, asks):
        session.add(Need(opgave=opgave, text="Bel", heard_on=today()))
    asked = SupportRequest(opgave_id=asks.id, kind=SupportKind.TIME, text="Meer tijd", asked_on=today())
    asked.asked_on = today().replace(year=today().year - 1)
    session.add(asked)
    session.flush()

    assert titles(manager.get(PAGE).text) == [asks.title, alive.title]
    assert titles(manager.get(f"{PAGE}?op=naam").text) == [alive.title, asks.title]
    assert "1 vraag open" in manager.get(PAGE).text


def test_a_filter_stands_in_the_address(a: Builder, manager: Client, session: Session) -> None:
    heard, quiet = a.opgave("Gehoord"), a.opgave("Stil")
    session.add(Need(opgave=heard, text="Bel", heard_on=today()))
    session.flush()

    assert titles(manager.get(f"{PAGE}?blok=inwoner&staat=stil").text) == [quiet.title]
    assert titles(manager.get(f"{PAGE}?blok=inwoner&staat=leeft").text) == [heard.title]
    assert "Niets voldoet" in manager.get(f"{PAGE}?mij=1").text


@pytest.mark.parametrize("words", ["blok=olifant", "staat=%00", "op=&mij=2", "blok=inwoner&blok=klein&staat=leeft"])
def test_words_that_mean_nothing_are_left_out(a: Builder, manager: Client, words: str) -> None:
    a.opgave()
    assert manager.get(f"{PAGE}?{words}").status_code == 200


def test_one_opgave_tells_each_week_and_the_rule_with_its_threshold(a: Builder, manager: Client) -> None:
    opgave = a.opgave()

    page = manager.get(f"{PAGE}/{opgave.slug}").text

    assert len(re.findall(r'<tr><th scope="row">\d+</th>', page)) == 5 * 12
    assert "Vraagt aandacht na 2 weken zonder steen" in page
    assert page.count('class="ob-spark"') == 5


def test_the_page_asks_as_much_of_the_database_for_many_opgaven(a: Builder, manager: Client) -> None:
    a.opgave()
    keep()
    manager.get(PAGE)
    room(manager.application, "glances").clear()  # as if nobody looked yet
    with counting_queries() as few:
        manager.get(PAGE)
    for _ in range(5):
        lead_and_sponsor(a, a.opgave())
    keep()

    room(manager.application, "glances").clear()
    with counting_queries() as many:
        manager.get(PAGE)

    assert many.number == few.number
    with counting_queries() as again:
        manager.get(PAGE)
    assert again.number == 2, "what nobody touched is not asked again"


def test_who_follows_nothing_yet_reads_how_to_begin(a: Builder, sign_in: SignIn) -> None:
    assert "Je volgt nog geen opgave" in sign_in(a.person()).get(PAGE).text


@pytest.mark.parametrize("block", ["waarom", "inwoner", "klein", "leiderschap", "talenten"])
def test_behind_each_cell_stand_the_things_themselves(
    a: Builder, manager: Client, session: Session, block: str
) -> None:
    opgave = a.opgave("Schulden")
    told = {
        "waarom": "Ik lig wakker van",
        "inwoner": "Bel mij eerst",
        "klein": "U krijgt één brief.",
        "leiderschap": "Meer tijd",
        "talenten": "filmpje maken",
    }
    a.result(a.card(opgave), told["klein"])
    session.add(Need(opgave=opgave, text=told["inwoner"], heard_on=today()))
    session.add(SupportRequest(opgave_id=opgave.id, kind=SupportKind.TIME, text=told["leiderschap"], asked_on=today()))
    session.add(TalentRequest(opgave=opgave, words=told["talenten"], asked_on=today()))
    sign(opgave, told["waarom"], a.person())
    session.flush()

    page = manager.get(f"{PAGE}/{opgave.slug}/{block}")

    assert told[block] in page.text
    for url in re.findall(r'class="ob-stil-link" href="([^"#]+)', page.text):
        assert manager.get(url).status_code == 200


def test_what_is_old_still_shows_what_was_last(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave("Schulden")
    session.add(Need(opgave=opgave, text="Lang geleden gehoord", heard_on=today() - timedelta(weeks=40)))
    session.flush()

    assert "Lang geleden gehoord" in manager.get(f"{PAGE}/{opgave.slug}/inwoner").text


def test_a_block_that_does_not_exist_is_not_here(a: Builder, manager: Client) -> None:
    assert manager.get(f"{PAGE}/{a.opgave().slug}/olifant").status_code == 404


def test_what_is_measured_is_of_the_work_and_leads_to_its_list(a: Builder, manager: Client, session: Session) -> None:
    opgave, other = a.opgave("Schulden"), a.opgave("School")
    with time_machine.travel(now() - timedelta(days=12)):
        card = a.card(opgave, state=CardState.DOING)
        session.commit()
    signal = Signal(opgave=opgave, text="Wie helpt?", heard_on=today() - timedelta(days=20), card=card)
    signal.state = SignalState.CARDED
    result = a.result(card)
    result.evidence_kind = EvidenceKind.COUNT
    lesson = Lesson(opgave=opgave, text="bel eerst", learned_on=today())
    asked = SupportRequest(opgave_id=opgave.id, kind=SupportKind.TIME, text="Meer tijd")
    asked.asked_on, asked.first_answered_on = today() - timedelta(days=3), today()
    asked.answer, asked.answered_on = LeaderAnswer.YES, today()
    session.add_all([signal, lesson, asked])
    session.flush()
    session.add(LessonUse(lesson=lesson, opgave=other, used_on=today()))
    session.commit()

    page = main(manager.get(f"{PAGE}/{opgave.slug}").text)

    assert "20 dagen, bij 1 signaal" in page
    assert "3 dagen, bij 1 vraag" in page
    assert "bij 1 van 1 resultaat" in page
    assert "1 keer" in page
    assert '<th scope="row">bezig</th><td>12 dagen</td>' in page
    for url in re.findall(r'<dt><a class="ob-link" href="([^"]+)', page):
        assert manager.get(url).status_code == 200


def test_an_opgave_that_just_began_measures_nothing_and_says_so(a: Builder, manager: Client) -> None:
    page = main(manager.get(f"{PAGE}/{a.opgave().slug}").text)

    assert "nog geen resultaat dat met een signaal begon" in page
    assert "nog geen vraag beantwoord" in page
