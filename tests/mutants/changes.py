"""The small changes that can be made to the rules, and a sample of them."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from random import Random

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator

from tests.mutants.falling_away import PartFallsAway, StepFallsAway

# The rules: what a change of makes the product do something else, rather than look different.
RULES = ("board/core/**/*.py", "board/web/guards.py", "board/public/**/queries.py", "board/blocks/*/rules.py")
SWAPPED = (
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_LtE_Lt",
    "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add",
    "ReplaceBinaryOperator_BitAnd_BitOr",
    "ReplaceBinaryOperator_BitOr_BitAnd",
    "NumberReplacer",
    "ZeroIterationForLoop",
    "ExceptionReplacer",
    "ReplaceContinueWithBreak",
)


def kinds() -> dict[str, Operator]:
    """Each kind of change, by its name."""
    swaps = {name: get_operator(f"core/{name}")() for name in SWAPPED}
    return swaps | {"PartFallsAway": PartFallsAway(), "StepFallsAway": StepFallsAway()}


@dataclass(frozen=True)
class Change:
    """One small change: the how-many-eth time (from 0) that this kind of change can be made in this file."""

    path: str
    line: int
    kind: str
    occurrence: int

    def made_in(self, text: str) -> str:
        """The text of the file with this change in it."""
        changed = mutate_code(text, kinds()[self.kind], self.occurrence)
        assert isinstance(changed, str)
        return changed

    def shown(self, text: str) -> str:
        """What was taken out and what was put in, as lines with - and +."""
        lines = unified_diff(text.splitlines(), self.made_in(text).splitlines(), n=0, lineterm="")
        return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def sample(root: Path, number: int, seed: int) -> list[Change]:
    """So many changes, each on a line of its own; every line of a function that can be changed is as likely."""
    lines: dict[tuple[str, int], list[Change]] = defaultdict(list)
    paths = sorted({str(path.relative_to(root)) for pattern in RULES for path in root.glob(pattern)})
    for path in paths:
        for change in _possible(path, (root / path).read_text()):
            lines[change.path, change.line].append(change)
    chance = Random(seed)
    chosen = chance.sample(sorted(lines), min(number, len(lines)))
    return [chance.choice(lines[place]) for place in chosen]


def _possible(path: str, text: str) -> Iterator[Change]:
    inside = _lines_of_functions(text)
    nodes = list(ast_nodes(get_ast(text)))
    for kind, operator in kinds().items():
        spots = [start for node in nodes for (start, _end) in operator.mutation_positions(node)]
        yield from (Change(path, line, kind, at) for at, (line, _column) in enumerate(spots) if line in inside)


def _lines_of_functions(text: str) -> set[int]:
    """The lines that do something when somebody calls a function; not its name, words about it and types."""
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    steps = [step for function in functions for step in function.body if not _is_docstring(step)]
    return {line for step in steps for line in range(step.lineno, (step.end_lineno or 0) + 1)}


def _is_docstring(step: ast.stmt) -> bool:
    return isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant)
