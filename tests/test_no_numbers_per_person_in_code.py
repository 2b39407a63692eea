"""No number per person, target or ranking can be written down: read from the code itself (PRODUCT.md, rule 7)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from wtforms import Form

from board.core.people.people import Person
from board.db import Base

ROOT = Path(__file__).parent.parent
NUMBERS = {"count", "sum", "avg", "Counter", "rank", "row_number", "dense_rank", "mean", "median"}
GROUPS = {"group_by", "groupby", "partition_by"}
# Functions that count and name a person in one breath, and why that is no number of a person.
OF_NO_PERSON = {
    "board/blocks/increments/queries/bricks.py:cards_in_hand": "a hint about one's own cards, on one's own Vandaag",
    "board/blocks/leadership/queries/support_requests.py:known_rules": "on how many opgaven a rule stood in the way",
    "board/core/publishing/ready.py:count_results_of_week": "the bricks of all teams of a reader, who says which",
    "board/seed/__init__.py:_people": "numbers the addresses of invented people: itertools.count",
}
# Fields with such a name that judge nobody.
NO_TARGET = {"NewForm.goal_clear": "is this an opgave at all? Answered for oneself, and kept nowhere"}
JUDGES = re.compile(
    r"(^|_)(target|score|rating|points|goal|doel|quota|kpi|percent|percentage|progress_percent"
    r"|approved?|approval|goedgekeurd|goedkeuring|akkoord|reject(ed)?|afgekeurd|rank(ing)?)(_|$)"
)
VERDICTS = re.compile(r"approve|reject|goedkeur|afkeur|keur-?(goed|af)|akkoord|beoordeel|score|ranglijst|ranking")


def person_names() -> set[str]:
    """What a person is called in a query: every column that points at one, and the relationship of it."""
    columns = {
        column.name
        for table in Base.metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == Person.__tablename__ for key in column.foreign_keys)
    }
    return columns | {name.removesuffix("_id") for name in columns} | {"Person"}


def functions() -> Iterator[tuple[str, ast.AST]]:
    """Every function of the product, as “file:name”, and what stands outside of them, as “file:”."""
    for file in sorted((ROOT / "board").rglob("*.py")):
        yield from functions_of(file.read_text(), str(file.relative_to(ROOT)))


def functions_of(source: str, name: str) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.Assign):
            yield f"{name}:{getattr(node, 'name', '')}", node


def called(node: ast.AST, names: set[str]) -> list[ast.Call]:
    """The calls in it of something with one of these names: `func.count()`, `Counter()`, `.group_by()`."""
    return [
        one
        for one in ast.walk(node)
        if isinstance(one, ast.Call)
        and (getattr(one.func, "attr", None) in names or getattr(one.func, "id", None) in names)
    ]


def named(node: ast.AST) -> set[str]:
    """What is asked of things in it (`card.owner_id`), and of which models (`Person.name`)."""
    asked = [one for one in ast.walk(node) if isinstance(one, ast.Attribute)]
    return {one.attr for one in asked} | {one.value.id for one in asked if isinstance(one.value, ast.Name)}


def groups_by_person(node: ast.AST) -> bool:
    """Whether it makes groups, one for each person."""
    arguments = (
        given for call in called(node, GROUPS) for given in [*call.args, *(one.value for one in call.keywords)]
    )
    return any(named(given) & person_names() for given in arguments)


def counts_and_names(node: ast.AST) -> bool:
    """Whether it counts something, and names a person as well."""
    return bool(called(node, NUMBERS)) and bool(named(node) & person_names())


def test_nothing_is_grouped_by_person() -> None:
    assert [name for name, node in functions() if groups_by_person(node)] == []


def test_what_counts_names_no_person() -> None:
    found = {name for name, node in functions() if counts_and_names(node)}

    assert found - OF_NO_PERSON.keys() == set(), "is this a number per person? If not, say why in OF_NO_PERSON"
    assert OF_NO_PERSON.keys() <= found, "gone, so it needs no reason any more"


@pytest.mark.parametrize(
    "planted",
    [
        "def busiest(): return select(Card.owner_id, func.count()).group_by(Card.owner_id)",
        "def busiest(): return select(Person.name, func.sum(Card.size)).group_by(Person.id).order_by(func.sum())",
        "def answers(): return Counter(one.answered_by_id for one in requests)",
        "def mine(who): return select(func.count()).where(SupportRequest.asked_by_id == who)",
        "BUSIEST = select(func.count()).group_by(Result.published_by_id)",
        "def place(): return func.rank().over(partition_by=Card.owner_id)",
        "def by_hand(): return groupby(cards, key=lambda card: card.owner)",
    ],
)
def test_a_number_per_person_would_be_found(planted: str) -> None:
    assert any(groups_by_person(node) or counts_and_names(node) for _name, node in functions_of(planted, "planted.py"))


def test_nothing_has_a_column_for_a_target_or_a_verdict() -> None:
    columns = [f"{table.name}.{column.name}" for table in Base.metadata.tables.values() for column in table.columns]

    assert len(columns) > 100
    assert [column for column in columns if JUDGES.search(column.partition(".")[2])] == []


def test_no_form_asks_for_a_target_or_a_verdict(app: Flask) -> None:
    """The app is there, so every form was read."""
    fields = [f"{form.__name__}.{name}" for form in forms(Form) for name in vars(form) if not name.startswith("_")]

    assert len(fields) > 50
    assert {field for field in fields if JUDGES.search(field.partition(".")[2])} == NO_TARGET.keys()


def forms(kind: type[Any]) -> Iterator[type[Any]]:
    """Every form of the product."""
    for form in kind.__subclasses__():
        if form.__module__.startswith("board."):
            yield form
        yield from forms(form)


def test_nothing_can_be_approved_rejected_or_scored(app: Flask) -> None:
    rules = [f"{rule.endpoint} {rule.rule}" for rule in app.url_map.iter_rules()]

    assert len(rules) > 150
    assert [rule for rule in rules if VERDICTS.search(rule)] == []
    assert VERDICTS.search("review.approve /bord/voortgang/<slug>/goedkeuren")
