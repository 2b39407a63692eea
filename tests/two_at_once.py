"""Forms on what stands there already, each with something to change in it by two people."""

from collections.abc import Callable
from dataclasses import dataclass

from board.core.cards import Card, CardState
from board.core.opgaven import Opgave
from board.core.people import Person, Role
from board.db import session
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


def _card(a: Builder, opgave: Opgave, _me: Person) -> str:
    return _of(a.card(opgave))


def _finish(a: Builder, opgave: Opgave, _me: Person) -> str:
    return _of(_told(a, opgave), "/rond-af")


def _published(a: Builder, opgave: Opgave, me: Person) -> str:
    card = _told(a, opgave)
    assert card.result
    card.result.publish(by=me)
    return _of(card, "/rond-af")


def _told(a: Builder, opgave: Opgave) -> Card:
    card = a.card(opgave, state=CardState.DOING)
    a.result(card)
    session.flush()
    return card


def _of(card: Card, rest: str = "") -> str:
    return f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}{rest}"


CASES = {
    "a card": TwoAtOnce(_card, ("action", "Bel dertig ouders"), ("description", "Ruth heeft de nummers")),
    "the labels of a card": TwoAtOnce(_card, ("action", "Bel dertig ouders"), ("labels", "bellen")),
    "a result": TwoAtOnce(_finish, ("deed", "wij belden lang"), ("lesson", "Bel na vijven.")),
    "a published result": TwoAtOnce(_published, ("deed", "wij belden lang"), ("lesson", "Bel na vijven.")),
}
