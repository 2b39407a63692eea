"""The README and what it leads to are true: settings, commands, targets, folders, links, thresholds."""

import re
from collections.abc import Iterator
from dataclasses import MISSING
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from board import cli
from board.blocks import BLOCKS
from board.blocks.talents.rules import RECENT
from board.config import OTHER_NAMES, PREFIX, Limits, Settings
from board.core.opgaven.cards import SMALL

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FOR_TESTS = "OPGAVEBORD_TEST_"


def rows(text: str) -> dict[str, list[str]]:
    """The rows of all tables in a text, by their first cell without its marks."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return {row[0].replace("`", ""): row for row in cells}


def commands(group: click.Group, path: str = "opgavebord") -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        elif not command.hidden:
            yield f"{path} {name}"


def anchors(page: Path) -> set[str]:
    """The places in a page that a link can name, as a forge makes them of the headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", list(Settings.__dataclass_fields__))
def test_the_readme_explains_each_setting_with_its_default(name: str) -> None:
    row = rows(README)[PREFIX + name.upper()]

    default = Settings.__dataclass_fields__[name].default
    assert row[2], "what it means"
    if default is not MISSING:
        written = str(int(default)) if isinstance(default, bool) else "" if default in (None, ()) else str(default)
        assert row[1] == (f"`{written}`" if written else "empty")


def test_the_readme_names_no_setting_that_is_gone() -> None:
    known = {PREFIX + name.upper() for name in (*Settings.__dataclass_fields__, *OTHER_NAMES)}

    named = {name for page in PAGES for name in re.findall(rf"{PREFIX}[A-Z_]+", page.read_text(encoding="utf-8"))}

    assert {name for name in named if not name.startswith(FOR_TESTS)} <= known


def test_the_readme_names_each_command_and_no_other() -> None:
    assert {row for row in rows(README) if row.startswith("opgavebord ")} == set(commands(cli.main))


def test_the_two_commands_come_first() -> None:
    first = re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL)[0]

    assert first.split("\n") == ["make run", "make test", ""]


def test_each_make_target_that_we_name_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))

    assert set(re.findall(r"`make ([a-z]+)", README + CONTRIBUTING)) <= targets


def test_the_map_shows_each_part_of_the_code() -> None:
    folders = {path.parent.name for path in (ROOT / "board").glob("*/__init__.py")}
    map_of_the_code = README.split("## Map of the code")[1].split("\n## ")[0]
    shown = re.findall(r"`([^`]+)`", map_of_the_code)

    assert {f"board/{name}/" for name in folders} <= set(shown)
    assert {path.parent.name for path in (ROOT / "board/pages").glob("*/__init__.py")} <= set(shown)
    assert {block.key for block in BLOCKS} <= set(shown)
    paths = [path for path in shown if "/" in path and "*" not in path and path != "static/build/"]
    assert not [path for path in paths if not (ROOT / path).exists() and not (ROOT / "tests" / path).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_each_link_leads_somewhere(page: Path) -> None:
    dead = []
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        address, _, anchor = unquote(link).partition("#")
        target = page.parent / address if address else page
        if not re.match(r"[a-z]+:", link) and (not target.exists() or (anchor and anchor not in anchors(target))):
            dead.append(link)

    assert not dead


@pytest.mark.parametrize("name", ["board.png", "week.png"])
def test_the_pictures_are_light(name: str) -> None:
    assert (ROOT / "docs/pictures" / name).stat().st_size <= 250_000


def test_each_decision_is_on_the_list() -> None:
    folder = ROOT / "docs/decisions"
    listed = re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))

    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.key)
def test_the_page_about_the_blocks_asks_the_same_questions(block: object) -> None:
    number, title, question = (getattr(block, name) for name in ("number", "title", "question"))
    page = (ROOT / "docs/bouwstenen.md").read_text(encoding="utf-8")

    assert f"## {number}. {title}\n\n**{question}**\n" in page


@pytest.mark.parametrize(
    ("number", "weeks"),
    [
        (1, timedelta(weeks=Limits.heartbeat_weeks)),
        (2, timedelta(weeks=Limits.need_weeks)),
        (3, timedelta(weeks=Limits.silence_weeks)),
        (4, timedelta(weeks=Limits.answer_weeks)),
        (3, SMALL),
        (5, timedelta(weeks=Limits.talent_weeks)),
        (5, RECENT),
    ],
)
def test_the_page_about_the_blocks_knows_when_a_block_lives(number: int, weeks: timedelta) -> None:
    page = (ROOT / "docs/bouwstenen.md").read_text(encoding="utf-8")
    section = page.split(f"## {number}. ")[1].split("\n## ")[0]

    assert f"{weeks.days // 7} weken" in " ".join(section.split())


def test_what_we_ship_of_others_is_in_the_notice() -> None:
    packages = (ROOT / "package.json").read_text().split('"dependencies": {')[1].split("}")[0]
    notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())

    for name, version in re.findall(r'"([^"]+)": "([^"]+)"', packages):
        assert f"{name} {version}" in notice
