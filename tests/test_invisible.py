"""What nobody can see in a text does not come in; what somebody meant stays."""

import pytest

from board.invisible import one_line, tidied


@pytest.mark.parametrize(
    "nothing", ["", "  ", "\u200b", "\u00ad", "\u2060\n\ufeff", "\u00a0\u3000", "\u2800", "\u200d \u200f", "\ufe0f"]
)
def test_what_is_empty_to_the_eye_is_empty(nothing: str) -> None:
    assert tidied(nothing) == ""
    assert one_line(nothing) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("verkeers\u00adregelaar", "verkeersregelaar"),
        ("€\u00a02.000 per\u202fjaar", "€ 2.000 per jaar"),
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("👩\u200d👧 en ❤\ufe0f", "👩\u200d👧 en ❤\ufe0f"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Bel\x0bde school\x00", "Belde school"),
    ],
)
def test_spaces_are_spaces_and_what_means_something_stays(typed: str, kept: str) -> None:
    assert tidied(typed) == kept


def test_lines_that_are_pasted_into_one_do_not_grow_together() -> None:
    assert (
        one_line("Bel school\nSchrijf de buurt\r\n\r\n en kijk\u2029terug")
        == "Bel school Schrijf de buurt en kijk terug"
    )
