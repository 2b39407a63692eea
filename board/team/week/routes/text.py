"""The text of the week, to take along: for mail, the intranet and print. Only what inwoners can read too."""

from dataclasses import dataclass
from typing import ClassVar

from flask import Response, url_for
from flask.typing import ResponseReturnValue

from board.core.record.weeks import Week
from board.public.queries.bricks import bricks_near
from board.public.queries.week import results_and_words
from board.public.shapes import PublicResult
from board.public.week.layout import PublicWeek, public_week
from board.public.week.plain_text import plain_week
from board.team.week.routes.week import bp, chosen_week, organisation
from board.web.guards import signed_in
from board.web.responses import Page, render
from board.web.settings import current_settings


@dataclass(frozen=True, kw_only=True)
class WeekTextPage(Page):
    """The text of a week, to copy."""

    template: ClassVar[str] = "team/week/text.html"
    week: PublicWeek
    text: str


@bp.get("/tekst", endpoint="text")
@signed_in()
def show_week_text() -> ResponseReturnValue:
    found = _week()
    return render(WeekTextPage(week=found, text=_as_text(found)))


@bp.get("/tekst.txt", endpoint="text_file")
@signed_in()
def download_week_text() -> ResponseReturnValue:
    found = _week()
    name = f'attachment; filename="week-{found.week}.txt"'
    return Response(_as_text(found), content_type="text/plain; charset=utf-8", headers={"Content-Disposition": name})


def _week() -> PublicWeek:
    """The week that was asked for, else the newest with results."""
    results, words = results_and_words(chosen_week(), Week.now(), organisation())
    week = chosen_week() or (results[0].week if results else Week.now())
    return public_week(week, results, bricks_near(week, 0, Week.now()), words)


def _as_text(found: PublicWeek) -> str:
    base = current_settings().base_url

    def address(result: PublicResult | None) -> str:
        if result is None:
            return base + url_for("public.week", code=found.week)
        return base + url_for("public.result", number=result.number)

    return plain_week(found, organisation(), address)
