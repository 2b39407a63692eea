"""How often the language check is right, on sentences that taught it and on sentences that never did."""

from pathlib import Path

import pytest

from board.checks.language.score import learned
from tests.checks.language_learning import OWN, Line, judge, lines

FRESH = Path(__file__).parent / "language_fresh.tsv"


def shares(known: list[Line]) -> tuple[float, float]:
    judged = judge(known, learned())
    doing = [right for line, right in judged if line.doing]
    return sum(right for _, right in judged) / len(judged), doing.count(False) / len(doing)


@pytest.mark.parametrize("path", [OWN, FRESH], ids=["own", "fresh"])
def test_the_check_is_right_and_seldom_complains_of_doing(path: Path) -> None:
    right, alarms = shares(lines(path))

    assert right >= 0.96
    assert alarms <= 0.03


def test_there_are_enough_sentences_of_both_kinds() -> None:
    known = lines(OWN)

    assert len(known) >= 800
    assert 0.4 < sum(line.doing for line in known) / len(known) < 0.6
    assert len({line.text for line in known}) == len(known)


def test_no_sentence_that_measures_was_learned() -> None:
    assert not {line.text for line in lines(OWN)} & {line.text for line in lines(FRESH)}
