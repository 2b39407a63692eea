"""The three voices in Dutch: periods, what the board says, and what happened since somebody wrote."""

from collections.abc import Iterator

from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.core.opgaven.results import Outcome
from board.core.record.periods import Period, Span
from board.managers.council.telling import Board, CouncilEntry, Month, Since
from board.public.opgave.sentences import joined
from board.public.shapes import PublicResult
from board.public.week.sentences import capital
from board.web.labels import OUTCOMES, short_day

QUARTERS = (_l("eerste"), _l("tweede"), _l("derde"), _l("vierde"))
QUESTIONS = {"wants": _l("Wat willen we"), "did": _l("Wat deden we"), "noticed": _l("Wat merkten inwoners")}
ENDS = (".", "!", "?", "…", ".”", "!”", "?”", ".)")


def period_name(period: Period) -> str:
    """2026; derde kwartaal van 2026; mei t/m augustus 2026"""
    if period.span is Span.YEAR:
        return str(period.year)
    if period.span is Span.QUARTER:
        return _("%(which)s kwartaal van %(year)s", which=QUARTERS[period.number - 1], year=period.year)
    first, last = format_date(period.first, "MMMM"), format_date(period.last, "MMMM")
    return _("%(first)s t/m %(last)s %(year)s", first=first, last=last, year=period.year)


def during(period: Period) -> str:
    """in 2026; in het derde kwartaal van 2026; van mei t/m augustus 2026"""
    name = period_name(period)
    if period.span is Span.QUARTER:
        return _("in het %(period)s", period=name)
    return _("in %(period)s", period=name) if period.span is Span.YEAR else _("van %(period)s", period=name)


def month_name(month: Month) -> str:
    """Oktober"""
    return capital(format_date(month.first, "MMMM"))


def wish(board: Board) -> str:
    """What the opgave is for, as a sentence."""
    return full_sentence(board.opgave.title)


def deeds(board: Board) -> list[tuple[int, str]]:
    """What was done, each deed once, with the number of its result."""
    told: dict[str, int] = {}
    for result in board.told:
        if result.deed:
            told.setdefault(full_sentence(result.deed), result.number)
    return [(number, deed) for deed, number in told.items()]


def lesson_words(result: PublicResult) -> str:
    """We leerden: bel eerst."""
    return _("We leerden: %(lesson)s", lesson=full_sentence(result.lesson, begins=False)) if result.lesson else ""


def big(board: Board) -> list[str]:
    """The bigger results that were reached, each with the day."""
    return [
        _("%(big)s Bereikt op %(day)s.", big=full_sentence(reached.sentence), day=short_day(reached.on))
        for reached in board.reached
    ]


def full_sentence(text: str, begins: bool = True) -> str:
    """With a full stop, and a capital where a sentence begins."""
    text = text.strip()
    text = capital(text) if begins else text
    return text if not text or text.endswith(ENDS) else f"{text}."


def board_says(board: Board, voice: str) -> str:
    """What the board says in this voice, as plain text."""
    return "\n".join(VOICE[voice](board)).strip()


def _wants(board: Board) -> Iterator[str]:
    yield wish(board)
    if board.opgave.why:
        yield f"“{board.opgave.why.first_sentence}”"


def _did(board: Board) -> Iterator[str]:
    for _number, deed in deeds(board):
        yield f"• {deed}"
    if not deeds(board):
        yield nothing_done(board)


def _noticed(board: Board) -> Iterator[str]:
    yield from (f"• {result}" for result in big(board))
    for month in board.months:
        yield month_name(month)
        for result in month.results:
            went = str(OUTCOMES[result.outcome])
            yield " ".join(filter(None, (f"• {full_sentence(result.sentence)} ({went})", lesson_words(result))))
    if not board.total and not board.reached:
        yield nothing_yet(board)


VOICE = {"wants": _wants, "did": _did, "noticed": _noticed}


def nothing_yet(board: Board) -> str:
    """Also an empty period is told, and one that is yet to come."""
    if not board.period.has_begun:
        return capital(_("%(period)s is nog niet begonnen.", period=period_name(board.period)))
    text = _("%(during)s kwam er geen resultaat dat inwoners kunnen lezen.", during=during(board.period))
    return capital(text)


def nothing_done(board: Board) -> str:
    """Results without a word on what was done for them; or no result at all."""
    return _("Bij deze resultaten staat niet wat we deden.") if board.told else nothing_yet(board)


def text_of(told: CouncilEntry, voice: str) -> str:
    """What goes out in this voice."""
    return told.own_words(voice) or board_says(told.board, voice)


def count_outcomes(board: Board) -> str:
    """14 resultaten: 11 gelukt, 2 deels gelukt en 1 niet gelukt, wel geleerd."""
    parts = [
        f"{board.counts[outcome]} {str(OUTCOMES[outcome]).lower()}" for outcome in Outcome if board.counts[outcome]
    ]
    total = ngettext("%(num)s resultaat", "%(num)s resultaten", board.total)
    return f"{total}: {joined(parts)}." if parts else nothing_yet(board)


def shortened_note(told: CouncilEntry) -> str:
    """Hier staan er 8, eerlijk verdeeld; nothing when all of them stand here, or somebody chose the words."""
    shown = len(told.board.told)
    if shown == told.board.total or told.own_words("noticed"):
        return ""
    return _("Hier staan er %(shown)s, eerlijk verdeeld: over de maanden, en over wat wel en niet lukte.", shown=shown)


def happened_since(since: Since) -> str:
    """Sinds deze woorden kwamen er 3 resultaten bij en is er 1 resultaat ingetrokken."""
    came, changed, gone = len(since.came), len(since.changed), len(since.withdrawn)
    parts = []
    if came:
        parts.append(ngettext("kwam er %(num)s resultaat bij", "kwamen er %(num)s resultaten bij", came))
    if changed:
        parts.append(ngettext("veranderde er %(num)s resultaat", "veranderden er %(num)s resultaten", changed))
    if gone:
        parts.append(ngettext("is er %(num)s resultaat ingetrokken", "zijn er %(num)s resultaten ingetrokken", gone))
    return _("Sinds iemand dit schreef %(what)s.", what=joined(parts)) if parts else ""
