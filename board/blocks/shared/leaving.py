"""Leaving, in any way, is one thing: what somebody had in hand is free for others, and it is said beforehand.

Off a team, to a role that only reads along, without access, and erased: all of them go through `_let_go`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from board.blocks import BLOCKS
from board.blocks.answers import Leaving
from board.core.opgaven import teams
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people.people import WORKS, Person, Role
from board.core.publishing import accounts
from board.db import session


@dataclass(frozen=True)
class WorkInHand:
    """Whether somebody lets go of open cards, of cards they help with, of signals they took up: never how many.

    `alone`: the opgaven that have no other opgavemanager.
    """

    cards: bool
    helping: bool
    claims: bool
    alone: Sequence[Opgave] = ()

    @property
    def seen(self) -> str:
        """What the form carries, so that nobody leaves an opgave alone without having read it."""
        return ",".join(str(opgave.id) for opgave in self.alone)

    def unseen(self, seen: str) -> list[Opgave]:
        """The opgaven without another opgavemanager that the sender did not read of."""
        told = set(seen.split(","))
        return [opgave for opgave in self.alone if str(opgave.id) not in told]


def work_in_hand(person: Person, opgave: Opgave | None = None) -> WorkInHand:
    """What this person has in hand on one opgave, or in all."""
    claims = any(block.leaving.holds(person, opgave) for block in BLOCKS)
    cards, helping = teams.open_cards(person, opgave), teams.helped_cards(person, opgave)
    return WorkInHand(bool(cards), bool(helping), claims, () if opgave else teams.led_alone(person))


def leave_team(membership: Membership) -> None:
    """Off the team of one opgave. Raises LastLead."""
    teams.check_others_lead(membership)
    _let_go(Leaving(membership.person, membership.opgave))
    session.delete(membership)


def change_role(membership: Membership, role: Role) -> None:
    """Another role on the same opgave; who no longer works there lets go of the work. Raises LastLead."""
    teams.give_role(membership, role)
    if role not in WORKS:
        _let_go(Leaving(membership.person, membership.opgave))


def take_access_away(person: Person) -> None:
    """This person cannot sign in any more, and is in no team; what they did stays. Raises LastAdmin."""
    accounts.take_access_away(person)
    _let_go(Leaving(person))


def erase(person: Person) -> None:
    """Access goes, and with it name, address and what they said of themself, also in the history. Raises LastAdmin."""
    accounts.take_access_away(person)
    _let_go(Leaving(person, erased=True))
    accounts.erase_person(person)


def _let_go(leaving: Leaving) -> None:
    """The one verb: open cards and helping end, claims lapse."""
    teams.free_cards(leaving.person, leaving.opgave)
    for block in BLOCKS:
        block.leaving.let_go(leaving)
