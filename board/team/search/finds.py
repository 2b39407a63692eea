"""Hits as people see them: a line with the words marked, what it is about, and where it leads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy import or_, select

from board.blocks.answers import OpgavePlace, SearchKind
from board.blocks.talents.models import Talent
from board.core.opgaven.cards import CLOSED, Card
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.search.hits import Group, Hit, Hits
from board.core.search.search_terms import HighlightedPart, SearchTerms
from board.db import session
from board.team.search.kinds import KINDS, counted
from board.web.labels import STATES

PLACE = select(Opgave.id, Opgave.slug, Opgave.short_name)


@dataclass(frozen=True)
class Finds:
    """What is shown of one kind."""

    kind: SearchKind
    hits: list["Find"]
    more: bool

    @property
    def counted(self) -> str:
        return counted(self.kind, len(self.hits), self.more)


@dataclass(frozen=True)
class Find:
    """One hit on the page."""

    url: str
    pieces: list[HighlightedPart]
    about: list[str]

    @property
    def is_marked(self) -> bool:
        """The words stand in the line itself, and not only in what belongs to it."""
        return any(piece.found for piece in self.pieces)


class Finder:
    """Knows, for one reader, where hits lead. It asks as often for one hit as for a hundred."""

    def __init__(self, person: Person) -> None:
        self.reads_all = person.org_role is not None
        mine = PLACE.join(Membership).where(Membership.person_id == person.id)
        self.places = {} if self.reads_all else _by_id(mine)
        self.cards: dict[int, Any] = {}
        self.cards_of_results: dict[int, Any] = {}
        self.cards_of_lessons: dict[int, Any] = {}
        self.people: dict[int, Any] = {}
        self.people_of_talents: dict[int, Any] = {}

    def look(self, hits: Hits) -> None:
        """Ask what these hits belong to."""
        numbers = {group.kind: [hit.thing_id for hit in group.hits] for group in hits.groups}
        if self.reads_all:
            self.places = _by_id(PLACE.where(Opgave.id.in_({hit.opgave_id for hit in hits.all if hit.opgave_id})))
        if {"card", "result", "lesson"} & numbers.keys():
            self._look_at_cards(*(numbers.get(kind, []) for kind in ("card", "result", "lesson")))
        if {"person", "talent"} & numbers.keys():
            self._look_at_people(*(numbers.get(kind, []) for kind in ("person", "talent")))

    def _look_at_cards(self, cards: list[int], results: list[int], lessons: list[int]) -> None:
        asked = (Card.id, Card.state, Card.result_id, Card.lesson_id, Opgave.short_name, Result.withdrawn_at)
        query = select(*asked).join(Card.opgave).outerjoin(Card.result)
        theirs = or_(Card.id.in_(cards), Card.result_id.in_(results), Card.lesson_id.in_(lessons))
        for card in session.execute(query.where(theirs)):
            self.cards[card.id] = self.cards_of_results[card.result_id] = self.cards_of_lessons[card.lesson_id] = card

    def _look_at_people(self, people: list[int], talents: list[int]) -> None:
        query = select(Person.id, Person.name, Person.job_title, Talent.id.label("talent"))
        query = query.outerjoin(Talent, (Talent.person_id == Person.id) & Talent.id.in_(talents))
        for person in session.execute(query.where(or_(Person.id.in_(people), Talent.id.is_not(None)))):
            self.people[person.id] = self.people_of_talents[person.talent] = person

    def finds(self, hits: Hits) -> list[Finds]:
        """The hits by kind, in the order of the page, without those of which the thing itself is gone."""
        groups = {group.kind: group for group in hits.groups}
        made = (self._of(kind, groups[kind.name], hits.terms) for kind in KINDS if kind.name in groups)
        return [finds for finds in made if finds.hits]

    def _of(self, kind: SearchKind, group: Group, terms: SearchTerms) -> Finds:
        leads = self._leads(kind)
        made = ((leads(hit), terms.pieces(hit.shown)) for hit in group.hits)
        found = [Find(to[0], pieces, [part for part in to[1:] if part]) for to, pieces in made if to is not None]
        return Finds(kind, found, group.more)

    def _leads(self, kind: SearchKind) -> Callable[[Hit], tuple[str, ...] | None]:
        """Where hits of this kind lead: the block says so, or what was looked up for all hits at once."""
        if (leads := kind.leads) is not None:
            return lambda hit: leads(hit, self.places.get(hit.opgave_id or 0))
        looked_up: Callable[[Hit], tuple[str, ...] | None] = getattr(self, f"_{kind.name}")
        return looked_up

    def _card(self, hit: Hit) -> tuple[str, ...] | None:
        return self._on_card(hit, self.cards.get(hit.thing_id))

    def _result(self, hit: Hit) -> tuple[str, ...] | None:
        return self._on_card(hit, self.cards_of_results.get(hit.thing_id))

    def _on_card(self, hit: Hit, card: Any) -> tuple[str, ...] | None:
        place = self.places.get(hit.opgave_id or 0)
        if card is None or place is None:
            return None
        url = url_for("card.card", slug=place.slug, number=card.id)
        return url, place.short_name, str(STATES[card.state]) if hit.kind == "card" else ""

    def _lesson(self, hit: Hit) -> tuple[str, ...] | None:
        card = self.cards_of_lessons.get(hit.thing_id)
        # Of a card that is at work again it is no lesson yet; and what was withdrawn may be about somebody's life.
        if card is None or card.state not in CLOSED or card.withdrawn_at is not None:
            return None
        return url_for("lessons.lesson", lesson=hit.thing_id), card.short_name

    def _person(self, hit: Hit) -> tuple[str, ...] | None:
        person = self.people.get(hit.thing_id)
        return (url_for("colleagues.person", number=person.id), person.job_title) if person else None

    def _talent(self, hit: Hit) -> tuple[str, ...] | None:
        person = self.people_of_talents.get(hit.thing_id)
        return (url_for("colleagues.person", number=person.id), person.name) if person else None


def _by_id(query: Any) -> dict[int, OpgavePlace]:
    return {row.id: OpgavePlace(*row) for row in session.execute(query)}
