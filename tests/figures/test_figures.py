"""The figures count what they say, and the drawing of the floors is that of the imports of today."""

import ast
from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree

from tests.figures import __main__ as command
from tests.figures import imports, names, sizes
from tests.figures.architecture import DRAWING, drawing, floors
from tests.figures.checkout import Checkout, Module

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
OURS = Checkout(ROOT)


def house(**modules: str) -> dict[str, Module]:
    """A small house: house(a="…") is the module board.a."""
    return {
        (name := "board." + short.replace("__", ".")): Module(
            name, Path(f"{short}.py"), dedent(text), ast.parse(dedent(text))
        )
        for short, text in modules.items()
    }


def test_the_drawing_is_that_of_the_imports_of_today() -> None:
    assert DRAWING.read_text() == drawing(OURS), "draw it again: make architecture"


def test_the_drawing_can_be_read_without_seeing_it_and_in_the_dark() -> None:
    root = ElementTree.parse(DRAWING).getroot()  # noqa: S314  our own file
    written = {element.text for element in root.iter(f"{SVG}text")}

    rooms = {room.removeprefix("core.") for row in floors((ROOT / "pyproject.toml").read_text()) for room in row}
    assert rooms <= written, "text as text"
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title explanation"
    assert "web" in (root.findtext(f"{SVG}desc") or "")
    assert "prefers-color-scheme: dark" in (root.findtext(f"{SVG}style") or "")


def test_every_arrow_that_is_left_out_follows_from_others() -> None:
    every = imports.arrows(OURS.house)
    drawn = imports.needed(every)

    assert not imports.in_circles(every)
    assert all(end in imports.reached(begin, drawn) for begin, end in every)
    assert all(end not in imports.reached(begin, drawn - {(begin, end)}) for begin, end in drawn)


def test_an_import_counts_wherever_it_stands() -> None:
    small = house(
        a="import board.b",
        b="""
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from board import c
        """,
        c="""
        def late():
            from board.a import name
        """,
        core__d="from board.core import e",
        core__e="",
    )

    assert set(imports.arrows(small)) == {
        ("board.a", "board.b"),
        ("board.b", "board.c"),
        ("board.c", "board.a"),
        ("board.core.d", "board.core.e"),
    }
    assert imports.in_circles(imports.arrows(small)) == ["board.a", "board.b", "board.c"]


def test_names_are_counted() -> None:
    small = house(
        routes="""
        @bp.get("/a")
        def show(): ...
        """,
        told="""
        @bp.post(f"/{a}")
        def told_in(): ...
        class Found: ...
        def _kept(): [one for one in range(3)]
        """,
        other="""
        class Found: ...
        def get(): cache.get("name")
        for found, card in pairs: ...
        """,
    )

    assert names.routes_elsewhere(small) == ["board.told"]
    assert names.classes_twice(small) == {"Found": ["board.other", "board.told"]}
    assert names.vague_names(small) == ["board.other.Found", "board.told", "board.told.Found"]
    assert names.vague_parts(small) == {"told": 2, "found": 2}
    assert names.vague_loops(small) == {"one": 1, "found": 1}


def test_sizes_are_counted() -> None:
    small = house(
        test_a="""
        def test_short():
            assert 1
        def test_long():
            with pytest.raises(Error):
                work()
        """
    ).values()

    assert str(sizes.longest_function(small)) == "3 (board.test_a.test_long)"
    assert sizes.longest_file(small).length == 6
    assert (sizes.test_functions(small), sizes.assertions(small)) == (2, 2)


def test_the_command_sets_checkouts_beside_each_other(tmp_path: Path) -> None:
    for name in ("before", "after"):
        for file in ("board/told.py", "tests/test_a.py"):
            (tmp_path / name / file).parent.mkdir(parents=True)
            (tmp_path / name / file).write_text("def test_a():\n    assert 1\n")
    (tmp_path / "before/templates").mkdir()
    (tmp_path / "before/templates/a.html").write_text("<p></p>\n")
    (tmp_path / "after/templates").symlink_to("../before/templates")
    before, after = (Checkout(tmp_path / name) for name in ("before", "after"))

    table = command.table([before, after], with_cost=False).splitlines()

    assert table[0] == "| figure | before | after |"
    assert {"| assertions written | 1 | 1 |", "| rooms directly in board/ | 1 | 1 |"} <= set(table)
    assert "Called by a vague word:\nboard.told\n" in command.listed(before)
