"""Vandaag: what I have in hand, what nobody took up, what is asked of me, and what I can publish."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import ClassVar

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from board.blocks import BLOCKS, MARK_COLUMNS
from board.blocks.answers import TodayPlace
from board.blocks.contract import Block
from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.core.publishing.ready import count_results_of_week, ready_to_publish
from board.core.record.weeks import AMSTERDAM, Week, now, today
from board.core.reports.board_rows import my_rows
from board.team.board.lens import my_card
from board.team.opgaven.queries import OpgaveRow, my_opgaven
from board.web.fields import MakingAct
from board.web.guards import me, signed_in
from board.web.responses import Page, render

bp = Blueprint("today", __name__, url_prefix="/bord")

FRIDAY = 5
SHOWN = 3  # of each, so that the day fits one screen; the rest is one press away


@dataclass(frozen=True, kw_only=True)
class TodayPage(Page):
    """Vandaag: what waits for the visitor."""

    template: ClassVar[str] = "team/today/today.html"
    greeting: str
    on: date
    week: Week
    is_friday: bool
    shown: Callable[[Sequence[object]], int]
    cards: Sequence[Markup]
    nobody: Sequence[Markup]
    asked: Sequence[Markup]
    hints: Sequence[Markup]
    ready: Sequence[Card]
    laid: int
    opgaven: Sequence[OpgaveRow]


@bp.get("", endpoint="today")
@signed_in()
def show_today() -> ResponseReturnValue:
    person, week = me(), Week.now()
    rows = my_rows(person, week, MARK_COLUMNS)
    waiting = _waiting(person, today())
    return render(
        TodayPage(
            greeting=_part_of_day(),
            on=today(),
            week=week,
            is_friday=today().isoweekday() == FRIDAY,
            shown=_shown,
            cards=[my_card(slug, row, week) for slug, row in rows],
            nobody=waiting[TodayPlace.NOBODY],
            asked=waiting[TodayPlace.ASKED],
            hints=waiting[TodayPlace.HINT],
            ready=ready_to_publish(person),
            laid=count_results_of_week(person, week),
            opgaven=my_opgaven(person),
        )
    )


def _waiting(person: Person, on: date) -> dict[TodayPlace, list[Markup]]:
    """What the blocks have waiting for this person, each drawn by its block: first one of each, then the next."""
    found = [(block, waiting) for block in BLOCKS for waiting in block.today.items(person, on)]
    act = MakingAct(formdata=None)
    drawn: dict[TodayPlace, list[Markup]] = {}
    for place in TodayPlace:
        rows = [[(block, thing) for thing in waiting.things] for block, waiting in found if waiting.place is place]
        in_turn = [item for turn in zip_longest(*rows) for item in turn if item is not None]
        drawn[place] = [_draw(block, thing, place, act) for block, thing in in_turn]
    return drawn


def _shown(things: Sequence[object]) -> int:
    """How many stand there at once; nobody presses for one more."""
    return SHOWN if len(things) > SHOWN + 1 else len(things)


def _draw(block: Block, thing: object, place: TodayPlace, act: MakingAct) -> Markup:
    html = render_template(block.template("today"), things=[thing], place=place, act=act)
    return Markup(html)  # noqa: S704  a template of ours


@bp.get("/sneltoetsen", endpoint="keys")
@signed_in()
def show_keys() -> ResponseReturnValue:
    """Everything that can be done with keys alone."""
    return render_template("team/today/keys.html")


def _part_of_day() -> str:
    """morgen, middag or avond: the template says it in the reader's language."""
    hour = now().astimezone(AMSTERDAM).hour
    return "morgen" if hour < 12 else "middag" if hour < 18 else "avond"
