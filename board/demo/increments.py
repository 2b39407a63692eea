"""The bigger results of the demo, with their piles."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from board.blocks.increments.models import BigResult
from board.core.opgaven.cards import CardState
from board.core.people.people import Person
from board.db import session
from board.demo.opgave import OpgaveLoader, noon, rows_by_opgave

FILE = Path(__file__).parent / "klein.toml"


def load(opgaven: Mapping[str, OpgaveLoader], _people: Mapping[str, Person], _today: date) -> None:
    """Pile up what the opgaven of the demo have done."""
    for loader, rows in rows_by_opgave(FILE, opgaven):
        for key in rows.get("doing", []):
            loader.cards[key].move(CardState.DOING)
        for row in rows["big"]:
            _big_result(loader, row)


def _big_result(loader: OpgaveLoader, row: dict[str, Any]) -> None:
    big = BigResult(opgave=loader.opgave, sentence=row["sentence"], noted_at=noon(loader.ago(row["days_ago"])))
    session.add(big)
    session.flush()
    for key in row["pile"]:
        result = loader.cards[key].result
        if result is not None:
            big.add(result)
    session.flush()
    if "reached_days_ago" in row:
        big.reach(loader.ago(row["reached_days_ago"]))
