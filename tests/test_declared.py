"""What the product imports stands in pyproject.toml: nothing comes along by chance with something else."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

# Declared, and used without an import: who asks for it.
ASKED_BY_NAME = {
    "babel": "Flask-Babel formats with it; our days and weeks are those of its data since 2.18",
    "linkify-it-py": "markdown-it loads it for bare addresses",
    "psycopg": "SQLAlchemy loads it for PostgreSQL",
    "tzdata": "zoneinfo reads it where the machine has no zones",
    "wordfreq": "only its lists are read",
}
ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def imported() -> Iterator[str]:
    """The packages that modules of the product import, wherever in them."""
    for path in (ROOT / "board").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                yield from (name.name.partition(".")[0] for name in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield str(node.module).partition(".")[0]


def declared() -> set[str]:
    listed = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]
    return {_plain(re.split(r"[\[<>=]", line)[0]) for line in listed}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_is_imported_is_declared() -> None:
    brought_by = packages_distributions()
    outside = set(imported()) - set(sys.stdlib_module_names) - {"board", "_typeshed"}
    missing = {
        name for name in outside if not declared() & {_plain(package) for package in brought_by.get(name, [name])}
    }
    assert not missing


def test_every_package_that_is_declared_is_imported_or_asked_for_by_name() -> None:
    brought_by = packages_distributions()
    used = {_plain(package) for name in imported() for package in brought_by.get(name, [name])}
    assert declared() - used == set(ASKED_BY_NAME)
