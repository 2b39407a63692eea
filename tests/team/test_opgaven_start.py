"""The start check: is it really an opgave? It advises, and never decides."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client
from tests.support.opgaven import GREEN, NEW, opgaven

SignIn = Callable[[Person], Client]
DOUBTS = {
    "goal_clear": "Het doel is nog niet duidelijk.",
    "way_unclear": "De weg is al duidelijk.",
    "many_parties": "Jullie kunnen het met een paar mensen.",
}


@pytest.mark.parametrize("question", DOUBTS)
def test_one_no_gives_kind_advice_with_the_reason_and_writes_nothing(
    question: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    answer = sign_in(a.person()).post(NEW, data=GREEN | {question: "nee"})

    assert answer.status_code == 422
    assert "Misschien is een gewoon project genoeg" in answer.text
    assert [name for name, words in DOUBTS.items() if words in answer.text] == [question]
    assert 'value="Elke straat groener"' in answer.text
    assert "Hete zomers" in answer.text
    assert opgaven(session) == 0


def test_who_means_it_begins_anyway(a: Builder, sign_in: SignIn, session: Session) -> None:
    client = sign_in(a.person())
    doubtful = GREEN | {"goal_clear": "nee"}
    assert "Toch als opgave beginnen" in client.post(NEW, data=doubtful).text

    assert client.post(NEW, data=doubtful | {"anyway": "ja"}).status_code == 303
    assert opgaven(session) == 1


def test_without_doubt_nothing_asks_to_be_sure(a: Builder, sign_in: SignIn) -> None:
    assert "Toch als opgave beginnen" not in sign_in(a.person()).get(NEW).text


def test_an_empty_form_names_every_field_and_puts_the_cursor_in_the_first(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    answer = sign_in(a.person()).post(NEW, data={})

    assert answer.status_code == 422
    for name in ("title", "short_name", "goal_clear", "way_unclear", "many_parties"):
        assert f'id="{name}-fout"' in answer.text, name
    assert answer.text.count("autofocus") == 1
    assert answer.text.index("autofocus") < answer.text.index('name="short_name"')
    assert 'role="alert"' in answer.text
    assert opgaven(session) == 0


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "x" * 121),
        ("short_name", "x" * 41),
        ("summary", "x" * 601),
        ("visibility", "iedereen"),
        ("goal_clear", "?"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field_and_kept(
    field: str, text: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    answer = sign_in(a.person()).post(NEW, data=GREEN | {field: text})

    assert answer.status_code == 422
    assert f'id="{field}-fout"' in answer.text
    assert opgaven(session) == 0
    if field in {"title", "short_name", "summary"}:
        assert text in answer.text


def test_even_confirmed_an_opgave_needs_a_name(a: Builder, sign_in: SignIn, session: Session) -> None:
    answer = sign_in(a.person()).post(NEW, data=GREEN | {"title": "  ", "goal_clear": "nee", "anyway": "ja"})

    assert answer.status_code == 422
    assert opgaven(session) == 0


def test_markup_in_a_name_stays_text(a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.person())
    client.post(NEW, data=GREEN | {"title": '<b>Groen</b> & "blauw"'})

    assert "&lt;b&gt;Groen&lt;/b&gt; &amp; &#34;blauw&#34;" in client.get("/bord/opgaven").text
