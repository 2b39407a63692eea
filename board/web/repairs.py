"""One press that mends a text in a form: beside each finding of the privacy check, the words that can stand there.

With our script the words change in the field at once. Without it the press sends the form, which comes back with the
words in it; nothing is kept or published by it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wtforms import StringField

from board.checks import privacy
from board.checks.privacy.repairs import repair

# What the press is called in a form and in an address.
NAME = "herstel"
LONGEST = 4_000


@dataclass(frozen=True)
class Press:
    """A repair that is offered: where in which field, the words that stand there, and those that come."""

    kind: str
    start: int
    was: str = field(repr=False)
    words: str
    # Tells the finding again without its words; it may stand in an address.
    mark: str
    field_name: str = ""

    @property
    def value(self) -> str:
        """What the press sends."""
        return f"{self.field_name}:{self.start}:{self.mark}"


def press(text: str, finding: privacy.Finding, field_name: str = "") -> Press:
    """The repair of one finding in a text of this field; without a name it is sought in all fields."""
    mended = repair(text, finding)
    mark = _mark(text[finding.start : finding.end])
    return Press(finding.kind, mended.start, text[mended.start : mended.end], mended.words, mark, field_name)


def mend(fields: Iterable[Any], pressed: str) -> Any:
    """Put the words of the press in the field that holds the finding. Returns that field; None when none holds it."""
    name, _colon, rest = pressed.partition(":")
    place, _colon, mark = rest.partition(":")
    start = int(place) if place.isascii() and place.isdecimal() and len(place) < 7 else 0
    for form_field in fields:
        if (
            isinstance(form_field, StringField)
            and isinstance(form_field.data, str)
            and (not name or form_field.name == name)
        ):
            mended = _mended(form_field.data[:LONGEST], start, mark)
            if mended is not None:
                form_field.data = mended + form_field.data[LONGEST:]
                return form_field
    return None


def _mended(text: str, start: int, mark: str) -> str | None:
    """The text with the finding mended that this mark is of; of several the nearest to where it stood."""
    found = [each for each in privacy.find(text) if _mark(text[each.start : each.end]) == mark]
    nearest = min(found, key=lambda each: abs(each.start - start), default=None)
    return None if nearest is None else repair(text, nearest).on(text)


def _mark(words: str) -> str:
    return hashlib.blake2s(words.encode(errors="replace"), digest_size=8).hexdigest()
