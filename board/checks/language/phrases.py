"""Fixed phrases in a text, found by their first word."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"\w+")
# How a word of a phrase is said as well; behind a mark it is looked up by what follows the mark (“'t” by “t”).
SPOKEN = {
    "er": "(?:er|d['’]r)",
    "het": "(?:het|['’]?t)",
    "even": "(?:even|effen?|ff)",
    "nu": "(?:nu|nou)",
    "een": "(?:een|één|['’]?n)",
    "elkaar": "(?:elkaar|mekaar)",
    "eens": "(?:eens|['’]?s)",
}
LOOKED_UP = {"er": ("er", "d"), "het": ("het", "t"), "even": ("even", "effe", "effen", "ff"), "nu": ("nu", "nou")}
LOOKED_UP |= {"een": ("een", "één", "n"), "elkaar": ("elkaar", "mekaar")}


@dataclass(frozen=True, eq=False)
class Phrases:
    """The phrases of one list by their first word; “” keeps those whose first word may be several."""

    patterns: dict[str, re.Pattern[str]]
    advice: tuple[str, ...]

    @classmethod
    def of(cls, found: list[tuple[str, str]]) -> "Phrases":
        """Phrases with their advice; the longest is tried first."""
        advice = tuple(dict.fromkeys(text for _, text in found))
        grouped: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for phrase, text in sorted(found, key=lambda entry: -len(entry[0])):
            first = first_word(phrase)
            for word in LOOKED_UP.get(first, (first,)):
                grouped[word].append((pattern(phrase), advice.index(text)))
        return cls({word: either(group) for word, group in grouped.items()}, advice)

    def search(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Where phrases stand between two places, each with its advice."""
        done = start
        for word in WORD.finditer(text, start, end):
            match = self.at(text, word, end) if word.start() >= done else None
            if match:
                done = match.end()
                yield match.start(), done, self.advice[int((match.lastgroup or "a0_").partition("_")[0][1:])]

    def at(self, text: str, word: re.Match[str], end: int) -> re.Match[str] | None:
        """The phrase that begins with this word."""
        for key in (word.group().lower(), ""):
            known = self.patterns.get(key)
            if known and (match := known.match(text, word.start(), end)):
                return match
        return None


def first_word(phrase: str) -> str:
    """What a phrase is looked up by."""
    word = phrase.split(maxsplit=1)[0]
    return word if word.isalnum() else ""


def either(group: list[tuple[str, int]]) -> re.Pattern[str]:
    """One pattern for several phrases; the name of the group that matched tells the advice."""
    spelled = "|".join(f"(?P<a{advice}_{place}>{phrase})" for place, (phrase, advice) in enumerate(group))
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)


def pattern(phrase: str) -> str:
    """A phrase in which “+” is any word, a “*” by itself perhaps a word, and a “*” at a word the rest of it."""
    spelled = re.escape(phrase).replace(r"\ \*\ ", r"(?:\s+\w+)?\ ")
    words = (SPOKEN.get(word, word) for word in spelled.split(r"\ "))
    return r"\s+".join(words).replace(r"\*", r"\w*").replace(r"\+", r"\w+")
