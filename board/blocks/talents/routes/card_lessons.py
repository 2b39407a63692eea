"""A lesson in the hands of the team that learned it, and of the team that used it."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.talents.forms import LessonForm, SituationForm
from board.blocks.talents.models import LessonUse
from board.blocks.talents.queries.lessons import get_lesson_with_card
from board.blocks.talents.routes.index import bp
from board.core.opgaven.cards import CardState
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.web.guards import TEAM, allow


@bp.get("/geleerd/<int:lesson>", endpoint="refine_lesson")
@allow(*TEAM)
def show_lesson_form(opgave: Opgave, lesson: int) -> ResponseReturnValue:
    """The situation it fits; of a stopped card also its words. Those of a result change on its finish page."""
    found, card = get_lesson_with_card(opgave, lesson)
    kind = SituationForm if card.state is CardState.DONE else LessonForm
    return _edit(opgave, found, kind.on({"situation": found.situation, "text": found.text}))


@bp.post("/geleerd/<int:lesson>", endpoint="change_lesson")
@allow(*TEAM)
def edit_lesson(opgave: Opgave, lesson: int) -> ResponseReturnValue:
    found, card = get_lesson_with_card(opgave, lesson)
    kind = SituationForm if card.state is CardState.DONE else LessonForm
    form = kind.sent_on({"situation": found.situation, "text": found.text}, found)
    if status := form.waits():
        return _edit(opgave, found, form), status
    found.fits(form.situation.data or "")
    if isinstance(form, LessonForm):
        found.text = form.text.data
    return done(url_for("lessons.lesson", lesson=found.id), _("Bewaard."), form)


@bp.post("/geleerd/<int:lesson>/weg")
@allow(*TEAM)
def remove_lesson(opgave: Opgave, lesson: int) -> ResponseReturnValue:
    found, _card = get_lesson_with_card(opgave, lesson)
    found.remove()
    return done(url_for("lessons.index"), _("Weggehaald."))


@bp.post("/gebruikt/<int:use>/weg", endpoint="take_use_away")
@allow(*TEAM)
def remove_lesson_use(opgave: Opgave, use: int) -> ResponseReturnValue:
    """Our team did not use it after all."""
    used = get_noted(LessonUse, opgave, use)
    used.remove()
    return done(url_for("lessons.lesson", lesson=used.lesson_id), _("Weggehaald."))


def _edit(opgave: Opgave, found: Lesson, form: SituationForm) -> str:
    intro = "" if isinstance(form, LessonForm) else _("De les zelf pas je aan bij “Rond af” van de kaart.")
    back = url_for("lessons.lesson", lesson=found.id)
    gone = url_for(".remove_lesson", slug=opgave.slug, lesson=found.id)
    return edit_page(opgave, form, _("Wanneer helpt deze les?"), back, remove=gone, intro=intro, of=found)
