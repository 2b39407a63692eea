"""What a text costs to read: so many steps for each letter, whatever the letters are. Steps are counted, no time."""

import random
import sys
from collections.abc import Callable
from string import ascii_letters, ascii_lowercase, digits
from typing import Any

import pytest

from board.checks import language, phrases, privacy, together
from board.checks.excerpts import excerpts
from board.checks.language.compounds import is_compound
from board.checks.language.findings import MOST_UNKNOWN
from board.checks.language.pieces import known as known_pieces
from board.checks.language.reading import MOST_TOKENS
from board.checks.tokens import tokens
from board.core.search import compounds as cutting
from board.core.search import dictionary, lemmas, written
from board.web.markdown import as_html

COMMON = ["van", "de", "het", "voor", "aan", "met", "ons", "uit", "over", "water", "huis", "straat", "werk", "mensen"]


def nonsense(length: int, of: str, letters: int, seed: int = 7) -> str:
    """Words of this many letters that nobody ever wrote."""
    chance = random.Random(seed)
    made = ("".join(chance.choices(of, k=length)) for _ in range(letters // (length + 1) + 1))
    return " ".join(made)[:letters]


def compounds(letters: int) -> str:
    """Long words in which each part is a word, in as many ways as possible."""
    chance = random.Random(7)
    return " ".join("".join(chance.choices(COMMON, k=9))[:40] for _ in range(letters // 30))[:letters]


def almost_compounds(letters: int) -> str:
    """Long words of common parts that come to nothing at their end, so that every cut is tried."""
    chance = random.Random(9)
    return " ".join("".join(chance.choices(COMMON, k=9))[:36] + "qx" for _ in range(letters // 30))[:letters]


def again(piece: str) -> Callable[[int], str]:
    return lambda letters: (piece * letters)[:letters]


TEXTS: dict[str, Callable[[int], str]] = {
    "long words": lambda letters: nonsense(42, ascii_lowercase, letters),
    "short words": lambda letters: nonsense(6, ascii_lowercase, letters),
    "a picture as letters": lambda letters: nonsense(76, ascii_letters + digits + "+/", letters),
    "codes with dashes": lambda letters: nonsense(9, ascii_lowercase, letters).replace(" ", "-"),
    "compounds of compounds": compounds,
    "almost compounds": almost_compounds,
    **{
        f"again and again {piece!r}": again(piece)
        for piece in [
            "i.",
            "a.b@c",
            "jagen aan ",
            "ga ",
            "![",
            "Jan V. ",
            "1. ",
            "http://#",
            "a://",
            "Mw. De Wit. ",
            ". ",
            "1 ",
        ]
    },
}
READERS: dict[str, Callable[[str], object]] = {
    "language": language.check,
    "privacy": privacy.find,
    "words that make it bigger": phrases.bigger,
    "both, with the sentences around": lambda text: around(together.look(text), text),
    "markup": as_html,
    "search": written.indexed,
}


def around(seen: together.Look, text: str) -> object:
    found: list[Any] = [*seen.personal, *seen.wording]
    return excerpts(text, found)


def steps(read: Callable[[str], object], text: str) -> int:
    """How many functions are called to read a text, those of Python itself included."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count


def forget() -> None:
    for remembered in (is_compound, known_pieces, lemmas.word_forms, lemmas.lemma, dictionary.is_word):
        remembered.cache_clear()
    for remembered in (cutting.compound_parts, written.index_forms):
        remembered.cache_clear()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", TEXTS)
def test_twice_as_many_letters_take_twice_as_many_steps(reader: str, kind: str) -> None:
    read, text = READERS[reader], TEXTS[kind]
    read(text(4000))  # whatever is read once and kept: lists, dictionaries
    forget()
    once = steps(read, text(2000))
    forget()
    twice = steps(read, text(4000))

    assert twice <= 2.3 * once + 2000


@pytest.mark.parametrize("kind", TEXTS)
def test_four_thousand_letters_of_anything_are_read_in_few_steps_each(kind: str) -> None:
    """Thirty made-up words of forty letters once took nine seconds, and nobody else was served meanwhile."""
    text = TEXTS[kind](4000)
    language.check("Wij planten tien bomen.")
    forget()

    assert steps(language.check, text) <= 100 * len(text)


def test_of_a_list_of_codes_two_hundred_unknown_words_are_looked_into() -> None:
    forget()

    found = language.check(nonsense(9, ascii_lowercase, 50_000)).findings

    assert len([one for one in found if one.kind == "rare_word"]) == MOST_UNKNOWN
    assert is_compound.cache_info().misses <= 10 * MOST_UNKNOWN


def test_a_difficult_word_is_named_each_time_it_stands_there() -> None:
    found = language.check("Het xylofagische hout. " * 300).findings

    assert len([one for one in found if one.kind == "rare_word"]) == 300


@pytest.mark.parametrize("kind", TEXTS)
def test_the_longest_text_is_read_in_no_more_steps_than_its_words_need(kind: str) -> None:
    """What has more words and marks than fifty thousand letters of prose, is read as far as that."""
    text = TEXTS[kind](50_000)
    read = tokens(text, MOST_TOKENS)

    assert len(read) <= MOST_TOKENS
    assert all(one.end <= read[-1].end for one in language.check(text).findings)


@pytest.mark.parametrize("piece", ["http://#", "a://", "1. \0http://#", "[https://a", "https://a.nl "])
def test_an_address_in_a_text_is_sought_in_the_letters_before_its_colon(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = sys.modules["markdown_it.rules_inline.linkify"]
    looked, scheme = [], rule.SCHEME_RE

    class Counted:
        def search(self, text: str) -> object:
            looked.append(len(text))
            return scheme.search(text)

    monkeypatch.setattr(rule, "SCHEME_RE", Counted())
    text = again(piece)(20_000)
    as_html(text)

    assert sum(looked) <= len(text)
