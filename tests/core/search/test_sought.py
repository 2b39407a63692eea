"""What somebody types becomes words that a database can be asked for, and a line with these words marked."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.core.search.search_terms import MOST_WORDS, HighlightedPart, SearchTerms
from board.core.search.tokens import tokens


def marked(text: str, line: str) -> str:
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in SearchTerms.parse(text).pieces(line))


def test_words_are_marked_in_any_form() -> None:
    assert marked("brief", "Drie brieven, één Brief. Briefpapier.") == "Drie [brieven], één [Brief]. [Briefpapier]."
    assert marked("brieven", "Een brief") == "Een [brief]"
    assert marked("cafe", "Het café") == "Het [café]"


def test_only_the_last_word_may_still_grow() -> None:
    assert marked("huur kind", "Huurders en kinderen, kindertijd") == "Huurders en [kinderen], [kindertijd]"
    assert marked("hu", "Huur de hu") == "Huur de [hu]"


def test_nothing_is_marked_when_nothing_is_asked() -> None:
    assert not SearchTerms.parse(" -* ' \" ")
    assert SearchTerms.parse("").pieces("Bel tien mensen") == [HighlightedPart("Bel tien mensen", False)]


def test_words_as_they_were_typed_are_seen() -> None:
    assert SearchTerms.parse("brieven").stands_in("Twee Brieven")
    assert not SearchTerms.parse("brieven").stands_in("Twee briefjes, één brief")


def test_a_whole_letter_is_asked_for_by_its_beginning() -> None:
    assert len(SearchTerms.parse("een brief " + " ".join(f"woord{number}" for number in range(500)))) <= MOST_WORDS


def test_a_part_marks_the_whole_word_and_a_verb_both_its_words() -> None:
    assert marked("hulp", "Meer jeugdhulp, geen hulpeloze") == "Meer [jeugdhulp], geen [hulpeloze]"
    assert marked("ophalen", "Haal het vuil op.") == "[Haal] het vuil [op]."
    assert marked("op te halen", "Vuil opgehaald") == "Vuil [opgehaald]"
    assert marked("email", "Een e-mail over foto’s") == "Een [e-mail] over foto’s"
    assert marked("foto", "Een e-mail over foto’s") == "Een e-mail over [foto’s]"


@pytest.mark.parametrize("line", ["Cafe\u0301s", "ver\u00adkeer\u00ad", "\ufb01ets Yıldız ŁÓDŹ", "ẞtraat 🙂👨‍👩‍👧 é"])
def test_what_is_marked_is_a_word_of_the_line_as_it_stands(line: str) -> None:
    for word in line.split():
        assert f"[{word}" in marked(word, line) or not any(map(str.isalnum, word))


@given(st.text(), st.text())
def test_pieces_are_the_line_again(text: str, line: str) -> None:
    pieces = SearchTerms.parse(text).pieces(line)

    assert "".join(piece.text for piece in pieces) == line


@given(st.text())
def test_a_line_is_marked_by_its_own_words(line: str) -> None:
    """Each word that stands in it, and nothing between the words."""
    sought = [found for token in islice(tokens(line), MOST_WORDS) if (found := SearchTerms.parse(token.word))]
    for words in sought:
        marked_there = [piece.text for piece in words.pieces(line) if piece.found]
        assert marked_there
        assert all(any(map(str.isalnum, text)) for text in marked_there)
