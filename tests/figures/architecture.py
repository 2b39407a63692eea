"""`make architecture`: draws docs/architecture.svg, the floors of `board/`, from the imports that there really are."""

import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from html import escape
from itertools import count
from pathlib import Path

from tests.figures.checkout import Checkout
from tests.figures.imports import OPENED, Arrow, arrows, needed

ROOT = Path(__file__).parents[2]
DRAWING = ROOT / "docs/architecture.svg"
WIDTH, MARGIN = 900, 40
BOX_WIDTH, BOX_HEIGHT, GAP = 190, 34, 32
# Between the boxes of one floor; and between two lines that run along the side.
BESIDE, LANE = 60, 17
STYLE = """
svg { --paper: #fff; --ink: #1d2733; --line: #5b6b7d; --box: #fdf3ea; --edge: #b4532a; --core: #eef3f8 }
@media (prefers-color-scheme: dark) {
  svg { --paper: #12181f; --ink: #e8edf2; --line: #9fb0c2; --box: #3a2418; --edge: #e2895c; --core: #1c2733 }
}
.paper { fill: var(--paper) }
.core { fill: var(--core) }
.box { fill: var(--box); stroke: var(--edge); stroke-width: 1.5 }
.arrow { fill: none; stroke: var(--line); stroke-width: 1.3 }
.head { fill: var(--line) }
text { fill: var(--ink); font: 15px system-ui, sans-serif; text-anchor: middle }
.small { font-size: 13px; text-anchor: start }
"""
TITLE = "The floors of board/"
EXPLANATION = "An arrow is an import, and leads down. Left out are arrows that follow from others."


@dataclass
class Box:
    """A room on the drawing: its middle, and the arrows that leave it below and reach it from above."""

    room: str
    middle: float
    top: float
    row: int
    leaving: list[Arrow] = field(default_factory=list)
    reaching: list[Arrow] = field(default_factory=list)

    @property
    def bottom(self) -> float:
        return self.top + BOX_HEIGHT

    @property
    def side(self) -> int:
        """-1 on the left of its floor, 1 on the right, 0 when it stands there alone."""
        return (self.middle > WIDTH / 2) - (self.middle < WIDTH / 2)

    def place(self, arrow: Arrow, among: list[Arrow]) -> float:
        """Where on its edge this arrow begins or ends, so that no two do so at one point."""
        return self.middle + (among.index(arrow) + 1 - (len(among) + 1) / 2) * BOX_WIDTH / (len(among) + 1)


def floors(settings: str) -> list[list[str]]:
    """The rooms of each floor from top to bottom, as the import contracts in pyproject.toml name them."""
    contracts = tomllib.loads(settings)["tool"]["importlinter"]["contracts"]
    layers = {
        contract["containers"][0]: [layer.replace("|", ":").split(":") for layer in contract["layers"]]
        for contract in contracts
        if contract["type"] == "layers" and len(contract["containers"]) == 1
    }
    found = []
    for layer in layers["board"]:
        opened = f"board.{layer[0].strip()}"
        inner = layers[opened] if opened in OPENED else None
        rows = [[f"{layer[0].strip()}.{name.strip()}" for name in row] for row in inner] if inner else [layer]
        found += [[name.strip() for name in row] for row in rows]
    return found


def boxes(rows: list[list[str]]) -> dict[str, Box]:
    """Each room at its place."""
    found = {}
    for number, row in enumerate(rows):
        start = WIDTH / 2 - (len(row) - 1) * (BOX_WIDTH + BESIDE) / 2
        for index, name in enumerate(row):
            middle, top = start + index * (BOX_WIDTH + BESIDE), MARGIN + 50 + number * (BOX_HEIGHT + GAP)
            found[name] = Box(name, middle, top, number)
    return found


def drawn(rows: list[list[str]], pairs: set[Arrow]) -> str:
    """The drawing, as the text of an SVG file."""
    placed = boxes(rows)
    for arrow in sorted(pairs, key=lambda arrow: (placed[arrow[0]].middle, placed[arrow[1]].middle, arrow)):
        if _floors_down(placed, arrow) == 1:
            placed[arrow[0]].leaving.append(arrow)
        placed[arrow[1]].reaching.append(arrow)
    height = max(box.bottom for box in placed.values()) + MARGIN
    parts = [_frame_of_core(placed), *_lines(placed, pairs), *map(_box, placed.values())]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'aria-labelledby="title explanation">\n<title id="title">{TITLE}</title>\n'
        f'<desc id="explanation">{EXPLANATION} {escape(_in_words(rows))}</desc>\n<style>{STYLE}</style>\n'
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path class="head" d="M0 0 8 4 0 8z"/></marker></defs>\n'
        f'<rect class="paper" width="{WIDTH}" height="{height:g}"/>\n'
        f'<text class="small" x="{MARGIN}" y="{MARGIN}">{EXPLANATION}</text>\n'
    )
    return head + "\n".join(parts) + "\n</svg>\n"


def _in_words(rows: list[list[str]]) -> str:
    return "From top to bottom: " + "; ".join(", ".join(row) for row in rows) + "."


def _frame_of_core(placed: dict[str, Box]) -> str:
    inside = [box for name, box in placed.items() if name.startswith("core.")]
    top, bottom = min(box.top for box in inside) - 14, max(box.bottom for box in inside) + 14
    left = WIDTH / 2 - BOX_WIDTH - BESIDE
    return (
        f'<rect class="core" x="{left:g}" y="{top:g}" width="{WIDTH - 2 * left:g}" height="{bottom - top:g}" rx="8"/>\n'
        f'<text class="small" x="{left + 10:g}" y="{top + 18:g}">core</text>'
    )


def _box(box: Box) -> str:
    return (
        f'<rect class="box" x="{box.middle - BOX_WIDTH / 2:g}" y="{box.top:g}" width="{BOX_WIDTH}" '
        f'height="{BOX_HEIGHT}" rx="3"/>\n'
        f'<text x="{box.middle:g}" y="{box.top + BOX_HEIGHT / 2 + 5:g}">{box.room.removeprefix("core.")}</text>'
    )


def _lines(placed: dict[str, Box], pairs: set[Arrow]) -> list[str]:
    """Straight down to the next floor; along the side to one further down."""
    lanes: dict[int, count[int]] = defaultdict(lambda: count(1))
    found = []
    for arrow in sorted(pairs, key=lambda arrow: (_floors_down(placed, arrow), placed[arrow[0]].row, arrow)):
        begin, end = placed[arrow[0]], placed[arrow[1]]
        goal = end.place(arrow, end.reaching)
        if _floors_down(placed, arrow) == 1:
            path = f"M{begin.place(arrow, begin.leaving):g} {begin.bottom:g} {goal:g} {end.top:g}"
        else:
            side = begin.side or end.side or (-1 if next(lanes[0]) % 2 else 1)
            lane = WIDTH / 2 + side * (BOX_WIDTH + BESIDE + next(lanes[side]) * LANE)
            edge, above = begin.middle + side * BOX_WIDTH / 2, end.top - GAP / 2
            path = f"M{edge:g} {begin.top + BOX_HEIGHT / 2:g} H{lane:g} V{above:g} H{goal:g} V{end.top:g}"
        found.append(f'<path class="arrow" marker-end="url(#head)" d="{path}"/>')
    return found


def _floors_down(placed: dict[str, Box], arrow: Arrow) -> int:
    return placed[arrow[1]].row - placed[arrow[0]].row


def drawing(checkout: Checkout) -> str:
    """The drawing of this checkout. Raises KeyError for a room that no import contract names."""
    pairs = {(_short(begin), _short(end)) for begin, end in needed(arrows(checkout.house))}
    return drawn(floors((checkout.folder / "pyproject.toml").read_text(encoding="utf-8")), pairs)


def _short(room: str) -> str:
    return room.removeprefix("board.")


if __name__ == "__main__":
    DRAWING.write_text(drawing(Checkout(ROOT)), encoding="utf-8")
    sys.stdout.write(f"{DRAWING.relative_to(ROOT)} is drawn.\n")
