"""What somebody types becomes words that a database can be asked for, and a line with these words marked."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from board.core.search.sought import MOST_WORDS, Piece, Sought


def marked(text: str, line: str) -> str:
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in Sought.parse(text).pieces(line))


def test_words_are_marked_in_any_form() -> None:
    assert marked("brief", "Drie brieven, één Brief. Briefpapier.") == "Drie [brieven], één [Brief]. [Briefpapier]."
    assert marked("brieven", "Een brief") == "Een [brief]"
    assert marked("cafe", "Het café") == "Het [café]"


def test_only_the_last_word_may_still_grow() -> None:
    assert marked("huur kind", "Huurders en kinderen, kindertijd") == "Huurders en [kinderen], [kindertijd]"
    assert marked("hu", "Huur de hu") == "Huur de [hu]"


def test_nothing_is_marked_when_nothing_is_asked() -> None:
    assert not Sought.parse(" -* ' \" ")
    assert Sought.parse("").pieces("Bel tien mensen") == [Piece("Bel tien mensen", False)]


def test_words_as_they_were_typed_are_seen() -> None:
    assert Sought.parse("brieven").stands_in("Twee Brieven")
    assert not Sought.parse("brieven").stands_in("Twee briefjes, één brief")


def test_a_whole_letter_is_asked_for_by_its_beginning() -> None:
    assert len(Sought.parse("een brief " + " ".join(f"woord{number}" for number in range(500)))) <= MOST_WORDS


@given(st.text(), st.text())
def test_pieces_are_the_line_again(text: str, line: str) -> None:
    pieces = Sought.parse(text).pieces(line)

    assert "".join(piece.text for piece in pieces) == unicodedata.normalize("NFC", line)
