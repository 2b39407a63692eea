"""First and last name out of one text: with care, and less where it is not sure."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.core.people.name_parts import holds_more, split
from board.core.people.names import Name, folded
from board.core.people.people import Known, Visibility, face

# What stands there, the first name, the last name.
SURE = """
Ruth Pinas|Ruth|Pinas
Jan de Vries|Jan|de Vries
Els van der Berg|Els|van der Berg
Els Van Der Berg|Els|Van Der Berg
Piet in 't Veld|Piet|in 't Veld
Piet op den Camp|Piet|op den Camp
Jan 't Hart|Jan|'t Hart
Jan ’t Hart|Jan|’t Hart
Laura d'Ancona|Laura|d'Ancona
Anne De Vries-van Dam|Anne|De Vries-van Dam
Anne-Marie de Boer|Anne-Marie|de Boer
Sjoerd Wiersma|Sjoerd|Wiersma
Tjitske Hoekstra|Tjitske|Hoekstra
Yasmina El Idrissi|Yasmina|El Idrissi
Mohamed Ben Ali|Mohamed|Ben Ali
Fatima Ait Haddou|Fatima|Ait Haddou
Mehmet Kaya|Mehmet|Kaya
María García López|María|García López
Maria dos Santos|Maria|dos Santos
Piet Jansen MSc|Piet|Jansen MSc
Piet Jansen, MSc|Piet|Jansen, MSc
Dr. Els Jansen|Dr. Els|Jansen
Mevr. drs. Anne-Marie de Boer|Mevr. drs. Anne-Marie|de Boer
prof. dr. ir. Jan Bakker|prof. dr. ir. Jan|Bakker
PIET JANSEN|PIET|JANSEN
piet jansen|piet|jansen
Jansen, Piet|Piet|Jansen
van der Berg, Els|Els|van der Berg
Berg, Els van der|Els|van der Berg
Jansen, dr. Piet|dr. Piet|Jansen
Jansen-Bakker, Fatima|Fatima|Jansen-Bakker
García López, María|María|García López
JANSEN, PIET|PIET|JANSEN
Kim de Boer|Kim|de Boer
Tadesse Gebremariam|Tadesse|Gebremariam
"""
DOUBTFUL = """
Piet|Piet|
Jansen||Jansen
Dr. Jansen||Dr. Jansen
Mevrouw De Wit||Mevrouw De Wit
Jansen,||Jansen,
Jansen Piet|Jansen|Piet
JANSEN Piet|Piet|JANSEN
van der Berg Els|Els|van der Berg
De Vries||De Vries
't Hart||'t Hart
S. Jansen|S.|Jansen
J.P. de Boer|J.P.|de Boer
J P de Boer|J P|de Boer
Chr. Bakker|Chr.|Bakker
Y Nguyen|Y|Nguyen
Jansen, P.|P.|Jansen
Berg, E. van der|E.|van der Berg
Jansen, P. (Piet)|P. (Piet)|Jansen
Wang Xiaoming|Wang|Xiaoming
Li Na|Li|Na
Kim Min-jun|Kim|Min-jun
Nguyễn Văn Minh|Nguyễn|Văn Minh
Nagy János|Nagy|János
Kovács Anna|Kovács|Anna
Willem Alexander|Willem|Alexander
Jan Willem Jansen|Jan Willem|Jansen
Anna Maria Jansen|Anna Maria|Jansen
王小明||王小明
محمد علي|محمد|علي
Jansen van Rijn|Jansen|van Rijn
Jansen de Vries|Jansen|de Vries
Balie 3|Balie|3
Piet en Els Jansen|Piet|en Els Jansen
Team Schulden|Team|Schulden
"""


def rows(table: str) -> list[tuple[str, str, str]]:
    return [tuple(line.split("|")) for line in table.splitlines() if line]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "first", "last"), rows(SURE))
def test_a_name_in_an_order_that_is_sure_is_split(text: str, first: str, last: str) -> None:
    assert split(text) == Name(first, last, in_doubt=False)


@pytest.mark.parametrize(("text", "first", "last"), rows(DOUBTFUL))
def test_a_name_that_may_be_read_in_two_ways_is_in_doubt(text: str, first: str, last: str) -> None:
    assert split(text) == Name(first, last, in_doubt=True)


def words(text: str) -> Counter[str]:
    return Counter(text.replace(",", " ").split())


PIECES = st.lists(st.sampled_from(["Dr.", "Jansen", "Piet", ",", "van", "der", "MSc", "J.", "’t"]), max_size=12)


@settings(max_examples=50)
@given(st.text(max_size=80) | PIECES.map(" ".join))
def test_no_word_of_a_name_is_lost(text: str) -> None:
    name = split(text)

    assert words(name.whole) == words(text)
    assert max(len(name.first), len(name.last)) <= len(text)


ONLY_FIRST = (
    "Ruth Jan Els Piet Laura Anne Anne-Marie Sjoerd Tjitske Yasmina Mohamed Fatima Mehmet María Maria Kim Tadesse"
)


@pytest.mark.parametrize("text", [text for text, _first, _last in rows(SURE + DOUBTFUL)])
def test_only_my_first_name_shows_no_surname_in_whatever_form_it_was_kept(text: str) -> None:
    shown = face(Known(split(text), "consulent", Visibility.FIRST_NAME), "Team Schulden")

    assert shown.name in {"Team Schulden", "PIET", "piet", *ONLY_FIRST.split()}
    assert shown.line in {"", "Team Schulden"}


@settings(max_examples=50)
@given(st.permutations(["Jansen", "Piet", "van", "der", "Dr.", "S.", ","]), st.integers(1, 7))
def test_a_known_surname_never_passes_for_a_first_name(parts: list[str], most: int) -> None:
    name = split(" ".join(parts[:most]))

    assert "jansen" not in folded(name.public).split()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        *(
            (first, "")
            for first in ("Jansen, Piet", "Piet de Boer", "Jansen", "Piet Jansen", "De Vries", "Hiwot Assefa")
        ),
        ("Hiwot Assefa", "assefa"),
        ("Jan van der", "Berg"),
    ],
)
def test_a_surname_that_landed_in_the_field_of_the_first_name_is_noticed(first: str, last: str) -> None:
    assert holds_more(Name(first, last))


@pytest.mark.parametrize("first", ["Piet", "Jan Willem", "Anne-Marie", "Xiaoming", "dr. Els", "Ben", "王小明", "J.P."])
def test_a_first_name_alone_is_fine(first: str) -> None:
    assert not holds_more(Name(first, "Jansen"))
