"""The words and sentences that deserve a second look, each with its place, a reason and a suggestion."""

import re
from collections.abc import Iterator
from pathlib import Path

from board.checks.language.clauses import clauses
from board.checks.language.compounds import is_compound
from board.checks.language.lexicon import Entry, pairs
from board.checks.language.reading import Kind, LanguageFinding, Sentence
from board.checks.language.tagging import Tagged, tag
from board.checks.language.verbs import is_participle
from board.checks.tokens import Token, lemma, zipf

LONGEST_SENTENCE = 20  # words; advice of plain language for the government (domain, §c)
RARE = 2.6  # how often a word is used: 3 is once in a million words
MOST_UNKNOWN = 200  # words of one text; who pastes a list of codes hears of so many of them, and waits no longer

BECOME = frozenset({"wordt", "worden", "werd", "werden"})
DOTTED = re.compile(
    r"(?<!\w)(?:(?:[^\W\d_]{1,2}\.){2,}(?:[^\W\d_]{1,2}(?!\w)\.?)?|(?:bijv|bv|enz|etc|excl|incl|mln|nr|resp|jl|ca)\.)"
)


def N_(wording: str) -> str:  # noqa: N802 - the name that collectors of translatable text know
    """Marks a wording that the web layer translates."""
    return wording


PROCESS = N_("“%(word)s” gaat over jullie werk. Een inwoner merkt daar nog niets van.")
PROCESS_ADVICE = N_("Zeg wat je doet en wat een inwoner daarvan merkt.")
LONG = N_("Deze zin heeft %(count)s woorden.")
LONG_ADVICE = N_("Maak er twee zinnen van.")
SELDOM = N_("“%(word)s” is een weinig gebruikt woord.")
SELDOM_ADVICE = N_("Kies een gewoner woord, of leg het uit.")
PASSIVE = N_("“%(word)s”: hier staat niet wie het doet.")
PASSIVE_ADVICE = N_("Zeg wie het doet. Bijvoorbeeld: wij planten tien bomen.")
SHORT = N_("Niet iedereen kent “%(word)s”.")
SHORT_ADVICE = N_("Schrijf het voluit.")
SHORT_MEANS = N_("Schrijf liever: %(meaning)s.")


def findings(sentence: Sentence, extra: Path | None, unknown: set[str]) -> Iterator[LanguageFinding]:
    """Everything found in one sentence; `unknown` are the words of the text before it that nobody uses."""
    if not any(token.is_word for token in sentence.tokens):
        return
    tagged = [tag(part.tokens, sentence.lexicon) for part in clauses(sentence.tokens, lambda _: False)]
    if sentence.score <= 0:
        yield from process_words(sentence, [item for items in tagged for item in items])
    yield from long_sentence(sentence)
    yield from (finding for items in tagged for finding in passives(sentence, items))
    yield from abbreviations(sentence, extra)
    yield from rare_words(sentence, extra, unknown)


def make_finding(
    sentence: Sentence, kind: Kind, place: tuple[int, int], wording: tuple[str, str], **values: str | int
) -> LanguageFinding:
    """A finding at a place of the text."""
    start, end = place
    return LanguageFinding(kind, start, end, sentence.text[start:end], *wording, values)


def process_words(sentence: Sentence, items: list[Tagged]) -> Iterator[LanguageFinding]:
    """Verbs, nouns and phrases of process, where the sentence says nothing else (source 003, blocks 2 and 3)."""
    for kind in ("process", "idiom", "formula"):
        phrases = sentence.lexicon.phrases[kind]
        for start, end, advice in phrases.search(sentence.text, sentence.start, sentence.end):
            wording = (PROCESS, advice or PROCESS_ADVICE)
            yield make_finding(sentence, "process_word", (start, end), wording, word=sentence.text[start:end])
    for item in items:
        entry = process_entry(item)
        if entry:
            word = entry.word if item.particle else item.token.text
            wording = (PROCESS, entry.advice or PROCESS_ADVICE)
            yield make_finding(sentence, "process_word", (item.token.start, item.token.end), wording, word=word)


def process_entry(item: Tagged) -> Entry | None:
    """What the lists of process know of a word."""
    if item.is_verb("process"):
        return item.verb
    return item.noun if item.is_noun("process") else None


def long_sentence(sentence: Sentence) -> Iterator[LanguageFinding]:
    """More than twenty words between two full stops."""
    count = len(sentence.words())
    if count > LONGEST_SENTENCE:
        yield make_finding(sentence, "long_sentence", (sentence.start, sentence.end), (LONG, LONG_ADVICE), count=count)


def passives(sentence: Sentence, items: list[Tagged]) -> Iterator[LanguageFinding]:
    """A form of “worden” with a participle, unless the sentence says by whom."""
    words = [item.token for item in items]
    becoming = next((word for word in words if word.lower in BECOME), None)
    done = next((word for word in words if is_participle(word.lower) and lemma(word.lower) != word.lower), None)
    if becoming and done and not any(word.lower == "door" for word in words):
        named = f"{becoming.text} … {done.text}"
        yield make_finding(sentence, "passive", (becoming.start, becoming.end), (PASSIVE, PASSIVE_ADVICE), word=named)


def abbreviations(sentence: Sentence, extra: Path | None) -> Iterator[LanguageFinding]:
    """“i.h.k.v.” and “VTH”, not “NS”. A sentence in capitals is a shout, not a row of abbreviations."""
    meanings, known = pairs("afkortingen", extra), known_abbreviations(extra)
    places = [match.span() for match in DOTTED.finditer(sentence.text, sentence.start, sentence.end)]
    capitals = [word for word in sentence.words() if is_abbreviation(word, meanings)]
    if len(capitals) * 2 <= len(sentence.words()):
        places += [(word.start, word.end) for word in capitals]
    for start, end in places:
        word = sentence.text[start:end]
        if word not in known:
            meaning = meanings.get(word.lower().rstrip(".") if "." in word else word, "")
            wording = (SHORT, SHORT_MEANS if meaning else SHORT_ADVICE)
            yield make_finding(sentence, "abbreviation", (start, end), wording, word=word, meaning=meaning)


def is_abbreviation(word: Token, meanings: dict[str, str]) -> bool:
    """In capitals, or listed as it is written: “Wmo”."""
    return word.is_word and (word.text in meanings or bool(re.fullmatch(r"[A-Z][A-Z&]{1,5}", word.text)))


def known_abbreviations(extra: Path | None) -> frozenset[str]:
    """Abbreviations that everybody knows."""
    return frozenset(pairs("bekende_afkortingen", extra))


def rare_words(sentence: Sentence, extra: Path | None, unknown: set[str]) -> Iterator[LanguageFinding]:
    """Little-used words; names and clear compounds pass, and whatever comes after the first two hundred unknown ones.

    Adds to `unknown`: only those words are costly, because they are tried in parts.
    """
    known = known_abbreviations(extra)
    for place, word in enumerate(sentence.words()):
        name = word.text[:1].isupper() and place > 0
        if word.is_word and not name and len(word.text) > 5 and word.text not in known and is_unknown(word.lower):
            if len(unknown) < MOST_UNKNOWN:
                unknown.add(word.lower)
            if word.lower in unknown and not any(map(is_compound, forms(word.lower))):
                yield make_finding(
                    sentence, "rare_word", (word.start, word.end), (SELDOM, SELDOM_ADVICE), word=word.text
                )


def is_unknown(word: str) -> bool:
    """Seldom used, by the most used of the word and its dictionary form."""
    return max(map(zipf, forms(word))) < RARE


def forms(word: str) -> set[str]:
    """A word and its dictionary form; a few are found in two steps."""
    return {word, lemma(word), lemma(lemma(word))}
