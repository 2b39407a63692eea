"""The way back is mine: offered for what I just did, never for a colleague's work, and it wipes nobody's words."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from board.blocks.citizen.models import Signal
from board.core.cards import Card, CardState
from board.core.history import Change
from board.core.lessons import Lesson
from board.core.opgaven import Opgave
from board.core.people import Person
from board.core.results import Result
from board.core.weeks import today
from tests.builders import Builder
from tests.client import Client

BOARD = "/bord/opgaven/schulden"
TOLD = {
    "sentence": "U krijgt één brief.",
    "outcome": "deels",
    "lesson": "Bel eerst.",
    "situation": "geen gehoor",
    "evidence_kind": "quote",
    "evidence_text": "Dat scheelt!",
    "happened_on": today().isoformat(),
}


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave(slug="schulden")


@pytest.fixture
def ruth(a: Builder, opgave: Opgave, sign_in: Callable[[Person], Client]) -> Client:
    return sign_in(a.member(opgave, name="Ruth Pinas"))


@pytest.fixture
def femke(a: Builder, opgave: Opgave, sign_in: Callable[[Person], Client]) -> Client:
    return sign_in(a.member(opgave, name="Femke de Vries"))


@pytest.fixture
def card(a: Builder, opgave: Opgave) -> Card:
    return a.card(opgave, "Bel tien mensen", state=CardState.DOING)


def page(card: Card, more: str = "") -> str:
    return f"{BOARD}/kaarten/{card.id}{more}"


def way_back(answer: TestResponse, client: Client) -> str | None:
    """The address of “Ongedaan maken” in the message that follows this answer."""
    shown = answer.text if answer.status_code == 200 else client.get(answer.location or "/bord").text
    message = re.search(r'id="melding".*?</div>\s*(?:</div>|<p)', shown, re.DOTALL)
    assert message, shown
    found = re.search(r'action="(/bord[^"]*/(?:terug|ongedaan)/[^"]*)"', message[0])
    return found[1].replace("&amp;", "&") if found else None


def said(answer: TestResponse, client: Client) -> str:
    shown = client.get(answer.location or "/bord").text if answer.status_code == 303 else answer.text
    found = re.search(r'class="ob-melding"><span>(.*?)</span>', shown)
    return found[1] if found else ""


def edit(client: Client, card: Card, **words: str) -> TestResponse:
    return client.post(page(card), data=client.opened(page(card)) | words)


def test_saving_without_a_change_offers_nothing(ruth: Client, femke: Client, card: Card) -> None:
    ruth.post(page(card, "/rond-af"), data=TOLD)

    answer = edit(femke, card)

    assert answer.status_code == 303
    assert way_back(answer, femke) is None


def test_dropping_a_card_where_it_stands_offers_nothing(ruth: Client, femke: Client, card: Card) -> None:
    edit(ruth, card, action="Bel elf mensen")

    answer = femke.htmx(f"{BOARD}/verplaats", {"kaart": str(card.id), "staat": "bezig"})

    assert way_back(answer, femke) is None
    assert way_back(femke.post(page(card, "/verplaats"), data={"naar": "staat:bezig"}), femke) is None


def test_what_i_did_is_taken_back_and_that_too(ruth: Client, card: Card) -> None:
    moved = ruth.post(page(card, "/verplaats"), data={"naar": "staat:idee"})
    first = way_back(moved, ruth)
    assert first

    back = ruth.post(first)
    assert card.state.value == "bezig"
    again = way_back(back, ruth)
    assert again
    ruth.post(again)
    assert card.state.value == "idee"


def test_taking_back_on_the_board_offers_the_way_back_with_htmx_too(ruth: Client, card: Card) -> None:
    moved = ruth.htmx(f"{BOARD}/verplaats", {"kaart": str(card.id), "staat": "idee"})
    first = way_back(moved, ruth)
    assert first

    back = ruth.htmx(first, {})

    assert card.state.value == "bezig"
    again = re.search(r'"terug": "([^"]+)"', back.headers["HX-Trigger-After-Settle"])
    assert again
    ruth.htmx(again[1], {})
    assert card.state.value == "idee"


def test_a_finish_that_is_taken_back_keeps_every_word_as_a_draft(
    ruth: Client, card: Card, session: Session, a: Builder
) -> None:
    finished = ruth.post(page(card, "/rond-af"), data=TOLD)
    result = card.result
    back = way_back(finished, ruth)
    assert back
    ruth.post(back)

    assert card.state.value == "bezig"
    assert card.result is result
    form = ruth.opened(page(card, "/rond-af"))
    assert {name: form[name] for name in TOLD} == TOLD
    assert session.scalar(select(func.count()).select_from(Result)) == 1
    assert "Bel eerst." not in ruth.get("/bord/geleerd").text

    ruth.post(page(card, "/rond-af"), data=form)
    assert card.state is CardState.DONE
    assert session.scalar(select(func.count()).select_from(Result)) == 1
    assert "Bel eerst." in ruth.get("/bord/geleerd").text


def test_a_finish_can_be_taken_back_and_forth(ruth: Client, card: Card) -> None:
    address = way_back(ruth.post(page(card, "/rond-af"), data=TOLD), ruth)
    for state in (CardState.DOING, CardState.DONE, CardState.DOING, CardState.DONE):
        assert address
        answer = ruth.post(address)
        assert card.state is state
        assert card.result is not None
        assert card.result.laid is (state is CardState.DONE)
        address = way_back(answer, ruth)


def test_a_colleague_who_takes_back_my_finish_from_the_history_leaves_my_words(
    ruth: Client, femke: Client, card: Card, session: Session
) -> None:
    ruth.post(page(card, "/rond-af"), data=TOLD)
    change = session.scalars(select(Change.id).where(Change.kind == "card").order_by(Change.id.desc())).first()

    assert femke.post(f"{BOARD}/ongedaan/{change}").status_code == 303

    assert card.state is CardState.DOING
    assert ruth.opened(page(card, "/rond-af"))["sentence"] == TOLD["sentence"]
    assert session.scalars(select(Lesson.removed_at)).one() is not None


@pytest.mark.parametrize("naar", ["staat:bezig", "staat:idee", "staat:gestopt"])
def test_a_card_that_leaves_gedaan_keeps_its_words(ruth: Client, card: Card, naar: str) -> None:
    ruth.post(page(card, "/rond-af"), data=TOLD)
    ruth.post(page(card, "/verplaats"), data={"naar": naar})
    if naar == "staat:gestopt":
        ruth.post(page(card, "/verplaats"), data={"naar": "staat:idee"})

    form = ruth.opened(page(card, "/rond-af"))

    assert {name: form[name] for name in TOLD} == TOLD


def test_a_published_result_is_not_taken_away_by_the_way_back(ruth: Client, femke: Client, card: Card) -> None:
    address = way_back(ruth.post(page(card, "/rond-af"), data=TOLD), ruth)
    femke.post(page(card, "/publiceer"), data=femke.opened(page(card, "/publiceer")))
    assert address

    answer = ruth.post(address)

    assert "Trek het eerst in" in said(answer, ruth)
    assert card.state is CardState.DONE


def test_what_a_colleague_wrote_since_stays_and_is_named(ruth: Client, femke: Client, card: Card) -> None:
    address = way_back(edit(ruth, card, action="Bel elf mensen", description="Met de lijst"), ruth)
    edit(femke, card, description="Met de nieuwe lijst")
    assert address

    answer = ruth.post(address)

    assert (card.action, card.description) == ("Bel tien mensen", "Met de nieuwe lijst")
    assert "Femke veranderde intussen de toelichting van ‘Bel tien mensen’. Dat blijft zo." in said(answer, ruth)


def test_when_a_colleague_went_on_from_all_of_it_nothing_goes_back_and_i_read_why(
    ruth: Client, femke: Client, card: Card
) -> None:
    address = way_back(ruth.post(page(card, "/verplaats"), data={"naar": "staat:gepland"}), ruth)
    femke.post(page(card, "/verplaats"), data={"naar": "staat:idee"})
    assert address

    answer = ruth.post(address)

    assert answer.status_code == 409
    assert card.state is CardState.IDEA
    assert "Femke veranderde intussen waar de kaart staat van ‘Bel tien mensen’." in answer.text
    assert "Er is niets teruggedraaid." in answer.text


def test_of_some_cards_at_once_those_that_moved_on_stay(a: Builder, ruth: Client, femke: Client, card: Card) -> None:
    other = a.card(card.opgave, "Schrijf de buurt", state=CardState.DOING)
    both = {"kaarten": [str(card.id), str(other.id)], "naar": "staat:gepland"}
    address = way_back(ruth.post(f"{BOARD}/samen", data=both), ruth)
    femke.post(page(other, "/verplaats"), data={"naar": "staat:idee"})
    assert address

    answer = ruth.post(address)

    assert (card.state, other.state) == (CardState.DOING, CardState.IDEA)
    assert "Femke veranderde intussen waar de kaart staat van ‘Schrijf de buurt’." in said(answer, ruth)


def test_a_split_goes_back_as_a_whole_and_forth(ruth: Client, card: Card, session: Session) -> None:
    split = ruth.post(page(card, "/splits"), data={"first": "Bel er één", "rest": "Bel de anderen"})
    step = session.scalars(select(Card).where(Card.split_from_id == card.id)).one()
    address = way_back(split, ruth)
    assert address

    back = ruth.post(address)
    assert (card.action, card.state, step.state) == ("Bel tien mensen", CardState.DOING, CardState.STOPPED)
    again = way_back(back, ruth)
    assert again
    ruth.post(again)
    assert (card.action, step.state) == ("Bel de anderen", CardState.PLANNED)


def test_a_split_whose_first_step_a_colleague_began_stays(
    ruth: Client, femke: Client, card: Card, session: Session
) -> None:
    split = ruth.post(page(card, "/splits"), data={"first": "Bel er één", "rest": "Bel de anderen"})
    step = session.scalars(select(Card).where(Card.split_from_id == card.id)).one()
    femke.post(page(step, "/verplaats"), data={"naar": "staat:bezig"})
    address = way_back(split, ruth)
    assert address

    ruth.post(address)

    assert (card.action, step.state) == ("Bel de anderen", CardState.DOING)


def test_a_stop_that_is_taken_back_keeps_its_lesson_as_a_draft(ruth: Client, card: Card) -> None:
    stopped = ruth.post(page(card, "/stop"), data={"lesson": "Bel eerst.", "situation": "geen gehoor"})
    address = way_back(stopped, ruth)
    assert address
    ruth.post(address)

    assert card.state is CardState.DOING
    form = ruth.opened(page(card, "/stop"))
    assert (form["lesson"], form["situation"]) == ("Bel eerst.", "geen gehoor")

    ruth.post(page(card, "/stop"), data=form | {"lesson": ""})
    assert card.lesson is not None
    assert card.lesson.removed_at is not None


def test_a_place_that_was_taken_meanwhile_is_not_shared(a: Builder, ruth: Client, femke: Client, card: Card) -> None:
    rest = [a.card(card.opgave, name, state=CardState.DOING) for name in ("tweede", "derde", "vierde")]
    between = {"kaart": str(rest[2].id), "voor": str(rest[0].id)}
    ruth.htmx(f"{BOARD}/verplaats", between)
    away = ruth.htmx(f"{BOARD}/verplaats", {"kaart": str(rest[2].id), "einde": "1"})
    femke.htmx(f"{BOARD}/verplaats", {"kaart": str(rest[1].id), "voor": str(rest[0].id)})
    address = way_back(away, ruth)
    assert address

    ruth.htmx(address, {})

    places = [one.position for one in (card, *rest)]
    assert len(set(places)) == len(places)


def test_a_signal_that_became_a_card_goes_back_and_forth(
    ruth: Client, a: Builder, opgave: Opgave, session: Session
) -> None:
    ruth.post("/bord/signalen/nieuw", data={"text": "Wie helpt mij?", "opgave": str(opgave.id)})
    signal = session.scalars(select(Signal)).one()
    ruth.get("/bord/signalen")  # its message was read
    address = way_back(ruth.post(f"/bord/signalen/{signal.id}/kaart", data={}), ruth)
    made = session.scalars(select(Card)).one()
    for state in (CardState.STOPPED, CardState.PLANNED):
        assert address
        answer = ruth.post(address)
        assert made.state is state
        address = way_back(answer, ruth)


def test_a_signal_that_a_colleague_took_up_is_not_taken_away(
    ruth: Client, femke: Client, opgave: Opgave, session: Session
) -> None:
    address = way_back(
        ruth.post("/bord/signalen/nieuw", data={"text": "Wie helpt mij?", "opgave": str(opgave.id)}), ruth
    )
    signal = session.scalars(select(Signal)).one()
    femke.post(f"/bord/signalen/{signal.id}/pak-op")
    assert address

    answer = ruth.post(address)

    assert signal.removed_at is None
    assert "Femke ging hier al mee verder. Er is niets teruggedraaid." in said(answer, ruth)


def test_a_card_that_a_colleague_put_there_again_stays_there(ruth: Client, femke: Client, card: Card) -> None:
    address = way_back(ruth.post(page(card, "/verplaats"), data={"naar": "staat:gepland"}), ruth)
    for naar in ("staat:idee", "staat:gepland"):
        femke.post(page(card, "/verplaats"), data={"naar": naar})
    assert address

    assert ruth.post(address).status_code == 409
    assert card.state is CardState.PLANNED
