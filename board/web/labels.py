"""What we call things on the screen: states, roles, dates and weeks in the reader's language."""

from datetime import date, datetime

from flask import Flask
from flask_babel import format_date, format_datetime, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Audience
from board.core.opgaven.results import EvidenceKind, Outcome
from board.core.people.lists import called_among, in_order
from board.core.people.people import OrgRole, Role, Visibility
from board.core.record.weeks import AMSTERDAM, Week, today

STATES = {
    CardState.IDEA: _l("idee"),
    CardState.PLANNED: _l("gepland"),
    CardState.DOING: _l("bezig"),
    CardState.DONE: _l("gedaan"),
    CardState.STOPPED: _l("gestopt"),
}
OUTCOMES = {
    Outcome.SUCCEEDED: _l("Gelukt"),
    Outcome.PARTLY: _l("Deels gelukt"),
    Outcome.LEARNED: _l("Niet gelukt, wel geleerd"),
}
EVIDENCE = {
    EvidenceKind.COUNT: _l("We telden het"),
    EvidenceKind.QUOTE: _l("Iemand zei het"),
    EvidenceKind.PHOTO: _l("Een foto"),
    EvidenceKind.LINK: _l("Een link"),
}
ROLES = {
    Role.LEAD: _l("opgavemanager"),
    Role.SPONSOR: _l("opdrachtgever"),
    Role.MEMBER: _l("lid"),
    Role.READER: _l("meelezer"),
    OrgRole.MANAGER: _l("manager"),
    OrgRole.ADMIN: _l("beheerder"),
}
VISIBILITIES = {
    Visibility.FULL: _l("Gezicht en naam"),
    Visibility.FIRST_NAME: _l("Voornaam"),
    Visibility.ROLE: _l("Functie"),
    Visibility.TEAM: _l("Team"),
}
# By the value of `Health`, which the blocks have: words lie below them.
HEALTHS = {"leeft": _l("leeft"), "aandacht": _l("vraagt aandacht"), "stil": _l("stil")}
AUDIENCES = {Audience.INTERNAL: _l("intern"), Audience.PUBLIC: _l("openbaar")}


def day(when: date | datetime) -> str:
    """3 november 2026"""
    return format_date(_local(when), "d MMMM yyyy")


def short_day(when: date | datetime) -> str:
    """3 november"""
    return format_date(_local(when), "d MMMM")


def weekday(when: date | datetime) -> str:
    """vrijdag 20 november"""
    return format_date(_local(when), "EEEE d MMMM")


def moment(when: datetime) -> str:
    """20 november 2026 om 14:05"""
    return format_datetime(when, _("d MMMM yyyy 'om' HH:mm"))


def _local(when: date | datetime) -> date:
    # A moment late in the evening is already tomorrow in Amsterdam when UTC still says today.
    return when.astimezone(AMSTERDAM).date() if isinstance(when, datetime) else when


def week_days(week: Week) -> str:
    """16 t/m 22 november"""
    first = format_date(week.monday, "d" if week.monday.month == week.sunday.month else "d MMMM")
    return _("%(first)s t/m %(last)s", first=first, last=short_day(week.sunday))


def week_name(week: Week | int) -> str:
    """deze week, or week 48; with the year when it is another one"""
    week = Week.from_code(week) if isinstance(week, int) else week
    this = Week.now()
    if week == this:
        return _("deze week")
    if week.year != this.year and abs(week.since(this)) > 8:
        return _("week %(number)s in %(year)s", number=week.number, year=week.year)
    return _("week %(number)s", number=week.number)


def days(number: int) -> str:
    """1 dag; 12 dagen"""
    return ngettext("%(num)s dag", "%(num)s dagen", number)


def ago(when: date | datetime) -> str:
    """vandaag, gisteren, 5 dagen geleden, 3 weken geleden"""
    days = (today() - _local(when)).days
    if days <= 0:
        return _("vandaag")
    if days == 1:
        return _("gisteren")
    if days < 14:
        return _("%(days)s dagen geleden", days=days)
    return ngettext("%(num)s week geleden", "%(num)s weken geleden", days // 7)


def init_app(app: Flask) -> None:
    """Make these words available in every template."""
    app.jinja_env.filters.update(
        day=day,
        short_day=short_day,
        weekday=weekday,
        moment=moment,
        week_days=week_days,
        week_name=week_name,
        ago=ago,
        health_word=lambda health: HEALTHS[health.value],
        state_word=STATES.__getitem__,
        outcome_word=OUTCOMES.__getitem__,
        role_word=ROLES.__getitem__,
        by_name=in_order,
        called_among=called_among,
        audience_word=AUDIENCES.__getitem__,
        visibility_word=VISIBILITIES.__getitem__,
        evidence_word=EVIDENCE.__getitem__,
    )
