"""What a part of a sentence shows of doing and of process, each as one number that can be explained."""

from collections.abc import Sequence

from board.checks.language.clauses import Clause, Role, clauses, units
from board.checks.language.lexicon import Lexicon
from board.checks.language.tagging import Tagged, governed, tag
from board.checks.tokens import Token

WE = frozenset({"we", "wij", "ik"})
CITIZEN = frozenset({"u", "je", "jij", "jullie"})
MAY = frozenset({"kunt", "kan", "kunnen", "mag", "mogen", "hoeft", "hoeven"})
LEADING = frozenset({"na", "uit", "door", "dankzij", "op", "in", "met", "ter", "als", "bij", "vanwege", "volgens"})
# Who counts in millions speaks of a budget.
BUDGET = frozenset({"miljoen", "miljard", "mln", "mld", "miljoenen", "ton"})
PLACES = frozenset({"in", "op", "aan", "bij", "naast", "achter", "langs", "rond", "tussen"})

# Hardly a sentence about the work itself goes without all of these.
SIGNS_OF_PROCESS = frozenset({"process_verb", "process_nouns", "process_under", "phrases_process"})
SIGNS_OF_PROCESS |= {"abstract_nouns", "insiders", "intent"}

Features = dict[str, float]


def features(sentence: Sequence[Token], text: str, lexicon: Lexicon) -> list[Features]:
    """For each part that says something by itself its features; what is not there counts as nought."""
    starts = {item.token.start for item in tag(sentence, lexicon) if item.verb or item.auxiliary}

    def is_verb(token: Token) -> bool:
        return token.start in starts

    return [signs(unit, text, lexicon) for unit in units(clauses(sentence, is_verb), is_verb)]


def signs(unit: Sequence[Clause], text: str, lexicon: Lexicon) -> Features:
    """The features of one part and of what hangs on it."""
    tagged = [(part.role, tag(part.tokens, lexicon)) for part in unit]

    def of(role: Role) -> list[Tagged]:
        return [item for each, items in tagged if each is role for item in items]

    whole = of(Role.MAIN) or tagged[-1][1]
    lead, said = split_lead(whole)
    inside = governed(said)
    main = [item for place, item in enumerate(said) if place not in inside]
    found = process_signs(main) | inside_signs([said[place] for place in sorted(inside)])
    found |= doing_signs(main) | people_signs(main) | word_signs(whole, main, lexicon)
    found |= hanging_signs(lead, of(Role.AFTER), of(Role.UNDER)) | phrase_signs(span(unit, len(lead)), text, lexicon)
    found["no_process"] = not any(found.get(name) for name in SIGNS_OF_PROCESS)
    return {"begin": 1.0} | {name: float(value) for name, value in found.items() if value}


def inside_signs(hidden: Sequence[Tagged]) -> Features:
    """What belongs to a word of process: “een onderzoek naar de brug” is no brug."""
    return {
        "governed": any(item.is_noun("thing", "person") for item in hidden),
        "process_inside": any(item.is_noun("process") for item in hidden),
    }


def split_lead(main: list[Tagged]) -> tuple[list[Tagged], list[Tagged]]:
    """“Na overleg met de buurt | is de drempel weg”: words of process before the verb are the road, not the result."""
    verb = next((place for place, item in enumerate(main) if is_finite(item)), 0)
    if not main or main[0].token.lower not in LEADING or not any(item.is_noun("process") for item in main[:verb]):
        return [], main
    return main[:verb], main[verb:]


def is_finite(item: Tagged) -> bool:
    """A verb that is not also a noun: “overleg” may be either and counts as neither."""
    return item.auxiliary or (item.verb is not None and item.noun is None)


def span(unit: Sequence[Clause], skipped: int) -> tuple[int, int]:
    """Where a unit stands in the text, past its lead."""
    found = [token for part in unit for token in part.tokens][skipped:]
    return (found[0].start, found[-1].end) if found else (0, 0)


def process_signs(main: Sequence[Tagged]) -> Features:
    """Verbs and nouns of the work itself (seed 003: “onderzoeken”, “zorgen voor”)."""
    return {
        "process_verb": any(item.is_verb("process") for item in main),
        "process_nouns": min(3, sum(item.is_noun("process") for item in main)),
        "abstract_nouns": min(3, sum(item.is_abstract for item in main)),
        "insiders": min(2, sum(item.is_noun("insider") for item in main)),
    }


def doing_signs(main: Sequence[Tagged]) -> Features:
    """Verbs and things that can be seen (seed 003: “ik mis het woord doen”)."""
    things = sum(item.is_noun("thing") for item in main)
    touched = things > 0 or any(item.is_noun("person") for item in main)
    doing = any(item.is_verb("doing") for item in main)
    state = any(item.is_verb("state") for item in main)
    return {
        "doing_verb": doing,
        "doing_thing": doing and touched,
        "state_thing": state and not doing and touched,
        "light_thing": not state and not doing and touched and any(item.is_verb("light") for item in main),
        "bare_thing": touched and not any(item.verb for item in main),
        "things": min(3, things),
        "numbered": any(counted(main, index) for index in range(len(main))),
        "budget": any(item.token.lower in BUDGET for item in main),
        "we_do": doing and any(item.token.lower in WE for item in main),
    }


def counted(items: Sequence[Tagged], index: int) -> bool:
    """A number with a thing or people within three words: “24 nieuwe lantaarnpalen”."""
    return items[index].number and any(item.is_noun("thing", "person") for item in items[index + 1 : index + 4])


def people_signs(main: Sequence[Tagged]) -> Features:
    """Who acts or gets something (seed 003, block 2: the citizen is whom it is for)."""
    people = [index for index, item in enumerate(main) if item.is_noun("person")]
    return {
        "people": min(2, len(people)),
        "people_act": any(acts(main, index) for index in people),
        "citizen_subject": any(item.token.lower in CITIZEN and acts(main, i) for i, item in enumerate(main)),
    }


def acts(items: Sequence[Tagged], index: int) -> bool:
    """A verb of doing or getting stands right beside it: “kinderen zwemmen”, “krijgen 30 huurders”."""
    near = [*items[max(0, index - 2) : index], *items[index + 1 : index + 2]]
    return any(item.is_verb("doing", "state") or item.token.lower in MAY for item in near)


def hanging_signs(lead: Sequence[Tagged], after: Sequence[Tagged], under: Sequence[Tagged]) -> Features:
    """What stands in the parts that hang on another verb."""
    return {
        "process_lead": any(item.is_noun("process") for item in lead),
        "noticed_after": any(item.is_noun("thing", "person") for item in after) and not any(map(is_process, after)),
        "hangs_under": bool(under),
        "process_under": min(2, sum(item.is_verb("process") or item.is_noun("process") for item in under)),
    }


def is_process(item: Tagged) -> bool:
    """A verb of process."""
    return item.is_verb("process")


def phrase_signs(place: tuple[int, int], text: str, lexicon: Lexicon) -> Features:
    """Fixed phrases of the lists."""
    return {
        f"phrases_{kind}": min(2, len({text[start:end].lower() for start, end, _ in phrases.search(text, *place)}))
        for kind, phrases in lexicon.phrases.items()
    }


def word_signs(whole: Sequence[Tagged], main: Sequence[Tagged], lexicon: Lexicon) -> Features:
    """Single words: of wanting, of time, of change, of a place with a name."""
    words = {item.token.lower for item in whole}
    return {
        "intent": bool(words & lexicon.words["intent"]),
        "intended": bool(words & lexicon.words["intent"]) and any(item.is_noun("thing", "person") for item in main),
        "when": bool(words & lexicon.words["when"]),
        "change": bool(words & lexicon.words["changed"]),
        "named_place": any(named(whole, index) for index in range(1, len(whole))),
        "target": any(is_year(item.token.text) for item in whole) and bool(words & lexicon.words["intent"]),
        "no_verb": not any(item.verb or item.auxiliary for item in whole),
    }


def is_year(word: str) -> bool:
    """“2030”, and not “2.030”."""
    return len(word) == 4 and word.isdigit() and word.startswith("20")


def named(items: Sequence[Tagged], index: int) -> bool:
    """A name with a capital after a preposition of place: “in de Kerkstraat”."""
    before = {item.token.lower for item in items[max(0, index - 2) : index]}
    return items[index].token.text[:1].isupper() and bool(before & PLACES)
