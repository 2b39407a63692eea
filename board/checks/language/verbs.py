"""The forms of a Dutch verb, so that a list of whole verbs finds “gefaciliteerd” and “jagen … aan”."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

UNSTRESSED = ("be", "ge", "her", "ont", "ver", "er")
SHORTENED = re.compile(r"(?:^|[^aeiou])[aeou][^aeiou]$|er$")  # hal-en, inventaris-er-en: the vowel doubles again

PARTICIPLE = re.compile(r"(?:(?:\w{2,6})?ge\w{2,40}|(?:be|ver|ont|her|over|onder|door)\w{3,40})(?:d|t|en)$")

PREFIXES = ("", *UNSTRESSED, "over", "onder", "door", "om", "voor", "mis", "vol", "weer", "achter")
STRONG = Path(__file__).parents[1] / "words" / "sterke_werkwoorden.txt"


class Changed(NamedTuple):
    """How a verb that changes its vowel was: “brak”, “braken”, and is: “gebroken”."""

    once: str
    several: str
    participle: str


@cache
def changing() -> dict[str, Changed]:
    """The verbs of the list of those that change their vowel."""
    rows = [line for line in STRONG.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = [row.split() for line in rows for row in line.split(",") if row.strip()]
    return {verb: Changed(*changed) for verb, *changed in found}


def changed(base: str) -> Changed | None:
    """How a verb without particle changes, also with a prefix: “verbreken”, “onderzoeken”."""
    for prefix in PREFIXES:
        known = changing().get(base.removeprefix(prefix)) if base.startswith(prefix) else None
        if known and prefix:
            return Changed(prefix + known.once, prefix + known.several, prefix + known.participle.removeprefix("ge"))
        if known:
            return known
    return None


def forms(verb: str) -> Iterator[str]:
    """The regular forms of a verb as one word: “aanjagen”, “aangejaagd”. Some do not exist and do no harm."""
    particle, _, base = verb.rpartition("|")
    yield from (particle + form for form in finite(base))
    if change := changed(base):
        yield particle + change.participle
    for stem in stems(base):
        yield from (particle + form for form in participles(base, stem))


def finite(verb: str) -> Iterator[str]:
    """The forms that stand apart from a particle: “jagen”, “jaagt”, “jaagde”."""
    base = verb.rpartition("|")[2]
    yield base
    if change := changed(base):
        yield from (change.once, change.several)
    for stem in stems(base):
        yield from (stem, stem if stem.endswith("t") else stem + "t")
        yield from (stem + ending(base) + end for end in ("e", "en"))


def stems(infinitive: str) -> Iterator[str]:
    """“halen” gives “haal”, “bellen” gives “bel”, “leveren” gives “lever” and “leveer”."""
    if not infinitive.endswith("en"):
        yield infinitive.removesuffix("n")
        return
    rest = infinitive[:-2]
    if len(rest) > 2 and rest[-1] == rest[-2]:
        yield rest[:-1]
        return
    last = {"v": "f", "z": "s"}.get(rest[-1:], rest[-1:])
    yield rest[:-1] + last
    if SHORTENED.search(rest):
        yield rest[:-2] + rest[-2] * 2 + last


def ending(infinitive: str) -> str:
    """“t” after the consonants of 't kofschip, else “d”."""
    return "t" if re.search(r"(?:[kfspt]|ch)en$", infinitive) else "d"


def participles(infinitive: str, stem: str) -> Iterator[str]:
    """“haal” gives “gehaald”, “evalueer” gives “geëvalueerd”, “verander” gives “veranderd”."""
    end = "" if stem.endswith(("t", "d")) else ending(infinitive)
    if stem.startswith(UNSTRESSED):
        yield stem + end
    yield "ge" + {"e": "ë", "i": "ï"}.get(stem[:1], stem[:1]) + stem[1:] + end


def is_participle(word: str) -> bool:
    """Whether a word has the shape of a participle: “gesnoeid”, “opgehaald”, “verlaagd”; “getal” has not."""
    return bool(PARTICIPLE.match(word))
