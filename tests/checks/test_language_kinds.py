"""The kinds of sentences in which doing and process look alike: lines that taught the check, and lines that did not."""

from collections import defaultdict

import pytest

from board.checks.language.score import learned
from tests.checks.language_learning import KINDS, Line, is_held_back, judge, lines


def kinds(*, held_back: bool) -> list[Line]:
    """Of the lines that are held back the errors were not looked at."""
    return [line for line in lines(KINDS) if is_held_back(line.text) is held_back]


@pytest.mark.parametrize(("held_back", "least", "most_alarms"), [(False, 0.95, 0.05), (True, 0.88, 0.1)])
def test_the_kinds_are_told_apart(held_back: bool, least: float, most_alarms: float) -> None:
    judged = judge(kinds(held_back=held_back), learned())
    doing = [right for line, right in judged if line.doing]

    assert sum(right for _, right in judged) / len(judged) >= least
    assert doing.count(False) / len(doing) <= most_alarms


def test_no_kind_is_mostly_wrong() -> None:
    judged: dict[str, list[bool]] = defaultdict(list)
    for line, right in judge(lines(KINDS), learned()):
        judged[line.name].append(right)

    assert {kind for kind, rights in judged.items() if sum(rights) / len(rights) < 0.8} == set()
    assert all(len(rights) >= 24 for rights in judged.values())
