"""The rooms of `board/` and the arrows between them: which room imports from which, read from the code."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping

from tests.figures.checkout import Checkout, Module

# Rooms that are large enough to be read by what is in them.
OPENED = ("board.core",)
Arrow = tuple[str, str]


def imported(module: Module, house: Mapping[str, Module]) -> Iterator[str]:
    """The modules of ours that this one imports, anywhere: at its top, inside a function, and only for types."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in house)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if whole in house:
                    yield whole
                elif node.module in house:
                    yield node.module


def room(name: str) -> str:
    """The room of a module: what lies directly in `board` or in `board.core`."""
    parts = name.split(".")
    depth = 3 if ".".join(parts[:2]) in OPENED else 2
    return ".".join(parts[:depth])


def rooms(house: Mapping[str, Module]) -> dict[str, int]:
    """Each room with its number of lines. A package that only holds rooms is none itself."""
    lines = Counter[str]()
    for module in house.values():
        if module.name != "board" and not (module.name in OPENED and not _does_something(module)):
            lines[room(module.name)] += module.lines
    return dict(lines)


def _does_something(module: Module) -> bool:
    return len(module.tree.body) > 1


def arrows(house: Mapping[str, Module]) -> Counter[Arrow]:
    """How many imports lead from one room to another."""
    found = Counter[Arrow]()
    for module in house.values():
        for other in set(imported(module, house)):
            begin, end = room(module.name), room(other)
            if begin != end and not {"board", *OPENED} & {begin, end}:
                found[begin, end] += 1
    return found


def in_circles(pairs: Counter[Arrow]) -> list[str]:
    """The rooms from which one comes back to the same room."""
    return sorted({start for start, _ in pairs if start in reached(start, pairs)})


def reached(start: str, pairs: Counter[Arrow] | set[Arrow]) -> set[str]:
    """All rooms to which arrows lead from this one, in one step or more."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        room_ = waiting.pop()
        following = {end for begin, end in pairs if begin == room_} - seen
        seen |= following
        waiting += following
    return seen


def needed(pairs: Counter[Arrow]) -> set[Arrow]:
    """The arrows that do not follow from others: without them a drawing says the same, and can be read."""
    kept = set(pairs)
    for arrow in sorted(pairs):
        others = kept - {arrow}
        if arrow[1] in reached(arrow[0], others):
            kept = others
    return kept


def rooms_in_board(checkout: Checkout) -> tuple[int, int]:
    """The number of rooms when `core` counts as one, and of arrows between those."""
    pairs = {(_outer(begin), _outer(end)) for begin, end in arrows(checkout.house)}
    return len({_outer(name) for name in rooms(checkout.house)}), sum(begin != end for begin, end in pairs)


def _outer(name: str) -> str:
    return ".".join(name.split(".")[:2])


def of_checkout(checkout: Checkout) -> tuple[int, int, list[str]]:
    """The number of rooms, the number of arrows, and the rooms that stand in a circle."""
    pairs = arrows(checkout.house)
    return len(rooms(checkout.house)), len(pairs), in_circles(pairs)
