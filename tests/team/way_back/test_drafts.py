"""What was told stays as a draft, and what was split or stopped goes back whole."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Signal
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.publishing.result_photos import photo_of
from board.core.record.history import Change
from tests.builders import Builder
from tests.client import Client
from tests.photos import ALT, give_photo
from tests.team.way_back import BOARD, TOLD, page, said, way_back


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


def test_the_photo_of_a_finish_that_is_taken_back_waits_for_the_next_one(ruth: Client, card: Card, a: Builder) -> None:
    back = way_back(ruth.post(page(card, "/rond-af"), data=TOLD), ruth)
    assert card.result
    shown = give_photo(card.result, by=a.member(card.opgave)).photo
    assert back
    ruth.post(back)

    form = ruth.get(page(card, "/rond-af"))
    assert page(card, "/foto-480.webp") in form.text
    ruth.post(page(card, "/rond-af"), data=ruth.opened(page(card, "/rond-af")))

    assert card.state is CardState.DONE
    kept = photo_of(card.result)
    assert kept
    assert kept.photo is shown
    assert kept.alt == ALT


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
