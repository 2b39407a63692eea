"""Who stands at the place of a name: “een inwoner”, “een kind”, “haar man”; and the words around it that go along."""

import re

from board.checks.privacy.finding import Finding
from board.checks.privacy.first_names import GROUP
from board.checks.privacy.lists import plain, words
from board.checks.privacy.offices import is_office
from board.checks.privacy.persons import sentence_beside
from board.checks.privacy.rewriting import Repair, begin, starts_sentence

CHILDREN = {
    "zoon", "zoontje", "dochter", "dochtertje", "kind", "kindje", "kleinzoon", "kleindochter", "kleinkind", "jongen",
    "meisje", "neefje", "nichtje", "kleuter", "peuter", "baby", "leerling", "broertje", "zusje", "jongste", "oudste",
    "pleegzoon", "pleegdochter", "pleegkind", "stiefzoon", "stiefdochter", "buurjongen", "buurmeisje", "scholier",
    "tiener", "puber", "vriendje", "vriendinnetje",
}  # fmt: skip
GROUPS = {
    "gezin": "een gezin", "familie": "een gezin", "fam": "een gezin", "echtpaar": "een echtpaar", "stel": "een stel",
    "echtelieden": "een echtpaar", "dames": "enkele inwoners", "heren": "enkele inwoners", "tweeling": "een tweeling",
    "gebroeders": "enkele inwoners", "zusjes": "enkele kinderen", "broertjes": "enkele kinderen",
    "kinderen": "enkele kinderen", "ouders": "de ouders", "zussen": "enkele inwoners", "broers": "enkele inwoners",
}  # fmt: skip
# Forms of address that say nothing by themselves; with others (buurman, oma) the word stays and the name goes.
TITLES = {
    "mevrouw", "mevr", "mw", "mvr", "meneer", "menheer", "mijnheer", "heer", "hr", "dhr", "mej", "juffrouw", "jufrouw",
    "dr", "drs", "ir", "ing", "mr", "mrs", "ms", "miss", "mister", "prof", "wed", "frau", "herr", "madame", "monsieur",
    "hadja", "hadji", "ds",
}  # fmt: skip
OWNER = re.compile(r"(?i)(?<!\w)(?:haar|zijn|hun|mijn|jouw|uw|ons|onze)(?: (?:oudste|jongste|kleine))? $")
MARKED = re.compile(r"(?i)(?<!\w)(?:de|het|een|die|deze|dat|onze|ons|mijn|haar|zijn|hun|'t|’t) $")
DESCRIBED = re.compile(r"(?i)(?<!\w)(?:de|het|een|die|deze|onze|haar|zijn|hun) (?P<how>[\w\-]+e) $")
GREETED = re.compile(r"(?i)(?<!\w)(?:beste|lieve|geachte|kleine|oude|dag|hallo|hoi) $")
COUPLE = re.compile(r"(?i)(?<!\w)(?:de )?(?:heer|dhr\.?|meneer) en $")
WORKING = re.compile(r"(?<!\w)(?P<adjective>[^\W\d_]+d |[^\W\d_]+l |[^\W\d_]+s )?(?P<work>[^\W\d_][\w\-]*) $")
WORKERS = ("kapper", "kapster", "bakker", "slager", "timmerman", "schilder", "leraar", "lerares", "chauffeur")
AT_SCHOOL = re.compile(
    r",? \(?(?:(?:uit|van|in|op|zit in|zit op) )?(?:de |het )?(?:groep|klas|brugklas|kleuter|peuter|"
    r"(?:[1-6] ?)?(?:vmbo|havo|vwo)|[JM]O ?\d|[A-F]-?(?:jes|tjes)|bso|BSO|zwem|voetbal|scouting|welp|judo|turn)"
    r"|,? \(?(?:[1-9]|1[0-7])(?: jaar\b|\)|,)"
)
CLASS_BEFORE = re.compile(r"(?i)(?<!\w)(?:groep \w+|klas \w+|brugklas|\d ?(?:[a-d]|havo|vwo|vmbo))(?::| \w+) $")
ANOTHER = re.compile(r"(?i)(?<!\w)een (?:inwoner|kind) en $")
POSSESSIVE = re.compile(r"['’]s?$")


def begins_with_somebody(written: str) -> bool:
    """Whether a form of address, a family or a child stands first: “mevrouw …”, “familie …”, “haar zoontje …”."""
    first = plain(re.split(r"[\s.:,]", written, maxsplit=1)[0])
    return first in TITLES or first in GROUPS or first in CHILDREN


def repair(text: str, finding: Finding) -> Repair:
    """Somebody without a name, where a name stood."""
    start, end = finding.start, finding.end
    written = text[start:end]
    if POSSESSIVE.search(written):
        return _put(text, start, end, "iemands")
    first = plain(re.split(r"[\s.:,]", written, maxsplit=1)[0])
    left = text[max(0, start - 60) : start]
    if couple := COUPLE.search(left):
        return _put(text, start - len(couple.group()), end, "twee inwoners")
    if first in GROUPS:
        return _put(text, _marked(left, start), end, GROUPS[first])
    if first in CHILDREN:
        is_aside = ", " in written and text[end : end + 1] == ","  # “haar oudste, Milan, fietst”
        return _put(text, _owned(left, start), end + is_aside, "een kind")
    if first not in TITLES and (first in words("inwonerwoorden") or first in words("aanspreekvormen")):
        role = re.split(r"[\s:]", written, maxsplit=1)[0]
        return _put(text, start, end, role if MARKED.search(left) else f"een {role[0].lower()}{role[1:]}")
    return _somebody(text, start, end, left)


def _somebody(text: str, start: int, end: int, left: str) -> Repair:
    alone = len(text[start:end].split()) == 1 and GROUP.search(sentence_beside(text, start, end))
    is_child = alone or AT_SCHOOL.match(text, end) or CLASS_BEFORE.search(left)
    who = "kind" if is_child else "inwoner"
    if described := DESCRIBED.search(left):
        return _put(text, start - len(described.group()), end, f"een {described['how']} {who}")
    if GREETED.search(left):
        return Repair(start, end, who)
    if MARKED.search(left):
        return _put(text, _marked(left, start), end, f"een {who}")
    if found := _worker(left):
        return _put(text, start - len(found), end, f"een {found[0].lower()}{found[1:].rstrip()}")
    return _put(text, start, end, f"nog een {who}" if ANOTHER.search(left) else f"een {who}")


def _worker(left: str) -> str:
    """“Gepensioneerd projectleider ”, “kapster ”: what somebody is or was, right before the name."""
    found = WORKING.search(left)
    if not found or not (is_office(plain(found["work"])) or plain(found["work"]).endswith(WORKERS)):
        return ""
    return found.group()


def _marked(left: str, start: int) -> int:
    found = MARKED.search(left)
    return start - len(found.group()) if found else start


def _owned(left: str, start: int) -> int:
    found = OWNER.search(left) or MARKED.search(left)
    return start - len(found.group()) if found else start


def _put(text: str, start: int, end: int, instead: str) -> Repair:
    """With the capital of a new sentence, and the dot that ended an initial and the sentence at once."""
    dot = "." if text[start:end].endswith(".") and not text[end:].strip() else ""
    return Repair(start, end, begin(instead, starts_sentence(text, start)) + dot)
