"""Mail addresses of a person; the mailbox of a team, a desk or a subject is not one."""

import re
from collections.abc import Iterator

from board.checks.frequency import zipf
from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import plain, spoken, sure, words
from board.checks.privacy.surroundings import before

LOCAL = r"(?<![\w.+%])[\w+%][\w.+%'\-]{0,63}"
AT = r"(?:@| ?[\[({] ?(?:at|apenstaartje|@) ?[\])}] ?| (?:at|apenstaartje) )"
DOT = r"(?:\.| ?[\[({] ?(?:punt|dot|\.) ?[\])}] ?| (?:punt|dot) )"
LABEL = r"[\w\-]{1,63}"
ADDRESS = re.compile(
    rf"({LOCAL}){AT}({LABEL}(?:{DOT}{LABEL}){{0,5}}?{DOT}[^\W\d_]{{2,24}})(?![\w@]|\.\w)", re.IGNORECASE
)
COMMON = 3.0  # how often an ordinary word is used at least
AT_ALL = re.compile(r"(?i)@|\bat\b|apenstaartje")
FREE = re.compile(
    r"(?i)(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|ziggo|kpnmail|kpnplanet|planet|hetnet|xs4all|home|"
    r"casema|upcmail|chello|quicknet|zonnet|wanadoo|telfort|tele2|online|solcon|protonmail|proton|gmx|web|mail|freedom|wp|"
    r"onet|caiway|tiscali|hccnet|zeelandnet|kabelfoon|versatel|lycos|yandex|abv|o2)\.(?:\w+\.)?\w+"
)


TOGETHER = re.compile(r"^\w{1,10}van(?:der|den|de|t)\w{3,}")
INVITED = re.compile(
    r"\b(?:mail|meld|meldt|aanmelden|opgeven|reserve\w+|stuur|stuurt|via|vragen|bestel\w*|kijk|schrijf|"
    r"mogen|kunt|kan (?:via|naar|bij)|foto's|ideeën|reacties|aanmeldingen|tips|klachten|verhalen)\b"
)


def find(text: str) -> Iterator[Finding]:
    """Each mail address that seems to be of one person."""
    if not AT_ALL.search(text):
        return
    for found in ADDRESS.finditer(text):
        invited = bool(INVITED.search(before(text, found.start(), 60)))
        if not is_shared(found.group(1), found.group(2), invited):
            yield Finding("email", *found.span())


def is_shared(local: str, domain: str, invited: bool) -> bool:
    """Whether a mailbox is of a team, a desk or a subject; with a word that says nothing, when all may write to it."""
    parts = [part for part in re.split(r"[\W\d_]+", plain(local)) if part]
    if any(part in words("functiepostbussen") for part in parts):
        return True
    if any(len(part) == 1 or part in sure("voornamen") or part in sure("achternamen") for part in parts):
        return False
    if not FREE.fullmatch(domain) and parts and all(_is_subject(part) for part in parts):
        return True
    of_work = not FREE.fullmatch(domain) and not any(mark.isdigit() for mark in local)
    if any(spoken("functiepostbussen").fullmatch(part) for part in parts):
        return of_work or not FREE.fullmatch(domain)
    return invited and of_work and not any(_holds_name(part) for part in parts)


def _is_subject(part: str) -> bool:
    """“rijbewijzen”, “omgevingsvisie”: an ordinary word or two of them, and nobody's name."""
    pieces = [(part,), *((part[:place], part[place:]) for place in range(4, len(part) - 3))]
    return len(part) > 3 and any(all(_is_ordinary(piece) for piece in each) for each in pieces)


def _is_ordinary(piece: str) -> bool:
    forms = {piece, piece.removesuffix("s")}
    names = words("voornamen") | words("achternamen")
    return not forms & names and any(zipf(form) >= COMMON for form in forms)


def _holds_name(part: str) -> bool:
    """“fatimaelamrani”, “janssenpieter”: names written together."""
    if TOGETHER.search(part):
        return True
    names = sure("voornamen") | sure("achternamen")
    starts = {part[:length] for length in range(4, len(part) + 1)}
    ends = {part[-length:] for length in range(5, len(part) + 1)}
    return bool((starts | ends) & names)
