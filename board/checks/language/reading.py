"""What the check says of a text: doing or process, and what deserves a second look. It advises; it never blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from board.checks.language.clauses import sentences
from board.checks.language.features import features
from board.checks.language.lexicon import Lexicon, lexicon
from board.checks.language.score import score
from board.checks.language.spoken import in_full
from board.checks.tokens import Token, tokens

MOST_TOKENS = 10_000  # more than fifty thousand letters of prose have

Label = Literal["doen", "proces"]
Kind = Literal["process_word", "long_sentence", "rare_word", "passive", "abbreviation"]


@dataclass(frozen=True, slots=True)
class LanguageFinding:
    """One place in a text with a kind word; `reason` and `suggestion` are Dutch and take `values` by name."""

    kind: Kind
    start: int
    end: int
    text: str
    reason: str
    suggestion: str
    values: dict[str, str | int] = field(default_factory=dict, hash=False)

    def sentence(self, wording: str) -> str:
        """A wording (the reason, the suggestion, or a translation of one) with its values filled in."""
        return wording % self.values


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text reads to a citizen, and why."""

    label: Label
    findings: list[LanguageFinding]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text with its score: above nought it speaks of doing."""

    text: str
    tokens: list[Token]
    score: float
    lexicon: Lexicon

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.tokens[-1].end

    def words(self) -> list[Token]:
        """Its words and numbers, without the marks."""
        return [token for token in self.tokens if token.kind != "mark"]


def read(text: str, extra: Path | None = None) -> list[Sentence]:
    """The sentences of a text, each scored by the part of it that says most (source 003, block 2: “doen”).

    A text of more than ten thousand words and marks is read as far as that.
    """
    words = lexicon(extra)
    known: dict[str, float] = {}
    return [weighed(part, text, words, known) for part in sentences(list(in_full(tokens(text, MOST_TOKENS))))]


def weighed(part: list[Token], text: str, words: Lexicon, known: dict[str, float]) -> Sentence:
    """A sentence with its score; `known` are the scores of this text so far, so that no sentence is read twice."""
    written = text[part[0].start : part[-1].end]
    if written not in known:
        known[written] = weigh(part, text, words)
    return Sentence(text, part, known[written], words)


def weigh(part: list[Token], text: str, words: Lexicon) -> float:
    """“We onderzochten het water en vervingen de leidingen” is doing, because its second half is."""
    if not any(token.is_word for token in part):
        return 0.0
    return max((score(values) for values in features(part, text, words)), default=0.0)


def label(found: list[Sentence]) -> Label:
    """Doing when one sentence is; a text without words gets the benefit of the doubt."""
    said = [sentence for sentence in found if sentence.words()]
    return "doen" if not said or any(sentence.score > 0 for sentence in said) else "proces"


def in_order(found: Iterator[LanguageFinding]) -> list[LanguageFinding]:
    """By place; of findings of one kind that overlap only the first and longest stays."""
    kept: list[LanguageFinding] = []
    for finding in sorted(found, key=lambda each: (each.start, -each.end, each.kind)):
        if not any(other.kind == finding.kind and other.end > finding.start for other in kept[-8:]):
            kept.append(finding)
    return kept
