"""What the board shows: its cards through one lens and a filter, in one answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import parse_qsl

from flask import Response, current_app, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_htmx import make_response as htmx_response
from sqlalchemy import select

from board.blocks import BY_KEY, DEFAULT
from board.blocks.contract import Block
from board.core.opgaven.cards import OPEN, Card, CardState, StillPublic
from board.core.opgaven.opgaven import Opgave, team
from board.core.opgaven.results import Result
from board.core.people.lists import to_choose_from
from board.core.record.weeks import Week, today
from board.core.reports.board_rows import Filters
from board.core.reports.stack import results_by_week
from board.db import session
from board.invisible import single_line
from board.team.board.drawing import Drawn, View, drawn
from board.team.board.forms import ManyForm, QuickForm, SendForm
from board.team.board.lens import BLOCKS_LENS, WEEK_LENS
from board.team.board.seen_from import IN_THE_ADDRESS
from board.web.fields import Act, whole_number
from board.web.guards import TEAM, WORRIERS, may, me
from board.web.release import RELEASE
from board.web.responses import Page, awaits_message, render, screen_address, show, tag, wants_fragment

FRAGMENT = "-f"  # the end of the tag of a fragment


def address_query(opgave: Opgave) -> Mapping[str, str]:
    """The lens and filters in the address; for a step on the board, in the address of the screen it was taken on."""
    screen = screen_address() if request.method == "POST" else None
    if screen and screen.path == url_for("board.board", slug=opgave.slug):
        return dict(parse_qsl(screen.query))
    return request.args


def address_of_view(opgave: Opgave) -> str:
    """The address of what is seen now, for the next look."""
    seen: dict[str, Any] = {name: value for name in IN_THE_ADDRESS if (value := address_query(opgave).get(name))}
    return url_for("board.board", slug=opgave.slug, **seen)


def lens(opgave: Opgave) -> str:
    """The lens in the address: by building block, unless the week is asked."""
    return WEEK_LENS if address_query(opgave).get("lens") == WEEK_LENS else BLOCKS_LENS


def is_mine(opgave: Opgave) -> bool:
    """Whether only my own cards are asked."""
    return address_query(opgave).get("mij") == "1"


def filters(opgave: Opgave) -> Filters:
    """The filters in the address. What makes no sense is passed over, so that an old link still works."""
    wanted = address_query(opgave)
    return Filters(
        owner_id=me().id if is_mine(opgave) else whole_number(wanted.get("wie")),
        week=_week(wanted.get("week")),
        group=_typed(wanted, "groep") or None,
        label=_typed(wanted, "label") or None,
        text=_typed(wanted, "q"),
    )


def _typed(wanted: Mapping[str, str], name: str) -> str:
    """A word from the address, as it would be kept."""
    return single_line(wanted.get(name, ""))


def _week(text: str | None) -> int | None:
    try:
        return Week.parse(text).code if text else None
    except ValueError:
        return None


def etag(opgave: Opgave) -> str:
    """Everything a board depends on besides its address: its version, the day, who reads it, and the release.

    The page and its fragment have tags of their own, because a browser keeps them apart by them.
    """
    rights = (may(*TEAM), may(*WORRIERS))
    release = current_app.config[RELEASE]
    base = tag(opgave.id, opgave.version, today(), me().id, me().org_role, rights, str(get_locale()), release)
    return of_fragment(base) if wants_fragment() else base


def of_fragment(page: str) -> str:
    """The tag of the fragment of a page with this tag; of a fragment it is that tag itself."""
    return f"{page.removesuffix(FRAGMENT)}{FRAGMENT}"


@dataclass(frozen=True, kw_only=True)
class BoardPage(Page):
    """The board of an opgave; for htmx without what stands around it."""

    template: ClassVar[str] = "team/board/board.html"
    fragment: ClassVar[str] = "team/board/_board.html"
    opgave: Opgave
    lens: str
    filters: Filters
    drawn: Drawn
    here: str
    message: str
    is_fragment: bool
    etag: str
    poll: int
    act: Act


def board(opgave: Opgave, status: int = 200, message: str = "", undo: str | None = None) -> Response:
    """The board, whole or as a fragment. With a message it is the answer to something that could not be done."""
    carries_message, own_tag = awaits_message(), etag(opgave)
    view = View(opgave, lens(opgave), filters(opgave), is_mine(opgave), today())
    response = show(
        BoardPage(
            opgave=opgave,
            lens=view.lens,
            filters=view.filters,
            drawn=drawn(view),
            here=address_of_view(opgave),
            message=message,
            is_fragment=wants_fragment(),
            etag=of_fragment(own_tag),
            poll=current_app.config["SETTINGS"].poll_seconds,
            act=Act(formdata=None),
        ),
        status,
    )
    if message and wants_fragment():
        # Not before the swap: the message there now may hold the very form that asked.
        htmx_response(response, trigger_after_settle={"ob:meld": {"tekst": message, "terug": undo}})
    if carries_message:
        response.headers["Cache-Control"] = "no-store"
    elif status == 200:
        response.set_etag(own_tag, weak=True)
    if status != 200:
        # The answer to a form is the board itself, wherever the form stood.
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#bord", "morph:outerHTML"
    return response


def quick_form(opgave: Opgave, before: QuickForm | None = None, **given: Any) -> QuickForm:
    """The field for a new card, with colleagues and weeks to choose from: those of the field `before` it, if any."""
    form = QuickForm(**given)
    form.offer(before.people if before else to_choose_from(member.person for member in team(opgave)))
    for field in (form.citizen_result, form.owner_id, form.week):
        # More columns may have theirs open at the same time.
        field.id = field.label.field_id = f"{field.name}-{block_of(form).slug}"
    return form


def block_of(form: QuickForm) -> Block:
    """The block in which a new card lands."""
    return BY_KEY.get(str(form.blok.data), DEFAULT)


def why_not(problem: Exception) -> str:
    """In plain words why something could not be done."""
    if isinstance(problem, StillPublic):
        return _("Dit resultaat staat openbaar. Trek het eerst in, dan kan de kaart weer open.")
    return _("Een collega was je voor. Dit is het bord zoals het nu is; er is niets verplaatst.")


@dataclass(frozen=True, kw_only=True)
class ArchivePage(Page):
    """The archive of a board: cards that are done or stopped."""

    template: ClassVar[str] = "team/board/put_away.html"
    opgave: Opgave
    weeks: Sequence[tuple[Week, Sequence[tuple[Card, Result]]]]
    everything: bool
    stopped: Sequence[Card]
    form: SendForm


def put_away(opgave: Opgave) -> str:
    """Every finished card by week, and every stopped one with a way back."""
    everything = request.args.get("alles") == "1"
    stopped = select(Card).where(Card.opgave_id == opgave.id, Card.state == CardState.STOPPED)
    return render(
        ArchivePage(
            opgave=opgave,
            weeks=results_by_week(opgave, None if everything else Week.now().plus(-25)),
            everything=everything,
            stopped=session.scalars(stopped.order_by(Card.state_since.desc(), Card.id)).all(),
            form=SendForm(formdata=None),
        )
    )


def open_cards(opgave: Opgave) -> list[Card]:
    """The cards that are still to be done, in their order."""
    query = select(Card).where(Card.opgave_id == opgave.id, Card.state.in_(OPEN))
    return list(session.scalars(query.order_by(Card.position, Card.id)))


@dataclass(frozen=True, kw_only=True)
class ManyCardsPage(Page):
    """The page on which several cards are changed at once."""

    template: ClassVar[str] = "team/board/many.html"
    opgave: Opgave
    form: ManyForm
    cards: Sequence[Card]
    message: str


def many(opgave: Opgave, form: ManyForm, message: str = "") -> str:
    """The page on which some cards take the same step."""
    cards = open_cards(opgave)
    form.shows(cards)
    return render(ManyCardsPage(opgave=opgave, form=form, cards=cards, message=message))
