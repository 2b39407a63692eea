"""The rules of the house that no tool knows: where things live, how large they grow, who may commit."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.figures import names
from tests.figures.checkout import Checkout
from tests.format_templates import LONGEST_LINE, formatted

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 260
LONGEST_FUNCTION = 40


def files(folder: str, pattern: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).rglob(pattern) if "build" not in path.parts)


PYTHON = files("board", "*.py") + files("tests", "*.py")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node


def test_a_file_fits_in_the_head() -> None:
    grown = PYTHON + files("templates", "*.html") + files("static", "*.css") + files("static", "*.js")
    too_long = {name(path): lines for path in grown if (lines := len(path.read_text().splitlines())) > LONGEST_FILE}

    assert not too_long


def test_a_function_does_one_thing() -> None:
    long = {
        f"{name(path)}:{function.name}": length
        for path in PYTHON
        for function in functions(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }

    assert not long


def test_each_module_says_what_it_is() -> None:
    silent = [name(path) for path in PYTHON if not ast.get_docstring(ast.parse(path.read_text()))]

    assert not silent


def test_only_db_commits() -> None:
    commits = [name(path) for path in files("board", "*.py") if ".commit()" in path.read_text()]

    assert commits == ["board/db/__init__.py", "board/db/sqlite.py"], (
        "SQLite ends its reading before it begins to write"
    )


def test_only_db_rolls_back() -> None:
    """A view raises Refused. Beside the views stand those that answer what went wrong around them."""
    around_views = ("board/web/errors/", "board/web/retries.py", "board/web/repeated_forms.py")
    after_the_answer = ("board/managers/review/keeping.py",)
    rolling = {name(path) for path in files("board", "*.py") if ".rollback()" in path.read_text()}
    discarding = {name(path) for path in files("board", "*.py") if re.search(r"discard_writes", path.read_text())}

    assert rolling == {"board/db/__init__.py"}
    assert not [path for path in discarding if not path.startswith(("board/db/", *around_views, *after_the_answer))]


def test_a_session_has_one_typed_ledger() -> None:
    assert [name(path) for path in files("board", "*.py") if re.search(r"session\.info\b", path.read_text())] == [
        "board/db/ledger.py"
    ]


def test_a_view_that_says_no_raises_refused() -> None:
    """`abort` is for a bare status; an answer of one's own goes the one way that also drops what was written."""
    around = [
        f"{name(path)}:{call.lineno}"
        for path in files("board", "*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"abort", "flask.abort"}
        if call.args and isinstance(call.args[0], ast.Call)
    ]

    assert not around


def test_no_drawer_for_everything() -> None:
    drawers = {"utils.py", "helpers.py", "services.py", "common.py", "misc.py"}

    assert not [name(path) for path in PYTHON if path.name in drawers]


def test_routes_live_in_routes_and_each_module_of_them_is_listed_there() -> None:
    unlisted = {
        name(path)
        for folder in (ROOT / "board").rglob("routes")
        for path in folder.glob("[!_]*.py")
        if path.stem not in (folder / "__init__.py").read_text().replace(".", " ").replace(",", " ").split()
    }

    assert not names.routes_elsewhere(Checkout(ROOT).house)
    assert not unlisted


def test_relationships_point_one_way() -> None:
    both_ways = [
        name(path) for path in files("board", "*.py") if re.search(r"back_populates|backref", path.read_text())
    ]

    assert not both_ways


def test_only_get_and_post() -> None:
    assert not [name(p) for p in files("board", "*.py") if re.search(r"\.(put|patch|delete)\(\"/", p.read_text())]


def test_a_template_has_a_margin_and_is_formatted() -> None:
    texts = {name(path): path.read_text() for path in files("templates", "*.html")}
    too_wide = [
        f"{where}:{number}"
        for where, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]

    assert not [where for where, text in texts.items() if formatted(text) != text], "make format"
    assert not too_wide, "the formatter found no place in this line where a break changes nothing"


def test_a_screen_is_rendered_from_a_page_with_a_type() -> None:
    """A page class in `render` or `show`; a bag of names hides from mypy what a template gets.

    What wraps a view hands the names in its address on, and may.
    """
    bags = {
        f"{name(path)}:{function.name}"
        for path in files("board", "*.py")
        for function in functions(path)
        if function.args.kwarg
        and calls(function) & {"render", "show", "render_template"}
        and not any("wraps" in ast.unparse(decorator) for decorator in function.decorator_list)
    }
    loose = {
        f"{name(path)}:{call.lineno}"
        for path in files("board", "*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
        and called(call) == "render_template"
        and call.keywords
        and is_screen(call.args[0])
    }

    assert not bags
    assert not loose


def calls(function: ast.FunctionDef) -> set[str]:
    return {called(node) for node in ast.walk(function) if isinstance(node, ast.Call)}


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_screen(template: ast.expr) -> bool:
    """Whether this is a whole page: the name of a fragment begins with a line."""
    return isinstance(template, ast.Constant) and not str(template.value).rpartition("/")[2].startswith("_")


@pytest.mark.parametrize("path", files("templates", "*.html"), ids=name)
def test_a_template_keeps_to_the_content_policy(path: Path) -> None:
    text = path.read_text()

    assert not re.search(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=|hx-on|javascript:", text)
    assert not re.search(r"hx-trigger=\"[^\"]*\[", text), "a trigger filter needs eval"
    assert "http://" not in text.replace("http://www.w3.org", "")


def test_a_fragment_has_a_name_that_says_so() -> None:
    whole = [
        name(path)
        for path in files("templates/pages", "*.html") + files("templates/blocks", "*.html")
        if path.name.startswith("_") and "{% extends" in path.read_text()
    ]

    assert not whole


def test_words_on_the_screen_go_through_gettext() -> None:
    """Dutch in a template stands inside _("…"): text between tags without it is a slip."""
    loose = re.compile(r">\s*([A-Z][a-zé]+ [a-z][^<{}]{3,})<")
    slips = {
        name(path): found
        for path in files("templates", "*.html")
        if (found := loose.findall(re.sub(r"\{[#%{].*?[#%}]\}", "", path.read_text(), flags=re.DOTALL)))
    }

    assert not slips


def test_the_project_speaks_of_itself_alone() -> None:
    own = PYTHON + files("docs", "*.md") + files("templates", "*.html") + [ROOT / "README.md", ROOT / "Makefile"]
    strange = re.compile(r"/(?:work|root|home)/|issue #?\d|py" + r"pi\.org|npm" + r"js\.org", re.IGNORECASE)

    assert not {name(path): found for path in own if path.exists() and (found := strange.findall(path.read_text()))}


def test_no_test_imports_another_test() -> None:
    """What two of them need lies in `tests/support`, or beside them under a name of its own."""
    borrowed = {
        f"{name(path)}: {module}"
        for path in files("tests", "*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        for module in imported(node)
        if module.startswith("tests.") and ".test_" in module
    }

    assert not borrowed


def imported(node: ast.AST) -> list[str]:
    """The modules that this line brings in, and `module.name` for what it takes out of one."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


# A part of a name is still vague here and there in these; the figures count them, and a room that is done leaves.
STILL_VAGUE = ("board.blocks.", "board.managers.", "board.team.", "board.checks.")


def test_a_name_is_the_noun_of_what_it_is() -> None:
    """Words as `found` or `one` name no module, class, public function or loop; no two classes share a name."""
    modules = Checkout(ROOT).house
    done = {dotted: module for dotted, module in modules.items() if not f"{dotted}.".startswith(STILL_VAGUE)}

    assert len(done) > 200
    assert not names.vague_names(modules)
    assert not names.vague_loops(modules)
    assert not names.vague_parts(done)
    assert set(names.classes_twice(modules)) <= {"Meta"}, "how WTForms calls the settings of a form"
