"""Words for the council: when they repeat what was taken back, and which code of the budget counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from board.core.publishing.council_lines import CouncilLine, earlier_codes, lines_of_period, repeats
from board.core.record.periods import Period
from board.core.record.weeks import now
from tests.builders import Builder

SENTENCE = "Mevrouw De Boer uit de Kerkstraat kreeg haar sleutel terug."


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (SENTENCE, True),
        (f"In mei ging het zo: {SENTENCE.upper()} Mooi.", True),
        ("Mevrouw De Boer uit de wijk is blij.", True),
        ("Mevrouw De Boer kreeg iets terug uit de Kerkstraat.", False),
        ("Iemand kreeg een sleutel.", False),
        ("", False),
    ],
)
def test_words_that_were_taken_back_are_known_by_some_in_a_row(text: str, stands: bool) -> None:
    assert repeats(text, SENTENCE) is stands


def test_what_stands_elsewhere_in_public_may_stand_here_too() -> None:
    told_again = "Een vrouw uit de Kerkstraat kreeg haar sleutel terug."

    assert repeats(SENTENCE, SENTENCE, told_again)
    assert not repeats("Een vrouw uit de Kerkstraat kreeg haar sleutel terug.", SENTENCE, told_again)


def test_a_word_or_two_are_no_proof() -> None:
    assert not repeats("wij belden iedereen", "wij belden")
    assert repeats("en toen: wij belden aan!", "Wij belden aan")


@given(st.text(), st.text(), st.text())
def test_any_texts_can_be_compared(text: str, gone: str, public: str) -> None:
    if repeats(text, gone, public):
        assert repeats(text, gone)
        assert not repeats(text, gone, gone)


def kept(session: Session, line: CouncilLine) -> CouncilLine:
    session.add(line)
    session.flush()
    return line


def test_own_words_and_what_the_board_says(a: Builder, session: Session) -> None:
    opgave, period = a.opgave(), Period(2026)
    line = kept(session, CouncilLine(opgave=opgave, period=period.key, wants="", did="", noticed=""))
    line.write("6.3", {"wants": "", "did": "Wij deden veel.", "noticed": ""}, now())

    assert line.is_edited
    assert lines_of_period([opgave.id], period) == {opgave.id: line}
    line.begin_again()
    assert (line.is_edited, line.written_at, line.programme) == (False, None, "6.3")


def test_the_newest_code_before_a_period_is_the_one(a: Builder, session: Session) -> None:
    opgave, other = a.opgave(), a.opgave()
    for key, code in (("2024", "1"), ("2025-k2", "2"), ("2025-v1", "3"), ("2027", "4"), ("2026", "5")):
        line = CouncilLine(opgave=opgave, period=key)
        line.write(code, {"wants": "", "did": "", "noticed": ""}, now())
        kept(session, line)

    assert earlier_codes([opgave.id, other.id], Period.parse("2026")) == {opgave.id: "2"}
    assert earlier_codes([opgave.id], Period.parse("2028")) == {opgave.id: "4"}
    assert earlier_codes([opgave.id], Period.parse("2023")) == {}
