"""A person decides how they are shown; one function keeps to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.core.people.names import Name
from board.core.people.people import Known, Visibility, at_most, face

TEAM = "Team Schulden"


@pytest.mark.parametrize(
    ("choice", "name", "line"),
    [
        (Visibility.FULL, "Ruth Pinas", "schuldhulpverlener"),
        (Visibility.FIRST_NAME, "Ruth", TEAM),
        (Visibility.ROLE, "Schuldhulpverlener", TEAM),
        (Visibility.TEAM, TEAM, ""),
    ],
)
def test_each_choice_shows_what_it_says(choice: Visibility, name: str, line: str) -> None:
    shown = face(Known(Name("Ruth", "Pinas"), "schuldhulpverlener", choice, "ruth", "photo", "Ik luister eerst."), TEAM)

    assert (shown.name, shown.line) == (name, line)
    assert (shown.portrait == "ruth") == (shown.photo == "photo") == (choice is Visibility.FULL)
    assert (shown.own_words == "") == (choice is Visibility.TEAM)


def test_nobody_is_the_team() -> None:
    assert (face(None, TEAM).kind, face(None, TEAM).name) == (Visibility.TEAM, TEAM)


@given(st.sampled_from(Visibility), st.sampled_from([*Visibility, None]))
def test_a_choice_in_one_place_may_only_show_less(choice: Visibility, limit: Visibility | None) -> None:
    order = [Visibility.FULL, Visibility.FIRST_NAME, Visibility.ROLE, Visibility.TEAM]

    assert order.index(at_most(choice, limit)) >= order.index(choice)
    assert at_most(choice, limit) in {choice, limit}


def test_a_role_without_a_job_is_the_team() -> None:
    assert face(Known(Name("Ruth", "Pinas"), "", Visibility.ROLE), TEAM).kind is Visibility.TEAM


NAMES = [Name("Ruth", "Pinas"), Name("Anh"), Name("", "Idrissi"), Name("Wang", "Xiaoming", in_doubt=True)]


@given(st.sampled_from(Visibility), st.sampled_from(NAMES))
def test_the_last_name_shows_only_with_full_consent(choice: Visibility, name: Name) -> None:
    shown = face(Known(name, "consulent", choice, "x"), TEAM)
    said = f"{shown.name} {shown.line} {shown.short_name} {' '.join(shown.sort_key)}"

    assert not name.last or choice is Visibility.FULL or name.last.lower() not in said.lower()
    assert not name.in_doubt or choice is Visibility.FULL or name.first not in said
    # A first name beside the job would give the person away.
    assert not (choice is Visibility.FIRST_NAME and "consulent" in shown.line)


def test_a_full_name_is_named_the_second_time_by_its_first() -> None:
    assert face(Known(Name("Dr. Els", "de Boer"), "arts", Visibility.FULL), TEAM).short_name == "Els"
    assert face(Known(Name("Wang", "Xiaoming", True), "arts", Visibility.FULL), TEAM).short_name == "Wang Xiaoming"
