"""Geleerd: what finished and stopped cards taught, found by the situation, and put to use by another team."""

from datetime import timedelta

import pytest

from board.blocks.talents.models import LessonUse
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome
from board.core.people.people import Role
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.counting import counting_queries
from tests.support.lessons import GELEERD, stopped, uses
from tests.support.talents import SignIn, undo


def finished(a: Builder, opgave: Opgave, lesson: str = "Bel voor twaalf uur.") -> Card:
    card = a.card(opgave, "Bel tien mensen", state=CardState.DOING)
    a.result(card, outcome=Outcome.LEARNED, lesson=lesson)
    return card


def test_lessons_of_finished_and_stopped_cards_are_for_everybody(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave("Schulden")
    stopped(a, opgave, situation="iemand neemt niet op")
    finished(a, opgave)
    a.card(opgave).learn("Nog niet klaar.", today())

    page = sign_in(a.person()).get(GELEERD).text

    assert "Vraag eerst welk nummer klopt." in page
    assert "iemand neemt niet op" in page
    assert "Bel voor twaalf uur." in page
    assert "Nog niet klaar." not in page
    assert "Heb ik gebruikt" not in page


def test_what_was_withdrawn_or_removed_is_not_shown_around(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    result = a.public_result(opgave, lesson="Piet had gelijk.")
    result.withdraw("Er stond een naam in.")
    gone = stopped(a, opgave)
    session.flush()
    assert gone.lesson is not None
    gone.lesson.remove()
    client = sign_in(a.member(of=opgave))

    page = client.get(GELEERD).text
    assert "Piet" not in page
    assert "welk nummer" not in page
    assert client.get(f"{GELEERD}/{gone.lesson_id}").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=telefoon", {"nummer"}),
        ("?q=telefoons", {"nummer"}),
        ("?q=nummers", {"nummer"}),
        ("?q=zwemmen", set()),
        ("?opgave=school", {"twaalf"}),
        ("?opgave=school&q=telefoon", set()),
        ("", {"nummer", "twaalf"}),
    ],
)
def test_a_lesson_is_found_by_its_situation_and_words(query: str, found: set[str], a: Builder, sign_in: SignIn) -> None:
    stopped(a, a.opgave("Schulden", slug="schulden"), situation="iemand neemt de telefoon niet op")
    finished(a, a.opgave("School", slug="school"))

    page = sign_in(a.person()).get(GELEERD + query).text

    main = page.split("</form>", 1)[1]
    assert {word for word in ("nummer", "twaalf") if word in main} == found


@pytest.mark.parametrize(("role", "sees"), [(None, False), (Role.READER, True)])
def test_the_card_behind_it_is_for_who_may_read_that(
    role: Role | None, sees: bool, a: Builder, sign_in: SignIn
) -> None:
    opgave = a.opgave()
    card = stopped(a, opgave)
    person = a.member(opgave, role) if role else a.person()

    page = sign_in(person).get(f"{GELEERD}/{card.lesson_id}").text

    assert ("Stuur een sms" in page) is sees


def test_with_one_team_it_is_used_with_one_press_and_the_team_reads_it(a: Builder, sign_in: SignIn) -> None:
    opgave, school = a.opgave("Schulden"), a.opgave("School")
    card = stopped(a, opgave)
    client = sign_in(a.member(of=school))
    page = client.get(GELEERD).text
    assert f'value="o{school.id}"' in page

    for _ in range(2):
        answer = client.post(f"{GELEERD}/{card.lesson_id}/gebruikt", data={"where": f"o{school.id}"})
    assert answer.location == f"{GELEERD}/{card.lesson_id}"
    assert [(use.opgave, use.card) for use in uses()] == [(school, None)]
    told = sign_in(a.reader(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/talenten").text
    assert "Team School gebruikte dit" in told


def test_a_card_may_be_named_and_the_use_taken_back(a: Builder, sign_in: SignIn) -> None:
    opgave, school, balie = a.opgave("Schulden"), a.opgave("School"), a.opgave("Balie")
    lesson, mine = stopped(a, opgave).lesson_id, a.card(school, "Zet een bord bij het hek")
    me = a.member(of=school)
    a.membership(balie, me, Role.LEAD)
    client = sign_in(me)
    assert "Zet een bord bij het hek" in client.get(f"{GELEERD}/{lesson}").text

    page = client.post(f"{GELEERD}/{lesson}/gebruikt", data={"where": f"k{mine.id}"}, follow_redirects=True)
    assert [(use.opgave, use.card) for use in uses()] == [(school, mine)]
    assert "Zet een bord bij het hek" not in sign_in(a.person()).get(f"{GELEERD}/{lesson}").text
    undo(client, page)
    assert uses() == []


@pytest.mark.parametrize("who", ["own team", "reader", "stranger"])
def test_only_another_team_says_that_it_used_it(who: str, a: Builder, sign_in: SignIn) -> None:
    opgave, school = a.opgave(), a.opgave("School")
    lesson = stopped(a, opgave).lesson_id
    person = {"own team": a.member(of=opgave), "reader": a.reader(of=school), "stranger": a.person()}[who]
    client = sign_in(person)

    for where in (f"o{opgave.id}", f"o{school.id}", "", "o", "kx"):
        assert client.post(f"{GELEERD}/{lesson}/gebruikt", data={"where": where}).status_code == 422
    assert uses() == []
    assert "<select" not in client.get(f"{GELEERD}/{lesson}").text


def test_the_list_costs_the_same_for_one_lesson_and_for_twenty(a: Builder, sign_in: SignIn) -> None:
    opgave, school = a.opgave(), a.opgave("School")
    client, numbers = sign_in(a.member(of=school)), []
    for times in (1, 20):
        for _ in range(times):
            use = LessonUse(lesson=stopped(a, opgave).lesson, opgave=school, used_on=today())
            session.add(use)
        with counting_queries() as queries:
            client.get(GELEERD)
        numbers.append(queries.number)

    assert numbers[0] == numbers[1]


def test_older_lessons_stand_on_the_next_page(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    for number in range(31):
        card = stopped(a, opgave, f"Les {number:02d}.")
        assert card.lesson is not None
        card.lesson.learned_on = today() - timedelta(days=number)
    client = sign_in(a.person())

    first, second = client.get(GELEERD).text, client.get(f"{GELEERD}?blad=2").text

    assert "Les 29." in first
    assert "Les 30." not in first
    assert "Les 30." in second
    assert client.get(f"{GELEERD}?blad=0").status_code == 200
    assert client.get(f"{GELEERD}?blad=999").status_code == 200
