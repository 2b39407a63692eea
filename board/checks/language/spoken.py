"""Words as people say them: “’t”, “d’r”, “effe”. They are read as what they stand for, where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from board.checks.tokens import Token

WORDS = {
    "d'r": "er",
    "z'n": "hun",
    "m'n": "mijn",
    "effe": "even",
    "effen": "even",
    "ff": "even",
    "nou": "nu",
    "mekaar": "elkaar",
}
WORDS |= {"zo'n": "een", "ie": "hij", "da": "dat", "ni": "niet", "efkes": "even", "d'ruit": "eruit", "d'rin": "erin"}
# What is left of a word after an apostrophe that stands before it.
LEFT = {"t": "het", "k": "ik", "n": "een", "m": "hem", "r": "er", "s": "eens"}
APOSTROPHES = frozenset("'’‘`")


def in_full(found: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with what a spoken word stands for; its place stays that of what was written."""
    before: Token | None = None
    for token in found:
        left = before is not None and before.text in APOSTROPHES and before.end == token.start
        said = LEFT.get(token.lower) if left else WORDS.get(token.lower.replace("’", "'"))
        yield replace(token, lower=said) if said else token
        before = token
