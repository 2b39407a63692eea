"""What there is to say of a text: kindly, with its place, a reason and a suggestion. It advises and never blocks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from flask_babel import gettext as _

from board.checks import phrases, privacy, together
from board.checks.excerpts import Excerpt, Piece, excerpts
from board.checks.language import LanguageFinding as Wording
from board.checks.language.imperatives import orders
from board.checks.privacy.advice import ADVICE
from board.team.text_advice.purposes import (
    ANALYSIS,
    LATER,
    NO_NAMES,
    ORDER,
    PROCESS,
    SAY_DONE,
    SAY_DONE_YOURSELF,
    Purpose,
)
from board.web.repairs import Press, press

# Longer than any public text of ours; the rest of a longer one is read when it is shorter.
READ_AT_MOST = 4_000
# Control characters and what Unicode keeps for itself: no valid page holds them.
LAST_OF_PLANES = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
NOT_ON_A_PAGE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef{LAST_OF_PLANES}]")
SENTENCES = 4
FIRST_WORDS = 60


class Remark(NamedTuple):
    """One finding as somebody reads it."""

    start: int
    end: int
    kind: str
    reason: str
    suggestion: str
    # What mends it in one press, where its text can be changed.
    press: Press | None = None


@dataclass(frozen=True)
class Spot:
    """A sentence with what was found in it."""

    pieces: tuple[Piece, ...]
    said: tuple[Remark, ...]
    cut_before: bool = False
    cut_after: bool = False
    presses: tuple[Press, ...] = ()


@dataclass(frozen=True)
class TextAdvice:
    """All there is to say of one text; when all is well there is none."""

    heading: str
    spots: tuple[Spot, ...]
    ending: str
    # How many more findings there are than stand here.
    more: int

    @property
    def number(self) -> int:
        return sum(len(spot.said) for spot in self.spots) + self.more or 1

    @property
    def is_order(self) -> bool:
        return any(finding.kind == "order" for spot in self.spots for finding in spot.said)

    @property
    def is_personal(self) -> bool:
        return any(finding.kind in ADVICE for spot in self.spots for finding in spot.said)


def advise(text: str, purpose: Purpose, extra: Path | None = None, field_name: str = "") -> TextAdvice | None:
    """What both checks say of a text with this purpose; `extra` is a folder with word lists of the organisation."""
    text = NOT_ON_A_PAGE.sub(" ", text[:READ_AT_MOST])
    if not text.strip():
        return None
    if purpose is Purpose.INSIDE:
        names = [personal(text, finding, field_name) for finding in privacy.find(text)]
        return _advice(str(NO_NAMES), _spots(text, names), "") if names else None
    seen = together.look(text, extra)
    said = [personal(text, finding, field_name) for finding in seen.personal]
    said += _analysis(text) if purpose is Purpose.WORRY else []
    said += _orders(text, extra, quoting=not seen.personal) if purpose is Purpose.DONE else []
    said += [_wording(finding) for finding in seen.wording if finding.kind != "process_word" or purpose in PROCESS]
    heading = _heading(purpose, seen.label, said)
    if not said and not heading:
        return None
    return _advice(heading, _spots(text, said), str(LATER) if seen.personal else "")


def _heading(purpose: Purpose, label: str, said: Iterable[Remark]) -> str:
    if label == "proces" and purpose in PROCESS:
        return str(PROCESS[purpose])
    if purpose is Purpose.WORRY and any(finding.kind == "analysis" for finding in said):
        return str(ANALYSIS)
    return ""


def personal(text: str, found: privacy.Finding, field_name: str = "") -> Remark:
    """What there is to say of personal data, and what mends it in the field of this name (or whichever holds it)."""
    words = ADVICE[found.kind]
    mends = press(text, found, field_name)
    return Remark(found.start, found.end, found.kind, _(words.reason), _(words.suggestion), mends)


def _wording(found: Wording) -> Remark:
    reason, suggestion = (found.sentence(_(words)) for words in (found.reason, found.suggestion))
    end = min(found.end, found.start + FIRST_WORDS) if found.kind == "long_sentence" else found.end
    return Remark(found.start, end, found.kind, reason, suggestion)


def _analysis(text: str) -> list[Remark]:
    words = _("Zo klinkt een rapport, geen zorg."), _("Schrijf wat je zelf zag of hoorde, in de ik-vorm.")
    return [Remark(finding.start, finding.end, "analysis", *words) for finding in phrases.analysis(text)]


def _orders(text: str, extra: Path | None, *, quoting: bool) -> Iterator[Remark]:
    """Orders, with the sentence that says it is done; one that may hold a name is not shown once more."""
    for order in orders(text, extra):
        better = str(SAY_DONE) % {"sentence": order.proposal} if order.proposal and quoting else str(SAY_DONE_YOURSELF)
        yield Remark(order.start, order.end, "order", str(ORDER), better)


def _advice(heading: str, spots: list[Spot], ending: str) -> TextAdvice:
    more = sum(len(spot.said) for spot in spots[SENTENCES:])
    return TextAdvice(heading, tuple(spots[:SENTENCES]), ending, more)


def _spots(text: str, said: list[Remark]) -> list[Spot]:
    """Where it stands, personal data first: that is what matters most."""
    of_people = [finding for finding in said if finding.kind in ADVICE]
    others = [finding for finding in said if finding.kind not in ADVICE]
    return [*_by_sentence(text, of_people), *_by_sentence(text, others)]


def _by_sentence(text: str, said: list[Remark]) -> Iterator[Spot]:
    for excerpt in excerpts(text, said):
        yield _spot(excerpt)


def _spot(found: Excerpt[Remark]) -> Spot:
    # The same words may be found twice; it is said once.
    said = {(finding.reason, finding.suggestion): finding for finding in reversed(found.found)}
    return Spot(
        found.pieces, tuple(reversed(said.values())), found.cut_before, found.cut_after, presses_of(found.found)
    )


def presses_of(said: Iterable[Remark]) -> tuple[Press, ...]:
    """What mends them, each place once."""
    return tuple({finding.press.start: finding.press for finding in said if finding.press is not None}.values())
