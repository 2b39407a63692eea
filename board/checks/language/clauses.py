"""A sentence in its parts: what it says by itself, what it says under another verb, and what comes of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from board.checks.tokens import Token

SENTENCE_END = re.compile(r"[.!?…]")
# With a mark behind them they end no sentence: “Mw. Achterberg terugbellen”, “ca. 40 bomen”.
CUT_SHORT = frozenset(
    {"mw", "mevr", "dhr", "hr", "dr", "drs", "ir", "ing", "ds", "mr", "mrs", "prof", "fam", "st", "nr", "ca", "bijv"}
)
CUT_SHORT |= {"bv", "max", "min", "incl", "excl", "resp", "tel", "gem", "evt", "zgn", "plm", "art", "burg"}
LONGEST = 80  # tokens; a text without marks is read in pieces, so that it takes no longer than another
DIVIDERS = frozenset(",;:–—()[]")
COORDINATORS = frozenset({"en", "maar", "want", "dus", "én", "and", "but"})
# What follows is a plan, a question or a thought: “we onderzoeken of …”, “een plan om …”.
UNDER = frozenset({"dat", "die", "of", "hoe", "welke", "welk", "wat", "hoeveel", "opdat", "waarom", "waarover"})
UNDER |= {"waarbij", "waarin", "waarmee", "waarvoor", "waarvan", "waarop", "waaraan", "waartoe", "wie"}
UNDER |= {"that", "which", "how", "whether", "who"}
# What follows is what comes of it: “… , zodat kinderen veilig oversteken”.
AFTER = frozenset({"zodat", "waardoor", "waar"})
# What only says when or why: “wanneer een weg open gaat, …”, “… omdat de lift stuk is”.
REASON = frozenset({"omdat", "doordat", "aangezien", "because"})
MOMENT = frozenset(
    {"als", "wanneer", "toen", "nadat", "voordat", "zodra", "indien", "terwijl", "hoewel", "zolang", "totdat"}
)
MOMENT |= {"tenzij", "mits", "ofschoon", "naarmate", "when", "after", "before", "while", "although", "until", "unless"}
CONDITION = MOMENT | REASON | {"mocht", "mochten", "nu", "sinds"}
# What comes before it is asked: “hoe breed het pad wordt, kiezen we later”.
ASKED = frozenset(
    {"wie", "wat", "hoe", "welke", "welk", "waar", "waarom", "of", "dat", "hoeveel", "waarover", "wanneer"}
)
HELPERS = frozenset(
    {"is", "zijn", "was", "waren", "wordt", "worden", "werd", "werden", "heeft", "hebben", "heb", "hebt", "had"}
)
HELPERS |= {
    "hadden",
    "kan",
    "kunnen",
    "kunt",
    "mag",
    "mogen",
    "zal",
    "zullen",
    "moet",
    "moeten",
    "wil",
    "willen",
    "gaan",
    "gaat",
}
NEAR = frozenset(
    {"we", "wij", "ze", "zij", "ik", "in", "op", "bij", "van", "met", "voor", "aan", "uit", "naar", "over", "door"}
)
BEING = frozenset({"is", "was", "wordt", "werd"})  # “de afspraak is dat …”
POINTING = frozenset({"dat", "die"})
SUBJECTS = frozenset({"we", "wij", "ik", "ze", "zij", "het", "de", "men", "wordt", "is", "moet"})
QUESTION = frozenset({"na", "vraag", "kijken", "gekeken", "weten", "zien", "bekijken", "beslissen"})
LOOKED_INTO = re.compile(
    r"onderzo|verken|bekij|bekeek|bekek|keek|keken|zocht|vroeg|wist|overwog|koos|kozen|nagegaan|leer|achterhaal|uitwij|bezie|evalu|toets|kijk|nagaan|nage|overw|overweeg|twijf|vraag|peil|besli|beslu|zeker|benieuwd|duidelijk|bepa|kies|kiez|weet|weten|zoek"
)


class ClauseRole(Enum):
    """How a part stands in its sentence."""

    MAIN = "main"
    UNDER = "under"
    AFTER = "after"
    WHEN = "when"
    SAYING = "saying"  # “wij berichten u” before “dat …”


@dataclass
class Clause:
    """A part of a sentence around one verb."""

    role: ClauseRole
    tokens: list[Token] = field(default_factory=list)


def sentences(found: Sequence[Token]) -> Iterator[list[Token]]:
    """Tokens up to the mark that ends a sentence; an abbreviation of one letter ends nothing."""
    part: list[Token] = []
    for index, token in enumerate(found):
        part.append(token)
        after = found[index + 1] if index + 1 < len(found) else None
        if len(part) >= LONGEST or (SENTENCE_END.fullmatch(token.text) and ends(part, after)):
            yield part
            part = []
    if part:
        yield part


def ends(part: Sequence[Token], after: Token | None) -> bool:
    """A mark ends a sentence unless it stands against the next word or after a word cut short: “d.d. 3 mei”, “mw.”."""
    if after is None:
        return True
    touching = after.start == part[-1].end and after.kind != "mark"
    before = part[-2] if len(part) > 1 and part[-2].is_word else None
    short = before is not None and (len(before.text) == 1 or (part[-1].text == "." and before.lower in CUT_SHORT))
    return not touching and not short


def clauses(sentence: Sequence[Token], is_verb: Callable[[Token], bool]) -> list[Clause]:
    """Cut at marks, at conjunctions, and at “en” when both sides have a verb of their own."""
    parts = [Clause(ClauseRole.MAIN)]
    for index, token in enumerate(sentence):
        role = begins(sentence, is_verb) if not index else opens(sentence, index, parts[-1], is_verb)
        if role and parts[-1].tokens:
            parts.append(Clause(role))
        elif role:
            parts[-1].role = role  # the first word of the sentence
        parts[-1].tokens.append(token)
    return parts


def units(parts: Sequence[Clause], is_verb: Callable[[Token], bool]) -> list[list[Clause]]:
    """Each part that says something by itself, with what hangs on it; a part without a verb joins its neighbour."""
    found: list[list[Clause]] = []
    waiting: list[Clause] = []
    for part in parts:
        begins = part.role is ClauseRole.MAIN and any(map(is_verb, part.tokens))
        if begins and (not found or has_main_verb(found[-1], is_verb)):
            found.append([*waiting, part])
            waiting = []
        elif found:
            found[-1].append(part)
        else:
            waiting.append(part)
    return found or [waiting]


def has_main_verb(unit: Sequence[Clause], is_verb: Callable[[Token], bool]) -> bool:
    """Whether a unit already has a part with a verb of its own."""
    return any(part.role is ClauseRole.MAIN and any(map(is_verb, part.tokens)) for part in unit)


def opens(sentence: Sequence[Token], index: int, part: Clause, is_verb: Callable[[Token], bool]) -> ClauseRole | None:
    """The role of the part that begins at this token, if one begins here."""
    word = sentence[index].lower
    told = index + 1 < len(sentence) and is_verb(sentence[index + 1])  # “en toen hebben we …”
    if word in MOMENT | REASON and not told and ends_in_verb(sentence, index, is_verb):
        return ClauseRole.WHEN
    if sentence[index - 1].text in DIVIDERS:
        return subordinate(sentence, index, is_verb) or ClauseRole.MAIN
    if (
        (word in COORDINATORS or (word == "of" and not opens_question(sentence, index)))
        and any(map(is_verb, part.tokens))
        and not shares(sentence, index, part, is_verb)
    ):
        verb = next((place for place in range(index + 1, len(sentence)) if is_verb(sentence[place])), 0)
        if any(map(is_verb, until_divider(sentence, index))):
            return ClauseRole.UNDER if sentence[verb - 1].lower == "te" else part.role
    return subordinate(sentence, index, is_verb)


def shares(sentence: Sequence[Token], index: int, part: Clause, is_verb: Callable[[Token], bool]) -> bool:
    """Whether both sides of “en” have one verb: “we hebben strips en lampen | aangebracht”."""
    before = [token.lower for token in part.tokens if is_verb(token)]
    after = [token.lower for token in until_divider(sentence, index) if is_verb(token)]
    return len(before) == 1 and before[0] in HELPERS and len(after) == 1 and after[0] not in HELPERS


def begins(sentence: Sequence[Token], is_verb: Callable[[Token], bool]) -> ClauseRole | None:
    """The role of the first part: “Nu de brug open is, …” says when, “Wie de bomen snoeit, kiezen we later” asks."""
    word = sentence[0].lower
    comma = next((place for place, token in enumerate(sentence) if token.text == ","), 0)
    if not comma or comma + 2 >= len(sentence):
        return subordinate(sentence, 0, is_verb)
    if word in CONDITION and not is_verb(sentence[1]) and any(map(is_verb, sentence[:comma])):
        return ClauseRole.WHEN
    if word in ASKED and is_verb(sentence[comma + 1]):
        free = word in {"wie", "wat"} and sentence[comma + 2].lower not in SUBJECTS  # “Wie wil, krijgt …”
        return None if free else ClauseRole.UNDER
    return subordinate(sentence, 0, is_verb)


def ends_in_verb(sentence: Sequence[Token], index: int, is_verb: Callable[[Token], bool]) -> bool:
    """Whether what follows, up to a mark, is a clause with its verb at the end: “als het regent”, not “als gids”."""
    rest = [token for token in until_divider(sentence, index) if token.is_word]
    return len(rest) > 1 and any(map(is_verb, rest[-3:]))


def subordinate(sentence: Sequence[Token], index: int, is_verb: Callable[[Token], bool]) -> ClauseRole | None:
    """Whether a conjunction or a relative word stands here."""
    word = sentence[index].lower
    if word == "om":
        return ClauseRole.UNDER if any(token.lower == "te" for token in until_divider(sentence, index)) else None
    if word == "of":
        return ClauseRole.UNDER if opens_question(sentence, index) else None
    if not index or (word == "wie" and index == 1) or (word in POINTING and points(sentence, index, is_verb)):
        return None  # “Voor wie slecht ziet is er een route”
    following = sentence[index + 1] if index + 1 < len(sentence) else None
    if word == "waar" and is_verb(sentence[index - 1]):
        return ClauseRole.UNDER  # “we legden vast waar …”
    if word in AFTER or (word == "waarmee" and following and following.lower in {"u", "je"}):
        return ClauseRole.AFTER
    return ClauseRole.UNDER if word in UNDER else None


def points(sentence: Sequence[Token], index: int, is_verb: Callable[[Token], bool]) -> bool:
    """Whether “dat” stands for something and opens nothing: “…, en dat doet hij”, “dan betaalt de gemeente dat”."""
    before = sentence[index - 1].lower
    if before in ASKED:  # “kijken wie dat doet”
        return True
    if not any(token.is_word for token in until_divider(sentence, index)):
        return True
    after = is_verb(sentence[index + 1])
    return (after and (before in DIVIDERS or before in COORDINATORS)) or is_article(sentence, index, is_verb)


def is_article(sentence: Sequence[Token], index: int, is_verb: Callable[[Token], bool]) -> bool:
    """Whether it says which one: “we hebben die glijbaan opgeknapt”, “ze halen dat hek weg”."""
    before = sentence[index - 1]
    if before.lower in HELPERS - BEING | NEAR:
        return True
    return is_verb(before) and (sentence[index].lower == "die" or not ends_in_verb(sentence, index, is_verb))


def opens_question(sentence: Sequence[Token], index: int) -> bool:
    """Whether “of” opens a question: it follows a mark, or somebody looks into something before it."""
    before = sentence[index - 1] if index else None
    if before is None or before.text in DIVIDERS or before.lower in QUESTION:
        return True
    return any(LOOKED_INTO.match(token.lower) for token in sentence[:index])


def until_divider(sentence: Sequence[Token], index: int) -> list[Token]:
    """What follows a token up to the next mark that divides."""
    rest = list(sentence[index + 1 :])
    return rest[: next((place for place, token in enumerate(rest) if token.text in DIVIDERS), len(rest))]
