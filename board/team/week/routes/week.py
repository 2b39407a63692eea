"""Preparing the week: look at what is ready, say something above it, and publish all of it in one step."""

from collections.abc import Set
from dataclasses import dataclass
from typing import ClassVar, Self

from flask import Blueprint, abort, current_app, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from board.core.opgaven.teams import works_somewhere
from board.core.people.people import Face, Person, face
from board.core.publishing.week_pages import WeekPage
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import Week
from board.db import Refused, keep_anyway, session
from board.public.preview import known_person
from board.team.week.forms import WeekForm, form_of, form_sent
from board.team.week.preparing import Preparing, Sheet, prepare_week
from board.web.fields import options
from board.web.guards import me, signed_in
from board.web.responses import Page, flash_message, render, saved

bp = Blueprint("week", __name__, url_prefix="/bord/week")


@bp.get("", endpoint="week")
@signed_in()
def show_week() -> ResponseReturnValue:
    person = me()
    found = prepare_week(person, chosen_week(), organisation())
    return preparing_page(found, form_of(found.page, person))


@bp.post("", endpoint="publish")
@signed_in()
def publish_week() -> ResponseReturnValue:
    """Publish what was chosen. What seems to hold personal data waits for a reason; the rest goes out."""
    person = worker()
    found, form = sent_form(person)
    is_right = form.validate_on_submit()
    if form.mended is not None:
        return preparing_page(found, form), 422
    if not is_right or not form.kaarten.data:
        return preparing_page(found, form, _("Kies wat je wilt publiceren.")), 422
    if form.has_conflict:
        return preparing_page(found, form), 409
    chosen = [sheet for sheet in found.ready if sheet.card and sheet.card.id in form.kaarten.data]
    out = [sheet for sheet in chosen if _goes_out(sheet, person)]
    is_said = write_introduction(found.page, form, person, show=form.erboven.data and bool(out))
    if is_said and len(out) == len(chosen):
        flash_message(f"{_published(len(out))} {form.news}".strip())
        return saved(week_url(chosen_week()))
    keep_anyway()
    session.flush()
    again = prepare_week(person, found.week, organisation(), is_sent=True)
    form.now_shows({"introduction": again.page.introduction})
    behind = [sheet for sheet in chosen if sheet.is_behind]
    return preparing_page(again, form, _held(len(out), len(chosen) - len(out), len(behind))), 409 if behind else 422


def _goes_out(sheet: Sheet, by: Person) -> bool:
    """Publish it; whether that went. Its own question then says what is the matter."""
    if sheet.result is None or sheet.form is None or sheet.is_behind or not sheet.form.validate():
        return False
    try:
        sheet.result.publish(by, sheet.form.stated_reason)
    except PersonalData:
        return False
    return True


def write_introduction(found: WeekPage, form: WeekForm, by: Person, show: bool) -> bool:
    """Keep the words above the week, and show them with it. Whether nothing in them waits for a reason."""
    words, because = form.introduction.data or "", form.stated_reason
    if not words and not found.introduction:
        return True
    session.add(found)
    try:
        found.write(words, by, because)
        if show:
            found.show(because, by)
    except PersonalData as waits:
        form.ask_why(waits)
        return False
    return True


def worker() -> Person:
    """Who works on an opgave prepares the week. Raises Refused for others, who only look, and read why."""
    person = me()
    if not works_somewhere(person):
        raise Refused(422, _reading_only)
    return person


def _reading_only() -> ResponseReturnValue:
    """The week for who may only look: the page says why."""
    person = me()
    found = prepare_week(person, chosen_week(), organisation())
    return preparing_page(found, form_of(found.page, person))


def chosen_week() -> Week | None:
    """The week in the address, if it names one that has begun."""
    text = request.args.get("week")
    if not text:
        return None
    try:
        asked = Week.parse(text)
    except ValueError:
        abort(404)
    if asked > Week.now() or asked.year < 2000:
        abort(404)
    return asked


def sent_form(person: Person) -> tuple[Preparing, WeekForm]:
    """The week of a form that was sent, and that form."""
    found = prepare_week(person, chosen_week(), organisation(), is_sent=True)
    form = form_sent(found.page)
    form.kaarten.choices = options((sheet.card.id, "") for sheet in found.ready if sheet.card)
    return found, form


def organisation() -> str:
    """What the organisation is called: it stands under words whose writer shows no name."""
    name: str = current_app.config["SETTINGS"].organisation
    return name


def week_url(week: Week | None) -> str:
    return url_for("week.week", week=str(week) if week else None)


def _published(number: int) -> str:
    return ngettext("Eén resultaat is gepubliceerd.", "%(num)s resultaten zijn gepubliceerd.", number)


def _held(out: int, held: int, behind: int) -> str:
    """What went out, and what still waits."""
    if behind:
        waits = _("Een collega veranderde een tekst die je koos. Lees hem nog eens.")
    elif not held:
        waits = _("De woorden vooraf wachten: zeg waarom het er mag staan.")
    else:
        waits = ngettext(
            "Eén resultaat wacht: zeg waarom het er mag staan, of schrijf het anders.",
            "%(num)s resultaten wachten: zeg waarom het er mag staan, of schrijf het anders.",
            held,
        )
    return f"{_published(out)} {waits}" if out else waits


def preparing_page(found: Preparing, form: WeekForm, message: str = "") -> str:
    """The page, with all that was typed on it."""
    return render(PreparingPage.of(found, form, message))


@dataclass(frozen=True, kw_only=True)
class PreparingPage(Page):
    """The page on which the results of a week are prepared; its rubrics alone for htmx."""

    template: ClassVar[str] = "team/week/week.html"
    fragment: ClassVar[str] = "team/week/_rubrics.html"
    week: Preparing
    form: WeekForm
    chosen: Set[int] | None
    signer: Face
    writer: Person | None
    can_work: bool
    is_now: bool
    address: str
    message: str

    @classmethod
    def of(cls, week: Preparing, form: WeekForm, message: str = "") -> Self:
        person = me()
        return cls(
            week=week,
            form=form,
            chosen=set(form.kaarten.data or []) if form.is_submitted() else None,
            signer=face(known_person(person), organisation()),
            writer=week.page.written_by,
            can_work=works_somewhere(person),
            is_now=week.week == Week.now(),
            address=week_url(chosen_week()),
            message=message,
        )
