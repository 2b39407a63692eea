"""Whatever somebody types, the language check answers, quickly, the same each time, and with the right places."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.checks.language import check
from board.checks.tokens import tokens

PIECES = """we wij u onderzoeken jagen aan borgen de het straat bankjes plan voor om te en dat, of . … ! “ ” i.h.k.v.
Wmo 2030 12 worden wordt geplaatst niet meer zodat waar samenwerking loket é ñ 😀 \u0301 \u200b \x00 İ ß"""
WORDS = st.sampled_from(PIECES.replace("\n", " ").split(" "))
DUTCH = st.lists(WORDS, max_size=60).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=400), DUTCH))
def test_any_text_gets_an_answer_with_the_right_places(text: str) -> None:
    reading = check(text)

    assert reading.label in {"doen", "proces"}
    for finding in reading.findings:
        assert text[finding.start : finding.end] == finding.text != ""
        assert finding.sentence(finding.reason)
        assert finding.sentence(finding.suggestion)


@settings(max_examples=60, deadline=None)
@given(DUTCH)
def test_the_same_text_reads_the_same_each_time(text: str) -> None:
    assert check(text) == check(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_tokens_stand_in_order_and_where_they_say(text: str) -> None:
    found = tokens(text)

    assert [text[token.start : token.end] for token in found] == [token.text for token in found]
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    ["We onderzoeken de straat. ", "en ", "a", "9", "-a", "i.", "wij gaan ", ", dat ", "’", "ge", "\u0301", "A "],
)
def test_ten_thousand_characters_come_to_an_end(piece: str) -> None:
    """A rule that looks back and forth would keep this test busy for hours."""
    assert check((piece * 10_000)[:10_000]).label in {"doen", "proces"}
