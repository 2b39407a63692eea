"""One opgave of the demo, from its file into the models, with dates relative to today."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from board.blocks.citizen.models import Need
from board.blocks.talents.models import TalentRequest
from board.core.opgaven import card_parts, worries
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Audience, CitizenGroup, Membership, Opgave
from board.core.opgaven.results import Evidence, EvidenceKind, Outcome, Result, new_result
from board.core.people.people import Person, Role
from board.core.record.personal_data import StatedReason
from board.core.record.weeks import AMSTERDAM, Week, now
from board.db import session

Row = dict[str, Any]
WEDNESDAY = 3


class OpgaveLoader:
    """Makes one opgave of its file: the team, the worry, the needs, and its cards through their own verbs."""

    def __init__(self, source: Row, people: dict[str, Person], today: date) -> None:
        self.source, self.people, self.today = source, people, today
        self.week = Week.of(today)
        words = {name: value for name, value in source["opgave"].items() if name not in {"visibility", "because"}}
        self.opgave = Opgave(visibility=Audience(source["opgave"]["visibility"]), **words)
        leads = self.people[source["member"][0]["person"]]
        texts, reason = self.opgave.public_texts, source["opgave"].get("because", "")
        self.opgave.require_reason(texts, StatedReason.of(reason, texts), leads)
        groups = source.get("group", [])
        self.groups = {row["name"]: CitizenGroup(opgave=self.opgave, name=row["name"]) for row in groups}
        self.cards: dict[str, Card] = {}

    def load(self) -> None:
        session.add_all([self.opgave, *self.groups.values()])
        session.flush()
        for row in self.source["member"]:
            person = self.people[row["person"]]
            session.add(Membership(opgave=self.opgave, person=person, role=Role(row["role"])))
        for row in self.source["worry"]:
            self._worry(row)
        for row in self.source.get("need", []):
            self._need(row)
        for position, row in enumerate(self.source["card"], 1):
            self._card(row, float(position))
        for row in self.source.get("talent", []):
            self._talent(row)
        session.flush()

    def ago(self, days: int) -> date:
        """The day that lies so many days before today."""
        return self.today - timedelta(days=days)

    def _worry(self, row: Row) -> None:
        by = self.people[row["by"]] if "by" in row else None
        role = "" if by else row["signed_as"]
        signed = self.ago(row["days_ago"])
        worry = worries.sign(self.opgave, row["text"], by, role, on=signed)
        worry.noted_at = noon(signed)
        worry.show(signed)
        session.flush()
        for check_row in row.get("check", []):
            check = worry.confirm(
                check_row["sentence"], by=self.people[check_row["by"]], on=self.ago(check_row["days_ago"])
            )
            check.noted_at = noon(check.checked_on)

    def _need(self, row: Row) -> None:
        need = Need(opgave=self.opgave, text=row["text"], heard_where=row["heard_where"])
        need.heard_on, need.group = self.ago(row["days_ago"]), self.groups.get(row.get("group", ""))
        need.noted_at = noon(need.heard_on)
        session.add(need)

    def _talent(self, row: Row) -> None:
        request = TalentRequest(opgave=self.opgave, words=row["words"], asked_on=self.ago(row["days_ago"]))
        request.noted_at = noon(request.asked_on)
        request.card = self.cards.get(row.get("card", ""))
        if "found_days_ago" in row:
            request.found(on=self.ago(row["found_days_ago"]))
        session.add(request)

    def _card(self, row: Row, position: float) -> None:
        state = CardState(row.get("state", "gedaan"))
        card = Card(
            opgave=self.opgave,
            block=row["block"],
            action=row["action"],
            citizen_result=row.get("citizen_result", ""),
            state=CardState.DOING if state is CardState.DONE else state,
            week=self.week.plus(row["week"]).code if "week" in row else None,
            owner=self.people.get(row.get("owner", "")),
            group=self.groups.get(row.get("group", "")),
            description=row.get("description", ""),
            position=position,
            helpers=[self.people[key] for key in row.get("helpers", [])],
        )
        card.state_since = now() - timedelta(days=row.get("doing_since_days", 3))
        session.add(card)
        session.flush()
        self.cards[row["key"]] = card
        card.labels = card_parts.labels_named(self.opgave, row.get("labels", []))
        checklist = row.get("checklist", [])
        items = card_parts.add_check_items(card, [words for words, _done in checklist])
        for item, (_words, done) in zip(items, checklist, strict=True):
            item.done = done
        if state is CardState.DONE:
            self._result(card, row)

    def _result(self, card: Card, row: Row) -> None:
        told: Row = row["result"]
        happened = min(
            self.week.plus(row["week"]).monday + timedelta(days=told.get("weekday", WEDNESDAY) - 1), self.today
        )
        result = new_result(self.opgave.id)
        kind = told.get("evidence_kind")
        if kind:
            result.know_by(Evidence(EvidenceKind(kind), told.get("evidence_text", ""), told.get("evidence_url", "")))
        deed, lesson = told.get("deed", ""), told.get("lesson", "")
        result.edit(told["sentence"], Outcome(told.get("outcome", "gelukt")), happened, deed, lesson)
        result.told_at = noon(happened)
        session.add(result)
        card.finish(result)
        card.state_since = noon(happened)
        if told.get("published", self.opgave.visibility is Audience.PUBLIC):
            self._publish(card, result, told, happened)

    def _publish(self, card: Card, result: Result, told: Row, happened: date) -> None:
        by = card.owner or next(iter(self.people.values()))
        result.publish(by=by)
        # On the Friday of its week, as a team would.
        friday = min(Week.of(happened).monday + timedelta(days=4), self.today)
        result.published_at = noon(friday)
        if "changed" in told:
            result.edit(told["changed"], result.outcome, happened, result.deed, result.lesson)
            result.changed_at = noon(friday + timedelta(days=3))
        if "withdrawn" in told:
            result.withdraw(told["withdrawn"])
            result.withdrawn_at = noon(friday + timedelta(days=4))


def rows_by_opgave(file: Path, opgaven: Mapping[str, OpgaveLoader]) -> Iterator[tuple[OpgaveLoader, Row]]:
    """What the file of a block says of each opgave; a small opgave says it itself, under the name of that file."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    for name, loader in opgaven.items():
        if rows := told.get(name) or loader.source.get(file.stem):
            yield loader, rows


def noon(day: date) -> datetime:
    """The middle of a day: when the people of the demo note things down. Never later than now."""
    return min(datetime.combine(day, time(12), AMSTERDAM), now())
