"""Words find each other in whatever form they are written."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.core.search.lemmas import lemma, lemmas, split_words, word_forms
from board.core.search.tokens import LONGEST
from board.core.search.written import indexed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("brief", "brieven"),
        ("huis", "huizen"),
        ("kind", "kinderen"),
        ("bellen", "gebeld"),
        ("schuldhulpverlener", "schuldhulpverleners"),
        ("keukentafelgesprek", "keukentafelgesprekken"),
        ("café", "cafés"),
        ("café", "cafe"),
        ("een", "één"),
        ("BRIEF", "brief"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    (first,), (second,) = split_words(one), split_words(other)

    assert set(word_forms(first)) & set(word_forms(second))


def test_a_text_is_its_words_in_one_form_each() -> None:
    assert lemmas("Twee brieven, in één enveloppe: dat scheelt 3 weken!") == [
        *("twee", "brief", "in", "een", "enveloppe", "dat", "schelen", "3", "week"),
    ]


def test_a_word_is_indexed_as_it_stands_and_in_its_one_form() -> None:
    assert indexed("Brieven, een brief") == "brieven brief een"


def test_a_compound_is_indexed_with_what_it_is_made_of() -> None:
    assert indexed("Jeugdhulp") == "jeugdhulp jeugd hulp"
    assert indexed("het jeugd-ggz-plan") == "het jeugdggzplan jeugd ggz plan"
    assert {"gemeente", "raad", "verkiezing"} <= set(indexed("gemeenteraadsverkiezingen").split())


def test_a_verb_that_stands_apart_is_indexed_as_one() -> None:
    assert "ophaal" in indexed("Haal het grofvuil bij de mensen op.").split()
    assert "ophaal" in indexed("Probeer het vuil op te halen").split()
    for apart in ("Haal het vuil. Op maandag bel je.", "Haal de sleutel op de derde etage"):
        assert "ophaal" not in indexed(apart).split()


def test_an_unknown_word_stays_as_it_is() -> None:
    assert lemma("xyzzyq") == "xyzzyq"


def test_the_dictionary_is_not_loaded_before_somebody_searches() -> None:
    loaded = "import sys, board; print([name for name in sys.modules if name.startswith('simplemma')])"

    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, timeout=60, check=True)

    assert told.stdout.strip() == "[]"


@given(st.text())
def test_whatever_is_written_gives_words_that_any_database_can_hold(text: str) -> None:
    for word in indexed(text).split(" ") if indexed(text) else []:
        assert word.isalnum()
        assert len(word) <= 4 * LONGEST
