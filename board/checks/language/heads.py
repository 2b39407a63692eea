"""The main verb of a clause, which decides what the clause says."""

from collections.abc import Sequence
from dataclasses import replace

from board.checks.language.lexicon import Entry, Lexicon
from board.checks.language.tagging import ARTICLES, Tagged
from board.checks.language.verbs import is_participle
from board.checks.tokens import lemma

ONESELF = frozenset({"me", "mij", "zich"})  # “ik verdiep me in …” is never done to a thing
# What is done to people too: “de dief is opgepakt”.
OF_PEOPLE = frozenset(
    {
        "oppakken",
        "behandelen",
        "uitnodigen",
        "aannemen",
        "meenemen",
        "onderbrengen",
        "opnemen",
        "overnemen",
        "uitzetten",
    }
)
# What must stand beside a verb for its tangible sense: “voorzien van een rand”, and not “voorzien voor mei”.
BESIDE = {"voorzien": "van"}
SAID = frozenset({"melding", "klacht", "vraag", "afspraak", "wens", "bericht"})  # things of words: registered, not made
# Who does it, and not what it is done to.
AGENTS = frozenset(
    {"college", "raad", "gemeenteraad", "bestuur", "commissie", "werkgroep", "stuurgroep", "organisatie", "directie"}
)
AGENTS |= {"team", "teams", "council", "mayor", "committee"}
UNKNOWN = Entry("unknown", "", "")
OF = frozenset({"van", "uit", "of"})  # what ties a name to a thing: “de bus van het project”


def head(items: Sequence[Tagged], *, at_end: bool) -> Entry | None:
    """The main verb: the last one beside an auxiliary or in a clause that hangs on another, else the first."""
    verbs = [item for item in items if item.verb and (not item.noun or item.is_command)]
    helped = any(item.auxiliary for item in items)
    real = [item for item in verbs if not item.auxiliary] or verbs
    if helped and not any(not item.auxiliary for item in verbs) and any(map(seems_done, items)):
        return UNKNOWN
    if not real:
        return None
    return real[-1 if helped or at_end else 0].verb


def seems_done(item: Tagged) -> bool:
    """A participle of a verb that no list knows."""
    word = item.token.lower
    return not item.noun and not item.verb and is_participle(word) and lemma(word) != word


def resolved(items: Sequence[Tagged], lexicon: Lexicon) -> list[Tagged]:
    """The words of a clause, where a verb with two senses has the one that fits: “de boot vastleggen” is doing."""
    either = lexicon.words["either"]
    if any(item.token.lower in ONESELF for item in items):
        return list(items)
    nouns = ("thing", "person") if any(item.verb and item.verb.word in OF_PEOPLE for item in items) else ("thing",)
    tangible = any(item.is_noun(*nouns) and not is_said(item) for item in items) and not any(
        (item.is_noun("process") and item.token.lower not in AGENTS) or item.is_abstract or is_said(item)
        for item in items
    )
    words = {item.token.lower for item in items}
    if not tangible:
        return list(items)
    return [
        replace(item, verb=replace(item.verb, kind="doing"))
        if item.verb
        and item.verb.kind == "process"
        and item.verb.word in either
        and BESIDE.get(item.verb.word, item.token.lower) in words
        else item
        for item in items
    ]


def is_said(item: Tagged) -> bool:
    """A thing of words: “klacht”, “rioolmelding”."""
    return item.noun is not None and item.noun.word in SAID


def named_after(items: Sequence[Tagged]) -> set[int]:
    """Places of words of process that only say which thing is meant, or that there is none.

    “De bus van het vervoersproject”, “zonder vergunning”.
    """
    found: set[int] = set()
    for place, item in enumerate(items):
        if item.is_noun("process") and any(
            before.token.lower == "zonder" for before in items[max(0, place - 2) : place]
        ):
            found.add(place)
        elif item.is_noun("process") and place > 1:
            start = place - 2 if items[place - 1].token.lower in ARTICLES else place - 1
            if start > 0 and items[start].token.lower in OF and items[start - 1].is_noun("thing", "person"):
                found.add(place)
    return found
