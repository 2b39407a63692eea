"""Orders where what was done is meant: “Plaats een bankje bij de vijver” is “We plaatsten een bankje bij de vijver.”"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from pathlib import Path

from board.checks.language.clauses import sentences
from board.checks.language.lexicon import VERB_LISTS, Lexicon, entries, lexicon
from board.checks.language.tagging import ARTICLES
from board.checks.language.verbs import changed, ending, stems
from board.checks.tokens import Token, tokens

LONGEST = 60  # tokens of an order; what is longer is a story
# Of these more than one past is heard, so none is proposed.
UNSURE = frozenset(
    {"jagen", "waaien", "melken", "stoten", "raden", "scheppen", "zweren", "lachen", "heten", "laden", "plegen"}
)
UNSURE |= {
    "ervaren",
    "spugen",
    "kerven",
    "wuiven",
    "wreken",
    "zouten",
    "spouwen",
    "zijn",
    "kunnen",
    "mogen",
    "moeten",
    "zullen",
}
SHORT = {"gaan": "ga", "staan": "sta", "slaan": "sla", "doen": "doe", "zien": "zie"}
QUALITIES = frozenset(
    {"open", "leeg", "droog", "warm", "koel", "groen", "wit", "zuiver", "recht", "dicht", "helder", "wijs"}
)
NO_ORDER = frozenset({"vergeet", "wees", "weet", "kan", "mag", "moet", "wil", "zal", "heb", "ben", "doet", "bedankt"})
BEFORE_A_THING = ARTICLES | {
    "nieuwe",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "twaalf",
    "twintig",
}
BEFORE_A_THING |= {
    "elk",
    "ieder",
    "iedere",
    "hem",
    "haar",
    "hen",
    "ze",
    "jullie",
    "onze",
    "alle",
    "wat",
    "meer",
    "extra",
    "samen",
    "iedereen",
    "dat",
}
BEFORE_A_THING |= {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "gratis", "weer"}
SUBJECTS = frozenset({"ik", "we", "wij", "u", "je", "jij", "hij", "zij", "men", "niemand"})
HANGING = frozenset({"dat", "die", "of", "waar", "zodat", "omdat", "en", "want"})  # what follows has a verb of its own
TO_COME = frozenset(
    {"morgen", "overmorgen", "straks", "komende", "volgende", "volgend", "binnenkort", "later", "aanstaande"}
)
TO_COME |= {
    "uiterlijk",
    "vóór",
    "voortaan",
    "dit",
    "deze",
    "vandaag",
    "vanmiddag",
    "vanavond",
    "zodra",
    "als",
    "wanneer",
}
# These stand before a verb that stays whole too: “onderzoeken”, “overleggen”.
INSEPARABLE = frozenset({"over", "onder", "door", "om", "voor", "vol", "mis", "weer", "her"})
ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Order:
    """An order at text[start:end]; `proposal` says what was done, or is empty where that is not sure."""

    start: int
    end: int
    proposal: str


def orders(text: str, extra: Path | None = None) -> Iterator[Order]:
    """The orders among the sentences of a text."""
    words = lexicon(extra)
    for sentence in sentences(tokens(text, 10_000)):
        found = [token for token in sentence if token.kind != "mark"]
        if found and len(found) <= LONGEST and is_order(found, words):
            yield Order(found[0].start, found[0].end, proposal(text, sentence, found))


def is_order(found: Sequence[Token], words: Lexicon) -> bool:
    """Whether the first word is a bare stem, with something after it to be done to, and no other verb says it."""
    first, rest = found[0], found[1:]
    if first.lower in NO_ORDER or first.lower not in bases() or not rest or rest[0].lower in SUBJECTS:
        return False
    own = list(takewhile(lambda token: token.lower not in HANGING, rest))
    if any(token.lower in words.words["auxiliary"] for token in own if token.lower != "zijn"):
        return False
    sure = not words.noun(first.lower) and first.lower not in QUALITIES and bases()[first.lower][1]
    return sure or rest[0].kind == "number" or rest[0].lower in BEFORE_A_THING | words.halves


def proposal(text: str, sentence: Sequence[Token], found: Sequence[Token]) -> str:
    """The same with “we” and the past before it; empty when the past is not sure, or the time is yet to come."""
    past = past_of(found[0].lower)
    if not past or any(token.lower in TO_COME for token in found) or is_deadline(found):
        return ""
    rest = text[found[0].end : sentence[-1].end].rstrip().rstrip("!")
    return f"We {past}{rest}" + ("" if rest[-1:] in ENDS else ".")


def is_deadline(found: Sequence[Token]) -> bool:
    """“Voor vrijdag”: it is still to be done."""
    return any(first.lower in {"voor", "per"} and second.lower.endswith("dag") for first, second in pairwise(found))


def past_of(stem: str) -> str:
    """“Plaats” gives “plaatsten”, “hang” gives “hingen”; empty when two verbs have this stem and another past."""
    found = {past(stem, base) for base in bases().get(stem, ((), False))[0]}
    return found.pop() if len(found) == 1 else ""


def past(stem: str, base: str) -> str:
    """How several people did it; empty when that is not sure."""
    if base in UNSURE:
        return ""
    change = changed(base)
    return change.several if change else stem + ending(base) + "en"


@cache
def bases() -> dict[str, tuple[tuple[str, ...], bool]]:
    """The verbs of our lists by their stem, without what stands apart; and whether one is a verb of doing."""
    listed = [(kind, *verb.rpartition("|")) for kind, name in VERB_LISTS.items() for verb, _ in entries(name, None)]
    whole = {base for _, _, _, base in listed}
    found: dict[str, dict[str, bool]] = {}
    for kind, particle, _, base in listed:
        for stem in [*stems(base), *SHORT.get(base, "").split()] if particle or not begins_apart(base, whole) else []:
            known = found.setdefault(stem, {})
            known[base] = known.get(base, False) or (kind == "doing" and not particle)
    return {stem: (tuple(verbs), any(verbs.values())) for stem, verbs in found.items()}


def begins_apart(base: str, whole: set[str]) -> bool:
    """Whether a verb is listed as one word that falls apart in an order: “aanleggen” is “leg … aan”."""
    return any(base.startswith(half) and base.removeprefix(half) in whole for half in lexicon().halves - INSEPARABLE)
