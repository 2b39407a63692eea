"""What the page of one opgave says about its stack, its worry and its people, in whole Dutch sentences."""

from datetime import timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from board.core.opgaven.results import Evidence, EvidenceKind
from board.core.record.weeks import Week, today
from board.db import limits
from board.public.opgave.layout import StackDrawing, WeekEntry
from board.public.queries.corrections import Correction, CorrectionKind
from board.public.queries.piles import PublicPile
from board.public.shapes import OpgaveOnList, PublicWorry
from board.public.week.sentences import capital, in_words, nothing_yet, week_number, weeks_between
from board.web.labels import day, week_days

CORRECTED = {
    CorrectionKind.SENTENCE: _l("de zin"),
    CorrectionKind.DEED: _l("wat we deden"),
    CorrectionKind.LESSON: _l("wat we leerden"),
    CorrectionKind.OUTCOME: _l("hoe het afliep"),
    CorrectionKind.DAY: _l("de dag waarop het was"),
    CorrectionKind.EVIDENCE: _l("hoe we dat weten"),
}
DONE_TO = {CorrectionKind.WITHDRAWN: _l("tijdelijk van deze site gehaald"), CorrectionKind.BACK: _l("weer geplaatst")}
QUOTES = ("“", "„", "‘", '"')


def stones(pile: StackDrawing) -> str:
    """14 stenen, en we stapelen door"""
    if not pile.total:
        return _("Nog geen steen")
    return ngettext("%(num)s steen, en we stapelen door", "%(num)s stenen, en we stapelen door", pile.total)


def growth(pile: StackDrawing) -> str:
    """The drawing in words, for who cannot see it."""
    first = pile.weeks[0]
    grown = _(
        "Stapel die groeit van %(before)s in %(first)s naar %(after)s in %(last)s.",
        before=_count(first.results),
        first=week_number(first.week),
        after=_count(pile.drawn),
        last=week_number(pile.weeks[-1].week),
    )
    new = pile.weeks[-1].results
    if not new:
        return grown
    came = ngettext("Deze week kwam er %(num)s bij.", "Deze week kwamen er %(num)s bij.", new)
    return f"{grown} {came}"


def _count(bricks: int) -> str:
    return ngettext("%(num)s steen", "%(num)s stenen", bricks)


def bricks_below(pile: StackDrawing) -> str:
    """The bricks of earlier weeks, that are not drawn."""
    return ngettext(
        "Onder deze stapel ligt nog %(num)s steen van eerder.",
        "Onder deze stapel liggen nog %(num)s stenen van eerder.",
        pile.before,
    )


def entry_weeks(told: WeekEntry) -> str:
    """Week 44; or Week 41 t/m 44"""
    if told.first == told.last:
        return capital(week_number(told.last))
    return capital(weeks_between(told.first, told.last))


def entry_days(told: WeekEntry) -> str:
    """deze week; or 9 t/m 15 november"""
    if told.last == Week.now():
        return _("deze week")
    return week_days(told.last) if told.first == told.last else ""


def empty_entry(told: WeekEntry) -> str:
    """Deze week was er geen resultaat."""
    return nothing_yet(told.last) if told.first == told.last else _("In deze weken was er geen resultaat.")


def all_results(total: int) -> str:
    """Alle 14 resultaten"""
    return _("Alle %(number)s resultaten", number=total)


def confirmed_lately(why: PublicWorry) -> str:
    """Whoever signed the worry said lately that it still stands."""
    lately = today() - why.confirmed_on <= timedelta(weeks=limits().heartbeat_weeks)
    return _("Dit geldt nog steeds.") if lately and why.confirmed_on > why.signed_on else ""


def pile_in_words(pile: PublicPile) -> str:
    """7 stenen, waarvan 1 niet gelukt en wel geleerd"""
    laid = _count(len(pile.bricks))
    if not pile.lessons:
        return laid
    return _("%(stones)s, waarvan %(lessons)s niet gelukt en wel geleerd", stones=laid, lessons=pile.lessons)


def corrected(correction: Correction) -> str:
    """20 november 2026: de zin en wat we leerden. Ingetrokken."""
    words = [str(CORRECTED[change]) for change in correction.what if change in CORRECTED]
    parts = [joined(words)] if words else []
    parts += [str(DONE_TO[change]) for change in correction.what if change in DONE_TO]
    what = ", ".join(parts)
    return f"{day(correction.on)}: {what}" if what else day(correction.on)


def joined(words: list[str]) -> str:
    """de zin, wat we deden en wat we leerden"""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s en %(last)s", first=", ".join(words[:-1]), last=words[-1])


def colleagues(number: int, named: int) -> str:
    """en zes collega’s; who chose for the team is counted, not named"""
    count = in_words(number)
    if named:
        return ngettext("en %(count)s collega", "en %(count)s collega’s", number, count=count)
    return capital(ngettext("%(count)s collega", "%(count)s collega’s", number, count=count))


def height(item: OpgaveOnList) -> str:
    """14 resultaten, het nieuwste in week 47"""
    if item.newest is None:
        return _("Nog geen resultaat.")
    week = _("deze week") if item.newest == Week.now() else _("in %(week)s", week=week_number(item.newest))
    return ngettext(
        "%(num)s resultaat, %(week)s.", "%(num)s resultaten, het nieuwste %(week)s.", item.results, week=week
    )


def how_we_know(evidence: Evidence) -> str:
    """What was counted, seen or said; words that somebody said get quotation marks when they have none."""
    text = evidence.text.strip()
    if evidence.kind is EvidenceKind.QUOTE and text and not any(mark in text for mark in QUOTES):
        return f"“{text}”"
    return text or (_("Bekijk de foto") if evidence.kind is EvidenceKind.PHOTO else _("Lees het zelf"))
