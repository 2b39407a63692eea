"""The words around a place in a text, as far as its sentence reaches, and those for one person."""

import re

PERSON = (
    r"(?:patiënte?|cli[eë]nte?|klant|kl|(?:be|in)wo(?:ner|onster)|bezoek(?:er|ster)|beller|jongeman|jongedame|"
    r"jonge (?:man|vrouw)|"
    r"jongere|kleuter|peuter|dreumes|tiener|puber|scholier|studente?|statushouder|vluchteling|nieuwkomer|werkzoekende|"
    r"mantelzorg(?:er|ster)|leerlinge?|vriend(?:in)?|klager|oude baas|oudje|stakker|meid|knul|kerel|oudste|jongste|"
    r"middelste|iemand|"
    r"aanvra(?:ger|agster)|huur(?:der|ster)|jongen|meisje|"
    r"man|vrouw|zoon(?:tje)?|dochter(?:tje)?|moeder|vader|opa|oma|weduwe|weduwnaar|mevrouw|meneer|mijnheer|heer|dame|"
    r"baby|kind(?:je)?|broer(?:tje)?|zus(?:je)?|deeln(?:emer|eemster)|buur(?:man|vrouw)|partner|tante|oom|"
    r"jarige|(?:honderd|negentig)jarige|mw|mevr|mvr|dhr|betrokkene|melder|meldster)"
)
PRONOUN = r"(?:hij|zij|ze)"


REACH = 120
# A dot after a short word is most often an abbreviation: mw. Jansen, art. 3, nr. 12.
# “Meldingsnummer 0612345678” tells itself what it is; a number to call or of a citizen does not.
OTHER_NUMBER = re.compile(
    r"\b(?!(?:mobiele?|telefoon|tel|gsm|privé|prive|thuis|huis|contact|nood|alarm|whatsapp|app|bel|terugbel|werk|fax|"
    r"burger\w*|sofi|bsn|kenteken|persoons|klant|cliënt|client|bank|giro|rekening|iban|06)-?\w{0,8}(?:nummer|nr)\b)"
    r"[^\W\d]{3,30}(?:nummer|nr)\.?(?: (?:van|voor|op|bij)(?: (?!nr)[\w\-]{1,30}){1,4})?(?: (?:is|was|luidt|wordt|"
    r"met))?\W{0,3}$"
)
END = re.compile(r"[!?\n]|(?<=\w{4})(?<!nr)\.\s")


def before(text: str, start: int, reach: int = REACH) -> str:
    """What stands before a place in the same sentence, in lower case."""
    piece = text[max(0, start - reach) : start]
    ends = [match.end() for match in END.finditer(piece)]
    return piece[ends[-1] :].lower() if ends else piece.lower()


def after(text: str, end: int, reach: int = REACH) -> str:
    """What stands after a place in the same sentence, in lower case."""
    piece = text[end : end + reach]
    found = END.search(piece)
    return piece[: found.start()].lower() if found else piece.lower()


def sentence_beside(text: str, start: int, end: int) -> str:
    """The sentence around a place, without what stands at the place itself."""
    return f"{before(text, start)} {after(text, end)}"


def is_other_number(left: str) -> bool:
    """Whether the word before a number says that it is of a case or a thing."""
    return bool(OTHER_NUMBER.search(left))
