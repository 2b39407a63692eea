"""What a building block answers: how it stands, what is behind that, what waits, and what a card says."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement

from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.search.hits import Hit


class Health(Enum):
    """Is this block alive? Never a score: an icon, a word, and the fact behind it."""

    ALIVE = "leeft"
    ASKS = "aandacht"
    QUIET = "stil"


@dataclass(frozen=True)
class Progress:
    """How a block stands on one day; the block's own `_fact.html` puts `fact` into words."""

    health: Health
    fact: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Item:
    """One thing behind a fact: what it is, its own words, its day, and where it stands."""

    what: Any
    words: str
    day: date
    url: str
    # It still waits, since its day: nothing that its week brought.
    waits: bool = False
    # Said by inwoners or for them; the screen shows that in their own letters.
    outside: bool = False
    # What the number made of it: “na 12 dagen”.
    note: str = ""
    # The number of the card whose result it is: who looks along may thank the team for it.
    card: int | None = None


@dataclass(frozen=True)
class Measure:
    """One thing that was measured of an opgave, in words; `url` is where the things stand that were counted.

    `items`: those things themselves, where they are few. With `nothing`, what to say when there are none, they matter
    more than their number.
    """

    what: Any
    says: str
    url: str
    items: Sequence[Item] = ()
    nothing: str = ""


@dataclass(frozen=True)
class LivingAnswer:
    """The block's answer to its own question now; the block's own `_answer.html` shows `shown`."""

    shown: Any
    progress: Progress


class TodayPlace(Enum):
    """Where something waits on Vandaag."""

    NOBODY = "niemand"  # nobody has taken it up
    ASKED = "gevraagd"  # somebody asks it of me
    HINT = "tip"  # a word about my own cards, for my eyes only


@dataclass(frozen=True)
class Waiting:
    """What waits for one person on Vandaag; the block's own `_today.html` shows `things`, a few at most."""

    place: TodayPlace
    things: Sequence[Any]


@dataclass(frozen=True)
class CardMark:
    """What a block says on an open card of the board, when it has something to say.

    `column` is a scalar subquery on Card, None for a card without a word; `words` puts its value into a sentence.
    """

    column: ColumnElement[Any]
    words: Callable[[Any], Any]


@dataclass(frozen=True)
class Leaving:
    """Somebody goes: from the team of one opgave, or without one from all work. Erased: their own words go too."""

    person: Person
    opgave: Opgave | None = None
    erased: bool = False


def by_day(items: Iterable[Item]) -> list[Item]:
    """The newest first."""
    return sorted(items, key=lambda item: item.day, reverse=True)


Standing = Callable[[Collection[int], date], Mapping[int, Progress]]


def of_one(progress: Standing, opgave: Opgave, on: date) -> Progress:
    """How one opgave stood at the end of that day."""
    return progress([opgave.id], on)[opgave.id]


class OpgavePlace(NamedTuple):
    """The opgave to which a hit of the search belongs, when the reader may know which."""

    id: int
    slug: str
    short_name: str


@dataclass(frozen=True)
class SearchKind:
    """One kind of thing that the search finds: its name in the index, its slug in addresses, its words on the screen.

    `leads(hit, place)`: the address of a hit and what it is about, or None for what is not there any more; without it
    the search itself knows where its hits lead.
    """

    name: str
    slug: str
    one: Any
    many: Any
    title: Any
    leads: Callable[[Hit, OpgavePlace | None], tuple[str, ...] | None] | None = None
