"""The forms of a Dutch verb, so that a list of whole verbs finds “gefaciliteerd” and “jagen … aan”."""

import re
from collections.abc import Iterator

UNSTRESSED = ("be", "ge", "her", "ont", "ver", "er")
SHORTENED = re.compile(r"(?:^|[^aeiou])[aeou][^aeiou]$|er$")  # hal-en, inventaris-er-en: the vowel doubles again

# Of verbs that change their vowel, what the dictionary of lemmas misses or mistakes.
STRONG = {
    form: verb
    for verb, strong in {
        "bieden": "geboden",
        "brengen": "brengt gebracht",
        "doen": "doet deed deden gedaan",
        "gaan": "gaat ging gingen gegaan",
        "genieten": "genoot",
        "geven": "gaf gaven",
        "graven": "groeven",
        "hangen": "hing hingen gehangen",
        "helpen": "hielp hielpen geholpen",
        "houden": "hield hielden",
        "kiezen": "kozen",
        "komen": "komt kwam kwamen",
        "lezen": "las",
        "liggen": "lagen",
        "rijden": "reed reden",
        "schrijven": "schreef schreven",
        "snijden": "sneden gesneden",
        "spreken": "sprak spraken",
        "staan": "staat stond stonden",
        "werven": "geworven",
        "zien": "ziet zag zagen",
    }.items()
    for form in strong.split()
}


def forms(verb: str) -> Iterator[str]:
    """The regular forms of a verb as one word: “aanjagen”, “aangejaagd”. Some do not exist and do no harm."""
    particle, _, base = verb.rpartition("|")
    yield from (particle + form for form in finite(base))
    for stem in stems(base):
        yield from (particle + form for form in participles(base, stem))


def finite(verb: str) -> Iterator[str]:
    """The forms that stand apart from a particle: “jagen”, “jaagt”, “jaagde”."""
    base = verb.rpartition("|")[2]
    yield base
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
