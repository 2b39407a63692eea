"""Forms on what stands there already, each with something to change in it by two people."""

from collections.abc import Callable
from dataclasses import dataclass

from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from tests.builders import Builder

Change = tuple[str, str]


@dataclass(frozen=True)
class TwoAtOnce:
    """A form, by the address where it is sent: what I change in it, and what a colleague changes meanwhile.

    Without `theirs` the form has one field that counts. `alone`: only one person may change it, in two windows.
    """

    address: Callable[[Builder, Opgave, Person], str]
    mine: Change
    theirs: Change | None = None
    role: Role = Role.MEMBER
    alone: bool = False
