"""What the public pages say about numbers, weeks and dates, in whole Dutch sentences."""

from datetime import datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from board.core.record.weeks import Week, today
from board.public.week.layout import PublicWeek
from board.web.labels import day, short_day, week_days

NUMBERS = (
    _l("nul"),
    _l("één"),
    _l("twee"),
    _l("drie"),
    _l("vier"),
    _l("vijf"),
    _l("zes"),
    _l("zeven"),
    _l("acht"),
    _l("negen"),
    _l("tien"),
    _l("elf"),
    _l("twaalf"),
)


def in_words(number: int) -> str:
    """zes; from thirteen on in digits"""
    return str(NUMBERS[number]) if number < len(NUMBERS) else str(number)


def capital(text: str) -> str:
    """The beginning of a sentence. In Dutch a capital loses its accent: één becomes Eén."""
    return text[:1].replace("é", "e").upper() + text[1:]


def masthead(week: PublicWeek) -> str:
    """Zes dingen waar u iets van merkt. En één ding dat niet lukte, met wat we ervan leerden."""
    if week.is_empty:
        return nothing_yet(week.week)
    sentences = []
    if week.noticed:
        sentences.append(_noticed(week.noticed))
    if week.learned:
        sentences.append(_learned(week.learned, follows=bool(sentences)))
    return " ".join(capital(sentence) for sentence in sentences)


def _noticed(number: int) -> str:
    return ngettext(
        "%(count)s ding waar u iets van merkt.",
        "%(count)s dingen waar u iets van merkt.",
        number,
        count=in_words(number),
    )


def _learned(number: int, follows: bool) -> str:
    count = in_words(number)
    if follows:
        return ngettext(
            "en %(count)s ding dat niet lukte, met wat we ervan leerden.",
            "en %(count)s dingen die niet lukten, met wat we ervan leerden.",
            number,
            count=count,
        )
    return ngettext(
        "%(count)s ding dat niet lukte, met wat we ervan leerden.",
        "%(count)s dingen die niet lukten, met wat we ervan leerden.",
        number,
        count=count,
    )


def nothing_yet(week: Week) -> str:
    """Deze week was er geen resultaat; on Monday morning: nog geen resultaat."""
    if week == Week.now():
        return _("Deze week is er nog geen resultaat.")
    return _("Deze week was er geen resultaat.")


def heading(week: Week, newest: bool = False) -> str:
    """The newest week is “deze week” until there is a newer one."""
    if newest or week == Week.now():
        return _("Wat we deze week deden")
    return _("Wat we in %(week)s deden", week=week_number(week))


def title(week: Week, newest: bool) -> str:
    """The heading with the number of the week, once."""
    words = heading(week, newest)
    return words if week_number(week) in words else f"{words} · {week_number(week)}"


def week_number(week: Week) -> str:
    """week 46; with its year when that is another year than now"""
    if week.year == Week.now().year:
        return _("week %(number)s", number=week.number)
    return _("week %(number)s van %(year)s", number=week.number, year=week.year)


def weeks_between(first: Week, last: Week) -> str:
    """week 41 t/m 44; with the years when one of them is another year than now"""
    if first.year == last.year == Week.now().year:
        return _("week %(first)s t/m %(last)s", first=first.number, last=last.number)
    return _("%(first)s t/m %(last)s", first=week_number(first), last=week_number(last))


def week_range(week: Week) -> str:
    """16 t/m 22 november 2026; around New Year with both years"""
    if week.monday.year == week.sunday.year:
        return _("%(days)s %(year)s", days=week_days(week), year=week.sunday.year)
    return _("%(first)s t/m %(last)s", first=day(week.monday), last=day(week.sunday))


def changed_on(when: datetime) -> str:
    """gewijzigd op 20 november; with the year when it is another one"""
    date_words = short_day(when) if when.year == today().year else day(when)
    return _("gewijzigd op %(date)s", date=date_words)


def results(number: int) -> str:
    """6 resultaten"""
    return ngettext("%(num)s resultaat", "%(num)s resultaten", number)


def bricks(number: int, lessons: int) -> str:
    """5 resultaten, waarvan 1 niet gelukt en wel geleerd"""
    if not number:
        return _("geen resultaat")
    if not lessons:
        return results(number)
    return _(
        "%(results)s, waarvan %(lessons)s niet gelukt en wel geleerd",
        results=results(number),
        lessons=lessons,
    )


def wall(week: PublicWeek) -> str:
    """What the wall shows: how many came in, how many lie there, and what a striped brick means."""
    new = week.noticed + week.learned
    sentences = [_("Elke steen is een klein resultaat."), _came_in(week.week, new)]
    if week.since != week.week:
        sentences.append(_lie_there(week))
    if week.lessons_on_the_wall:
        sentences.append(_("Een gestreepte steen is niet gelukt, wel geleerd."))
    return " ".join(sentences)


def _came_in(week: Week, number: int) -> str:
    when = _("Deze week") if week == Week.now() else _("In %(week)s", week=week_number(week))
    if not number:
        return _("%(when)s kwam er geen bij.", when=when)
    return ngettext("%(when)s kwam er %(num)s bij.", "%(when)s kwamen er %(num)s bij.", number, when=when)


def _lie_there(week: PublicWeek) -> str:
    number = week.on_the_wall
    if week.week == Week.now():
        return ngettext(
            "Sinds %(week)s is het er %(num)s.",
            "Sinds %(week)s zijn het er %(num)s.",
            number,
            week=week_number(week.since),
        )
    return ngettext(
        "Van %(weeks)s is het er %(num)s.",
        "Van %(weeks)s zijn het er %(num)s.",
        number,
        weeks=weeks_between(week.since, week.week),
    )
