"""A thousand pairs of words that must find each other, a thousand that must not; half of each was held back."""

import sys

import pytest

from board.core.search.search_terms import SearchTerm, SearchTerms
from board.core.search.written import indexed
from tests.support.word_forms import Pair, pairs


def finds(sought: str, written: str) -> bool:
    """Whether all words of the one are found in the other, as a database looks them up; none may still be growing."""
    there = set(indexed(written).split())
    return all(_is_there(word, there) for word in SearchTerms.parse(sought))


def _is_there(word: SearchTerm, there: set[str]) -> bool:
    return not there.isdisjoint(word.forms) or (bool(word.parts) and all(map(there.intersection, word.parts)))


def ways(pair: Pair) -> list[bool]:
    found = finds(pair.sought, pair.written)
    return [found, finds(pair.written, pair.sought)] if pair.both_ways else [found]


@pytest.mark.parametrize("name", ["alike", "alike_held_back"])
def test_98_of_100_pairs_of_forms_meet_both_ways(name: str) -> None:
    all_of_them = list(pairs(name))
    missed = [str(pair) for pair in all_of_them if not all(ways(pair))]
    sys.stdout.write(f"{name}: {len(all_of_them)} pairs, {100 - 100 * len(missed) / len(all_of_them):.1f} % meet\n")

    assert len(missed) <= 0.02 * len(all_of_them), missed


@pytest.mark.parametrize("name", ["unlike", "unlike_held_back"])
def test_1_of_100_pairs_of_other_words_meets_at_most(name: str) -> None:
    all_of_them = list(pairs(name))
    met = [str(pair) for pair in all_of_them if any(ways(pair))]
    sys.stdout.write(f"{name}: {len(all_of_them)} pairs, {100 * len(met) / len(all_of_them):.1f} % meet\n")

    assert len(met) <= 0.01 * len(all_of_them), met


def test_there_are_a_thousand_of_each() -> None:
    for name in ("alike", "unlike"):
        assert len([*pairs(name), *pairs(f"{name}_held_back")]) >= 1000
