"""The words around a place in a text, as far as its sentence reaches."""

import re

REACH = 120
# A dot after a short word is most often an abbreviation: mw. Jansen, art. 3, nr. 12.
END = re.compile(r"[!?\n]|(?<=\w{4})\.\s")


def before(text: str, start: int, reach: int = REACH) -> str:
    """What stands before a place in the same sentence, in lower case."""
    piece = text[max(0, start - reach) : start]
    ends = [found.end() for found in END.finditer(piece)]
    return piece[ends[-1] :].lower() if ends else piece.lower()


def after(text: str, end: int, reach: int = REACH) -> str:
    """What stands after a place in the same sentence, in lower case."""
    piece = text[end : end + reach]
    found = END.search(piece)
    return piece[: found.start()].lower() if found else piece.lower()


def around(text: str, start: int, end: int) -> str:
    """The sentence around a place, without what stands at the place itself."""
    return f"{before(text, start)} {after(text, end)}"
