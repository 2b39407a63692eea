"""The word lists: which words speak of process, which of things and people a citizen meets (source 003, block 2)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from board.checks.language.compounds import spelled
from board.checks.language.phrases import Phrases
from board.checks.language.verbs import finite, forms, is_participle, participles, stems
from board.checks.tokens import lemma, zipf

LISTS = Path(__file__).parents[1] / "words"

# When a form belongs to two verbs (“plant” is of planten and of plannen), the first list wins.
VERB_LISTS = {
    "doing": "doe_werkwoorden",
    "state": "staat_werkwoorden",
    "light": "lichte_werkwoorden",
    "process": "proces_werkwoorden",
}
NOUN_LISTS = {"process": "proces_woorden", "english": "engels_proces", "thing": "tastbaar", "person": "mensen"}
NOUN_LISTS |= {"insider": "binnenkant"}
PHRASE_LISTS = {"process": "proces_zinnen", "noticed": "merkbaar_zinnen", "not_yet": "nog_niet"}
PHRASE_LISTS |= {"idiom": "proces_uitdrukkingen", "formula": "formule_zinnen"}
WORD_LISTS = {"intent": "voornemens", "when": "tijd", "changed": "verandering"}
WORD_LISTS |= {"auxiliary": "hulpwerkwoorden", "number": "telwoorden", "either": "tweezijdige_werkwoorden"}
WORD_LISTS |= {"seen_through": "doorkijk_woorden", "opaque": "dichte_woorden", "judged": "leed_woorden"}
WORD_LISTS |= {"feeling": "gevoel", "allowed": "toestemming", "deed": "daad_woorden", "english": "engels_kenmerk"}
WORD_LISTS |= {"no_thing": "geen_ding"}
KINDS = {"english": "process"}  # a word of process, from a list of its own

# The shorter a last part is, the better known the first part must be: “belbus”, not “beweg”; not “ge|spaard”.
FIRST_PART = {3: 3.0, 4: 2.6, 5: 2.6}
# What looks like a form of a verb and is a small word: “met” is not of “meten”.
NO_VERBS = frozenset(
    {"met", "mat", "door", "over", "onder", "naar", "uit", "om", "na", "bij", "aan", "op", "tot", "weer", "wel"}
)
NO_VERBS |= {
    "mee",
    "even",
    "keer",
    "wat",
    "leden",
    "haar",
    "hen",
    "dien",
    "dit",
    "deel",
    "raad",
    "beter",
    "vast",
    "wie",
    "las",
}
DRAFT = "concept"
LINKS = ("", "s", "n", "en", "e", "-")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a list: what kind it is, and what the list advises instead."""

    kind: str
    word: str
    advice: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All lists in the forms in which they are looked up."""

    verbs: dict[str, Entry] = field(default_factory=dict)
    commands: dict[str, Entry] = field(default_factory=dict)
    apart: dict[str, dict[str, Entry]] = field(default_factory=dict)
    halves: set[str] = field(default_factory=set)  # the particles of all verbs: “aan”, “op”
    nouns: dict[str, Entry] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    phrases: dict[str, Phrases] = field(default_factory=dict)

    def verb(self, word: str) -> Entry | None:
        """The listed verb of which this word is a form."""
        if word in self.commands:  # “het peil”, “een bel”: a stem is a verb only where one can stand
            return self.verbs.get(word)
        return self.verbs.get(word) or self.verbs.get(lemma(word)) or self.verbs.get(respelled(word))

    def particles(self, word: str) -> list[dict[str, Entry]]:
        """The listed verbs of which this word is a half, by their other half: “jagen” with “aan” is “aanjagen”."""
        return [self.apart[form] for form in dict.fromkeys((word, lemma(word))) if form in self.apart]

    def noun(self, word: str) -> Entry | None:
        """The listed noun that a word is, or of which it is a compound: “straatlampen” is a lamp."""
        return _noun(self, word)


def respelled(word: str) -> str:
    """A participle with its last letter as it is often mistaken: “ingedient” for “ingediend”."""
    return word[:-1] + {"t": "d", "d": "t"}[word[-1]] if is_participle(word) and word[-1] in "dt" else ""


@lru_cache(maxsize=30_000)
def _noun(lexicon: Lexicon, word: str) -> Entry | None:
    for form in singulars(word):
        if form in lexicon.nouns:
            return lexicon.nouns[form]
    if any(word in lexicon.words.get(kind, ()) for kind in ("when", "no_thing")) or lexicon.verb(word):
        return None  # “oktober” is no “ober”, and “geholpen” no “pen”
    if word.startswith(DRAFT) and len(word) > len(DRAFT) + 3:
        return lexicon.nouns.get(DRAFT)  # “concept-brief” is paper of the office, and “brief” a thing
    for form in singulars(word):
        for start in range(3, len(form) - 2):
            found = lexicon.nouns.get(form[start:])
            if found and known_enough(form[:start], FIRST_PART.get(len(form) - start, 0.0)):
                return found
    return None


def known_enough(part: str, least: float) -> bool:
    """Whether a first part is a word that is used this often, with or without what ties it: “stad|s|tuin”."""
    return not least or any(zipf(part.removesuffix(link)) >= least for link in LINKS if part[3:].endswith(link))


def singulars(word: str) -> Iterator[str]:
    """The word as written and what it may be the plural or the diminutive of: “bankjes”, “bankje”, “bank”."""
    yield word
    once = lemma(word)
    yield once
    if once.endswith("je"):
        yield lemma(once)
        yield once.removesuffix("je")
        yield once.removesuffix("tje")
    if word.endswith("en") and len(word) > 5:
        yield from spelled(word.removesuffix("en"))
    for ending in ("s", "'s", "’s", "en", "n"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            yield word.removesuffix(ending)


@cache
def lexicon(extra: Path | None = None) -> Lexicon:
    """The lists of the product, with those of an organisation from a folder of its own."""
    found = Lexicon()
    for kind, name in VERB_LISTS.items():
        for word, advice in entries(name, extra):
            add_verb(found, Entry(kind, word.replace("|", ""), advice), word)
    for kind, name in NOUN_LISTS.items():
        found.nouns.update({word: Entry(KINDS.get(kind, kind), word, advice) for word, advice in entries(name, extra)})
    for kind, name in PHRASE_LISTS.items():
        found.phrases[kind] = Phrases.of(list(entries(name, extra)))
    for kind, name in WORD_LISTS.items():
        found.words[kind] = frozenset(word for word, _ in entries(name, extra))
    return found


@cache
def english() -> Lexicon:
    """The words of an English sentence, each in the form in which it stands there."""
    found = Lexicon()
    for kind, name in {"doing": "engels_doen", "process": "engels_proces_werkwoorden"}.items():
        found.verbs.update({word: Entry(kind, word, advice) for word, advice in entries(name, None)})
    for kind, name in {"process": "engels_proces", "thing": "engels_dingen"}.items():
        nouns = {word: Entry(kind, word, advice) for word, advice in entries(name, None)}
        found.nouns.update({word: noun for word, noun in nouns.items() if kind == "thing" or word not in found.verbs})
    found.words.update(lexicon().words)
    found.phrases.update(lexicon().phrases)
    return found


def add_verb(found: Lexicon, entry: Entry, verb: str) -> None:
    """All forms of a verb, and with a particle also the forms that stand apart from it."""
    particle, bar, base = verb.rpartition("|")
    done = {part for stem in stems(base) for part in participles(base, stem)}  # “voorbereid” is more than a stem
    bare = {particle + stem for stem in stems(base) if not stem.endswith("t") and stem not in done}
    for form in set(forms(verb)) - NO_VERBS:
        (found.commands if form in bare else found.verbs).setdefault(form, entry)
    if bar:
        found.halves.add(particle)
        for form in set(finite(verb)) - NO_VERBS:
            found.apart.setdefault(form, {}).setdefault(particle, entry)


def entries(name: str, extra: Path | None) -> Iterator[tuple[str, str]]:
    """Words with their advice. An organisation adds words, and takes one out with a minus before it."""
    folders = [LISTS, extra] if extra else [LISTS]
    found: dict[str, str] = {}
    for folder in folders:
        path = folder / f"{name}.txt"
        for word, advice in lines(path.read_text(encoding="utf-8")) if path.is_file() else ():
            if word.startswith("-"):
                found.pop(word[1:].strip(), None)
            else:
                found[word] = advice
    yield from found.items()


@cache
def pairs(name: str, extra: Path | None = None) -> dict[str, str]:
    """A list in which a word may have a meaning, as it is written: “VRI = het verkeerslicht”."""
    found: dict[str, str] = {}
    for folder in [LISTS, extra] if extra else [LISTS]:
        path = folder / f"{name}.txt"
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
            word, equals, meaning = line.partition(" = ")
            words = [word] if equals else line.split(",")
            found |= {each.strip().rstrip("."): meaning.strip() for each in words if line[:1] != "#" and each.strip()}
    return found


def lines(text: str) -> Iterator[tuple[str, str]]:
    """Words divided by commas; “# …” is a remark, “= …” the advice for what follows."""
    advice = ""
    for line in text.splitlines():
        if line.startswith("="):
            advice = line[1:].strip()
        elif not line.startswith("#"):
            yield from ((word.strip().lower(), advice) for word in line.split(",") if word.strip())
