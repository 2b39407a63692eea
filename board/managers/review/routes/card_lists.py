"""The cards behind a number: whatever a chart or table counts, stands here as a list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from flask import request
from flask.typing import ResponseReturnValue

from board.blocks import BY_KEY
from board.blocks.contract import Block
from board.core.opgaven.cards import ON_THE_BOARD, OPEN, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome
from board.core.record.weeks import Week
from board.core.reports.card_counts import CardFilter, Listed, cards, how_many
from board.core.reports.lead_times import Stay, stays
from board.managers.review.matrix import BY_SLUG
from board.managers.review.routes.opgave_history import SPAN, first_moment, span
from board.managers.review.routes.review import bp
from board.web.guards import READERS, allow
from board.web.responses import Page, render

AT_MOST = 200
# What an address may ask.
ASKED = ("blok", "staat", "van", "tot", "uitkomst", "gemerkt", "zegt")
YES_OR_NO = {"ja": True, "nee": False}
STATES = {"open": OPEN, **{state.value: (state,) for state in ON_THE_BOARD}}
Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class ReviewCardsPage(Page):
    """The list of cards behind one number of Voortgang."""

    template: ClassVar[str] = "managers/review/cards.html"
    opgave: Opgave
    which: CardFilter
    state: str
    number: int
    cards: Sequence[Listed]
    blocks: Mapping[str, Block]
    all_of_them: Mapping[str, str]


@bp.get("/voortgang/<slug>/kaarten", endpoint="cards_behind")
@allow(*READERS)
def list_cards_behind(opgave: Opgave) -> ResponseReturnValue:
    """Each number of the review leads here; the address says what it counts."""
    which = wanted(request.args)
    return render(
        ReviewCardsPage(
            opgave=opgave,
            which=which,
            state=request.args.get("staat", "") if request.args.get("staat") in STATES else "",
            number=how_many(opgave, which),
            cards=cards(opgave, which, at_most()),
            blocks=BY_KEY,
            all_of_them=all_of_them(),
        )
    )


@dataclass(frozen=True, kw_only=True)
class TimeTakenPage(Page):
    """The list of how long cards took, behind one bar of Voortgang."""

    template: ClassVar[str] = "managers/review/time_taken.html"
    opgave: Opgave
    state: CardState
    number: int
    stays: Sequence[Stay]
    weeks: int
    all_of_them: Mapping[str, str]


@bp.get("/voortgang/<slug>/tijd", endpoint="time_taken")
@allow(*READERS)
def list_time_taken(opgave: Opgave) -> ResponseReturnValue:
    """Each time that a card went on, with the days that it had stood there."""
    state = next(iter(STATES.get(request.args.get("staat", ""), OPEN)))
    found = [stay for stay in stays(opgave, first_moment(span(Week.now())[0])) if stay.state is state]
    return render(
        TimeTakenPage(
            opgave=opgave,
            state=state,
            number=len(found),
            stays=found[: at_most()],
            weeks=SPAN,
            all_of_them=all_of_them(),
        )
    )


def at_most() -> int | None:
    """How long a list may be that nobody asked to see whole."""
    return None if request.args.get("alles") == "1" else AT_MOST


def all_of_them() -> dict[str, str]:
    """The same address, for the whole list."""
    return {name: request.args[name] for name in ASKED if name in request.args} | {"alles": "1"}


def wanted(args: Mapping[str, str]) -> CardFilter:
    """What the address asks. Words that mean nothing here are left out."""
    block = BY_SLUG.get(args.get("blok", ""))
    return CardFilter(
        block.key if block else None,
        STATES.get(args.get("staat", ""), ON_THE_BOARD),
        _or_none(Week.parse, args.get("van")),
        _or_none(Week.parse, args.get("tot")),
        _or_none(Outcome, args.get("uitkomst")),
        YES_OR_NO.get(args.get("gemerkt", "")),
        YES_OR_NO.get(args.get("zegt", "")),
    )


def _or_none(read: Callable[[str], Value], text: str | None) -> Value | None:
    try:
        return read(text) if text else None
    except ValueError:
        return None
