"""What a building block offers to the rest of the house: a slot for each screen that asks, with a default in each."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import Blueprint

from board.blocks.answers import CardMark, Item, Leaving, LivingAnswer, Measure, SearchKind, Standing, Waiting
from board.blocks.defaults import (
    all_quiet,
    as_declared,
    no_answer,
    no_evidence,
    no_items,
    no_measures,
    no_requests,
    no_section,
    none_asked,
    none_new,
    nothing_held,
    nothing_to_let_go,
)
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from board.core.record.history import Change
from board.core.record.weeks import Week


@dataclass(frozen=True)
class BoardSlot:
    """What the board asks of a block.

    `living_answer(opgave, today)`: the answer to its own question now, in at most one query. `mark`: what it says on
    open cards, or None.
    """

    living_answer: Callable[[Opgave, date], LivingAnswer] = no_answer
    mark: CardMark | None = None


@dataclass(frozen=True)
class ReviewSlot:
    """What Voortgang asks of a block; each in a constant number of queries.

    `progress(opgaven, on)`: how each of these opgaven, by id, stood at the end of a day. `count_new(opgaven, week)`:
    how many things a week brought, by id, without those that got none. `evidence(opgave, since)`: those things, with
    what still waits, the newest first. `measures(opgave, since)`: what can be measured of the work, never of a person.
    `count_requests(opgaven)`: how much each team asks of managers and waits for. `requests(opgave)`: those things,
    which the template `asked` shows with a form to help. `actions(opgave)`: what a manager can say to the team, for
    the template `along`; None when there is nothing to say.
    """

    progress: Standing = all_quiet
    count_new: Callable[[Collection[int], Week], Mapping[int, int]] = none_new
    evidence: Callable[[Opgave, date], Sequence[Item]] = no_evidence
    measures: Callable[[Opgave, date], Sequence[Measure]] = no_measures
    count_requests: Callable[[Collection[int]], Mapping[int, int]] = none_asked
    requests: Callable[[Opgave], Sequence[Any]] = no_requests
    actions: Callable[[Opgave], Any] | None = None


@dataclass(frozen=True)
class TodaySlot:
    """What Vandaag asks of a block. `items(person, today)`: what waits for this person, a few of each at most."""

    items: Callable[[Person, date], Sequence[Waiting]] = no_items


@dataclass(frozen=True)
class CardSlot:
    """What the page of a card asks of a block. `section(opgave, card)`: its part of that page; None shows nothing."""

    section: Callable[[Opgave, Card], Any] = no_section


@dataclass(frozen=True)
class LeavingSlot:
    """What is asked of a block when somebody leaves.

    `holds(person, opgave)`: whether they have something in hand here, of one opgave or (None) of all.
    `let_go(leaving)`: lets go of that.
    """

    holds: Callable[[Person, Opgave | None], bool] = nothing_held
    let_go: Callable[[Leaving], None] = nothing_to_let_go


@dataclass(frozen=True)
class AuditSlot:
    """What the history and “Ongedaan maken” ask of a block about its own tables.

    `history`: what the history of a card says of a change on something that belongs to it, by kind of thing: when it
    was made, when a field of that name changed, and "" otherwise. `may_undo(person, change, step, role)`: whether this
    person, with this role on the opgave, may take this change of a whole step back; None when the roles that its
    table declares say so.
    """

    history: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    may_undo: Callable[[Person, Change, Sequence[Change], Role | None], bool | None] = as_declared


@dataclass(frozen=True)
class Block:
    """One of the building blocks: some words, its pages, and a slot for each screen that asks it something.

    `routes`: the first holds its page on one opgave, at the endpoint `<key>.index`; others those over all opgaven.
    `icon`: the name of its drawing in `icons.svg`. `takes_new_cards`: a card lands here, and a phone opens here, when
    nobody chose a block. `search`: the kinds of things that the search finds for this block.
    """

    number: int
    key: str
    slug: str
    title: Any
    question: Any
    routes: tuple[Blueprint, ...]
    icon: str = "blok"
    takes_new_cards: bool = False
    board: BoardSlot = BoardSlot()
    review: ReviewSlot = ReviewSlot()
    today: TodaySlot = TodaySlot()
    card: CardSlot = CardSlot()
    leaving: LeavingSlot = LeavingSlot()
    audit: AuditSlot = AuditSlot()
    search: tuple[SearchKind, ...] = ()

    def template(self, name: str) -> list[Any]:
        """Where the template of a slot stands: the block's own, or what stands there for a block that has none.

        `name`: answer, fact, rule, asked, along, today or card.
        """
        return [f"blocks/{self.key}/slots/_{name}.html", f"blocks/slots/_{name}.html"]
