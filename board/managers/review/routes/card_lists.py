"""The cards behind a number: whatever a chart or table counts, stands here as a list."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from flask import render_template, request
from flask.typing import ResponseReturnValue

from board.blocks import BY_KEY
from board.core.opgaven.cards import ON_THE_BOARD, OPEN
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome
from board.core.record.weeks import Week
from board.core.reports.card_counts import CardFilter, cards, how_many
from board.core.reports.lead_times import stays
from board.managers.review.matrix import BY_SLUG
from board.managers.review.routes.opgave_history import SPAN, moment, span
from board.managers.review.routes.review import bp
from board.web.guards import READERS, allow

AT_MOST = 200
# What an address may ask.
ASKED = ("blok", "staat", "van", "tot", "uitkomst", "gemerkt", "zegt")
YES_OR_NO = {"ja": True, "nee": False}
STATES = {"open": OPEN, **{state.value: (state,) for state in ON_THE_BOARD}}
Value = TypeVar("Value")


@bp.get("/voortgang/<slug>/kaarten")
@allow(*READERS)
def cards_behind(opgave: Opgave) -> ResponseReturnValue:
    """Each number of the review leads here; the address says what it counts."""
    which = wanted(request.args)
    return render_template(
        "managers/review/cards.html",
        opgave=opgave,
        which=which,
        state=request.args.get("staat", "") if request.args.get("staat") in STATES else "",
        number=how_many(opgave, which),
        cards=cards(opgave, which, at_most()),
        blocks=BY_KEY,
        all_of_them=all_of_them(),
    )


@bp.get("/voortgang/<slug>/tijd")
@allow(*READERS)
def time_taken(opgave: Opgave) -> ResponseReturnValue:
    """Each time that a card went on, with the days that it had stood there."""
    state = next(iter(STATES.get(request.args.get("staat", ""), OPEN)))
    found = [stay for stay in stays(opgave, moment(span(Week.now())[0])) if stay.state is state]
    return render_template(
        "managers/review/time_taken.html",
        opgave=opgave,
        state=state,
        number=len(found),
        stays=found[: at_most()],
        weeks=SPAN,
        all_of_them=all_of_them(),
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
