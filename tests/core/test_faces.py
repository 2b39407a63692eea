"""A person decides how they are shown; one function keeps to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.core.people import Visibility, face

TEAM = "Team Schulden"


@pytest.mark.parametrize(
    ("choice", "name", "line"),
    [
        (Visibility.FULL, "Ruth Pinas", "schuldhulpverlener"),
        (Visibility.FIRST_NAME, "Ruth", TEAM),
        (Visibility.ROLE, "Schuldhulpverlener", TEAM),
        (Visibility.TEAM, TEAM, ""),
        (None, TEAM, ""),
    ],
)
def test_each_choice_shows_what_it_says(choice: Visibility | None, name: str, line: str) -> None:
    shown = face("Ruth Pinas", "schuldhulpverlener", "ruth", choice, TEAM)

    assert (shown.name, shown.line) == (name, line)
    assert (shown.portrait == "ruth") == (choice is Visibility.FULL)


def test_a_role_without_a_job_is_the_team() -> None:
    assert face("Ruth Pinas", "", None, Visibility.ROLE, TEAM).kind is Visibility.TEAM


@given(st.sampled_from(Visibility), st.sampled_from(["Ruth Pinas", "Anh", "Yasmina El Idrissi"]))
def test_the_last_name_shows_only_with_full_consent(choice: Visibility, name: str) -> None:
    shown = face(name, "consulent", "x", choice, TEAM)
    last = name.rsplit(maxsplit=1)[-1] if " " in name else None

    assert last is None or choice is Visibility.FULL or last not in f"{shown.name} {shown.line}"
    # A first name beside the job would give the person away.
    assert not (choice is Visibility.FIRST_NAME and "consulent" in shown.line)
