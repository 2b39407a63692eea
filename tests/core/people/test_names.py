"""In which order people stand, what colleagues call them, and who is told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.core.people.names import Name, main_part, short_names, tell_apart

# As a Dutch list has them: by the main part of the last name, capitals and accents aside.
IN_ORDER = """
Åsa|Aalto
Laura|d'Ancona
Jan|Bakker
Mohamed|Ben Ali
Els|van den Berg
Jan|van der Berg
Piet|Berg
Zoë|VAN DE BERG
Émile|Çelik
Yasmina|El Idrissi
Jan|’s-Gravesande
Jan|'t Hart
Ludo|Jansen
ludo|Janssen
Madonna|
Ömer|Öztürk
Sofia|dos Santos
Henk|ten Tusscher
Piet|op 't Veld
Bo|de Vriès
Anne|De Vries-van Dam
"""


def names(table: str) -> list[Name]:
    return [Name(first, last) for first, _, last in (line.partition("|") for line in table.splitlines() if line)]


def test_people_stand_as_dutch_lists_have_them() -> None:
    wanted = names(IN_ORDER)

    assert sorted(set(wanted), key=lambda name: name.sort_key) == wanted


@pytest.mark.parametrize(
    ("last", "main"),
    [
        ("van der Berg", "Berg"),
        ("Van Der Berg", "Berg"),
        ("v.d. Berg", "Berg"),
        ("v/d Berg", "Berg"),
        ("'t Hart", "Hart"),
        ("’t Hart", "Hart"),
        ("d'Ancona", "ancona"),
        ("'s-Gravesande", "gravesande"),
        ("in 't Veld", "Veld"),
        ("De Vries-van Dam", "Vries-van Dam"),
        ("Jansen MSc", "Jansen"),
        ("Jansen, MSc", "Jansen"),
        ("Dr. Jansen", "Jansen"),
        ("El Idrissi", "El Idrissi"),
        ("van", "van"),
        ("", ""),
    ],
)
def test_the_main_part_of_a_last_name(last: str, main: str) -> None:
    assert main_part(last) == main


@pytest.mark.parametrize(
    ("among", "called"),
    [
        (["Piet Jansen", "Els Bos"], ["Piet", "Els"]),
        (["Piet Jansen", "Piet van der Berg"], ["Piet J.", "Piet B."]),
        (["Piet Jansen", "piet Jacobs"], ["Piet Jansen", "piet Jacobs"]),
        (["Zoë Bos", "Zoe Dam"], ["Zoë B.", "Zoe D."]),
        (["Piet ", "Piet Jansen"], ["Piet", "Piet J."]),
        ([" Jansen", "Piet Jansen"], ["Jansen", "Piet"]),
    ],
)
def test_who_has_the_same_first_name_is_told_apart(among: list[str], called: list[str]) -> None:
    people = [Name(first, last) for first, _, last in (name.partition(" ") for name in among)]

    assert short_names(people) == called


def test_titles_are_no_part_of_what_colleagues_call_somebody() -> None:
    assert (Name("Dr. Els", "Jansen MSc").short, Name("Dr. Els", "Jansen").initials) == ("Els", "EJ")
    assert (Name("", "Dr. Jansen").short, Name("", "Dr. Jansen").initials) == ("Dr. Jansen", "J")
    assert tell_apart(Name("Els", "Bos"), [Name("dr. Els", "Dam")]) == "Els B."


@pytest.mark.parametrize("first", ["S.", "J.P.", "Th. J.", "A", "J P", "J.-P."])
def test_nobody_is_called_by_initials(first: str) -> None:
    assert Name(first, "Jansen").short == f"{first} Jansen"
    assert Name("Bo", "Jansen").short == "Bo"


TEXT = st.text(max_size=80)


@settings(max_examples=50)
@given(TEXT, TEXT, TEXT)
def test_any_text_is_a_name_and_has_its_place(first: str, last: str, other: str) -> None:
    name = Name(first, last)

    assert name.sort_key == Name(first, last).sort_key
    assert name.whole == f"{first} {last}".strip()
    assert tell_apart(name, [name]) == name.short
    assert tell_apart(name, [name, Name(first, other)]).startswith(name.short)
