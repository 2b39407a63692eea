"""The first block of the demo: stories behind the worries, and which cards answer them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from board.blocks.why.models import Story
from board.blocks.why.queries.reasons import name_reason
from board.core.opgaven.worries import worry_of
from board.core.people.people import Person
from board.db import session
from board.demo.opgave import OpgaveLoader, noon, rows_by_opgave

FILE = Path(__file__).parent / "waarom.toml"


def load(opgaven: Mapping[str, OpgaveLoader], _people: Mapping[str, Person], _today: date) -> None:
    """Tell the stories, and let most cards say why they are there."""
    for loader, rows in rows_by_opgave(FILE, opgaven):
        for row in rows.get("story", []):
            _story(loader, row)
        worry = worry_of(loader.opgave)
        for key in rows.get("worry", {}).get("cards", []):
            name_reason(loader.cards[key], worry)
    session.flush()


def _story(loader: OpgaveLoader, row: dict[str, Any]) -> None:
    story = Story(opgave=loader.opgave, text=row["text"], heard_where=row["heard_where"])
    story.heard_on = loader.ago(row["days_ago"])
    story.noted_at = noon(story.heard_on)
    session.add(story)
    session.flush()
    for key in row["cards"]:
        name_reason(loader.cards[key], story)
