"""Do, take back, take that back: whatever was done on a board, by whoever, in whatever order."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.opgaven.cards import Card, CardState, ResultMissing, StillPublic
from board.core.opgaven.moves import Move, When, move, move_all
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome, new_result
from board.core.opgaven.splits import split
from board.core.people.people import Person
from board.core.record.history import last_step
from board.core.record.weeks import today
from board.core.undo.steps import CannotUndo, step_of, undo_step
from board.db import ledger_of
from tests.builders import Builder

SAYS = ("state", "state_since", "block", "week", "action", "description", "owner_id")
# Of the four cards mostly the same one, so that hands meet.
CARD = st.sampled_from([0, 0, 0, 1, 2, 3])
Act = Callable[[Opgave, list[Card], Person], object]


def moves(wanted: Move) -> Callable[[int], Act]:
    return lambda which: lambda opgave, cards, _who: move(opgave, cards[which].id, wanted)


def moves_before(which: int, other: int) -> Act:
    return lambda opgave, cards, _who: move(opgave, cards[which].id, Move(before=cards[other].id))


def edits(which: int, **words: Any) -> Act:
    return lambda _opgave, cards, _who: cards[which].edit(**words)


def takes(which: int) -> Act:
    return lambda _opgave, cards, who: cards[which].edit(owner=who)


def finishes(which: int, sentence: str, lesson: str) -> Act:
    def finish(opgave: Opgave, cards: list[Card], _who: Person) -> None:
        result = cards[which].result or new_result(opgave.id)
        result.edit(sentence, Outcome.PARTLY, today(), "wij belden", lesson)
        cards[which].finish(result)

    return finish


def splits(which: int) -> Act:
    return lambda _opgave, cards, _who: split(cards[which], "de eerste stap", "de rest")


def stops(which: int, lesson: str) -> Act:
    return lambda _opgave, cards, _who: cards[which].stop(lesson)


def all_go(which: set[int], wanted: Move) -> Act:
    return lambda opgave, cards, _who: move_all(opgave, [cards[one].id for one in which], wanted)


STATE = st.sampled_from([state for state in CardState if state is not CardState.DONE])
WANTED = st.one_of(
    st.builds(Move, state=STATE),
    st.builds(Move, block=st.sampled_from(["why", "citizen", "talents"])),
    st.builds(Move, when=st.sampled_from(When)),
    st.builds(Move, to_the_end=st.just(True)),
)
WORDS = st.sampled_from(["Bel", "Schrijf", "Ga langs"])
LESSON = st.sampled_from(["", "Bel eerst."])
ACT: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda which, wanted: moves(wanted)(which), CARD, WANTED),
    st.builds(moves_before, CARD, CARD),
    st.builds(lambda which, text: edits(which, action=text), CARD, WORDS),
    st.builds(lambda which, text, week: edits(which, description=text, week=week), CARD, WORDS, st.just(202650)),
    st.builds(takes, CARD),
    st.builds(finishes, CARD, WORDS, LESSON),
    st.builds(splits, CARD),
    st.builds(stops, CARD, LESSON),
    st.builds(all_go, st.sets(CARD, min_size=1), WANTED),
)
SHORT = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Board:
    """Four cards of a new opgave, and two people at work on them."""

    def __init__(self, a: Builder, session: Session) -> None:
        self.session = session
        self.opgave = a.opgave()
        self.me, self.colleague = a.member(self.opgave), a.member(self.opgave, name="Femke")
        self.cards = [a.card(self.opgave, f"kaart {number}") for number in range(4)]
        session.commit()

    def step(self, who: Person, do: Callable[[], object]) -> int | None:
        """The number of what this person did in one go; None when that could not be, or changed nothing."""
        ledger_of(self.session).who = who.id
        try:
            with self.session.no_autoflush:
                do()
            number = last_step(self.session)
        except (ResultMissing, StillPublic, ValueError):
            number = None
            self.session.rollback()
        self.session.commit()
        return number

    def act(self, who: Person, act: Act) -> int | None:
        return self.step(who, lambda: act(self.opgave, self.cards, who))

    def back(self, number: int) -> int | None:
        """Take a step of mine back; the number of that. Raises CannotUndo."""
        try:
            return self.step(self.me, lambda: undo_step(step_of(self.me, number)))
        except CannotUndo:
            self.session.rollback()
            raise

    def says(self) -> dict[int, dict[str, Any]]:
        self.session.expire_all()
        return {card.id: {name: getattr(card, name) for name in SAYS} for card in self.all()}

    def all(self) -> list[Card]:
        query = select(Card).where(Card.opgave_id == self.opgave.id).order_by(Card.position)
        return list(self.session.scalars(query))

    def line(self, of: set[int]) -> list[int]:
        return [card.id for card in self.all() if card.id in of]

    def check(self) -> None:
        """What holds at any moment."""
        cards = self.all()
        assert len({card.position for card in cards}) == len(cards)
        for card in cards:
            assert card.state is not CardState.DONE or (card.result is not None and card.result.is_complete)
            assert card.result is None or card.result.laid is (card.state is CardState.DONE)


@SHORT
@given(before=st.lists(ACT, max_size=4), mine=ACT)
def test_taken_back_it_is_as_it_was_and_taken_back_again_as_i_left_it(
    a: Builder, session: Session, before: list[Act], mine: Act
) -> None:
    board = Board(a, session)
    for act in before:
        board.act(board.me, act)
    there = board.says()
    line = board.line(set(there))
    number = board.act(board.me, mine)
    after = board.says()
    if number is None or not step_of(board.me, number):
        return

    undone = board.back(number)
    now = board.says()
    assert {card: now[card] for card in there} == there
    assert board.line(set(there)) == line
    assert all(now[card]["state"] is CardState.STOPPED for card in now.keys() - there.keys())
    board.check()
    assert undone

    board.back(undone)
    assert board.says() == after
    board.check()


@SHORT
@given(before=st.lists(ACT, max_size=2), mine=ACT, theirs=st.lists(ACT, min_size=1, max_size=3))
def test_what_a_colleague_did_since_is_never_wiped(
    a: Builder, session: Session, before: list[Act], mine: Act, theirs: list[Act]
) -> None:
    board = Board(a, session)
    for act in before:
        board.act(board.colleague, act)
    number = board.act(board.me, mine)
    if number is None:
        return
    was = board.says()
    for act in theirs:
        board.act(board.colleague, act)
    left = board.says()

    try:
        board.back(number)
    except CannotUndo:
        assert board.says() == left
    now = board.says()
    for card, fields in left.items():
        changed = [name for name in SAYS if card not in was or fields[name] != was[card][name]]
        assert {name: now[card][name] for name in changed} == {name: fields[name] for name in changed}
    board.check()


@pytest.mark.parametrize("times", [1, 2, 5])
def test_back_and_forth_as_often_as_somebody_likes(a: Builder, session: Session, times: int) -> None:
    board = Board(a, session)
    number = board.act(board.me, finishes(0, "U krijgt één brief.", "Bel eerst."))
    for _time in range(times):
        assert number
        number = board.back(number)
        assert board.cards[0].state.value == "idee"
        assert number
        number = board.back(number)
        assert board.cards[0].state.value == "gedaan"
