"""Finishing: no path reaches gedaan without a result, and every outcome counts."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.test import TestResponse

from board.core.opgaven.cards import Card, CardState, ResultMissing
from board.core.opgaven.moves import Move, move
from board.core.opgaven.results import EvidenceKind, Outcome, new_result
from board.core.people.people import Person
from board.core.record.weeks import Week, today
from board.core.undo import changes
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def url(card: Card, rest: str = "/rond-af") -> str:
    return f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}{rest}"


def finish(client: Client, card: Card, **typed: Any) -> TestResponse:
    data = {
        "sentence": "U krijgt één brief.",
        "outcome": "gelukt",
        "happened_on": today().isoformat(),
        "deed": "wij belden",
    }
    return client.post(url(card), data=data | typed)


@pytest.fixture
def card(a: Builder) -> Card:
    return a.card(a.opgave(), "Bel tien mensen", state=CardState.DOING)


@pytest.fixture
def member(a: Builder, card: Card, sign_in: SignIn) -> Client:
    return sign_in(a.member(of=card.opgave))


def test_a_sentence_and_save_is_all_it_takes(member: Client, card: Card) -> None:
    assert "Rond af: bel tien mensen" in member.get(url(card)).text

    assert finish(member, card).status_code == 303
    assert card.state is CardState.DONE
    assert card.result is not None
    assert (card.result.sentence, card.result.week) == ("U krijgt één brief.", Week.now().code)
    assert not card.result.is_public


@pytest.mark.parametrize("sentence", ["", "   ", "x" * 281])
def test_without_a_sentence_it_is_not_done(member: Client, card: Card, sentence: str) -> None:
    answer = finish(member, card, sentence=sentence, deed="wij belden lang")

    assert answer.status_code == 422
    assert "wij belden lang" in answer.text
    assert card.state is CardState.DOING
    assert card.result is None


def test_not_succeeded_asks_for_the_lesson(member: Client, card: Card) -> None:
    answer = finish(member, card, outcome="geleerd")
    assert answer.status_code == 422
    assert "Schrijf op wat je leerde" in answer.text

    assert finish(member, card, outcome="geleerd", lesson="Niemand wist het.").status_code == 303
    assert card.result is not None
    assert card.result.outcome is Outcome.LEARNED


def test_tomorrow_has_not_happened_yet(member: Client, card: Card) -> None:
    answer = finish(member, card, happened_on=(today() + timedelta(days=1)).isoformat())

    assert answer.status_code == 422
    assert "Deze dag moet nog komen" in answer.text


@pytest.mark.parametrize(
    ("kind", "text", "address", "fine"),
    [
        ("count", "23 mensen belden", "", True),
        ("count", "", "", False),
        ("quote", "“Nu snap ik het.”", "", True),
        ("link", "", "https://lindewaard.example/brief", True),
        ("photo", "De nieuwe brief", "http://lindewaard.example/a.jpg", True),
        ("link", "", "javascript:alert(1)", False),
        ("link", "", "https://met spatie", False),
        ("link", "", "", False),
        ("onzin", "x", "", False),
    ],
)
def test_how_do_we_know_that(member: Client, card: Card, kind: str, text: str, address: str, fine: bool) -> None:
    answer = finish(member, card, evidence_kind=kind, evidence_text=text, evidence_url=address)

    assert answer.status_code == (303 if fine else 422)
    if fine:
        assert card.result is not None
        assert card.result.evidence is not None
        assert card.result.evidence.kind is EvidenceKind(kind)


def test_no_verb_but_finish_reaches_done(a: Builder, card: Card) -> None:
    with pytest.raises(ResultMissing):
        card.move(CardState.DONE)
    with pytest.raises(ResultMissing):
        move(card.opgave, card.id, Move(state=CardState.DONE))
    with pytest.raises(ResultMissing):
        card.state = CardState.DONE
    with pytest.raises(ResultMissing):
        card.finish(new_result(card.opgave_id))
    with pytest.raises(ResultMissing):
        Card(opgave=card.opgave, action="x", block="why", position=1.0, state=CardState.DONE)
    assert card.state is CardState.DOING


def test_reopening_keeps_the_words_for_the_next_time(a: Builder, member: Client, card: Card) -> None:
    finish(member, card)
    member.post(url(card, "/verplaats"), data={"naar": "staat:bezig"})
    assert card.state is CardState.DOING

    assert "U krijgt één brief." in member.get(url(card)).text
    assert card.result is not None
    finish(member, card, sentence="U krijgt geen brief.")
    assert card.result.sentence == "U krijgt geen brief."


def test_undoing_a_reopening_is_done_again_with_its_result(a: Builder, member: Client, card: Card) -> None:
    finish(member, card)
    member.post(url(card, "/verplaats"), data={"naar": "staat:bezig"})
    change = max(one.id for one, _who in changes.card_changes(card))

    member.post(f"/bord/opgaven/{card.opgave.slug}/ongedaan/{change}")

    assert card.state is CardState.DONE


def test_two_people_telling_the_same_result_do_not_overwrite_each_other(member: Client, card: Card) -> None:
    finish(member, card)
    seen = member.opened(url(card))
    finish(member, card, sentence="U krijgt een telefoontje.")

    answer = member.post(url(card), data=seen | {"sentence": "Mijn versie"})

    assert answer.status_code == 409
    assert "U krijgt een telefoontje." in answer.text
    assert "Mijn versie" in answer.text
    assert card.result is not None
    assert card.result.sentence == "U krijgt een telefoontje."


def test_the_preview_shows_what_is_typed_and_keeps_nothing(member: Client, card: Card) -> None:
    answer = member.htmx(url(card, "/voorbeeld"), {"sentence": "U belt en u krijgt Ruth.", "outcome": "deels"})

    assert "U belt en u krijgt Ruth." in answer.text
    assert "Deels gelukt" in answer.text
    assert card.result is None


@pytest.mark.parametrize("address", ["https://[kijk.hier", "https://", "http://x:99999/", "https:///pad"])
def test_an_address_that_leads_nowhere_is_refused(member: Client, card: Card, address: str) -> None:
    answer = finish(member, card, evidence_kind="link", evidence_text="Kijk.", evidence_url=address)

    assert answer.status_code == 422
    assert "Dit adres klopt niet." in answer.text
