"""What a building block answers that says nothing of its own: one function for each question of a slot."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from board.blocks.answers import Health, Item, Leaving, LivingAnswer, Measure, Progress, Waiting
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from board.core.record.history import Change
from board.core.record.weeks import Week


def no_answer(_opgave: Opgave, _on: date) -> LivingAnswer:
    """For a block that shows nothing at the head of the board yet."""
    return LivingAnswer(None, Progress(Health.QUIET))


def all_quiet(opgaven: Collection[int], _on: date) -> Mapping[int, Progress]:
    """For a block without a rule of its own."""
    return dict.fromkeys(opgaven, Progress(Health.QUIET))


def none_new(_opgaven: Collection[int], _week: Week) -> Mapping[int, int]:
    """For a block that counts nothing by week."""
    return {}


def no_evidence(_opgave: Opgave, _since: date) -> Sequence[Item]:
    """For a block with nothing behind its fact."""
    return ()


def no_measures(_opgave: Opgave, _since: date) -> Sequence[Measure]:
    """For a block in which nothing is measured."""
    return ()


def none_asked(_opgaven: Collection[int]) -> Mapping[int, int]:
    """For a block in which a team asks nothing of managers."""
    return {}


def no_requests(_opgave: Opgave) -> Sequence[Any]:
    """For a block in which managers have nothing to answer."""
    return ()


def no_items(_person: Person, _on: date) -> Sequence[Waiting]:
    """For a block that brings nothing to Vandaag."""
    return ()


def no_section(_opgave: Opgave, _card: Card) -> None:
    """For a block that shows nothing on the page of a card."""


def nothing_held(_person: Person, _opgave: Opgave | None) -> bool:
    """For a block in which nobody has anything in hand."""
    return False


def nothing_to_let_go(_leaving: Leaving) -> None:
    """For a block in which nothing ends when somebody leaves."""


def as_declared(_person: Person, _change: Change, _step: Sequence[Change], _role: Role | None) -> None:
    """For a block of which the tables say themselves who takes a change on them back."""
