"""The routes of the public week: the newest one, each week at its own address, and all weeks in a list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from board.core.record.weeks import Week
from board.core.reports.stack import Stack
from board.public.caching import cached
from board.public.paper.pdf import is_installed
from board.public.queries.bricks import all_bricks, bricks_near
from board.public.queries.week import results_and_words
from board.public.routes.blueprint import PublicPage, bp, week_in_address
from board.public.shapes import PublicResult, WeekWords
from board.public.week.layout import WEEKS_BACK, PublicWeek, public_week, weeks_of
from board.web.guards import public
from board.web.responses import render
from board.web.settings import current_settings

ISO_WEEK = re.compile(r"(2\d{3})-W(\d{2})")


@bp.get("/")
@public
@cached
def home() -> ResponseReturnValue:
    results, words = results_and_words(None, Week.now(), current_settings().organisation)
    week = results[0].week if results else Week.now()
    return _week_page(_laid_out(week, results, words), newest=True)


@bp.get("/week/<code>")
@public
@cached
def week(code: str) -> ResponseReturnValue:
    if iso := ISO_WEEK.fullmatch(code):  # as ISO 8601 writes it, and our open data too
        return redirect(url_for(".week", code=week_in_address("-".join(iso.groups()))), 301)
    asked = week_in_address(code)
    return _week_page(_laid_out(asked, *results_and_words(asked, Week.now(), current_settings().organisation)))


@dataclass(frozen=True, kw_only=True)
class WeeksPage(PublicPage):
    """The list of all weeks with results."""

    template: ClassVar[str] = "public/weeks.html"
    stack: Stack
    weeks: Sequence[Week]


@bp.get("/weken")
@public
@cached
def weeks() -> ResponseReturnValue:
    stack = all_bricks(Week.now())
    return render(WeeksPage(stack=stack, weeks=list(reversed(weeks_of(stack)))))


def _laid_out(week: Week, results: list[PublicResult], words: WeekWords) -> PublicWeek:
    return public_week(week, results, bricks_near(week, WEEKS_BACK, Week.now()), words)


@dataclass(frozen=True, kw_only=True)
class PublicWeekPage(PublicPage):
    """The public page of one week."""

    template: ClassVar[str] = "public/week.html"
    week: PublicWeek
    newest: bool
    poster: bool


def _week_page(page: PublicWeek, newest: bool = False) -> str:
    poster = is_installed() and not page.is_empty
    return render(PublicWeekPage(week=page, newest=newest or not page.next, poster=poster))
