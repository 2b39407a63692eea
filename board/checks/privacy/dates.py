"""Dates as people write and say them: “12-03-1984”, “12 maart ’84”, “de eerste mei negentienvijftig”."""

from board.checks.privacy.spoken_numbers import NUMERAL, TEN, UNIT

MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"jan|feb|febr|mrt|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec)\b\.?"
)
ORDINAL = (
    r"(?:(?:een|twee)[eë]ntwintigste|(?:drie|vier|vijf|zes|zeven|acht|negen)[eë]ntwintigste|twintigste|dertigste|"
    r"eenendertigste|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|"
    r"veertiende|vijftiende|zestiende|zeventiende|achttiende|negentiende)"
)
BELOW_HUNDRED = NUMERAL
YEAR_IN_WORDS = (
    rf"(?:(?:achttien|negentien) ?(?:honderd)? ?(?:en ?)?(?:{BELOW_HUNDRED})?|"
    rf"twee ?duizend ?(?:en ?)?(?:{BELOW_HUNDRED})?|twintig ?(?:(?:{UNIT})[eë]n)?(?:{TEN}))"
)
YEAR = rf"(?:(?:18|19|20)\d\d|'?\d\d(?!\d)|{YEAR_IN_WORDS}\b)"
DAY = rf"(?:(?:[0-2]?\d|3[01])(?:e|ste|de)?|{ORDINAL}(?: van)?|{BELOW_HUNDRED})"
# A year of so long ago that nothing was reported on that day: it is of a person who is born.
LONG_AGO = (
    rf"(?:19\d\d|200\d|201[0-5]|'[3-9]\d|(?:negentien|twee ?duizend) ?(?:honderd)? ?(?:en ?)?(?:{BELOW_HUNDRED})?)"
    r"(?![\d\w])"
)
# “3-xi-'58”, “22.XII.1966”: the month as the Romans wrote it.
ROMAN_MONTH = r"(?i:i{1,3}|iv|vi{0,3}|ix|xi{0,2})"
BY_NUMBERS = rf"{DAY}(?: ?[-/. ] ?[01]?\d ?[-/. ] ?|[-/. ]{ROMAN_MONTH}[-/. ])"
FEAST = (
    r"(?:kerst(?:avond|nacht|mis)|(?:eerste|tweede|1e|2e) kerstdag|oud(?:jaars(?:avond|dag)|ejaarsavond)|oud en nieuw|"
    r"nieuwjaars(?:dag|nacht|ochtend)|koningin(?:nen?)?dag|koningsdag|sinterklaasavond|pakjesavond|bevrijdingsdag|"
    r"dodenherdenking|schrikkeldag|dierendag|driekoningen|valentijnsdag)(?: van)?"
)
DAY_AND_MONTH = rf"(?:de )?(?:{DAY} ?{MONTH}|{FEAST}(?= ?'?\d| (?:negentien|twee ?duizend)))"
DATE = rf"(?:{DAY_AND_MONTH}(?: ?,? ?{YEAR})?|{BY_NUMBERS}{YEAR}|(?:19|20)\d\d[-/.]?[01]\d[-/.]?[0-3]\d)(?!\d)"
OLD_DATE = (
    rf"(?:{DAY_AND_MONTH} ?,? ?{LONG_AGO}|{BY_NUMBERS}(?:{LONG_AGO}|[3-9]\d(?![\d\w]))|"
    rf"{LONG_AGO}[-/.][01]\d[-/.][0-3]\d)(?!\d)"
)
