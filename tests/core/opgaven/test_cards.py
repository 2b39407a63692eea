"""A card changes by its verbs, and each says when it may not."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from board.core.opgaven.cards import Card, CardState, ResultMissing, StaleCard, StillPublic, get_card, too_big
from board.core.opgaven.results import new_result
from board.core.opgaven.splits import split
from board.core.record.weeks import Week, now, today
from tests.builders import Builder


def test_a_card_with_a_draft_is_not_done_by_moving_it(a: Builder) -> None:
    done = a.card(a.opgave(), state=CardState.DOING)
    a.result(done)
    done.move(CardState.DOING)

    with pytest.raises(ResultMissing):
        done.move(CardState.DONE)

    assert done.state is CardState.DOING


def test_a_card_is_not_finished_with_words_that_are_not_said(a: Builder) -> None:
    doing = a.card(a.opgave(), state=CardState.DOING)

    with pytest.raises(ResultMissing):
        doing.finish(new_result(doing.opgave_id))

    assert (doing.state, doing.result) == (CardState.DOING, None)


@pytest.mark.parametrize("state", [CardState.IDEA, CardState.DOING, CardState.STOPPED])
def test_what_inwoners_read_holds_its_card_in_place(a: Builder, session: Session, state: CardState) -> None:
    result = a.public_result(a.opgave())
    done = session.query(Card).where(Card.result_id == result.id).one()

    with pytest.raises(StillPublic):
        done.move(state)

    assert (done.state, result.laid) == (CardState.DONE, True)


def test_a_card_that_moved_meanwhile_stays_where_a_colleague_put_it(a: Builder) -> None:
    moved = a.card(a.opgave())
    seen = moved.place
    moved.move(CardState.PLANNED)

    with pytest.raises(StaleCard):
        moved.move(CardState.DOING, seen_at=seen)
    assert moved.state.value == "gepland"

    moved.move(CardState.DOING, seen_at=moved.place)
    assert moved.state.value == "bezig"


@pytest.mark.parametrize("name", ["state", "state_since", "position", "opgave_id"])
def test_what_has_a_verb_is_not_changed_without_it(a: Builder, name: str) -> None:
    changed = a.card(a.opgave())
    before = getattr(changed, name)

    with pytest.raises(ValueError, match="changes by a verb"):
        changed.edit(**{name: None})

    assert getattr(changed, name) == before


def test_who_takes_a_card_up_has_it_in_hand(a: Builder) -> None:
    opgave = a.opgave()
    person, taken = a.member(opgave), a.card(opgave)

    taken.take(person)

    assert (taken.owner, taken.state) == (person, CardState.DOING)


def test_a_change_is_seen_at_the_time_it_was_made(a: Builder) -> None:
    changed, yesterday = a.card(a.opgave()), now() - timedelta(days=1)
    changed.changed_at = changed.state_since = yesterday

    changed.edit(description="Met de auto.")
    assert (changed.changed_at > yesterday, changed.state_since) == (True, yesterday)

    changed.changed_at = yesterday
    changed.move(CardState.DOING)
    assert changed.changed_at > yesterday
    assert changed.state_since > yesterday


def test_a_card_of_another_opgave_does_not_exist(a: Builder) -> None:
    other = a.card(a.opgave("Wonen"))

    for for_update in (False, True):
        with pytest.raises(NoResultFound):
            get_card(a.opgave(), other.id, for_update)


@pytest.mark.parametrize("state", [CardState.DONE, CardState.STOPPED])
def test_what_is_closed_is_not_split(a: Builder, state: CardState) -> None:
    closed = a.card(a.opgave(), state=CardState.DOING)
    if state is CardState.DONE:
        a.result(closed)
    else:
        closed.stop()

    with pytest.raises(ValueError, match="not split"):
        split(closed, "Bel vijf mensen", "Bel nog vijf mensen")


def test_a_lesson_keeps_its_situation_unless_somebody_says_another(a: Builder, session: Session) -> None:
    taught = a.card(a.opgave())
    taught.learn("Bel eerst.", today(), "Bij schulden")

    taught.learn("Bel altijd eerst.", today())
    assert taught.lesson is not None
    assert (taught.lesson.text, taught.lesson.situation) == ("Bel altijd eerst.", "Bij schulden")

    taught.learn("Bel altijd eerst.", today(), "")
    assert taught.lesson.situation == ""

    taught.learn(" ", today())
    assert taught.lesson.removed_at is not None
    taught.learn("Bel toch.", today())
    assert taught.lesson.removed_at is None


@pytest.mark.parametrize(
    ("state", "days", "weeks", "big"),
    [
        (CardState.DOING, 13, None, False),
        (CardState.DOING, 15, None, True),
        (CardState.PLANNED, 15, None, False),
        (CardState.PLANNED, 0, 2, False),
        (CardState.PLANNED, 0, 3, True),
        (CardState.STOPPED, 0, 3, False),
    ],
)
def test_two_weeks_is_small_enough(state: CardState, days: int, weeks: int | None, big: bool) -> None:
    week = None if weeks is None else Week.now().plus(weeks).code

    assert too_big(state, now() - timedelta(days=days), week) is big
