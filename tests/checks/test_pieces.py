"""The pieces of words have a vote in what a sentence says, beside the signs of the lists."""

from board.checks.language.pieces import learned, pieces, vote
from board.checks.tokens import tokens
from tests.checks.piece_learning import learn

KNOWN = [
    (pieces("lantaarn"), True),
    (pieces("lantaarns"), True),
    (pieces("strategie"), False),
    (pieces("strategisch"), False),
] * 5


def test_a_word_is_cut_in_pieces_that_know_where_it_begins_and_ends() -> None:
    assert pieces("bad") == ("<ba", "bad", "ad>", "<bad", "bad>", "<bad>")


def test_of_a_number_only_its_length_counts() -> None:
    assert pieces("37") == pieces("12") == ("<00", "00>", "<00>")


def test_a_word_that_was_never_seen_is_known_by_its_pieces() -> None:
    weights = learn(KNOWN)

    assert sum(weights.get(piece, 0.0) for piece in pieces("lantaarnpaaltje")) > 0
    assert sum(weights.get(piece, 0.0) for piece in pieces("strategietje")) < 0


def test_what_no_piece_is_known_of_has_no_vote() -> None:
    assert vote(tokens("… !")) == vote(tokens("qqqqqq")) == 0


def test_the_same_lines_teach_the_same_each_time() -> None:
    assert learn(KNOWN) == learn(KNOWN)


def test_a_sentence_said_twice_says_the_same() -> None:
    once = tokens("Samen verkennen wij de mogelijkheden")

    assert vote(once) == vote(once * 2) < 0


def test_the_list_is_not_large() -> None:
    assert 1000 < len(learned()) <= 5000
