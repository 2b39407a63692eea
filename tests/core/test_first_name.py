"""What colleagues call each other, of a name as somebody wrote it."""

import pytest

from board.core.people import Known, Visibility, face, first_name


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Ruth Vos", "Ruth"),
        ("Jansen, Piet", "Piet"),
        ("van der Berg, Els", "Els"),
        ("Jansen, dr. Piet", "Piet"),
        ("Dr. Els Jansen", "Els"),
        ("Mevr. drs. Anne-Marie de Boer", "Anne-Marie"),
        ("Piet", "Piet"),
        ("dr. Jansen", ""),
        ("Jansen,", ""),
        ("", ""),
    ],
)
def test_a_surname_never_passes_for_a_first_name(name: str, called: str) -> None:
    assert first_name(name) == called


@pytest.mark.parametrize("name", ["dr. Jansen", "Jansen,"])
def test_who_shows_a_first_name_that_we_do_not_know_shows_the_team(name: str) -> None:
    shown = face(Known(name, visibility=Visibility.FIRST_NAME), "Team Schulden")

    assert (shown.kind, shown.name) == (Visibility.TEAM, "Team Schulden")
