"""Each block is furnished alike: who knows one, finds the way in the other four."""

import ast
import tomllib
from pathlib import Path

import pytest

from board.blocks import KEYS

BLOCKS = Path(__file__).parents[2] / "board/blocks"
ROOMS = {"__init__.py", "forms.py", "labels.py", "models.py", "queries", "routes", "rules.py", "slots"}
SLOTS = {"audit", "board", "card", "leaving", "review", "search", "today"}
every_block = pytest.mark.parametrize("key", KEYS)


def _modules(key: str) -> list[tuple[str, str]]:
    """(where a module of this block stands in it, its text)."""
    return [
        (str(file.relative_to(BLOCKS / key)), file.read_text(encoding="utf-8")) for file in (BLOCKS / key).rglob("*.py")
    ]


@every_block
def test_it_has_exactly_these_rooms(key: str) -> None:
    assert {file.name for file in (BLOCKS / key).iterdir()} - {"__pycache__"} == ROOMS
    assert (
        {"board", "card", "review", "today"}
        <= {file.stem for file in (BLOCKS / key / "slots").glob("[!_]*.py")}
        <= SLOTS
    )


@every_block
def test_what_answers_a_request_stands_in_routes_and_is_listed_there_by_name(key: str) -> None:
    assert not [where for where, text in _modules(key) if "@bp." in text and not where.startswith("routes/")]

    listed = ast.parse((BLOCKS / key / "routes/__init__.py").read_text(encoding="utf-8")).body[-1]
    assert isinstance(listed, ast.Assign)
    names = ast.literal_eval(listed.value)
    assert names == sorted(file.stem for file in (BLOCKS / key / "routes").glob("[!_]*.py"))


@every_block
def test_what_is_asked_of_the_database_stands_in_queries(key: str) -> None:
    asking = [where for where, text in _modules(key) if "select(" in text]

    assert not [where for where in asking if not where.startswith("queries/") and where != "models.py"]


def test_the_contracts_of_the_house_name_each_block() -> None:
    project = tomllib.loads((BLOCKS.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = [each for each in project["tool"]["importlinter"]["contracts"] if "block" in each["name"]]

    assert len(contracts) == 2
    for contract in contracts:
        assert {f"board.blocks.{key}" for key in KEYS} <= set(contract.get("modules") or contract["forbidden_modules"])
