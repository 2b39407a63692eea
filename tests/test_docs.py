"""The pages of docs/ are true: paths exist, names stand where they are said to stand, orders are the real ones."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from flask import Flask

from board.app import create_app
from board.config import load_settings
from board.tables import LISTENERS

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), ROOT / "tests/README.md", *(ROOT / "docs").rglob("*.md")])
TOP = "board|deploy|docs|findings|migrations|static|templates|tests"
PATH = re.compile(rf"`((?:{TOP})/[^`\s]*)`")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
# What is made, or is named as something that no longer stands there.
NOT_IN_A_CHECKOUT = {"static/build/"}


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def named(page: Path) -> list[str]:
    """The paths that a page names, without those that leave a part open: `board/blocks/<key>/`."""
    return [path for path in PATH.findall(page.read_text(encoding="utf-8")) if not set("<…") & set(path)]


@pytest.mark.parametrize("page", [page for page in PAGES if page.exists()], ids=name)
def test_each_path_that_a_page_names_exists(page: Path) -> None:
    gone = [path for path in named(page) if path not in NOT_IN_A_CHECKOUT and not any(ROOT.glob(path.rstrip("/")))]

    assert not gone


@cache
def defined_in(path: str) -> frozenset[str]:
    """The functions, methods and classes that a Python file defines."""
    kinds = ast.FunctionDef | ast.ClassDef
    nodes = ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
    return frozenset(node.name for node in nodes if isinstance(node, kinds))


@pytest.mark.parametrize("page", ["docs/architecture.md", "docs/how-to-add.md"])
def test_a_function_stands_where_the_page_says(page: str) -> None:
    """On a line that names Python files, `verb()` and `Thing.verb()` are defined in one of these."""
    strange = []
    for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
        known = frozenset[str]().union(*(defined_in(path) for path in re.findall(r"`(board/[^`*<]+\.py)`", line)))
        if known:
            strange += [verb for verb in re.findall(r"`(?:\w+\.)?(\w+)\(\)`", line) if verb not in known]

    assert not strange


def test_the_listeners_stand_in_their_order() -> None:
    section = ARCHITECTURE.split("## What runs by itself")[1].split("**Before the view**")[0]
    rows = re.findall(r"^\| ([\w, ]+) \| `(\w+)` in `([^`]+)` \|", section, flags=re.MULTILINE)

    told = {moment: tuple(name for moments, name, _ in rows if moment in moments.split(", ")) for moment in LISTENERS}
    assert told == LISTENERS
    assert not [(function, path) for _, function, path in rows if function not in defined_in(path)]


@pytest.fixture
def timed(tmp_path: Path) -> Flask:
    return create_app(load_settings({}, instance=tmp_path, secret_key="test" * 8, server_timing=True))


@pytest.mark.parametrize(
    ("begin", "end"), [("**Before the view**", "**After the view**"), ("**After the view**", "Some blueprints")]
)
def test_what_stands_around_each_view_stands_in_its_order(begin: str, end: str, timed: Flask) -> None:
    section = ARCHITECTURE.split(begin)[1].split(end)[0]
    told = re.findall(r"^\d\. `(\w+)`", section, flags=re.MULTILINE)
    before, after = timed.before_request_funcs[None], timed.after_request_funcs[None][::-1]
    real = [function.__name__ for function in (before if "Before" in begin else after)]

    assert told == [function for function in real if function != "_update_remember_cookie"], "which does nothing here"


def test_the_sources_that_the_code_names_are_on_the_page() -> None:
    page = (ROOT / "docs/sources.md").read_text(encoding="utf-8")
    files = [*(ROOT / "board").rglob("*.py"), *(ROOT / "board").rglob("*.txt"), *(ROOT / "docs").rglob("*.md")]
    texts = {name(path): path.read_text(encoding="utf-8") for path in files}
    runs = [run for text in texts.values() for run in re.findall(r"[Ss]ources? (\d{3}(?:,? (?:and )?\d{3})*)", text)]

    told = set(re.findall(r"^## (\d{3})$", page, flags=re.MULTILINE))
    assert {number for run in runs for number in re.findall(r"\d{3}", run)} == told
    assert not [path for path, text in texts.items() if re.search(r"[Ss]eeds? 00\d", text)], "the name of a command"
