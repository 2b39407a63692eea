"""A checkout of the project as the figures read it: its Python, as text and as syntax trees, and its templates."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Module:
    """One Python file: its dotted name (`board.web.guards`), where it lies, its text and its syntax tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """All functions and methods, also those inside others."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))

    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))


class Checkout:
    """A folder that holds `board/`, `tests/` and `templates/`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    @cached_property
    def house(self) -> dict[str, Module]:
        """The modules of `board/`, by their dotted name."""
        return self._modules("board")

    @cached_property
    def tests(self) -> dict[str, Module]:
        """The modules of `tests/`, by their dotted name."""
        return self._modules("tests")

    def templates(self) -> list[Path]:
        return sorted((self.folder / "templates").rglob("*.html"))

    def _modules(self, package: str) -> dict[str, Module]:
        found = {}
        for path in sorted((self.folder / package).rglob("*.py")):
            if "_files" not in path.parts:
                name = ".".join(path.relative_to(self.folder).with_suffix("").parts).removesuffix(".__init__")
                text = path.read_text(encoding="utf-8")
                found[name] = Module(name, path, text, ast.parse(text))
        return found
