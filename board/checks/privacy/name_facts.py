"""A first name with what nobody else should know: an illness, a debt, a punishment; whoever it is, it is theirs."""

import re

from board.checks.privacy.lists import spoken, words
from board.checks.privacy.name_cues import is_first_name
from board.checks.privacy.name_words import Words
from board.checks.privacy.surroundings import after, before

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
MARKED = {"de", "het", "een", "'t", "robot", "storm", "aan"}


def is_told_of(text: Words, first: int, end: int) -> bool:
    """Whether such a fact is told of who is named by a first name alone: “Dennis heeft schizofrenie”."""
    name = text[first]
    if end != first + 1 or not name.capital or text.before(first) in MARKED | words("dieren_en_dingen"):
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
