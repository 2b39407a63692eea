"""What the board shows: its cards through one lens and a filter, in one answer."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from flask import Response, current_app, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from sqlalchemy import select
from wtforms.fields import SelectChoice

from board.access import TEAM, may, me
from board.blocks import BLOCKS, BY_KEY
from board.blocks.protocol import Block
from board.core.board_rows import Filters, board_rows
from board.core.cards import ON_THE_BOARD, Card, CardState, StillPublic
from board.core.opgaven import Opgave, groups, team
from board.core.stack import results_by_week, stack
from board.core.weeks import Week, today
from board.core.worries import worry_of
from board.db import session
from board.fields import Act, options, whole_number
from board.pages.board.forms import ManyForm, QuickForm, SendForm
from board.pages.board.lens import BLOCKS_LENS, WEEK_LENS, columns
from board.web import htmx, show, tag, wants_fragment


def lens() -> str:
    """The lens in the address: by building block, unless the week is asked."""
    return WEEK_LENS if request.values.get("lens") == WEEK_LENS else BLOCKS_LENS


def filters() -> Filters:
    """The filters in the address. What makes no sense is passed over, so that an old link still works."""
    mine = request.args.get("mij") == "1"
    return Filters(
        owner_id=me().id if mine else whole_number(request.args.get("wie")),
        week=_week(request.args.get("week")),
        group=_typed("groep") or None,
        text=_typed("q"),
    )


def _typed(name: str) -> str:
    """A word from the address, without what PostgreSQL refuses in a text."""
    return request.args.get(name, "").replace("\x00", "").strip()[:100]


def _week(text: str | None) -> int | None:
    try:
        return Week.parse(text).code if text else None
    except ValueError:
        return None


def etag(opgave: Opgave, *, fragment: bool | None = None) -> str:
    """Everything a board depends on besides its address: its version, the day, and who reads it.

    The page and its fragment have tags of their own, because a browser keeps them apart by them.
    """
    fragment = wants_fragment() if fragment is None else fragment
    base = tag(opgave.id, opgave.version, today(), me().id, me().org_role, may(*TEAM), str(get_locale()))
    return f"{base}-f" if fragment else base


def board(opgave: Opgave, status: int = 200, message: str = "") -> Response:
    """The board, whole or as a fragment. With a message it is the answer to something that could not be done."""
    on, chosen = today(), filters()
    rows = board_rows(opgave, chosen, Week.of(on))
    response = show(
        "pages/board/board.html",
        "pages/board/_board.html",
        status,
        opgave=opgave,
        lens=lens(),
        filters=chosen,
        columns=columns(lens(), opgave, rows, on),
        worry=worry_of(opgave),
        pile=stack(opgave),
        team=team(opgave),
        groups=groups(opgave),
        weeks=_weeks(Week.of(on)),
        this_week=Week.of(on),
        mine=is_mine(),
        here=here(opgave),
        message=message,
        etag=etag(opgave, fragment=True),
        poll=current_app.config["SETTINGS"].poll_seconds,
        act=Act(formdata=None),
    )
    if status == 200:
        response.set_etag(etag(opgave), weak=True)
    else:
        # The answer to a form is the board itself, wherever the form stood.
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#bord", "morph:outerHTML"
    return response


def _weeks(this: Week) -> list[Week]:
    return [this.plus(step) for step in range(2, -9, -1)]


def block_of(form: QuickForm) -> Block:
    """The block in which a new card lands."""
    return BY_KEY.get(str(form.blok.data), BLOCKS[2])


def why_not(problem: Exception) -> str:
    """In plain words why something could not be done."""
    if isinstance(problem, StillPublic):
        return _("Dit resultaat staat openbaar. Trek het eerst in, dan kan de kaart weer open.")
    return _("Een collega was je voor. Dit is het bord zoals het nu is; er is niets verplaatst.")


def put_away(opgave: Opgave) -> str:
    """Every finished card by week, and every stopped one with a way back."""
    stopped = select(Card).where(Card.opgave_id == opgave.id, Card.state == CardState.STOPPED)
    return render_template(
        "pages/board/put_away.html",
        opgave=opgave,
        weeks=results_by_week(opgave),
        stopped=session.scalars(stopped.order_by(Card.state_since.desc(), Card.id)).all(),
        form=SendForm(formdata=None),
    )


def open_cards(opgave: Opgave) -> list[Card]:
    """The cards that are still to be done, in their order."""
    still_open = [state for state in ON_THE_BOARD if state is not CardState.DONE]
    query = select(Card).where(Card.opgave_id == opgave.id, Card.state.in_(still_open))
    return list(session.scalars(query.order_by(Card.position, Card.id)))


def choices(opgave: Opgave) -> list[SelectChoice]:
    """The open cards, to choose from."""
    return options((card.id, card.action) for card in open_cards(opgave))


def many(opgave: Opgave, form: ManyForm, message: str = "") -> str:
    """The page on which some cards take the same step."""
    form.kaarten.choices = choices(opgave)
    return render_template("pages/board/many.html", opgave=opgave, form=form, cards=open_cards(opgave), message=message)
