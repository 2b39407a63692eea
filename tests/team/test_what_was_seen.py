"""What goes out is what somebody saw: its words, what was found in them, and whose words stand above the week."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome
from board.core.people.people import Person
from board.core.publishing.week_pages import WeekPage, week_page
from board.core.record.publishable import PublicationReason
from board.core.record.weeks import Week, today
from board.db import session
from board.web.responses import tag
from tests.builders import Builder
from tests.client import Client
from tests.support.personal_data import BSN, SAID, SECRET, WHY
from tests.support.reasons import asked_of
from tests.support.result_forms import seen, version

SignIn = Callable[[Person], Client]
HERE = "/bord/week"
WORDS = "Wat mij bijbleef: een kind dat zwaaide."
NAMED = "Dank aan mevrouw Jansen."
AGAIN = "Een collega veranderde deze tekst. Lees hem nog eens."


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave()


@pytest.fixture
def person(a: Builder, opgave: Opgave) -> Person:
    return a.member(opgave)


@pytest.fixture
def member(person: Person, sign_in: SignIn) -> Client:
    return sign_in(person)


@pytest.fixture
def card(a: Builder, opgave: Opgave) -> Card:
    card = a.card(opgave, state=CardState.DOING)
    a.result(card, "De deur is open.")
    return card


def rewritten(card: Card, words: str) -> None:
    assert card.result
    card.result.edit(words, Outcome.SUCCEEDED, today())
    session.flush()


def is_ticked(page: str) -> bool:
    return "checked" in page.partition('name="erboven"')[0].rsplit("<input", 1)[1]


def test_a_reason_does_not_let_later_words_through(member: Client, visitor: Client) -> None:
    typed = {"introduction": NAMED, "was": tag(""), "toon": "ja"}
    first = member.post(f"{HERE}/vooraf", data=typed)
    more = typed | {"introduction": f"{NAMED} {SECRET}", "because": WHY, "asked_of": asked_of(first.text)}

    again = member.post(f"{HERE}/vooraf", data=more)

    assert again.status_code == 422
    assert f"<mark>{BSN}</mark>" in again.text
    assert WHY in again.text
    assert not session.query(PublicationReason).all()
    assert member.post(f"{HERE}/vooraf", data=more | {"asked_of": asked_of(again.text)}).status_code == 303
    assert BSN in visitor.get(f"/week/{Week.now()}").text


def test_a_reason_that_nobody_asked_for_is_asked_once(a: Builder, member: Client, card: Card) -> None:
    rewritten(card, SECRET)
    at = f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}/publiceer"
    typed = {"gezien": version(card), "because": WHY}

    answer = member.post(at, data=typed)

    assert answer.status_code == 422
    assert "Geldt je reden daar ook voor?" in answer.text
    assert member.post(at, data=typed | {"asked_of": asked_of(answer.text)}).status_code == 303


def test_each_result_of_the_week_has_a_question_of_its_own(member: Client, card: Card) -> None:
    rewritten(card, SECRET)
    name = f"kaart-{card.id}"
    assert f'name="{name}-asked_of" type="hidden" value="{SAID.asked_of}"' in member.get(HERE).text

    said = seen(card) | {"was": tag(""), f"{name}-because": WHY}
    assert member.post(HERE, data=said | {"asked_of": SAID.asked_of}).status_code == 422
    assert member.post(HERE, data=said | {f"{name}-asked_of": SAID.asked_of}).status_code == 303


@pytest.mark.parametrize("sent", ["old", ""])
def test_words_that_a_colleague_changed_are_read_again_first(member: Client, card: Card, sent: str) -> None:
    at = f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}/publiceer"
    before = version(card) if sent else ""
    rewritten(card, "De deur is om acht uur open.")

    answer = member.post(at, data={"gezien": before})

    assert answer.status_code == 409
    assert AGAIN in answer.text
    assert "De deur is om acht uur open." in answer.text
    assert f'value="{version(card)}"' in answer.text
    assert card.result
    assert not card.result.is_public
    assert member.post(at, data={"gezien": version(card)}).status_code == 303


def test_in_the_week_only_what_changed_waits(a: Builder, opgave: Opgave, member: Client, card: Card) -> None:
    other = a.card(opgave, state=CardState.DOING)
    a.result(other, "U krijgt één brief.")
    data = seen(card, other) | {"was": tag("")}
    rewritten(card, "De deur is om acht uur open.")

    answer = member.post(HERE, data=data)

    assert answer.status_code == 409
    assert AGAIN in answer.text
    assert "De deur is om acht uur open." in answer.text
    assert card.result
    assert other.result
    assert (card.result.is_public, other.result.is_public) == (False, True)
    assert f'name="kaart-{card.id}-gezien" type="hidden" value="{version(card)}"' in answer.text
    assert member.post(HERE, data=seen(card) | {"was": tag("")}).status_code == 303


def written(by: Person, shown: bool = False) -> WeekPage:
    page = week_page(Week.now())
    session.add(page)
    page.write(WORDS, by)
    if shown:
        page.show()
    session.flush()
    return page


def test_words_that_were_hidden_come_back_only_by_a_tick(
    member: Client, person: Person, card: Card, visitor: Client
) -> None:
    written(person, shown=True)
    session.commit()
    member.post(f"{HERE}/vooraf/weg")
    assert not is_ticked(member.get(HERE).text)
    data = seen(card) | {"introduction": WORDS, "was": tag(WORDS)}

    assert member.post(HERE, data=data).status_code == 303

    public = visitor.get("/").text
    assert "De deur is open." in public
    assert WORDS not in public


def test_a_colleagues_draft_goes_out_only_by_a_tick(
    a: Builder, opgave: Opgave, member: Client, card: Card, visitor: Client
) -> None:
    written(a.member(opgave, name="Femke Bruinsma"))
    assert not is_ticked(member.get(HERE).text)
    data = seen(card) | {"introduction": WORDS, "was": tag(WORDS)}

    member.post(HERE, data=data)
    assert WORDS not in visitor.get("/").text

    other = a.card(opgave, state=CardState.DOING)
    a.result(other)
    member.post(HERE, data=seen(other) | {"introduction": WORDS, "was": tag(WORDS), "erboven": "y"})
    assert WORDS in visitor.get("/").text


def test_my_own_words_are_ticked_and_public_ones_need_no_tick(member: Client, person: Person, card: Card) -> None:
    assert is_ticked(member.get(HERE).text)
    page = written(person)
    assert is_ticked(member.get(HERE).text)
    page.show()

    assert 'name="erboven"' not in member.get(HERE).text


def test_a_tick_for_my_words_is_none_for_those_of_a_colleague(
    a: Builder, opgave: Opgave, member: Client, card: Card
) -> None:
    before = member.opened(HERE)
    written(a.member(opgave, name="Femke Bruinsma"))

    answer = member.post(HERE, data=before | {"introduction": "Van mij.", "erboven": "y"})

    assert answer.status_code == 409
    assert not is_ticked(answer.text)
