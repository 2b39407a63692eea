"""What who leads says in the demo, what their teams ask, and since when they lead."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from board.blocks.leadership.models import (
    Decision,
    LeaderAnswer,
    LeaderNote,
    OpenQuestion,
    OwnSentence,
    SupportKind,
    SupportRequest,
    TeamQuestion,
    Thanks,
)
from board.core.opgaven.noted import Noted
from board.core.people.people import Person
from board.core.record.history import Change
from board.db import session
from board.demo.opgave import OpgaveLoader, noon, rows_by_opgave

FILE = Path(__file__).parent / "leiderschap.toml"
TOGETHER_SINCE_DAYS = 110
Row = dict[str, Any]


def load(opgaven: Mapping[str, OpgaveLoader], people: Mapping[str, Person], _today: date) -> None:
    """Let who leads speak, and their teams ask."""
    for loader, rows in rows_by_opgave(FILE, opgaven):
        _came_together(loader, people, rows.get("since", []))
        _words(loader, people, rows)
        for row in rows.get("request", []):
            _request(loader, people, row)
    session.flush()


def _came_together(loader: OpgaveLoader, people: Mapping[str, Person], since: list[Row]) -> None:
    """The team was there before the demo was loaded; who came later has a day of their own."""
    session.flush()
    days = {people[row["person"]].id: row["days_ago"] for row in since}
    of_team = select(Change).where(Change.kind == "membership", Change.opgave_id == loader.opgave.id)
    for change in session.scalars(of_team):
        person_id = change.fields["person_id"][1]
        change.at = noon(loader.ago(days.get(person_id, TOGETHER_SINCE_DAYS)))


def _words(loader: OpgaveLoader, people: Mapping[str, Person], rows: Row) -> None:
    of: Row = {"opgave_id": loader.opgave.id}
    for row in rows.get("own", []):
        _keep(loader, row, OwnSentence(person=people[row["by"]], text=row["text"], **of))
    for row in rows.get("note", []):
        note = LeaderNote(person=people[row["by"]], **of)
        note.edit(row["text"], row.get("did_not_work", False))
        _keep(loader, row, note)
    for row in rows.get("decision", []):
        decision = Decision(person=people[row["by"]], **of)
        decision.edit(row["text"], loader.ago(row["days_ago"]), row.get("why", ""), row.get("not_known_yet", ""))
        _keep(loader, row, decision)
    for row in rows.get("asked_of_team", []):
        asked = TeamQuestion(person=people[row["by"]], text=row["text"], asked_on=loader.ago(row["days_ago"]), **of)
        if "answer" in row:
            asked.reply(row["answer"], people[row["answered_by"]], loader.ago(row["answered_days_ago"]))
        _keep(loader, row, asked)
    for row in rows.get("thanks", []):
        thanks = Thanks(person=people[row["by"]], text=row["text"], given_on=loader.ago(row["days_ago"]), **of)
        thanks.card = loader.cards[row["card"]]
        _keep(loader, row, thanks)
    for row in rows.get("question", []):
        question = OpenQuestion(person=people[row["by"]], asked_on=loader.ago(row["days_ago"]), answer="", **of)
        question.edit(row["text"], row.get("answer", ""), loader.ago(row.get("answered_days_ago", 0)))
        _keep(loader, row, question)


def _keep(loader: OpgaveLoader, row: Row, thing: Noted) -> None:
    thing.noted_at = noon(loader.ago(row["days_ago"]))
    session.add(thing)


def _request(loader: OpgaveLoader, people: Mapping[str, Person], row: Row) -> None:
    request = SupportRequest(opgave=loader.opgave, card=loader.cards.get(row.get("card", "")))
    request.asked_by, request.asked_on = people[row["by"]], loader.ago(row["days_ago"])
    request.ask(SupportKind(row["kind"]), row["text"], row.get("rule", ""))
    for reply in row.get("reply", []):
        said = LeaderAnswer(reply["answer"]), reply.get("reason", "")
        request.reply(*said, by=people[reply["by"]], on=loader.ago(reply["days_ago"]))
    _keep(loader, row, request)
