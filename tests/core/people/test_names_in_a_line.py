"""Labels stand in one line with commas between them; what has a comma itself stays whole, between quotes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.web.fields import NamesField

NAMES = st.lists(st.text(alphabet='a"“”„, Bé', max_size=12), max_size=4)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("spoed, raad", ("spoed", "raad")),
        ('"Raad, college", spoed', ("Raad, college", "spoed")),
        ("“Raad, college”, spoed", ("Raad, college", "spoed")),
        ('15" scherm, spoed', ('15" scherm', "spoed")),
        ('"Snel" loket, spoed', ('"Snel" loket', "spoed")),
        ('"nooit gesloten, spoed', ('"nooit gesloten', "spoed")),
        (" , ,spoed,", ("spoed",)),
        ("", ()),
    ],
)
def test_names_are_read_as_somebody_means_them(typed: str, names: tuple[str, ...]) -> None:
    assert NamesField.names(typed) == names


@settings(max_examples=50, deadline=None)
@given(NAMES)
def test_what_the_form_shows_is_read_back_as_the_same_names(names: list[str]) -> None:
    whole = tuple(dict.fromkeys(name for text in names if (name := " ".join(text.split()))))

    assert NamesField.names(NamesField.text(whole)) == whole
