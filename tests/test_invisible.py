"""What nobody can see in a text does not come in; what somebody meant stays."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.invisible import lines_of_list, single_line, tidied

NOTHING = [
    "",
    "  ",
    "\u200b",
    "\u00ad",
    "\u2060\n\ufeff",
    "\u00a0\u3000",
    "\u2800",
    "\u200d \u200f",
    "\ufe0f",
    "\ufffc",
]
FILLERS = [
    "\ufffc",
    "\u3164",
    "\u115f\u1160",
    "\uffa0",
    "\u200d\ufe0f",
    "\u0301\u0302",
    "\u0e31",
    "\U000e0100",
    "\u034f",
]


@pytest.mark.parametrize("nothing", [*NOTHING, *FILLERS])
def test_what_is_empty_to_the_eye_is_empty(nothing: str) -> None:
    assert tidied(nothing) == ""
    assert single_line(nothing) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("verkeers\u00adregelaar", "verkeersregelaar"),
        ("ver\u200dkeer\u200cs\u2060regelaar\ufe0e", "verkeersregelaar"),
        ("€\u00a02.000 per\u202fjaar", "€ 2.000 per jaar"),
        ("e\u2011mail", "e-mail"),
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("Bel\x0bde school\x00", "Bel\nde school"),  # Word's own line break: no two words grow together
        ("a\U000e0041b", "ab"),
        ("\ud800b", "b"),
    ],
)
def test_spaces_are_spaces_and_what_hides_in_a_word_goes(typed: str, kept: str) -> None:
    assert tidied(typed) == kept


WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
HEARTS = ["👩\u200d👧 en ❤\ufe0f", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3", WALES, "☐"]


@pytest.mark.parametrize("meant", [*HEARTS, "می\u200cخواهم", "क\u094d\u200dष", "a\u0301"])
def test_what_means_something_stays(meant: str) -> None:
    assert tidied(meant) == meant


def test_lines_that_are_pasted_into_one_do_not_grow_together() -> None:
    pasted = "Bel school\nSchrijf de buurt\r\n\r\n en kijk\u2029terug"

    assert single_line(pasted) == "Bel school Schrijf de buurt en kijk terug"


@settings(max_examples=50)
@given(st.text())
def test_whatever_comes_in_loses_nothing_that_is_seen_and_is_the_same_the_second_time(text: str) -> None:
    kept = tidied(text)
    seen = [letter for letter in text if unicodedata.category(letter)[0] in "LNS" and letter != "\ufffc"]

    assert tidied(kept) == kept
    assert single_line(kept) == single_line(single_line(text))
    assert not kept or [letter for letter in kept if unicodedata.category(letter)[0] in "LNS"] == seen


@pytest.mark.parametrize(
    ("pasted", "lines"),
    [
        ("- Bel\n• Schrijf\n\n[ ] Kijk\n- [x] Klaar", ["Bel", "Schrijf", "Kijk", "Klaar"]),
        ("1. Bel\n2. Schrijf", ["Bel", "Schrijf"]),
        ("12 mensen bellen\n3. ja", ["12 mensen bellen", "3. ja"]),
        ("- Bel", ["Bel"]),
        (" \n", []),
    ],
)
def test_a_list_that_is_pasted_comes_without_its_marks(pasted: str, lines: list[str]) -> None:
    assert lines_of_list(pasted) == lines
