"""Everything in a file comes, or is named as what does not: counted apart, over many boards."""

import json
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import func, select

from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card
from board.db import session
from board.exchange.trello.plan.lists import guess
from board.exchange.trello.plan.plan import plan
from board.exchange.trello.read.export import read_export
from tests.builders import Builder
from tests.exchange.trello import boards_of_all_years, trello
from tests.exchange.trello.counting import brought, came, counted
from tests.exchange.trello.written import bring_in, how_many

# A folder with real exports of others, which are theirs and so never in this repository.
REAL = os.environ.get("OPGAVEBORD_TEST_TRELLO_EXPORTS", "")
FILES = sorted(Path(REAL).glob("*.json")) if REAL else []


def check(data: bytes, raw: trello.Json) -> None:
    board = read_export(data)
    assert brought(plan(board, guess(board), {}, set())) == counted(raw)


@pytest.mark.parametrize("year", boards_of_all_years.ALL)
def test_everything_comes_or_is_named(year: str) -> None:
    raw = boards_of_all_years.ALL[year]()

    check(trello.as_file(raw), raw)


@settings(max_examples=50, deadline=None)
@given(boards_of_all_years.boards())
def test_everything_of_any_board_comes_or_is_named(raw: trello.Json) -> None:
    check(trello.as_file(raw), raw)


def test_everything_of_real_boards_comes_or_is_named() -> None:
    for file in FILES:
        data = file.read_bytes()
        check(data, json.loads(data.decode("utf-8-sig")))


def test_what_comes_in_another_form_stands_on_the_card() -> None:
    texts = {
        card.action: card.description
        for make in boards_of_all_years.ALL.values()
        for card in trello.planned(make()).cards
    }

    assert "- Raadsdatum: 2-5-2026" in texts["Vul in"]
    assert "- (veld zonder naam): Zaak 12" in texts["Vul in"]
    assert "Plek: 52.09, 5.12" in texts["Ga langs"]
    assert "Begint op 3 januari 2026. Af op 5 januari 2026, 00:30." in texts["Ga langs"]
    assert "Leeg lijstje: Belanghebbenden" in texts["Ga langs"]
    assert "Einddatum in Trello: “volgende week”." in texts["Wanneer?"]
    assert "Kwam in Trello terug: elke maand (FREQ=MONTHLY;BYMONTHDAY=1)." in texts["Elke maand een brief"]
    assert "Gemaakt van: [Zaak 123](<https://example.org/zaak/123>)" in texts["Elke maand een brief"]
    assert "iemand@example.org" not in texts["Elke maand een brief"]


def test_what_is_planned_stands_in_the_database(a: Builder) -> None:
    opgave, whole = a.opgave(), Counter[str]()
    for make in boards_of_all_years.ALL.values():
        whole += Counter(came(bring_in(opgave, make())))

    cards, lines, said = how_many(Card, CheckItem, CardNote)
    assert (cards, lines) == (whole["cards"], whole["lines"])
    remarks = session.scalar(select(func.count()).where(CardNote.author_name == "Import uit Trello")) or 0
    assert said - remarks == whole["comments"]
