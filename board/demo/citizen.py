"""The second block of the demo: signals from outside, some of nobody, some in hand, some told back."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from board.blocks.citizen.models import Signal, SignalKind, SignalState
from board.core.people.people import Person
from board.db import session
from board.demo.opgave import OpgaveLoader, noon

FILE = Path(__file__).parent / "signalen.toml"
Row = dict[str, Any]


def load(opgaven: Mapping[str, OpgaveLoader], people: Mapping[str, Person], today: date) -> None:
    """Catch the signals, and do with each what somebody did."""
    for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["signal"]:
        loader = opgaven.get(row.get("opgave", ""))
        _go_on(_caught(row, loader, people, today), row, loader, people, today)
    session.flush()


def _caught(row: Row, loader: OpgaveLoader | None, people: Mapping[str, Person], today: date) -> Signal:
    heard_on = today - timedelta(days=row["days_ago"])
    signal = Signal(
        opgave=loader.opgave if loader else None,
        kind=SignalKind(row.get("kind", "question")),
        text=row["text"],
        behind=row.get("behind", ""),
        plan=row.get("plan", ""),
        heard_where=row["heard_where"],
        heard_on=heard_on,
        noted_at=noon(heard_on),
        caught_by=people[row["caught_by"]],
        state=SignalState.ORPHAN,
    )
    session.add(signal)
    return signal


def _go_on(signal: Signal, row: Row, loader: OpgaveLoader | None, people: Mapping[str, Person], today: date) -> None:
    if claim := row.get("claim"):
        signal.claim(people[claim["by"]], today - timedelta(days=claim["days_ago"]))
    if loader and "card" in row:
        signal.card, signal.state = loader.cards[row["card"]], SignalState.CARDED
    if "told" in row:
        signal.answer(row["told"], today - timedelta(days=row["told_days_ago"]))
    if "not_now" in row:
        signal.not_now(row["not_now"])
