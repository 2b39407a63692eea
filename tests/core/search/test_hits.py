"""Who searches finds what they may read, whatever they type, on both databases."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.blocks.citizen.models import Need, Signal, SignalState
from board.blocks.talents.models import Talent
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import OrgRole, Person, Role
from board.core.record.weeks import today
from board.core.search import lookup
from board.core.search.hits import search
from board.db import session
from tests.builders import Builder

numbers = count(1)


def kinds(who: Person, text: str = "brief", *opgaven: Opgave) -> set[str]:
    return {hit.kind for hit in search(who, text, [opgave.id for opgave in opgaven]).all}


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    """With one of everything about a letter."""
    opgave = a.opgave()
    a.result(a.card(opgave, "Schrijf brieven"), "U krijgt één brief.")
    colleague = a.person("Brief Post")
    session.add(Need(opgave=opgave, text="Ik wil één brief", heard_on=today()))
    session.add(Lesson(opgave=opgave, text="Eén brief is genoeg", learned_on=today()))
    session.add(Talent(person=colleague, text="ik schrijf brieven"))
    session.flush()
    return opgave


def test_a_stranger_finds_lessons_and_people_and_no_work(a: Builder, opgave: Opgave) -> None:
    assert kinds(a.person()) == {"lesson", "person", "talent"}


@pytest.mark.parametrize("role", list(Role))
def test_who_has_a_role_finds_the_work_of_that_opgave(a: Builder, opgave: Opgave, role: Role) -> None:
    other = a.opgave("Elders")
    a.card(other, "Nog een brief")

    found = search(a.member(opgave, role), "brief", [opgave.id]).all

    assert {hit.kind for hit in found} == {"card", "result", "need", "lesson", "person", "talent"}
    assert other.id not in {hit.opgave_id for hit in found}


@pytest.mark.parametrize("org_role", list(OrgRole))
def test_who_watches_over_the_organisation_finds_all(a: Builder, opgave: Opgave, org_role: OrgRole) -> None:
    assert kinds(a.person(org_role=org_role)) == {"card", "result", "need", "lesson", "person", "talent"}


@pytest.mark.parametrize("opgaven", [1, lookup.FEW + 5])
def test_rights_hold_however_many_opgaven_somebody_has(a: Builder, opgave: Opgave, opgaven: int) -> None:
    mine = [a.opgave(f"Van mij {number}") for number in range(opgaven)]
    cards = [a.card(one, "Schrijf een brief") for one in mine]

    found = search(a.person(), "brief", [one.id for one in mine], limit=100).all

    assert {hit.thing_id for hit in found if hit.kind == "card"} == {card.id for card in cards}
    assert "need" not in {hit.kind for hit in found}


def signal(opgave: Opgave | None, state: SignalState, **fields: object) -> Signal:
    made = Signal(opgave=opgave, text="Vraag over een brief", heard_on=today(), state=state, **fields)
    session.add(made)
    session.flush()
    return made


def test_a_signal_that_nobody_has_is_for_everyone(a: Builder) -> None:
    opgave, stranger = a.opgave(), a.person()
    made = signal(opgave, SignalState.ORPHAN)
    assert kinds(stranger) == {"signal"}

    made.state = SignalState.CLAIMED
    session.flush()

    assert kinds(stranger) == set()
    assert kinds(stranger, "brief", opgave) == {"signal"}


def test_a_signal_without_an_opgave_is_for_everyone(a: Builder) -> None:
    signal(None, SignalState.CLAIMED)

    assert kinds(a.person()) == {"signal"}


def test_who_caught_a_signal_or_took_it_up_finds_it(a: Builder) -> None:
    opgave, caught, claimed = a.opgave(), a.person(), a.person()
    signal(opgave, SignalState.CLAIMED, caught_by_id=caught.id, claimed_by_id=claimed.id)

    assert kinds(caught) == kinds(claimed) == {"signal"}
    assert kinds(a.person()) == set()


def test_all_words_must_be_there_and_the_last_may_grow(a: Builder) -> None:
    opgave, manager = a.opgave(), a.manager()
    card = a.card(opgave, "Bel huurders over hun huurachterstand")
    a.card(opgave, "Bel de school")

    for text in ("huurder gebeld", "bellen huurach", "huurachterstanden", "HUUR", "achterstand gebeld"):
        assert [hit.thing_id for hit in search(manager, text, []).all] == [card.id], text
    for text in ("huurders school", "huu bel", "stand"):
        assert search(manager, text, []).all == [], text


def test_exact_words_come_first_and_then_the_newest(a: Builder) -> None:
    opgave = a.opgave()
    old, middle, new = (a.card(opgave, text) for text in ("Eén brief", "Twee brieven", "Drie brieven"))

    assert [hit.thing_id for hit in search(a.manager(), "brief", []).all] == [old.id, new.id, middle.id]


@pytest.mark.parametrize("newest", [2, 5000])
def test_of_each_kind_there_is_so_much_and_it_is_known_when_there_is_more(
    a: Builder, monkeypatch: pytest.MonkeyPatch, newest: int
) -> None:
    monkeypatch.setattr(lookup, "NEWEST", newest)
    opgave = a.opgave()
    cards = [a.card(opgave, "Schrijf een brief") for _ in range(4)]
    for _ in range(3):
        a.card(opgave, "Bel tien mensen")

    few, all_of_them = (search(a.manager(), "brief", [], limit=limit).groups[0] for limit in (3, 4))

    assert [hit.thing_id for hit in few.hits] == [card.id for card in cards[:0:-1]]
    assert (few.more, all_of_them.more) == (True, False)


def test_one_kind_by_itself(a: Builder, opgave: Opgave) -> None:
    assert {hit.kind for hit in search(a.manager(), "brief", [], kind="need").all} == {"need"}
    assert search(a.manager(), "brief", [], kind="nothing").all == []


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", '"', "'", "*", "(", "NEAR(brief, 2)", "brief AND", "NOT brief", 'body:"brief"', "brief*"),
        *("brief'", "brief\\", "brief:*", "brief & !", "%s %(x)s :x", "§0", "§card", "brief\x00", "\ud800brief"),
        *("é" * 10_000, "brief " * 5_000, "x" * 10_000, "🙂", "१२३", "ﬁets", "İstanbul"),
    ],
)
def test_nothing_that_is_typed_is_an_order_to_a_database(a: Builder, opgave: Opgave, text: str) -> None:
    stranger = a.person()

    assert kinds(stranger, text) <= {"lesson", "person", "talent"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_what_is_written_is_found_by_its_own_words(a: Builder, text: str) -> None:
    text = text.replace("\x00", " ")
    card = a.card(a.opgave(slug=f"zoek-{next(numbers)}"), "Kaart", description=text)

    found = search(a.person(), f"kaart {text}", [card.opgave_id], kind="card").all

    assert [hit.thing_id for hit in found] == [card.id]
