"""What Dutch puts behind a word, undone: “katten” may be of “kat”, “straten” of “straat”, “brieven” of “brief”."""

import re
from collections.abc import Iterator

from board.core.search.dictionary import is_word

LONG = re.compile(r"(?:^|[^aeiouy])([aeou])([bdfgklmnprstvwzch])$")
# In “vergaderen” and “regelen” the e before the ending stays short.
UNSTRESSED = re.compile(r"[aeiouy].*[^aeiouy]e[lmnr]$")
DOUBLE = re.compile(r"([bdfgklmnprst])\1$")
ABBREVIATED = re.compile(r"(?:[^aeiouy]{2,}|[^aeiouy]{1,3}[bv]o|ha[bv]o)ers")
HARD = {"z": "s", "v": "f"}
# A short vowel that becomes long in the plural, as a closed list of roots has it; also at the end of a compound.
SINGULARS = {
    "leden": "lid",
    "steden": "stad",
    "schepen": "schip",
    "wegen": "weg",
    "paden": "pad",
    "daken": "dak",
    "gaten": "gat",
    "glazen": "glas",
    "baden": "bad",
    "dagen": "dag",
    "graven": "graf",
    "sloten": "slot",
    "goden": "god",
    "oorlogen": "oorlog",
    "bedragen": "bedrag",
    "verdragen": "verdrag",
    "gebeden": "gebed",
    "gebreken": "gebrek",
    "loten": "lot",
    "bladen": "blad",
    "vaten": "vat",
    "staven": "staf",
    "hoven": "hof",
    "holen": "hol",
    "spelen": "spel",
    "bevelen": "bevel",
    "geboden": "gebod",
    "schoten": "schot",
    "dalen": "dal",
    "genen": "gen",
    "slagen": "slag",
    "smeden": "smid",
    "zeden": "zede",
    "gelederen": "gelid",
    "raderen": "rad",
    "kinderen": "kind",
    "eieren": "ei",
    "bladeren": "blad",
    "kalveren": "kalf",
    "lammeren": "lam",
    "liederen": "lied",
    "volkeren": "volk",
    "goederen": "goed",
    "gemoederen": "gemoed",
    "beenderen": "been",
    "hoenderen": "hoen",
    "runderen": "rund",
    "eigenlijke": "eigenlijk",
    "zonen": "zoon",
    "koeien": "koe",
    "koetje": "koe",
    "vlooien": "vlo",
    "liever": "lief",
    "lieden": "man",
    "zakenlui": "zakenman",
    "timmerlui": "timmerman",
    "poorten": "poort",
    "maten": "maat",
    "holten": "holte",
}
# These can be of two words.
ALSO = {"sloten": "sloot", "graven": "graaf", "staven": "staaf", "schoten": "schoot", "loten": "loot"}
PLURALS = tuple(SINGULARS)
SHORT_VOWELS = frozenset(SINGULARS.values())


def without_en(word: str) -> Iterator[str]:
    """What “-en” may stand behind: the plural of a noun, or the stem of a verb."""
    body = word[:-2]
    if len(body) < 2 or not word.endswith("en") or body.endswith("e"):
        return
    if DOUBLE.search(body):
        yield body[:-1]
        return
    hard = body[:-1] + HARD.get(body[-1], body[-1])
    if found := LONG.search(body):
        yield f"{body[:-1]}{found[1]}{hard[-1]}"
        if not UNSTRESSED.search(body):
            return
    yield hard
    if hard != body:
        yield body


def plural(word: str) -> Iterator[str]:
    """What this may be the plural of, beside what `without_en` says."""
    if word.endswith(("ieën", "ieen")):
        yield word[:-3] + "e" if word.endswith("ieen") else word[:-2]
        return
    if word.endswith(("eeën", "eeen", "iën")):
        yield word[:-2] if word.endswith("n") and not word.endswith("iën") else f"{word[:-2]}e"
    if word.endswith("heden"):
        yield f"{word[:-5]}heid"
    if word.endswith("ici"):
        yield f"{word[:-1]}us"
    if word.endswith("a") and len(word) > 4:
        yield f"{word[:-1]}um"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    if word.endswith("en"):
        yield word[:-1]


def singular(word: str) -> Iterator[str]:
    """The singular of a plural that no rule makes, also at the end of a longer word: “raadsleden” is of “raadslid”."""
    if word in ALSO:
        yield ALSO[word]
    if word.endswith(PLURALS):
        plural = max(filter(word.endswith, PLURALS), key=len)
        if word == plural or is_word(found := word.removesuffix(plural) + SINGULARS[plural]):
            yield SINGULARS[plural] if word == plural else found


def people(word: str) -> Iterator[str]:
    """One of people named by an abbreviation: “zzpers”, “vmboers”."""
    if ABBREVIATED.fullmatch(word):
        yield word[:-1]


def large(word: str) -> Iterator[str]:
    """What this may be a small one of: “huisje”, “boompje”, “karretje”, “koninkje”, “glaasje”; the likeliest first."""
    body = word.removesuffix("s")
    if len(body) < 5 or not body.endswith("je"):
        return
    if body.endswith("etje"):
        yield body[:-4]
        if DOUBLE.search(body[:-4]):
            yield body[:-5]
    if body.endswith("inkje"):
        yield f"{body[:-3]}g"
    if body.endswith("mpje"):
        yield body[:-3]
    if body[-3] not in "aeounlrw":
        yield from _closed(body[:-2])
    if body.endswith("tje"):
        yield from _closed(body[:-3])


def _closed(stem: str) -> Iterator[str]:
    """A vowel that is written twice before “-tje” stands once at the end: “autootje” is of “auto”."""
    short = re.sub(r"([aeou])\1(?=[bdfgklmnprst]$)", r"\1", stem)
    if short != stem and short in SHORT_VOWELS:
        yield short
    yield stem
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in "aou":
        yield stem[:-1]
    if stem.endswith("ee"):
        yield f"{stem[:-2]}é"


def adjective(word: str) -> Iterator[str]:
    """What is left of an adjective without its “-e”, also as the name of people: “laaggeletterden”."""
    ending = next((end for end in ("e", "en") if word.endswith(end)), None)
    if ending:
        yield word.removesuffix(ending)
        yield from without_en(f"{word.removesuffix(ending)}en")


def participle(word: str) -> Iterator[str]:
    """The stem in a participle of a verb that the dictionary does not have: “geappt” is of “app”."""
    if word.startswith("ge") and word.endswith(("d", "t")):
        yield word[2:-1]
