"""What the fifth block tells on Voortgang: talents that are asked and found, lessons, and how to bring a colleague."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from board.blocks.answers import Item, Measure, Progress, by_day
from board.blocks.talents.forms import ColleagueForm, form_for
from board.blocks.talents.models import LessonUse, TalentRequest
from board.blocks.talents.queries.lessons import learned_since, used_elsewhere
from board.blocks.talents.queries.people import also_without_talents
from board.blocks.talents.queries.requests import (
    RequestWithOffers,
    count_open_requests,
    request_days,
    requests_since,
    requests_with_offers,
)
from board.blocks.talents.rules import judge
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.noted import new_in
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import Week
from board.db import limits


def progress(opgaven: Collection[int], on: date) -> dict[int, Progress]:
    """What each had asked and not yet found on that day."""
    asked, patience = request_days(opgaven, on), timedelta(weeks=limits().talent_weeks)
    return {number: judge(asked[number], on, patience) for number in opgaven}


def count_new(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """Talents that were found, and lessons that were learned."""
    return new_in(opgaven, week, TalentRequest.found_on, Lesson.learned_on)


def count_requests(opgaven: Collection[int]) -> dict[int, int]:
    """How many talents each team looks for now. One query."""
    return count_open_requests(opgaven)


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """What is still looked for, and what was found or learned since that day. Two queries."""
    page = url_for("talents.index", slug=opgave.slug)
    items = [
        Item(_("talent gevonden"), request.words, request.found_on, f"{page}#talent-{request.id}")
        if request.found_on
        else Item(_("talent gevraagd"), request.words, request.asked_on, f"{page}#talent-{request.id}", waits=True)
        for request in requests_since(opgave, since)
    ]
    items += [
        Item(_("les"), lesson.sentence, lesson.learned_on, url_for("lessons.lesson", lesson=lesson.id))
        for lesson in learned_since(opgave, since)
    ]
    return by_day(items)


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """How often another team used a lesson of this one since that day, and which. One query."""
    items = [_used(use) for use in used_elsewhere(opgave, since)]
    says = ngettext("%(num)s keer", "%(num)s keer", len(items)) if items else _("nog niet")
    nothing = _("Nog geen ander team zei dat het hier iets aan had.")
    lessons = url_for("lessons.index", opgave=opgave.slug)
    return [Measure(_("Lessen die een ander team gebruikte"), says, lessons, items, nothing)]


def _used(use: LessonUse) -> Item:
    url = url_for("lessons.lesson", lesson=use.lesson_id)
    note = _("%(team)s gebruikte dit", team=use.opgave.team_name)
    return Item(_("les"), use.lesson.sentence, use.used_on, url, note=note)


@dataclass(frozen=True)
class TalentRequestWithForm:
    """One talent that is sought, and its own form; a page may show several."""

    sought: RequestWithOffers
    form: ColleagueForm


def requests(opgave: Opgave) -> list[TalentRequestWithForm]:
    """What nobody was found for yet, the oldest first. Two queries."""
    open_now = [talent for talent in requests_with_offers(opgave) if talent.request.is_open]
    everybody = also_without_talents() if open_now else []
    return [TalentRequestWithForm(talent, form_for(talent, everybody)) for talent in open_now]
