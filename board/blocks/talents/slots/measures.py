"""What is measured in the fifth block: lessons of this team that others used."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from board.blocks.contract import Item, Measure
from board.blocks.talents.models import LessonUse
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.noted import there
from board.core.opgaven.opgaven import Opgave
from board.db import session


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """How often another team used a lesson of this one since that day, and which. One query."""
    used = (
        select(LessonUse)
        .join(Lesson, Lesson.id == LessonUse.lesson_id)
        .where(Lesson.opgave_id == opgave.id, LessonUse.opgave_id != opgave.id, LessonUse.used_on >= since)
        .where(there(Lesson), there(LessonUse))
        .order_by(LessonUse.used_on.desc(), LessonUse.id.desc())
        .options(joinedload(LessonUse.lesson), joinedload(LessonUse.opgave))
    )
    items = [_used(one) for one in session.scalars(used)]
    says = ngettext("%(num)s keer", "%(num)s keer", len(items)) if items else _("nog niet")
    nothing = _("Nog geen ander team zei dat het hier iets aan had.")
    lessons = url_for("lessons.index", opgave=opgave.slug)
    return [Measure(_("Lessen die een ander team gebruikte"), says, lessons, items, nothing)]


def _used(use: LessonUse) -> Item:
    url = url_for("lessons.lesson", lesson=use.lesson_id)
    note = _("%(team)s gebruikte dit", team=use.opgave.team_name)
    return Item(_("les"), use.lesson.sentence, use.used_on, url, note=note)
