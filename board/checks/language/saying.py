"""What somebody says in a main clause of what follows: he tells it, brought it about, suffers it, or only thinks it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from board.checks.language.clauses import Clause, ClauseRole
from board.checks.language.lexicon import Lexicon

THAT = frozenset({"dat", "that"})
SO = frozenset({"zo", "zodanig", "so"})  # “zo gemaakt dat u erop kunt”
POSSIBLE = frozenset({"mogelijk", "possible"})  # who makes it so has brought it about: “we maken het mogelijk dat …”
MADE = frozenset({"maak", "maakt", "maken", "maakte", "maakten", "gemaakt", "made", "makes"})
SUFFERING = frozenset({"dat", "als", "hoe", "die", "wanneer", "that"})
Kind = Literal["", "told", "suffered", "closed"]


@dataclass(frozen=True)
class Saying:
    """The clauses of a part of a sentence, in the roles that they really have."""

    clauses: list[Clause]
    kind: Kind


def look_through(unit: list[Clause], lexicon: Lexicon) -> Saying:
    """“Wij melden u dat de lift werkt” says that the lift works; “wij hopen dat …” says no such thing."""
    main = next((part for part in unit if part.role is ClauseRole.MAIN), None)
    words = {token.lower for token in main.tokens} if main else set()
    if words & lexicon.words["judged"] and (found := opened(unit, SUFFERING)):
        return Saying(found, "suffered")
    if not follows(unit, THAT):
        return Saying(unit, "")
    made = POSSIBLE if words & MADE else frozenset()
    if words & lexicon.words["opaque"] - made:
        return Saying(unit, "closed")
    told = words & (lexicon.words["seen_through"] | SO | made)
    return Saying(opened(unit, THAT), "told") if told else Saying(unit, "")


def came_true(sayings: Sequence[Saying]) -> Iterator[Saying]:
    """The parts of a sentence, where what was agreed has happened: “we spraken af dat …, en dat doet hij”."""
    for place, saying in enumerate(sayings):
        after = sayings[place + 1] if place + 1 < len(sayings) else None
        if saying.kind == "closed" and after and is_so(after):
            yield Saying(opened(saying.clauses, THAT), "told")
        else:
            yield saying


def is_so(saying: Saying) -> bool:
    """“En dat doet hij”, “en sinds maandag is dat zo”."""
    words = {token.lower for part in saying.clauses for token in part.tokens}
    return (
        "dat" in words
        and bool(words & {"doet", "doen", "deed", "deden", "is", "gebeurt", "gebeurde", "werkt", "lukt"})
        and len(words) < 9
    )


def follows(unit: Sequence[Clause], words: frozenset[str]) -> bool:
    """Whether a clause hangs on the main one that begins with one of these words."""
    return any(part.role in {ClauseRole.UNDER, ClauseRole.WHEN} and first_word(part) in words for part in unit)


def opened(unit: Sequence[Clause], words: frozenset[str]) -> list[Clause]:
    """The clauses in which what hangs on these words is the main thing; none when nothing hangs on them."""
    if not follows(unit, words):
        return []
    found = []
    for part in unit:
        if part.role in {ClauseRole.UNDER, ClauseRole.WHEN} and first_word(part) in words:
            found.append(replace(part, role=ClauseRole.MAIN))
        elif part.role is ClauseRole.MAIN:
            found.append(replace(part, role=ClauseRole.MAIN if "die" in words else ClauseRole.SAYING))
        else:
            found.append(part)
    return found


def first_word(part: Clause) -> str:
    """The word that opens a clause."""
    return next((token.lower for token in part.tokens if token.is_word), "")
