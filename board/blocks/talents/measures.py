"""What is measured in the fifth block: lessons of this team that others used."""

from datetime import date

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select

from board.blocks.protocol import Measure
from board.blocks.talents.models import LessonUse
from board.core.lessons import Lesson
from board.core.noted import there
from board.core.opgaven import Opgave
from board.db import session


def measures(opgave: Opgave, since: date) -> list[Measure]:
    """How often another team used a lesson of this one since that day. One query."""
    used = (
        select(func.count())
        .select_from(LessonUse)
        .join(Lesson, Lesson.id == LessonUse.lesson_id)
        .where(Lesson.opgave_id == opgave.id, LessonUse.opgave_id != opgave.id, LessonUse.used_on >= since)
        .where(there(Lesson), there(LessonUse))
    )
    times = session.scalar(used) or 0
    says = ngettext("%(num)s keer", "%(num)s keer", times) if times else _("nog niet")
    return [Measure(_("Lessen die een ander team gebruikte"), says, url_for("lessons.index", opgave=opgave.slug))]
