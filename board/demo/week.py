"""The demo's words around a week: who wrote them, and what stands first."""

from datetime import date
from typing import Any

from sqlalchemy import select

from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.publishing.week_pages import week_page
from board.core.record.weeks import Week
from board.db import session


def load(rows: list[dict[str, Any]], people: dict[str, Person], today: date) -> None:
    """What stands above each week of the file; inwoners read it when the file says so."""
    for row in rows:
        page = week_page(Week.of(today).plus(row["week"]))
        session.add(page)
        page.write(row["introduction"], people[row["by"]])
        if row["shown"]:
            page.show()
        if "first" in row:
            page.arrange(_numbers(row["first"], page.id))
    session.flush()


def _numbers(sentence: str, week: int) -> list[int]:
    """The result that begins with these words."""
    query = select(Result.id).where(Result.week == week, Result.sentence.startswith(sentence, autoescape=True))
    return list(session.scalars(query))
