"""The line for the council as it travels: plain text for a document or a mail, and rows for a spreadsheet."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from flask_babel import gettext as _

from board.core.publishing.council_lines import VOICES
from board.core.record.periods import Period
from board.managers.council.telling import CouncilEntry
from board.managers.council.words import QUESTIONS, count_outcomes, during, period_name, shortened_note, text_of
from board.public.shapes import PublicOpgave

Address = Callable[[PublicOpgave], str]


def plain_text(entries: Iterable[CouncilEntry], period: Period, house: str, address: Address) -> str:
    """All of it as text. `address` gives the absolute address of the public page of an opgave."""
    head = [_("Wat we deden %(during)s", during=during(period)), house, ""]
    return "\n".join([*head, *(line for entry in entries for line in _lines(entry, address))]).strip() + "\n"


def _lines(told: CouncilEntry, address: Address) -> Iterator[str]:
    yield told.opgave.name.upper()
    if told.programme:
        yield _("Programma %(code)s", code=told.programme)
    for voice in VOICES:
        yield ""
        yield str(QUESTIONS[voice])
        yield text_of(told, voice)
    yield ""
    if told.board.total:
        yield " ".join(filter(None, (count_outcomes(told.board), shortened_note(told))))
    yield _("Alles staat op %(address)s", address=address(told.opgave))
    yield ""
    yield ""


def spreadsheet_rows(entries: Iterable[CouncilEntry], period: Period, address: Address) -> Iterator[tuple[Any, ...]]:
    """A row per opgave, below what the columns are called."""
    first = (_("programma"), _("opgave"), _("periode"))
    yield (*first, *(str(QUESTIONS[voice]).lower() for voice in VOICES), _("adres"), _("aantal resultaten"))
    for entry in entries:
        texts = (text_of(entry, voice) for voice in VOICES)
        yield (
            entry.programme,
            entry.opgave.name,
            period_name(period),
            *texts,
            address(entry.opgave),
            entry.board.total,
        )
