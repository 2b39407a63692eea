"""A child by its first name alone, in a sentence that tells its class, its team or its school."""

import re

from board.checks.privacy.lists import words
from board.checks.privacy.name_cues import is_first_name
from board.checks.privacy.name_others import is_organisation
from board.checks.privacy.name_words import Words
from board.checks.privacy.surroundings import around

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
    r"schakelklas|isk|speciaal onderwijs|sbo|vso|kinderdagverblijf|schoolplein|de klas|haar klas|zijn klas|juf|"
    r"meester)(?![\w\-])"
)
MARKED = {"de", "het", "een", "'t", "basisschool", "school", "college", "kdv", "bso", "groep", "stichting"}


def is_child(text: Words, first: int, end: int) -> bool:
    """Whether a first name stands alone in a sentence about a class or a team: “In klas 2b zit Elif”."""
    name = text[first]
    if end != first + 1 or not name.capital or not _is_alone(text, first):
        return False
    inside = not text.starts_sentence(first)
    if not is_first_name(name.bare, certain=not inside):
        return False
    if text.before(first) in words("werkt_met_kinderen") | MARKED | words("dieren_en_dingen") or _is_second_of_a_body(
        text, first
    ):
        return False
    return bool(GROUP.search(around(text.text, name.start, name.end)))


def _is_second_of_a_body(text: Words, first: int) -> bool:
    """“Kinderdagverblijf Pip en Jet”."""
    if text.before(first) not in {"en", "&"} or first < 2 or not text[first - 2].capital:
        return False
    return text.before(first - 2) in MARKED | words("organisatiewoorden") or is_organisation(text, first - 2, first - 1)


def _is_alone(text: Words, first: int) -> bool:
    """Not “Floris V College”, “Pim-Pamhuis”, “tulp Roos-2”."""
    beside = text.text[text[first].end : text[first].end + 3]
    following = text[first + 1].text if first + 1 < len(text) and text.joined(first + 1) else ""
    last = text[first].text.rpartition("-")[2]  # “Kees-voorstelling”
    return not (following[:1].isupper() or last[:1].islower() or re.match(r"[\-&/@]\w", beside))
