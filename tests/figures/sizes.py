"""How large the largest things are, and how many tests and assertions there are."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.figures.checkout import Checkout, Module


@dataclass(frozen=True)
class Longest:
    """The longest of its kind: so many lines or characters, and where."""

    length: int
    where: str

    def __str__(self) -> str:
        return f"{self.length} ({self.where})"


def longest_file(modules: Iterable[Module]) -> Longest:
    """In lines."""
    return max((Longest(module.lines, module.name) for module in modules), key=lambda longest: longest.length)


def longest_function(modules: Iterable[Module]) -> Longest:
    """In lines, from `def` to its last line."""
    return max(
        (
            Longest((function.end_lineno or 0) - function.lineno + 1, f"{module.name}.{function.name}")
            for module in modules
            for function in module.functions()
        ),
        key=lambda longest: longest.length,
    )


def longest_template_line(checkout: Checkout) -> Longest:
    """In characters."""
    return max(
        (
            Longest(len(line), f"{path.relative_to(checkout.folder)}:{number}")
            for path in checkout.templates()
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        ),
        key=lambda longest: longest.length,
    )


def template_lines_over(checkout: Checkout, most: int) -> int:
    """How many lines of templates have more characters than `most`."""
    lines = (line for path in checkout.templates() for line in _lines(path))
    return sum(len(line) > most for line in lines)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_functions(modules: Iterable[Module]) -> int:
    """Functions that are a test. One with parameters, or on two databases, counts once here and runs more often."""
    return sum(function.name.startswith("test_") for module in modules for function in module.functions())


def assertions(modules: Iterable[Module]) -> int:
    """As they are written in all of `tests/`: `assert …`, `pytest.raises(…)`, `expect(…).to_…` and `expect_…(…)`."""
    return sum(_is_assertion(node) for module in modules for node in ast.walk(module.tree))


def _is_assertion(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = _name_of(node.func)
    return name == "raises" or (name.startswith(("expect_", "to_", "not_to_")) and _is_of_expect(node.func, name))


def _is_of_expect(function: ast.expr, name: str) -> bool:
    """Whether it waits for what a browser must show: `expect(page).to_…`, or a helper of ours that does so."""
    if name.startswith("expect_"):
        return True
    owner = function.value if isinstance(function, ast.Attribute) else None
    return isinstance(owner, ast.Call) and _name_of(owner.func) == "expect"


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
