"""What a part of a sentence shows of doing and of process, each as one number that can be explained."""

from collections.abc import Sequence

from board.checks.language.clauses import Clause, ClauseRole, clauses, units
from board.checks.language.heads import AGENTS, head, named_after, resolved
from board.checks.language.lexicon import Entry, Lexicon, english
from board.checks.language.paper import asks_for_paper, asks_for_wishes, learns
from board.checks.language.pieces import past_lead, vote
from board.checks.language.saying import Saying, came_true, first_word, look_through
from board.checks.language.signs import (
    MAY,
    Features,
    doing_signs,
    hanging_signs,
    head_signs,
    idiom_signs,
    inside_signs,
    noticed_in,
    people_signs,
    phrase_signs,
    process_signs,
    saying_signs,
    word_signs,
)
from board.checks.language.tagging import Tagged, governed, tag
from board.checks.language.undone import is_heading, says_nothing
from board.checks.language.verbs import is_participle
from board.checks.tokens import Token

LEADING = frozenset({"na", "uit", "door", "dankzij", "op", "in", "met", "ter", "als", "bij", "vanwege", "volgens"})
FORMULAS = frozenset(
    {"ingevolge", "gelet", "overeenkomstig", "conform", "krachtens", "namens", "vooruitlopend", "zoals", "mede"}
)
FORMULAS |= {"gehoord", "ter", "verwijzend", "onverminderd", "hierbij", "dankzij"}
LEADING |= FORMULAS | {
    "tijdens", "binnen", "naar", "ten", "naast", "zoals", "gezien", "aansluitend", "dit", "via", "sinds", "voor",
    "vanuit", "rond",
}  # fmt: skip
ASKED_FOR = frozenset({"vragen", "weten", "horen"})  # with a question after it: “we vroegen bewoners hoe …”
ASKING = frozenset({"wat", "hoe", "waar", "welke", "welk", "of", "wie", "hoeveel", "waarom", "how", "whether", "which"})
# What a citizen is glad to be rid of, and how that is said.
RID = frozenset({"vervallen", "afgeschaft", "geschrapt", "kwijtgescholden"})
BURDENS = frozenset({"vergunning", "ontheffing", "bijdrage", "toestemming", "handtekening", "lening", "kosten"})
# What a citizen arranges for himself, where he may.
ARRANGING = frozenset(
    {"wijzigen", "doorgeven", "aanmelden", "melden", "indienen", "aanvragen", "opvragen", "inschrijven"}
)
ARRANGING |= {
    "uitschrijven",
    "registreren",
    "reserveren",
    "inplannen",
    "overdragen",
    "vergelijken",
    "kiezen",
    "bekijken",
    "regelen",
}
# To whom something is passed on that is for somebody else to do.
SENDING = frozenset(
    {"mailen", "sturen", "toesturen", "opsturen", "versturen", "schrijven", "brengen", "geven", "vragen", "appen"}
)
SENDING |= {"neerleggen", "leggen", "bellen", "opbellen", "nabellen"}
LETTERS = frozenset({"mail", "brief", "bericht", "telefoontje", "appje", "belletje", "e-mail", "vraag", "klacht"})
GOALS = frozenset({"aan", "naar", "bij"})
CALLING = frozenset({"bellen", "opbellen", "mailen", "appen", "schrijven"})  # with somebody: “gebeld met de aannemer”

# Hardly a sentence about the work itself goes without all of these.
SIGNS_OF_PROCESS = frozenset({"process_verb", "process_nouns", "process_under", "phrases_process"})
SIGNS_OF_PROCESS |= {"abstract_nouns", "qualities", "intent", "feeling", "phrases_not_yet", "allowed", "head_process"}

# What there is to see says nothing where the main verb is one of process: “we telden de bankjes”.
SEEN = frozenset(
    {"things", "people", "numbered", "named_place", "when", "change", "bare_thing", "state_thing", "light_thing"}
)
SEEN |= {"people_act", "we_do", "under_seen", "doing_verb", "doing_thing", "no_verb", "head_process_thing"}


def features(sentence: Sequence[Token], text: str, lexicon: Lexicon) -> list[Features]:
    """For each part that says something by itself its features; what is not there counts as nought.

    The pieces of all words of the sentence count for each part alike.
    """
    pieces = vote(sentence)
    return [{"pieces": pieces} | values for values in parts(sentence, text, lexicon)]


def parts(sentence: Sequence[Token], text: str, lexicon: Lexicon) -> list[Features]:
    """The signs of each part; of a part beside one about the work only when it tells of something."""
    if sum(token.lower in lexicon.words["english"] for token in sentence) > max(1, len(sentence) // 8):
        lexicon = english()
    starts = {item.token.start for item in tag(sentence, lexicon) if item.verb or item.auxiliary}

    def is_verb(token: Token) -> bool:
        return token.start in starts

    found = [look_through(unit, lexicon) for unit in units(clauses(sentence, is_verb), is_verb)]
    sayings = list(came_true(found))
    read = [signs(saying, text, lexicon) for saying in sayings]
    if not any(map(is_work, read)):
        return read
    if is_heading(tag(sentence, lexicon)):
        return read[:1]
    empty = [says_nothing([tag(part.tokens, lexicon) for part in saying.clauses]) for saying in sayings]
    return [each for each, nothing in zip(read, empty, strict=True) if not nothing] or read


def is_work(found: Features) -> bool:
    """Whether a part speaks of the work itself: its main verb does, or an expression."""
    return bool(found.get("head_process") or found.get("phrases_idiom") or found.get("process_nouns"))


def signs(saying: Saying, text: str, lexicon: Lexicon) -> Features:
    """The features of one part and of what hangs on it."""
    unit = saying.clauses
    asks = any(part.role is ClauseRole.UNDER and first_word(part) in ASKING for part in unit)
    tagged = [(part.role, tag(part.tokens, lexicon)) for part in unit]
    if not asks:
        tagged = [(role, resolved(items, lexicon)) for role, items in tagged]

    def of(role: ClauseRole) -> list[Tagged]:
        return [item for each, items in tagged if each is role for item in items]

    whole = of(ClauseRole.MAIN) or tagged[-1][1]
    lead, said = split_lead(whole, lexicon)
    said = said if asks else resolved(said, lexicon)
    hidden = governed(said, lexicon.words["allowed"] | lexicon.words["deed"])
    aside = hidden | named_after(said)
    main = lifted([item for place, item in enumerate(said) if place not in aside])
    phrases = phrase_signs(span(unit, len(lead)), text, lexicon) | idiom_signs(said, text, lexicon)
    entry = head(main, at_end=bool(saying.kind))
    verb = decided(entry, main, phrases, asks=asks)
    if saying.kind == "closed" and not entry:  # “ik denk dat een ander slot beter is”
        verb = "process"
    if asks and (in_writing(verb, whole) or (entry and asks_for_wishes(entry.word, of(ClauseRole.UNDER)))):
        verb = "process"
    if verb == "process" and (asks or (entry and entry.kind != "process")):
        phrases |= {"phrases_noticed": noticed_in(said, text, lexicon)}  # what is asked is no answer
    main = without_agents(main) if verb == "doing" else main
    found = process_signs(main) | inside_signs([said[place] for place in sorted(hidden)])
    found |= doing_signs(main) | people_signs(main) | word_signs(whole, main, lexicon)
    found |= head_signs(main, verb) | {f"asks_{verb}": asks} | saying_signs(saying, found)
    found |= hanging_signs(lead, of(ClauseRole.AFTER), of(ClauseRole.UNDER), of(ClauseRole.WHEN)) | phrases
    if verb in {"doing", "light", "state"}:
        found["insiders"] = 0.0  # they are who does it, or gives it
    found["process_verb"] = bool(found["process_verb"]) or (verb == "process" and not phrases["phrases_idiom"])
    found["no_process"] = not any(found.get(name) for name in SIGNS_OF_PROCESS)
    found |= past_lead([token for part in unit for token in part.tokens], len(lead))
    if found.get("head_process"):
        found = {name: value for name, value in found.items() if name not in SEEN}
    return {"begin": 1.0} | {name: float(value) for name, value in found.items() if value}


def decided(verb: Entry | None, main: Sequence[Tagged], phrases: Features, *, asks: bool) -> str:
    """What the main verb says; an expression decides where the verb says little: “op de hoogte brengen”."""
    kind = verb.kind if verb else "none"
    if not verb and passed_on(main) and any(item.noun and item.noun.word in LETTERS for item in main):
        return "process"
    if verb and verb.word in ARRANGING and may(main):
        return "doing"
    if verb and ((verb.word in SENDING and passed_on(main, verb.word)) or (asks and verb.word in ASKED_FOR)):
        return "process"
    if verb and (asks_for_paper(verb.word, main) or (asks and learns(verb.word, main))):
        return "process"
    bare = not any(item.is_noun("thing", "person") for item in main)
    return "process" if phrases["phrases_idiom"] and (kind != "doing" or bare) else kind


def without_agents(main: list[Tagged]) -> list[Tagged]:
    """Without who does it: a college that opens a bridge does something."""
    return [item for item in main if item.token.lower not in AGENTS]


def lifted(main: list[Tagged]) -> list[Tagged]:
    """Without what somebody is rid of: “een vergunning is niet meer nodig”, “de eigen bijdrage is vervallen”."""
    words = {item.token.lower for item in main}
    if not ({"niet", "meer"} <= words or {"geen", "meer"} <= words or words & RID):
        return main
    return [item for item in main if not item.is_noun("process") and item.token.lower not in BURDENS]


def in_writing(verb: str, whole: Sequence[Tagged]) -> bool:
    """Whether a question stands in paper of the office: “in de memo staat wie er langs de deuren gaat”."""
    return verb == "state" and any(item.is_noun("process") for item in whole)


def may(main: Sequence[Tagged]) -> bool:
    """Whether somebody can do it himself: “studenten kunnen hun adres met één klik wijzigen”."""
    return any(item.token.lower in MAY for item in main) and any(item.is_noun("person") for item in main)


def passed_on(main: Sequence[Tagged], verb: str = "") -> bool:
    """Whether something went to somebody of an organisation: “gemaild aan de beheerder”."""
    goals = [place for place, item in enumerate(main) if item.token.lower in GOALS]
    if any(item.is_noun("insider") for place in goals for item in main[place + 1 : place + 4]):
        return True
    spoken = [main[place + 1 : place + 6] for place, item in enumerate(main) if item.token.lower == "met"]
    return verb in CALLING and any(is_insider(token) for token in spoken)


def is_insider(found: Sequence[Tagged]) -> bool:
    """Whether it is somebody of an organisation, and no citizen with him: not “met u de Belastingdienst”."""
    return any(item.is_noun("insider") for item in found) and not any(item.is_noun("person") for item in found)


def split_lead(main: list[Tagged], lexicon: Lexicon) -> tuple[list[Tagged], list[Tagged]]:
    """“Na overleg met de buurt | is de drempel weg”: words of process before the verb are the road, not the result."""
    first = next((item.token.lower for item in main if item.token.is_word), "")
    verb = next(
        (place for place, item in enumerate(main) if is_finite(item) and not (place and is_road(main, place))), 0
    )
    work = any(
        item.is_noun("process") or item.is_verb("process") or item.token.lower in lexicon.words["allowed"]
        for item in main[:verb]
    )
    denied = first == "geen" and any(item.token.text == ":" for item in main[:verb])  # “Geen nota, geen overleg: we …”
    if first in FORMULAS or (work and (first in LEADING or denied)):
        return main[:verb], main[verb:]
    return [], main


def is_road(main: Sequence[Tagged], place: int) -> bool:
    """Whether an infinitive of process comes before the verb: “Na twee jaar praten hebben we …”."""
    infinitive = main[place].is_verb("process") and main[place].token.lower.endswith("en")
    before = main[place - 1].token.lower not in {"we", "wij", "ze", "zij", ","}
    return (
        infinitive
        and before
        and main[0].token.lower in {"na", "zonder", "door", "met"}
        and any(item.auxiliary for item in main[place + 1 :])
    )


def is_finite(item: Tagged) -> bool:
    """A verb that is not also a noun: “overleg” may be either and counts as neither."""
    word = item.token.lower
    if word.endswith("end") or (is_participle(word) and not item.auxiliary):
        return False
    return item.auxiliary or (item.verb is not None and item.noun is None)


def span(unit: Sequence[Clause], skipped: int) -> tuple[int, int]:
    """Where a unit stands in the text, past its lead."""
    found = [token for part in unit for token in part.tokens][skipped:]
    return (found[0].start, found[-1].end) if found else (0, 0)
