"""What an office does with paper and questions: asking for an offer, hearing what people would like."""

from collections.abc import Sequence

from board.checks.language.tagging import Tagged

# With paper of the office as what they are done to, these show nothing: “offertes opvragen”, “een stuk schrijven”.
HANDLING = frozenset(
    {"aanvragen", "opvragen", "schrijven", "regelen", "maken", "bestellen", "sturen", "versturen", "lezen", "mailen"}
)
HANDLING |= {"voorlezen", "meelezen", "afleveren", "uitdelen", "leveren", "verlengen", "tekenen", "klaarmaken"}
PAPER = frozenset(
    {"offerte", "subsidie", "krediet", "budget", "memo", "notitie", "nota", "stuk", "plan", "voorstel", "planning"}
)
PAPER |= {"draaiboek", "notulen", "rapport", "verslag", "projectplan", "presentatie", "overzicht", "raadsbrief"}
PAPER |= {"cofinanciering", "medefinanciering", "financiering", "rijksbijdrage", "middelen"}
PAPER |= {
    "verhaal",
    "stukje",
    "column",
    "essay",
    "contract",
    "opdracht",
    "overeenkomst",
    "convenant",
    "vragenlijst",
    "enquête",
    "persbericht",
}
FILLED = frozenset({"invullen", "terugsturen", "inleveren"})  # whoever does it: an answer is no result
ASKING_PAPER = frozenset(
    {"vragenlijst", "vragenlijsten", "enquête", "enquêtes", "peiling", "survey", "reactieformulier"}
)
# In a question after a verb of telling: what somebody would like, or lacks.
TELLING = frozenset({"vertellen", "schrijven", "zeggen", "antwoorden", "tekenen", "spreken", "laten", "knutselen"})
WISHING = frozenset({"graag", "zouden", "zou", "willen", "wil", "missen", "wensen", "verwachten", "hopen", "vinden"})
WISHING |= {"vindt", "denken", "denkt", "belangrijk", "wensten", "misten", "wilden", "beter", "droomden", "dromen"}
# Who learns at work.
LEARNERS = frozenset(
    {"team", "teams", "medewerkers", "ambtenaren", "afdeling", "afdelingen", "raadsleden", "organisatie"}
)
LEARNERS |= {"we", "wij", "collega's", "collega’s", "beleidsmakers", "beleidsmedewerkers", "bestuurders", "ambtenaar"}


def asks_for_paper(verb: str, main: Sequence[Tagged]) -> bool:
    """“Offertes opvragen dak gymzaal”; who arranges it for a person does something."""
    words = {item.noun.word if item.noun else item.token.lower for item in main}
    if verb in FILLED:
        return bool(ASKING_PAPER.intersection(words | {item.token.lower for item in main}))
    return verb in HANDLING and bool(PAPER & words) and not has_person(main)


def asks_for_wishes(verb: str, under: Sequence[Tagged]) -> bool:
    """“Moeders vertelden wat zij graag zouden zien”."""
    return verb in TELLING and any(item.token.lower in WISHING for item in under)


def learns(verb: str, main: Sequence[Tagged]) -> bool:
    """“Het team leert hoe …”; a child that learns how to cross a street is seen to do so."""
    words = {item.token.lower for item in main}
    return verb in {"leren", "oefenen", "ontdekken"} and bool(words & LEARNERS) and not has_person(main)


def has_person(main: Sequence[Tagged]) -> bool:
    """Whether somebody for whom the work is, is named."""
    return any(item.is_noun("person") for item in main)
