"""The fifth block of the demo: people and what they can, who asks whom, and lessons that travelled."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from board.blocks.talents.models import LessonUse, Talent, TalentKind, TalentOffer, TalentRequest
from board.core.opgaven.noted import Noted
from board.core.people.people import Person
from board.core.record.weeks import AMSTERDAM
from board.db import session
from board.demo.opgave import OpgaveLoader

Row = dict[str, Any]
SOURCE = Path(__file__).parent / "talenten.toml"


def load(opgaven: Mapping[str, OpgaveLoader], people: Mapping[str, Person], today: date) -> None:
    """Put it all into the opgaven that are there already."""
    source = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    loader = Loader(opgaven, people, today)
    loader.date_requests()
    for name in ("talent", "request", "offer", "lesson", "use"):
        for row in [*source[name], *_of_small(opgaven, name)]:
            getattr(loader, name)(row)
        session.flush()


def _of_small(opgaven: Mapping[str, OpgaveLoader], name: str) -> Iterator[Row]:
    for key, loader in opgaven.items():
        for row in loader.source.get(SOURCE.stem, {}).get(name, []):
            yield row | {"opgave": key}


class Loader:
    """Reads one row of each kind, with days counted back from today."""

    def __init__(self, opgaven: Mapping[str, OpgaveLoader], people: Mapping[str, Person], today: date) -> None:
        self.opgaven, self.people, self.today = opgaven, people, today

    def date_requests(self) -> None:
        """What the opgaven asked was written down on the day they asked it."""
        for request in session.scalars(select(TalentRequest)):
            request.noted_at = _noon(request.asked_on)

    def talent(self, row: Row) -> None:
        talent = Talent(person=self.people[row["person"]], text=row["text"], kind=TalentKind(row.get("kind", "can")))
        self._keep(talent, row["days_ago"])

    def request(self, row: Row) -> None:
        of = self.opgaven[row["opgave"]]
        request = TalentRequest(opgave=of.opgave, card=of.cards[row["card"]], words=row["words"])
        request.more, request.asked_on = row.get("more", ""), self._ago(row["days_ago"])
        self._keep(request, row["days_ago"])

    def offer(self, row: Row) -> None:
        opgave = self.opgaven[row["opgave"]].opgave
        asked = select(TalentRequest).where(TalentRequest.opgave_id == opgave.id, TalentRequest.words == row["words"])
        request, person = session.scalars(asked).one(), self.people[row["person"]]
        by = self.people.get(row.get("asked_by", ""))
        offer = request.ask(person, by) if by else request.step_forward(person, row.get("text", ""))
        if "agreed" in row:
            self._answer(offer, row["agreed"], self._ago(row["answered_days_ago"]))
        self._keep(offer, row["days_ago"])

    def _answer(self, offer: TalentOffer, agreed: bool, on: date) -> None:
        if agreed:
            offer.agree(on, on_team=True)
        else:
            offer.not_now(on)

    def lesson(self, row: Row) -> None:
        card = self.opgaven[row["opgave"]].cards[row["card"]]
        if "text" in row:
            card.learn(row["text"], self._ago(row["days_ago"]))
        assert card.lesson is not None  # noqa: S101  the demo says so
        card.lesson.fits(row.get("situation", ""))
        card.lesson.noted_at = _noon(card.lesson.learned_on)

    def use(self, row: Row) -> None:
        name, card = row["lesson"]
        by = self.opgaven[row["by"]]
        used = LessonUse(lesson=self.opgaven[name].cards[card].lesson, opgave=by.opgave)
        used.card, used.used_on = by.cards.get(row.get("card", "")), self._ago(row["days_ago"])
        self._keep(used, row["days_ago"])

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def _keep(self, thing: Noted, days_ago: int) -> None:
        thing.noted_at = _noon(self._ago(days_ago))
        session.add(thing)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), AMSTERDAM)
