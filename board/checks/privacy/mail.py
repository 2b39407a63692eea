"""Mail addresses of a person; the mailbox of a team, a desk or a subject is not one."""

import re
from collections.abc import Iterator

from board.checks.frequency import zipf
from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import plain, spoken, sure, words
from board.checks.privacy.persons import before

# What stands for the sign between a name and a domain. A bare “at” asks for more: see _is_said.
AT = re.compile(
    r"(?i)(?P<sign> {0,2}@ {0,2})|"
    r" ?(?P<bracket>[\[({<] ?(?:at|a|a-tje|aapje|a-?staart(?:je)?|apen?staart(?:je)?|@) ?[\])}>]) ?"
    r"| (?P<spoken>apen?staart(?:je)?|a-staart(?:je)?|a-tje) | (?P<bare>at|bij) "
)
DOT = r"(?: ?\. ?| ?, ?(?=com\b|nl\b)| ?[\[({<] ?(?:punt|dot|\.) ?[\])}>] ?| (?:punt|dot) )"
# Between the parts of a name, with a space: without one they are part of a word.
GLUE = (
    r"(?: ?[\[({<] ?(?:punt|dot) ?[\])}>] ?| (?:punt|dot|underscore|liggend streepje|streepje|koppelteken|min|plus) "
    r"| [._+\-] ?| ?[._+\-] )"
)
SAID_GLUE = GLUE.replace(r"| [._+\-] ?| ?[._+\-] ", "")
PART = r"[\w+%][\w.+%'\-]{0,63}"
INITIAL = r"(?:(?!u )[a-z]\.? (?:(?:van|de|der|den|ter) ){0,2}(?=\w+ ?$))?"
# Read back from the sign: “fatima.elamrani”, “jan punt jansen”, “j de groot”; “p . jansen” where it is loose.
BEFORE = re.compile(rf"(?i)(?<![\w.+%]){INITIAL}(?:{PART}{SAID_GLUE}){{0,4}}{PART}$")
BEFORE_LOOSE = re.compile(rf"(?i)(?<![\w.+%]){INITIAL}(?:{PART}{GLUE}){{0,4}}{PART}$")
LABEL = r"[^\W_](?:[\w\-]{0,61}[^\W_])?"
AFTER = re.compile(rf"(?i)({LABEL}(?:{DOT}{LABEL}){{0,5}}?{DOT}[^\W\d_]{{2,24}})(?![\w@]|\.\w| (?:punt|dot) \w)")
PROVIDER = re.compile(
    r"(?i)(?:gmail|hotmail|outlook|live|yahoo|icloud|ziggo|kpnmail|kpnplanet|planet|hetnet|xs4all|telfort|upcmail|"
    r"casema)\b"
)
REACH = 140
TIGHT = re.compile(r"(?i)(?<![\w.\-])[\w.\-]+\.(?:nl|com|org|net|eu|be|de|example)")
SAID_DOT = re.compile(r"(?i)\b(?:punt|dot)\b")
TYPED = re.compile(r"[^\W\d][\d._\-]|\d[^\W\d]")
PARTICLES = {"de", "den", "der", "van", "vd", "el", "ter", "ten"}
DOTTED = re.compile(r"[^\W\d][._][^\W\d]\w{0,30}$")
CUT = re.compile(rf"{LABEL}(?![\w@.\-])")
COMMON = 3.0  # how often an ordinary word is used at least
FREE = re.compile(
    r"(?i)(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|ziggo|kpnmail|kpnplanet|planet|hetnet|"
    r"xs4all|home|"
    r"casema|upcmail|chello|quicknet|zonnet|wanadoo|telfort|tele2|online|solcon|protonmail|proton|gmx|web|mail|"
    r"freedom|wp|"
    r"onet|caiway|tiscali|hccnet|zeelandnet|kabelfoon|versatel|lycos|yandex|abv|o2)\.(?:\w+\.)?\w+"
)


TOGETHER = re.compile(r"^\w{1,10}van(?:der|den|de|t)\w{3,}")
INVITED = re.compile(
    r"\b(?:mail|meld|meldt|aanmelden|opgeven|reserve\w+|stuur|stuurt|via|vragen|bestel\w*|kijk|schrijf|"
    r"mogen|kunt|kan (?:via|naar|bij)|foto's|ideeën|reacties|aanmeldingen|tips|klachten|verhalen)\b"
)


def find(text: str) -> Iterator[Finding]:
    """Each mail address that seems to be of one person."""
    for sign in AT.finditer(text):
        is_loose = sign["sign"] is not None and len(sign["sign"]) > 1
        left = text[max(0, sign.start() - REACH) : sign.start()]
        local = (BEFORE_LOOSE if is_loose else BEFORE).search(left)
        domain = AFTER.match(text, sign.end(), sign.end() + REACH) or _provider(text, sign)
        if not local or not domain or not _is_meant(sign, local.group(), domain.group(), is_loose):
            continue
        start, end = sign.start() - len(local.group()), domain.end()
        invited = bool(INVITED.search(before(text, start, 60)))
        if not is_shared(_written(local.group()), _domain(domain.group()), invited):
            yield Finding("email", start, end)


def _provider(text: str, sign: re.Match[str]) -> re.Match[str] | None:
    """“lieke1987 apenstaartje hotmail”: everybody knows what follows."""
    left = text[max(0, sign.start() - 40) : sign.start()]
    if sign["sign"] == "@" and DOTTED.search(left):
        return CUT.match(text, sign.end(), sign.end() + REACH)  # “dennis.verschoor@example”
    return None if sign["bare"] else PROVIDER.match(text, sign.end())


def _is_meant(sign: re.Match[str], local: str, domain: str, is_loose: bool) -> bool:
    """Whether an address is meant: “at” is an English word, and a dot with a space ends a sentence."""
    if sign["bare"] and sign["bare"].lower() == "bij":
        return bool(SAID_DOT.search(domain)) and bool(SAID_DOT.search(local) or TYPED.search(local))
    if sign["bare"]:
        return bool(SAID_DOT.search(domain)) or bool(TIGHT.fullmatch(domain) and local.islower())
    return is_loose or ". " not in domain


def _written(said: str) -> str:
    """A name as it is typed: “jan punt jansen” is jan.jansen."""
    return re.sub(GLUE, ".", said, flags=re.IGNORECASE).replace(" ", ".")


def _domain(said: str) -> str:
    """A domain as it is typed: “gmail punt com” is gmail.com; of a provider the name alone is enough."""
    written = re.sub(DOT, ".", said, flags=re.IGNORECASE)
    return written if "." in written else f"{written}.com"


def is_shared(local: str, domain: str, invited: bool) -> bool:
    """Whether a mailbox is of a team, a desk or a subject; with a word that says nothing, when all may write to it."""
    owner = local.partition("+")[0] or local  # what stands after the plus is a label of the owner's own
    parts = [part for part in re.split(r"[\W\d_]+", plain(owner)) if part]
    if any(part in words("functiepostbussen") for part in parts):
        return True
    if any(len(part) == 1 or part in sure("voornamen") or part in sure("achternamen") for part in parts):
        return False
    if not FREE.fullmatch(domain) and parts and all(_is_subject(part) for part in parts):
        return True
    of_work = not FREE.fullmatch(domain) and not any(mark.isdigit() for mark in local)
    if any(spoken("functiepostbussen").fullmatch(part) for part in parts):
        return of_work or not FREE.fullmatch(domain)
    named = len(parts) > 2 and any(part in PARTICLES for part in parts[1:-1])
    return invited and of_work and not named and not any(holds_name(part) for part in parts)


def _is_subject(part: str) -> bool:
    """“rijbewijzen”, “omgevingsvisie”: an ordinary word or two of them, and nobody's name."""
    pieces = [(part,), *((part[:place], part[place:]) for place in range(4, len(part) - 3))]
    return len(part) > 3 and any(all(_is_ordinary(piece) for piece in each) for each in pieces)


def _is_ordinary(piece: str) -> bool:
    forms = {piece, piece.removesuffix("s")}
    names = words("voornamen") | words("achternamen")
    return not forms & names and any(zipf(form) >= COMMON for form in forms)


def holds_name(part: str) -> bool:
    """“fatimaelamrani”, “janssenpieter”: names written together."""
    if TOGETHER.search(part):
        return True
    names = sure("voornamen") | sure("achternamen")
    starts = {part[:length] for length in range(4, len(part) + 1)}
    ends = {part[-length:] for length in range(5, len(part) + 1)}
    return bool((starts | ends) & names)
