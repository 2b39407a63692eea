"""Geleerd: lessons of all opgaven, found by the situation they fit, and “Heb ik gebruikt”."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done
from board.blocks.talents.forms import UseForm
from board.blocks.talents.models import LessonUse
from board.blocks.talents.queries import lessons
from board.blocks.talents.queries.lessons import LessonList, LessonWithCard
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import today
from board.db import session
from board.invisible import single_line
from board.web.fields import MakingAct, whole_number
from board.web.guards import me, signed_in
from board.web.responses import Page, flash_message, render, saved

bp = Blueprint("lessons", __name__, url_prefix="/bord/geleerd")


@dataclass(frozen=True, kw_only=True)
class LessonsPage(Page):
    """The list of lessons of all teams."""

    template: ClassVar[str] = "blocks/talents/lessons.html"
    found: LessonList
    opgaven: Sequence[tuple[str, str]]
    teams: Sequence[Opgave]
    words: str
    slug: str
    page: int
    act: MakingAct


@bp.get("", endpoint="index")
@signed_in()
def list_lessons() -> ResponseReturnValue:
    words, slug = single_line(request.args.get("q") or ""), request.args.get("opgave") or ""
    page = max(1, whole_number(request.args.get("blad")) or 1)
    return render(
        LessonsPage(
            found=lessons.lessons(me(), words, slug, page),
            opgaven=lessons.opgaven_that_learned(),
            teams=lessons.my_teams(me()),
            words=words,
            slug=slug,
            page=page,
            act=MakingAct(formdata=None),
        )
    )


@bp.get("/<int:lesson>", endpoint="lesson")
@signed_in()
def show_lesson(lesson: int) -> ResponseReturnValue:
    found = lessons.get_lesson(me(), lesson)
    teams = lessons.my_teams(me())
    return _page(found, teams, UseForm(formdata=None))


@bp.post("/<int:lesson>/gebruikt", endpoint="used")
@signed_in()
def record_lesson_use(lesson: int) -> ResponseReturnValue:
    """“Heb ik gebruikt”: my team did something with it. Pressed twice it still stands there once."""
    found = lessons.get_lesson(me(), lesson)
    teams, form = lessons.my_teams(me()), UseForm()
    others = [team for team in teams if team.id != found.lesson.opgave_id]
    cards = lessons.cards_in_hand(others)
    form.offer(others, cards)
    if not form.validate_on_submit():
        return _page(found, teams, form), 422
    opgave, card = form.place(others, cards)
    lessons.lock_lesson(found.lesson.id)
    if lessons.get_use(opgave, found.lesson.id, card) is not None:
        flash_message(_("Dat stond er al."))
        return saved(url_for(".lesson", lesson=lesson))
    session.add(LessonUse(lesson=found.lesson, opgave=opgave, card=card, used_on=today()))
    text = _("%(team)s leest dat jullie hier iets aan hadden.", team=found.lesson.opgave.team_name)
    return done(url_for(".lesson", lesson=lesson), text)


@dataclass(frozen=True, kw_only=True)
class LessonPage(Page):
    """The page of one lesson, and who used it."""

    template: ClassVar[str] = "blocks/talents/lesson.html"
    found: LessonWithCard
    is_ours: bool
    others: Sequence[Opgave]
    reads: set[int]
    form: UseForm
    act: MakingAct


def _page(found: LessonWithCard, teams: Sequence[Opgave], form: UseForm) -> str:
    others = [team for team in teams if team.id != found.lesson.opgave_id]
    form.offer(others, lessons.cards_in_hand(others))
    return render(
        LessonPage(
            found=found,
            is_ours=len(others) < len(teams),
            others=others,
            reads=lessons.may_read(me()),
            form=form,
            act=MakingAct(formdata=None),
        )
    )
