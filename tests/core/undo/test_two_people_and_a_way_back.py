"""Two people on the cards of one board, with a way back: whatever they do, product and model agree.

The model knows four things of a card: where it stands, since which step, in which block, and what it says; and of its
result whether there is one and whether inwoners read it.
"""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy.orm import Session

from board.core.opgaven.cards import Card, CardState, ResultMissing, StillPublic
from board.core.opgaven.order import at_the_end
from board.core.opgaven.results import NotReady, Outcome, new_result
from board.core.people.people import Person
from board.core.record.history import last_step
from board.core.record.weeks import today
from board.core.undo.steps import CannotUndo, step_of, undo_step
from board.db import ledger, session
from tests.builders import Builder

BLOCKS = ("why", "citizen", "increments")
OPEN_OR_STOPPED = (CardState.IDEA, CardState.PLANNED, CardState.DOING, CardState.STOPPED)
WORDS = ("Bel tien mensen", "Schrijf één brief", "Vraag de wijkagent")
SENTENCES = ("U krijgt één brief.", "U hoort dezelfde dag iets.")
WHO = st.integers(0, 1)
WHICH = st.integers(0, 50)


@dataclass
class Model:
    """A card as it must be."""

    state: CardState
    since: int
    block: str
    action: str
    told: str = ""
    is_public: bool = False


@dataclass
class Step:
    """What somebody did to one card in one go, by field: what it was and what it became."""

    number: int
    who: int
    card: int
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    made: bool = False


class Board(RuleBasedStateMachine):
    """Everything that two people can do with cards, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.opgave = Builder().opgave()
        self.people = [Builder().member(self.opgave), Builder().member(self.opgave, name="Femke de Vries")]
        self.numbers: list[int] = []
        self.models: list[Model] = []
        self.steps: list[Step] = []
        self.clock = 0
        session.commit()

    @initialize(who=WHO)
    def begin_with_a_card(self, who: int) -> None:
        self.add(who, BLOCKS[0], WORDS[0])

    @rule(who=WHO, block=st.sampled_from(BLOCKS), action=st.sampled_from(WORDS))
    def add(self, who: int, block: str, action: str) -> None:
        self._is(who)
        card = Card(opgave=self.opgave, block=block, action=action, position=at_the_end(self.opgave.id))
        session.add(card)
        session.flush()
        self.numbers.append(card.id)
        self.models.append(Model(CardState.IDEA, self._tick(), block, action))
        self._keep(Step(0, who, len(self.models) - 1, made=True))

    @rule(who=WHO, which=WHICH, action=st.sampled_from(WORDS), block=st.sampled_from(BLOCKS))
    def edit(self, who: int, which: int, action: str, block: str) -> None:
        at, card = self._card(who, which)
        card.edit(action=action, block=block)
        self._becomes(who, at, action=action, block=block)

    @rule(who=WHO, which=WHICH, state=st.sampled_from(OPEN_OR_STOPPED))
    def move(self, who: int, which: int, state: CardState) -> None:
        at, card = self._card(who, which)
        model = self.models[at]
        if state is model.state:
            card.move(state)
            self._becomes(who, at)
        elif model.is_public:
            self._refused(StillPublic, card.move, state)
        else:
            card.move(state)
            self._becomes(who, at, state=state, since=self._tick())

    @rule(who=WHO, which=WHICH)
    def want_it_done_without_a_word(self, who: int, which: int) -> None:
        at, card = self._card(who, which)
        if self.models[at].state is not CardState.DONE:
            self._refused(ResultMissing, card.move, CardState.DONE)

    @rule(who=WHO, which=WHICH, sentence=st.sampled_from(SENTENCES))
    def finish(self, who: int, which: int, sentence: str) -> None:
        at, card = self._card(who, which)
        result = card.result or new_result(self.opgave.id)
        result.edit(sentence, Outcome.SUCCEEDED, today())
        session.add(result)
        card.finish(result)
        self.models[at].told = sentence
        is_new = self.models[at].state is not CardState.DONE
        self._becomes(who, at, **({"state": CardState.DONE, "since": self._tick()} if is_new else {}))

    @rule(who=WHO, which=WHICH)
    def publish(self, who: int, which: int) -> None:
        at, card = self._card(who, which)
        model = self.models[at]
        if card.result is None:
            return
        if model.state is CardState.DONE and not model.is_public:
            card.result.publish(by=self.people[who])
            model.is_public = True
            self._becomes(who, at)
        else:
            self._refused(NotReady, card.result.publish, self.people[who])

    @rule(who=WHO, which=WHICH)
    def withdraw(self, who: int, which: int) -> None:
        at, card = self._card(who, which)
        if card.result is None:
            return
        if self.models[at].is_public:
            card.result.withdraw("Dit klopte niet.")
            self.models[at].is_public = False
            self._becomes(who, at)
        else:
            self._refused(NotReady, card.result.withdraw, "Dit klopte niet.")

    @precondition(lambda self: self.steps)
    @rule(which=WHICH)
    def take_back(self, which: int) -> None:
        """Any step, also one that was a taking back itself, and also long after."""
        step = self.steps[which % len(self.steps)]
        self._is(step.who)
        changes = step_of(self.people[step.who], step.number)
        expected = self._after(step)
        if isinstance(expected, type):
            self._refused(expected, undo_step, changes)
        else:
            undo_step(changes)
            self._becomes(step.who, step.card, **expected)

    @rule(which=WHICH, who=WHO)
    def nobody_takes_back_what_a_colleague_did(self, which: int, who: int) -> None:
        step = self.steps[which % len(self.steps)]
        if step.who != who:
            assert step_of(self.people[who], step.number) == []

    @invariant()
    def product_and_model_agree(self) -> None:
        session.expire_all()
        for number, model in zip(self.numbers, self.models, strict=True):
            card = session.get_one(Card, number)
            assert (card.state, card.block, card.action) == (model.state, model.block, model.action)
            told = card.result.sentence if card.result else ""
            assert told == model.told
            if card.result is not None:
                assert card.result.laid == (model.state is CardState.DONE)
                assert card.result.is_public == model.is_public
            assert model.state is not CardState.DONE or model.told
            assert not model.is_public or model.state is CardState.DONE

    def _after(self, step: Step) -> dict[str, Any] | type[Exception]:
        """What taking this step back gives: new values of the card by field, or why it cannot be."""
        model = self.models[step.card]
        if step.made:
            touched = model.told or any(getattr(model, name) != now for name, (_was, now) in step.fields.items())
            return CannotUndo if touched else {"state": CardState.STOPPED, "since": self._tick()}
        theirs = {name for name, (_was, now) in step.fields.items() if getattr(model, name) != now}
        if theirs & {"state", "since"}:
            theirs |= {"state", "since"}
        mine = {name: was for name, (was, _now) in step.fields.items() if name not in theirs}
        if not mine:
            return CannotUndo
        return StillPublic if "state" in mine and model.is_public else mine

    def _becomes(self, who: int, at: int, **new: Any) -> None:
        model = self.models[at]
        step = Step(0, who, at)
        for name, value in new.items():
            if getattr(model, name) != value:
                step.fields[name] = (getattr(model, name), value)
                setattr(model, name, value)
        self._keep(step)

    def _keep(self, step: Step) -> None:
        if step.made:
            model = self.models[step.card]
            step.fields = {name: (None, getattr(model, name)) for name in ("state", "since", "block", "action")}
        step.number = last_step(session()) or 0
        session.commit()
        if step.fields:
            self.steps.append(step)

    def _refused(self, why: type[Exception], verb: Any, *arguments: Any) -> None:
        try:
            verb(*arguments)
        except why:
            session.rollback()
        else:
            raise AssertionError(f"{verb} was not refused")

    def _card(self, who: int, which: int) -> tuple[int, Card]:
        self._is(who)
        at = which % len(self.numbers)
        return at, session.get_one(Card, self.numbers[at])

    def _is(self, who: int) -> Person:
        ledger().who = self.people[who].id
        return self.people[who]

    def _tick(self) -> int:
        self.clock += 1
        return self.clock


def test_whatever_two_people_do_product_and_model_agree(session: Session) -> None:
    busy = settings(
        max_examples=25,
        stateful_step_count=30,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Board, settings=busy)
