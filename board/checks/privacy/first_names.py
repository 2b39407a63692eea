"""A first name alone that tells enough: of a child with its class or team, of anybody with an illness or a debt."""

import re

from board.checks.privacy.lists import spoken, words
from board.checks.privacy.name_cues import is_first_name
from board.checks.privacy.name_others import is_organisation
from board.checks.privacy.name_shapes import age_follows
from board.checks.privacy.name_words import Words
from board.checks.privacy.persons import after, before, sentence_beside

ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|[1-8]e)"
GROUP = re.compile(
    r"(?<![\w\-])(?:groep (?:[1-8]\w?|een|twee|drie|vier|vijf|zes|zeven|acht)|klas \w{1,3}|brug(?:klas\w*|"
    r"pieper\w*|klasser)|"
    rf"{ORDINAL} ?(?:klas|klasser|jaars|leerjaar)|[1-6]e? ?[a-z]?[ \-]?(?:vmbo|havo|vwo|mavo|mbo|gymnasium|"
    rf"atheneum|technasium)\w*|"
    r"(?:vmbo|havo|vwo|mavo)-?\w{0,8}|[jm]o ?\d{1,2}\w?|[a-f]\d|[1-6][a-hv]|onder \d{1,2}|"
    r"(?:danst|turnt|voetbalt|hockeyt|tennist|korfbalt|judoot|zwemt|rijdt paard) (?:bij|in|op)|"
    r"(?:combinatie)?groep \d/\d|[a-f]-?(?:jes|tjes|pupillen)|(?:op|doet|speelt|naar|bij) (?:judo|voetbal|hockey|"
    r"tennis|turnen|"
    r"ballet|zwemmen|dansen|paardrijden|korfbal|basketbal|atletiek|gitaarles|pianoles|drumles|karate|boksen|"
    r"schaken|muziek|kamp)|"
    r"welp|welpen|bevers?|kabouters|scouts?|scouting|padvind\w+|kampioen\w{0,10}|"
    r"kleuter\w{0,14}|peuter\w{0,14}|dreumes\w*|kdv|bso|kinderopvang|crèche|opvangkindje|gastouder|"
    r"zwem(?:diploma|les|lessen|groep|club)|[a-d]-diploma|afzwem\w+|zwemt|"
    r"turn(?:st?ers?|ertje|les|club|groep)|turnmeisje|voetballer(?:tje)?s?|hockey\w{0,12}|keeper\w{0,6}|spits|"
    r"doelman|doelvrouw|"
    r"ballerina|ballet\w{0,8}|pupil(?:len)?|jeugdteam|jeugdelftal|jeugdlid|jeugdspeler|jeugdspeelster|judoka\w*|"
    r"\w{0,10}selectie|(?:maan|dins|woens|donder|vrij|zater|zon)daggroep|(?:maan|dins|woens|donder|vrij|zater|"
    r"zon)dagles|"
    r"kinderraad|kinderburgemeester|kinderkoor|jeugdorkest|muziekles\w*|gitaarles\w*|danslesje|dansles\w*|"
    r"leerling(?:e|envervoer)?|scholiere?|klasgeno\w+|schoolvriend\w*|schoolkamp|schoolreis\w*|op kamp|rapport|"
    r"spijbel\w*|"
    r"leerplicht\w*|eindexamen\w*|(?:na|op|naar|van) school|(?:basis|vrije|dalton|montessori|jenaplan|middelbare ?|"
    r"praktijk|"
    r"vak)school|(?:naar|op|van) (?:de|het) (?:school|vmbo|havo|vwo|speelzaal|opvang|club|bso|kdv)|speelleergroep|"
    r"taalklas|"
    r"schakelklas|"
    r"(?:in|uit|van|naar) (?:de|een|zijn|haar) [\w\-]{3,16}klas|"
    r"isk|speciaal onderwijs|sbo|vso|kinderdagverblijf|schoolplein|de klas|haar klas|zijn klas|juf|"
    r"meester)(?![\w\-])"
)
BODIES = {"de", "het", "een", "'t", "basisschool", "school", "college", "kdv", "bso", "groep", "stichting"}


def is_child(text: Words, first: int, end: int) -> bool:
    """Whether a first name stands alone in a sentence about a class or a team: “In klas 2b zit Elif”."""
    name = text[first]
    if end != first + 1 or not name.capital or not _is_alone(text, first):
        return False
    inside = not text.starts_sentence(first)
    if not is_first_name(name.bare, certain=not inside and not age_follows(text, end)):
        return False
    if text.before(first) in words("werkt_met_kinderen") | BODIES | words("dieren_en_dingen") or _is_second_of_a_body(
        text, first
    ):
        return False
    return bool(GROUP.search(sentence_beside(text.text, name.start, name.end)))


def _is_second_of_a_body(text: Words, first: int) -> bool:
    """“Kinderdagverblijf Pip en Jet”."""
    if text.before(first) not in {"en", "&"} or first < 2 or not text[first - 2].capital:
        return False
    return text.before(first - 2) in BODIES | words("organisatiewoorden") or is_organisation(text, first - 2, first - 1)


def _is_alone(text: Words, first: int) -> bool:
    """Not “Floris V College”, “Pim-Pamhuis”, “tulp Roos-2”."""
    beside = text.text[text[first].end : text[first].end + 3]
    following = text[first + 1].text if first + 1 < len(text) and text.joined(first + 1) else ""
    last = text[first].text.rpartition("-")[2]  # “Kees-voorstelling”
    return not (following[:1].isupper() or last[:1].islower() or re.match(r"[\-&/@]\w", beside))


# Others are spoken of: “Karin sprak met mensen met schulden”, “Joost geeft een cursus over dementie”.
OTHERS = re.compile(
    r"\b(?:mensen|inwoners?|bewoners|cliënten|patiënten|jongeren|kinderen|ouderen|gezinnen|vrouwen|mannen|ouders|"
    r"iemand|iedereen|wie|"
    r"die (?:mensen|kinderen)|over|tegen|project\w*|cursus\w*|spreekuur|voorlichting|campagne|team|wethouder|"
    r"lezing|folder|film|boek|"
    r"buren|anderen|anderen|groep|bezoekers|deelnemers|leerlingen|adviseert|adviseur|onderzoek|onderzoekt|bomen|"
    r"planten|wijk|dorp)\b"
)
OWNED = re.compile(
    r"(?:door|vanwege|ondanks|na|met|tijdens|wegens|dankzij|om|sinds) (?:haar|zijn|d'r|z'n) (?P<rest>[^,.;:]{1,60})$"
)
OF = re.compile(r"(?P<rest>[^,.;:]{1,40}) (?:van|bij|voor) $")
# “De autistische Levi”, “de zieke Ans”.
BURDENED = re.compile(
    r"\b(?:autistische|blinde|dove|slechthorende|slechtziende|verslaafde|demente|dementerende|zieke|dakloze|"
    r"verwarde|depressieve|"
    r"zwangere|gehandicapte|verlamde|getraumatiseerde|illegale|gescheiden|laaggeletterde|psychotische|terminale|"
    r"mishandelde|"
    r"misbruikte|werkloze|suïcidale|uitgeprocedeerde|aan alcohol verslaafde|doodzieke|invalide|bedlegerige) $"
)
DOES = re.compile(
    r" (?:en [a-z]+ )?(?:drinkt|dronk|zuipt|blowt|gokt|gokte|steelt|stal|slaat|sloeg|dementeert|spuit|snuift|dealt)\b"
    r"(?! (?:graag |elke |altijd |veel )?(?:koffie|thee|water|een|zijn|haar|de|het|ballen|op|met))"
)
LOCKED = re.compile(r" (?:\w+ ){0,2}(?:zat|zit|zitten|heeft) (?:\w+ ){0,3}?vast(?:gezeten)?\b(?! aan| in de lift)")
CLAUSE = re.compile(r"[;:]|, (?:en|maar|want|dus|waarna|waardoor) (?!(?:heeft|had|is|was|zit|lijdt|kreeg)\b)")
MOST = 9
THINGS = {"de", "het", "een", "'t", "robot", "storm", "aan"}


def is_told_of(text: Words, first: int, end: int) -> bool:
    """Whether such a fact is told of who is named by a first name alone: “Dennis heeft schizofrenie”."""
    name = text[first]
    if end != first + 1 or not name.capital or text.before(first) in THINGS | words("dieren_en_dingen"):
        return False
    right = after(text.text, name.end)
    if not is_first_name(name.bare, certain=text.starts_sentence(first) and not _acts(right)):
        return False
    left = before(text.text, name.start)
    return _has_after(right) or _is_of_whom(left)


def _acts(right: str) -> bool:
    """Whether a verb of one person follows at once: “Ben zit …”, “Roos heeft …”."""
    found = re.match(r" ([\w']+)", right)
    return (
        found is not None
        and found[1] in words("over_iemand_werkwoorden")
        and found[1] not in {"zijn", "haar", "met", "heb", "hebben"}
    )


def _has_after(right: str) -> bool:
    clause = CLAUSE.split(right, maxsplit=1)[0]
    if LOCKED.match(clause) or DOES.match(right):
        return True
    found = spoken("gevoelig").search(clause)
    if not found:
        return False
    between = clause[: found.start()]
    ends = re.match(
        r" (?:kreeg|heeft|had|krijgt|bleek|werd|is|was|raakte|zit|zat|ligt|lag|leeft|kwam|kon|kan)\b",
        clause[found.end() :],
    )
    if len(between.split()) > MOST or OTHERS.search(between):
        return False
    return bool(spoken("over_iemand_werkwoorden").search(between) or ends)


def _is_of_whom(left: str) -> bool:
    """“Door haar depressie kon Mirjam …”, “de verslaving van Rob”."""
    if BURDENED.search(left):
        return True
    for pattern in (OWNED, OF):
        told = pattern.search(left)
        if told and spoken("gevoelig").search(told["rest"]) and not OTHERS.search(told["rest"]):
            return True
    return False
