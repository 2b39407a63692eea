"""What a building block offers to the board, to managers, and to the demo."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from flask import Blueprint
from sqlalchemy import ColumnElement

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import Week


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


class Place(Enum):
    """Where something waits on Vandaag."""

    NOBODY = "niemand"  # nobody has taken it up
    ASKED = "gevraagd"  # somebody asks it of me
    HINT = "tip"  # a word about my own cards, for my eyes only


@dataclass(frozen=True)
class Waiting:
    """What waits for one person on Vandaag; the block's own `_today.html` shows `things`, a few at most."""

    place: Place
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


def nothing_ends(_leaving: Leaving) -> None:
    """For a block in which nobody has anything in hand."""


def nothing_waits(_person: Person, _on: date) -> Sequence[Waiting]:
    """For a block that asks nothing on Vandaag."""
    return ()


def by_day(items: Iterable[Item]) -> list[Item]:
    """The newest first."""
    return sorted(items, key=lambda item: item.day, reverse=True)


def nothing_asked(_opgaven: Collection[int]) -> Mapping[int, int]:
    """For a block in which a team asks nothing of who leads."""
    return {}


def nothing_to_help_with(_opgave: Opgave) -> Sequence[Any]:
    """For a block in which who looks along has nothing to answer."""
    return ()


def nothing_measured(_opgave: Opgave, _since: date) -> Sequence[Measure]:
    """For a block in which nothing is measured."""
    return ()


def nothing_on_cards(_opgave: Opgave, _card: Card) -> None:
    """For a block that shows nothing on the page of a card."""


Standing = Callable[[Collection[int], date], Mapping[int, Progress]]


def of_one(progress: Standing, opgave: Opgave, on: date) -> Progress:
    """How one opgave stood at the end of that day."""
    return progress([opgave.id], on)[opgave.id]


@dataclass(frozen=True)
class Block:
    """One of the five building blocks: some words, its pages, and the questions it can answer.

    `living_answer(opgave, today)` may ask the database one query; the others a constant number each:
    `progress(opgaven, on)` as each of these opgaven (by id) stood at the end of a day, `news(opgaven, week)` how many
    things a week brought, `evidence(opgave, since)` those things themselves with what still waits, the newest first,
    `waits(person, today)` for Vandaag, and `on_card(opgave, card)` for the page of a card, where None shows nothing.
    `measures(opgave, since)` is what can be measured of it: of the work, never of a person.
    `asks(opgaven)`: how much each team asks of who looks along, and waits for; `asked(opgave)` those things themselves,
    which the block's own `_asked.html` shows with a form to help. `along(opgave)`: what who looks along can say to the
    team, for its `_along.html`. `elsewhere` has the pages over all opgaven. `ends(leaving)` lets go of what somebody
    who leaves has in hand here.
    """

    number: int
    key: str
    slug: str
    title: Any
    question: Any
    routes: Blueprint
    living_answer: Callable[[Opgave, date], LivingAnswer]
    progress: Standing
    news: Callable[[Collection[int], Week], Mapping[int, int]]
    evidence: Callable[[Opgave, date], Sequence[Item]]
    measures: Callable[[Opgave, date], Sequence[Measure]] = nothing_measured
    waits: Callable[[Person, date], Sequence[Waiting]] = nothing_waits
    on_card: Callable[[Opgave, Card], Any] = nothing_on_cards
    asks: Callable[[Collection[int]], Mapping[int, int]] = nothing_asked
    asked: Callable[[Opgave], Sequence[Any]] = nothing_to_help_with
    along: Callable[[Opgave], Any] | None = None
    elsewhere: tuple[Blueprint, ...] = ()
    mark: CardMark | None = None
    ends: Callable[[Leaving], None] = nothing_ends

    @property
    def answer_template(self) -> str:
        return f"blocks/{self.key}/slots/_answer.html"

    @property
    def fact_template(self) -> str:
        return f"blocks/{self.key}/slots/_fact.html"

    @property
    def rule_template(self) -> str:
        return f"blocks/{self.key}/slots/_rule.html"

    @property
    def asked_template(self) -> str:
        return f"blocks/{self.key}/slots/_asked.html"

    @property
    def along_template(self) -> str:
        return f"blocks/{self.key}/slots/_along.html"

    @property
    def today_template(self) -> str:
        return f"blocks/{self.key}/slots/_today.html"

    @property
    def card_template(self) -> str:
        return f"blocks/{self.key}/slots/_card.html"
