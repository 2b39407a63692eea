"""The signs of doing and of process in the words of a clause, each as one number."""

from collections.abc import Sequence

from board.checks.language.lexicon import Lexicon
from board.checks.language.saying import Saying
from board.checks.language.tagging import Tagged, is_quality

WE = frozenset({"we", "wij", "ik", "our"})
CITIZEN = frozenset({"u", "je", "jij", "jullie", "you"})
MAY = frozenset({"kunt", "kan", "kunnen", "mag", "mogen", "hoeft", "hoeven"})
TOGETHER = frozenset({"samen", "elkaar", "allen", "allemaal", "gezamenlijk", "together"})
ANYBODY = frozenset(
    {"iedereen", "elke", "iedere", "ieder", "niemand", "mens", "mensen", "allemaal", "everyone", "inwoner"}
)
ANYBODY |= {
    "inwoners",
    "burger",
    "burgers",
    "bewoners",
    "jeugd",
    "jongeren",
    "ouderen",
    "elkaar",
    "samenleving",
    "dorp",
    "stad",
}
ANYBODY |= {"wijk", "buurt", "straat", "gemeente", "hart", "deur"}
MEASURES = frozenset(
    {"kuub", "kilo", "liter", "kilometer", "meter", "vuil", "grofvuil", "zout", "zand", "bomen", "stenen", "tegels"}
)
# Who counts in millions speaks of a budget.
BUDGET = frozenset({"miljoen", "miljard", "mln", "mld", "miljoenen", "ton"})
PLACES = frozenset({"in", "op", "aan", "bij", "naast", "achter", "langs", "rond", "tussen"})

Features = dict[str, float]


def head_signs(main: Sequence[Tagged], kind: str) -> Features:
    """The kind of the main verb, alone and with what it is done to."""
    thing = any(item.is_noun("thing", "person") for item in main)
    work = any(item.is_noun("process") or item.is_abstract for item in main)
    return {
        f"head_{kind}": 1.0,
        f"head_{kind}_thing": thing and not work,
        f"head_{kind}_work": work,
        f"head_{kind}_bare": not thing and not work,
    }


def saying_signs(saying: Saying, found: Features) -> Features:
    """What somebody suffers is there to be seen (source 003, block 1); what somebody has told or brought about, too."""
    seen = bool(found.get("things") or found.get("people"))
    return {
        "told": saying.kind == "told",
        "suffered": saying.kind == "suffered",
        "suffered_seen": saying.kind == "suffered" and seen,
        "suffered_work": saying.kind == "suffered" and bool(found.get("process_nouns")),
        "closed": saying.kind == "closed",
    }


def inside_signs(hidden: Sequence[Tagged]) -> Features:
    """What belongs to a word of process: “een onderzoek naar de brug” is no brug."""
    return {
        "governed": any(item.is_noun("thing", "person") for item in hidden),
        "process_inside": any(item.is_noun("process") for item in hidden),
    }


def process_signs(main: Sequence[Tagged]) -> Features:
    """Verbs and nouns of the work itself (source 003: “onderzoeken”, “zorgen voor”)."""
    return {
        "process_verb": any(item.is_verb("process") for item in main),
        "process_nouns": min(3, sum(item.is_noun("process") for item in main)),
        "abstract_nouns": min(3, sum(item.is_abstract for item in main)),
        "qualities": min(2, sum(map(is_quality, main))),
        "insiders": min(2, sum(item.is_noun("insider") for item in main)),
    }


def doing_signs(main: Sequence[Tagged]) -> Features:
    """Verbs and things that can be seen (source 003: “ik mis het woord doen”)."""
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
        "anybody": not doing and is_anybody(main),
        "together": any(item.token.lower in TOGETHER for item in main),
        "budget": any(is_budget(main, place) for place in range(len(main))),
        "we_do": doing and any(item.token.lower in WE for item in main),
    }


def is_budget(main: Sequence[Tagged], place: int) -> bool:
    """“3 miljoen euro”, and not “een miljoen kuub bagger”."""
    after = main[place + 1] if place + 1 < len(main) else None
    counted_out = after is not None and (after.token.lower in MEASURES or after.is_noun("person"))
    return main[place].token.lower in BUDGET and not counted_out


def is_anybody(main: Sequence[Tagged]) -> bool:
    """Whether all it speaks of is everybody and everywhere: “een wijk waar iedereen zich thuis voelt”."""
    if {"niemand", "meer"} <= {item.token.lower for item in main}:  # “niemand hoeft meer te wachten” is news
        return False
    seen = [item for item in main if item.is_noun("thing", "person")]
    return all(item.token.lower in ANYBODY for item in seen) and any(item.token.lower in ANYBODY for item in main)


def counted(items: Sequence[Tagged], index: int) -> bool:
    """A number with a thing or people within three words: “24 nieuwe lantaarnpalen”."""
    return items[index].number and any(item.is_noun("thing", "person") for item in items[index + 1 : index + 4])


def people_signs(main: Sequence[Tagged]) -> Features:
    """Who acts or gets something (source 003, block 2: the citizen is whom it is for)."""
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


def hanging_signs(
    lead: Sequence[Tagged], after: Sequence[Tagged], under: Sequence[Tagged], when: Sequence[Tagged]
) -> Features:
    """What stands in the parts that hang on another verb."""
    return {
        "when_process": any(item.is_noun("process") or item.is_verb("process") for item in when),
        "under_seen": any(item.is_noun("thing", "person") for item in under),
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
        if kind != "idiom"
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
        "far": any(is_year(item.token.text) and item.token.text > "2028" for item in whole),
        "target": any(is_year(item.token.text) for item in whole) and bool(words & lexicon.words["intent"]),
        "feeling": bool({item.token.lower for item in main} & lexicon.words["feeling"]),
        "allowed": bool({item.token.lower for item in main} & lexicon.words["allowed"]),
        "allowed_person": bool({item.token.lower for item in main} & lexicon.words["allowed"]) and has_person(main),
        "deed": bool({item.token.lower for item in main} & lexicon.words["deed"]),
        "deed_only": bool({item.token.lower for item in main} & lexicon.words["deed"]) and not has_doing(main),
        "no_verb": not any(item.verb or item.auxiliary for item in whole),
    }


def has_person(main: Sequence[Tagged]) -> bool:
    """Whether somebody is named."""
    return any(item.is_noun("person") for item in main)


def has_doing(main: Sequence[Tagged]) -> bool:
    """Whether something is done."""
    return any(item.is_verb("doing") for item in main)


def is_year(word: str) -> bool:
    """“2030”, and not “2.030”."""
    return len(word) == 4 and word.isdigit() and word.startswith("20")


def named(items: Sequence[Tagged], index: int) -> bool:
    """A name with a capital after a preposition of place: “in de Kerkstraat”."""
    before = {item.token.lower for item in items[max(0, index - 2) : index]}
    return items[index].token.text[:1].isupper() and bool(before & PLACES)


def idiom_signs(said: Sequence[Tagged], text: str, lexicon: Lexicon) -> Features:
    """Expressions of process in the clause itself, and not in what hangs on it."""
    if not said:
        return {"phrases_idiom": 0.0}
    found = lexicon.phrases["idiom"].search(text, said[0].token.start, said[-1].token.end)
    return {"phrases_idiom": float(min(2, len({text[start:end].lower() for start, end, _ in found})))}


def noticed_in(said: Sequence[Tagged], text: str, lexicon: Lexicon) -> float:
    """How many phrases of noticing begin in the clause itself, and not in what hangs on it, up to two."""
    starts = {item.token.start for item in said}
    place = (said[0].token.start, said[-1].token.end) if said else (0, 0)
    found = lexicon.phrases["noticed"].search(text, *place)
    return float(min(2, len({text[start:end].lower() for start, end, _ in found if start in starts})))
