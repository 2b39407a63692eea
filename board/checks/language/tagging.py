"""Each word of a clause with what the lists say of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from board.checks.language.lexicon import Entry, Lexicon
from board.checks.language.verbs import is_participle
from board.checks.tokens import Token

# What makes a noun of a verb or of a quality; such a word names something nobody can point at.
ABSTRACT = re.compile(r".{3,40}(?:ing|ingen|atie|aties|iteit|heid|isme|schap|nis)$")
# What says which thing is meant, and not what was done: “de toegezegde bankjes”, “een lekkend dak”.
ATTRIBUTE = re.compile(r"(?:\w{2,6})?ge\w{2,40}(?:de|te)$|\w{3,40}ende$")
QUALITY = re.compile(r"\w{3,40}(?:iteit|heid|heden|isme|schap)$")  # of these nobody can point at a single one
# What may follow a particle: “jagen vernieuwing aan met …”, “zetten in op …”.
COUPLED = frozenset({"en", "maar", "om", "of", "voor", "met", "van", "in", "op", "aan", "bij", "door"})
COUPLED |= {"over", "naar", "tot", "uit"}

ARTICLES = frozenset({"de", "het", "een", "ons", "onze", "dit", "deze", "die", "alle", "elke", "the", "a", "our"})

WITH = frozenset({"met", "over", "na", "voor", "van", "tijdens", "door", "bij", "rond"})  # “na het evalueren”
# What ties a thing to the word before it: “een plan voor …”.
GOVERNING = frozenset({"naar", "voor", "over", "van", "rond", "rondom", "tot", "omtrent"})


@dataclass(frozen=True, slots=True)
class Tagged:
    """A token, the listed verb or noun it is, and the other half of a verb that stands apart."""

    token: Token
    verb: Entry | None
    noun: Entry | None
    particle: Token | None = None
    auxiliary: bool = False
    number: bool = False
    is_command: bool = False  # a bare stem in a place where one is a verb: “Plant een boom”

    def is_verb(self, *kinds: str) -> bool:
        """Whether it is a listed verb of one of these kinds."""
        return self.verb is not None and self.verb.kind in kinds

    def is_noun(self, *kinds: str) -> bool:
        """Whether it is a listed noun of one of these kinds."""
        return self.noun is not None and self.noun.kind in kinds

    @property
    def is_abstract(self) -> bool:
        """A noun in -ing, -atie, -heid that no list knows as a thing."""
        return self.noun is None and self.verb is None and bool(ABSTRACT.match(self.token.lower))


def is_quality(item: Tagged) -> bool:
    """A noun for what something is like, that no list knows: “wendbaarheid”."""
    return item.noun is None and item.verb is None and bool(QUALITY.match(item.token.lower))


def governed(items: Sequence[Tagged], promises: frozenset[str] = frozenset()) -> set[int]:
    """Places of the words that belong to a word of process: “een onderzoek naar | de brug”, “een plan voor | bomen”."""
    under: set[int] = set()
    inside = False
    if is_topic(items):
        return set(range(1, len(items)))
    for place, item in enumerate(items):
        if (item.verb and not item.noun) or item.token.text in {";", ":"}:
            inside = False
        elif inside:
            under.add(place)
        before = next((each for each in items[max(0, place - 2) : place][::-1] if not each.verb or each.noun), item)
        promised = before.token.lower in promises
        if item.token.lower in {"van", "over"} and place > 1 and items[place - 1].token.text == ",":
            inside = True  # “doen we nog een rondje, van dat pleintje”
        if item.token.lower in GOVERNING and (before.is_noun("process") or before.is_abstract or promised):
            inside = True
    return under


def is_topic(items: Sequence[Tagged]) -> bool:
    """A title of a word of process with what it is about: “Inzicht in gebruik fietsenstalling”."""
    return bool(items) and items[0].is_noun("process") and not any(item.verb or item.auxiliary for item in items)


def tag(found: Sequence[Token], lexicon: Lexicon) -> list[Tagged]:
    """The tokens of one clause with their entries; “jagen … aan” becomes one verb."""
    tagged = []
    closing = [place for place, token in enumerate(found) if token.lower in lexicon.halves and closes(found, place)]
    for index, token in enumerate(found):
        verb, particle = (None, None) if not token.is_word else verb_at(found, index, lexicon, closing)
        noun = lexicon.noun(token.lower) if token.is_word else None
        verb = None if verb and particle is None and is_attribute(found, index, lexicon) else verb
        auxiliary = token.lower in lexicon.words["auxiliary"]
        number = token.kind == "number" or token.lower in lexicon.words["number"]
        command = verb is not None and commands(found, index)
        tagged.append(Tagged(token, verb, noun, particle, auxiliary, number, command))
    return tagged


def verb_at(
    found: Sequence[Token], index: int, lexicon: Lexicon, closing: Sequence[int]
) -> tuple[Entry | None, Token | None]:
    """The verb here, joined with its particle when that stands further on or before “te”."""
    word = found[index].lower
    if halves := lexicon.particles(word):
        for place in other_halves(found, index, closing):
            for verbs in halves:
                if joined := verbs.get(found[place].lower):
                    return joined, found[place]
    return lexicon.verb(word) or command_at(found, index, lexicon), None


def other_halves(found: Sequence[Token], index: int, closing: Sequence[int]) -> Iterator[int]:
    """The places where the particle of a verb may stand: “… aan te jagen”, “jagen … aan”; `closing` are the latter."""
    if index > 1 and found[index - 1].lower == "te":
        yield index - 2
    yield from closing[bisect_right(closing, index) :]


def command_at(found: Sequence[Token], index: int, lexicon: Lexicon) -> Entry | None:
    """A bare stem is a verb at the start or beside “ik” and “je”; elsewhere it is a noun: “bel”, “vervoer”."""
    entry = lexicon.commands.get(found[index].lower)
    if entry is None:
        return None
    beside = {token.lower for token in found[max(0, index - 1) : index + 2]}
    first = not any(token.is_word for token in found[:index])
    return entry if first or beside & {"ik", "je", "jij"} else None


def is_attribute(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a form of a verb only says which thing is meant: “de omgevallen boom”, “een lekkend dak”."""
    word = found[index].lower
    if ATTRIBUTE.match(word) or is_named(found, index):
        return True
    if word.endswith("end"):
        known = lexicon.verbs.get(word.removesuffix("d"))
        return known is not None and known.word == word.removesuffix("d")
    after = found[index + 1] if index + 1 < len(found) else None
    before = found[index - 1].lower if index else ""
    return (before in ARTICLES or before == "nieuwe") and is_participle(word) and after is not None and after.is_word


def is_named(found: Sequence[Token], index: int) -> bool:
    """Whether an infinitive names what is done: “Het opknappen van het plein komt dichterbij”, “met het parkeren”."""
    if not index or found[index - 1].lower != "het" or not found[index].lower.endswith("en"):
        return False
    after = found[index + 1].lower if index + 1 < len(found) else ""
    before = found[index - 2] if index > 1 else None
    first = before is None or not before.is_word
    return (first and after == "van") or (before is not None and before.lower in WITH)


def commands(found: Sequence[Token], index: int) -> bool:
    """Whether what may be a noun is a command: the first word, before an article or a number: “Plant een boom”."""
    after = found[index + 1] if index + 1 < len(found) else None
    first = not any(token.is_word for token in found[:index])
    return first and after is not None and (after.lower in ARTICLES or after.kind == "number")


def closes(found: Sequence[Token], place: int) -> bool:
    """A particle ends its clause or stands before a preposition: “jagen de vernieuwing aan”, “zetten in op”."""
    following = found[place + 1] if place + 1 < len(found) else None
    return following is None or not following.is_word or following.lower in COUPLED
