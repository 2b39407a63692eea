"""`make figures`: the figures of this checkout, or of several beside each other.

python -m tests.figures
git worktree add ../before d8fdcc9
python -m tests.figures ../before .
python -m tests.figures --names      which they are, for the figures that count names
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.figures import imports, names, sizes
from tests.figures.checkout import Checkout
from tests.figures.cost import costs

Figure = Callable[[Checkout], object]
FIGURES: dict[str, Figure] = {
    "modules in board/": lambda checkout: len(checkout.house),
    "modules with routes outside routes/": lambda checkout: len(names.routes_elsewhere(checkout.house)),
    "class names used twice": lambda checkout: len(names.classes_twice(checkout.house)),
    "modules, classes, public functions called by a vague word": lambda checkout: len(
        names.vague_names(checkout.house)
    ),
    "vague words as a part of such a name": lambda checkout: names.vague_parts(checkout.house).total(),
    "vague words as the variable of a loop": lambda checkout: names.vague_loops(checkout.house).total(),
    "rooms directly in board/": lambda checkout: imports.rooms_in_board(checkout)[0],
    "arrows between those": lambda checkout: imports.rooms_in_board(checkout)[1],
    "rooms, those of core one by one": lambda checkout: imports.of_checkout(checkout)[0],
    "arrows between these": lambda checkout: imports.of_checkout(checkout)[1],
    "rooms in a circle": lambda checkout: len(imports.of_checkout(checkout)[2]),
    "longest file of board/, lines": lambda checkout: sizes.longest_file(checkout.house.values()),
    "longest file of tests/, lines": lambda checkout: sizes.longest_file(checkout.tests.values()),
    "longest function of board/, lines": lambda checkout: sizes.longest_function(checkout.house.values()),
    "longest function of tests/, lines": lambda checkout: sizes.longest_function(checkout.tests.values()),
    "longest line of a template, characters": sizes.longest_template_line,
    "lines of templates over 160 characters": lambda checkout: sizes.template_lines_over(checkout, 160),
    "functions that are a test": lambda checkout: sizes.test_functions(checkout.tests.values()),
    "assertions written": lambda checkout: sizes.assertions(checkout.tests.values()),
}


def table(checkouts: list[Checkout], with_cost: bool = True) -> str:
    """All figures as a table in Markdown, with a column for each checkout."""
    rows = [[name, *(str(figure(checkout)) for checkout in checkouts)] for name, figure in FIGURES.items()]
    if with_cost:
        found = costs([checkout.folder for checkout in checkouts])
        rows += [[name, *map(str, columns)] for name, columns in found.items()]
    head = ["figure", *(checkout.folder.name for checkout in checkouts)]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])


def listed(checkout: Checkout) -> str:
    """The names behind the figures, one a line."""
    house = checkout.house
    lines = ["Modules with routes outside routes/:", *names.routes_elsewhere(house)]
    lines += ["", "Class names used twice:"]
    lines += [f"{name}: {', '.join(modules)}" for name, modules in names.classes_twice(house).items()]
    lines += ["", "Called by a vague word:", *names.vague_names(house)]
    lines += ["", "Vague words as a part of a name:", _counted(names.vague_parts(house))]
    lines += ["", "Vague words as the variable of a loop:", _counted(names.vague_loops(house))]
    return "\n".join(lines)


def _counted(words: Counter[str]) -> str:
    return ", ".join(f"{word} {number}" for word, number in words.most_common())


def main() -> None:
    words = argparse.ArgumentParser(
        prog="python -m tests.figures", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("folder", nargs="*", type=Path, help="checkouts to read; without any: this one")
    words.add_argument("--names", action="store_true", help="the names themselves")
    words.add_argument("--quick", action="store_true", help="without what it costs to start")
    chosen = words.parse_args()
    checkouts = [Checkout(folder) for folder in chosen.folder or [Path(__file__).parents[2]]]
    text = "\n\n".join(map(listed, checkouts)) if chosen.names else table(checkouts, with_cost=not chosen.quick)
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
