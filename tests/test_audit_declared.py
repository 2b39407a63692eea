"""Each audited table declares what holds for it, and what it declares is so."""

from typing import Any

import pytest
from sqlalchemy import Table

import board.tables  # noqa: F401  all of them
from board.core.people.people import OrgRole, Role
from board.core.record.audit import Audit
from board.core.record.history import AUDITED
from board.core.record.searchable import Attached, Findable
from board.db import Base
from board.team.change_log import WORDS

every_kind = pytest.mark.parametrize("kind", sorted(AUDITED))


def test_what_the_history_calls_a_kind_is_a_table() -> None:
    assert set(AUDITED) <= set(Base.metadata.tables)
    assert {"card", "need", "talent", "council_line"} <= set(AUDITED)


@every_kind
def test_a_table_declares_who_sees_it_who_undoes_it_and_what_becomes_of_it(kind: str) -> None:
    declared = vars(AUDITED[kind]).get("__audit__")

    assert isinstance(declared, Audit), f"{kind}: say __audit__ = Audit(…) on the model"
    assert all(isinstance(role, Role | OrgRole) for role in declared.undone_by)


@every_kind
def test_the_columns_that_it_names_are_there(kind: str) -> None:
    declared, columns = AUDITED[kind].__audit__, set(Base.metadata.tables[kind].columns.keys())

    assert declared.public in (True, False) or declared.public <= columns  # type: ignore[operator]
    assert declared.own in {"", *columns}


@every_kind
def test_it_says_that_it_is_found_when_it_is(kind: str) -> None:
    assert AUDITED[kind].__audit__.searchable == issubclass(AUDITED[kind], Findable | Attached)


@every_kind
def test_what_the_history_of_a_card_tells_has_words(kind: str) -> None:
    assert AUDITED[kind].__audit__.told_on_card == (kind in {*WORDS, "card"})


@every_kind
def test_it_says_that_it_stands_in_the_file_of_its_opgave_when_it_does(kind: str) -> None:
    assert AUDITED[kind].__audit__.exported == (kind in _of_an_opgave())


def _of_an_opgave() -> set[str]:
    """The tables whose rows go with an opgave, and so stand in its file (`opgave_export.rows`)."""
    ours = {"opgave"}
    for table in Base.metadata.sorted_tables:
        if _goes_with(table, ours):
            ours.add(table.name)
    return ours


def _goes_with(table: Table, ours: set[str]) -> bool:
    keys: list[Any] = [key for column in table.columns for key in column.foreign_keys]
    return any(key.column.table.name in ours and key.ondelete == "CASCADE" for key in keys)
