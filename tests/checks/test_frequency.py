"""How often words are used: a tenth of the memory, and the same answers as the whole list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfreq import top_n_list, zipf_frequency

from board.checks.frequency import LEAST, dutch, zipf
from board.checks.tokens import tokens
from tests.checks.language_learning import OWN


def cut(value: float) -> float:
    return value if value >= LEAST else 0.0


def test_all_words_of_our_sentences_are_as_usual_as_the_whole_list_says() -> None:
    words = {token.lower for token in tokens(OWN.read_text(encoding="utf-8")) if token.is_word}
    words = {word for word in words if not any(map(str.isdigit, word))}
    parts = {word[:end] for word in words for end in range(3, len(word))} | words

    # In steps of a hundredth; of a word in parts the last step may be rounded the other way.
    assert not {word for word in parts if abs(cut(zipf(word)) - cut(zipf_frequency(word, "nl"))) > 0.011}


def test_the_most_used_words_are_there() -> None:
    words = [word for word in top_n_list("nl", 40_000) if word.isalpha()]

    assert len(dutch()) > 45_000
    assert all(zipf(word) == zipf_frequency(word, "nl") for word in words[::7])


@pytest.mark.parametrize("word", ["", "-", "’", "xyzzyx", "\u0301", "a" * 200])
def test_what_is_no_word_is_never_used(word: str) -> None:
    assert zipf(word) == 0.0


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_any_text_gets_an_answer(word: str) -> None:
    assert 0 <= zipf(word) < 8
