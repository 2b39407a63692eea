"""Bringing in a Trello board: choose the file, see what will come, say yes."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from flask import Blueprint, abort, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import update
from sqlalchemy.exc import NoResultFound
from werkzeug.exceptions import HTTPException

from board.access import LEADS, allow, me, opgave_if
from board.batches import in_batches
from board.core.opgaven import Opgave
from board.db import Busy, begin_writing, reads_first, session
from board.errors import answer
from board.exchange.models import Upload, forget_old, keep, kept, packed
from board.exchange.trello import report
from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.forms import UploadForm
from board.exchange.trello.losses import Loss
from board.exchange.trello.mapping import ListMapping, guess
from board.exchange.trello.parsing import MAX_BYTES, MEGABYTE
from board.exchange.trello.phrases import LOST, OFFERS, why
from board.exchange.trello.plan import Plan, plan
from board.exchange.trello.reading import read
from board.exchange.trello.refusals import NotATrelloBoard, Refusal
from board.exchange.trello.writing import known_people, plan_for
from board.exchange.trello.writing import write as bring
from board.fields import Act, whole_number
from board.uploads import may_be_large
from board.web import saved, tell

bp = Blueprint("trello", __name__, url_prefix="/bord/opgaven/<slug>/importeer")
may_be_large(f"{bp.name}.upload", MAX_BYTES)
# How long one press may be at work before the page says how far it is.
SECONDS = 3.0


@bp.get("")
@allow(*LEADS)
def choose(opgave: Opgave) -> ResponseReturnValue:
    return _chooser(opgave, UploadForm(formdata=None))


@bp.post("")
@allow(*LEADS)
@reads_first
def upload(opgave: Opgave) -> ResponseReturnValue:
    """Read the file and keep it for the next step; nothing comes on the board yet."""
    form = UploadForm()
    form.slug = opgave.slug
    if not form.validate_on_submit():
        return _chooser(opgave, form), 422
    zipped, choices = packed(form.data_read), guess(form.board).to_json()
    begin_writing()
    file = keep(opgave, me(), zipped, choices)
    return saved(url_for(".look", slug=opgave.slug, token=file.id))


@bp.errorhandler(413)
def too_large(_error: HTTPException) -> ResponseReturnValue:
    """The same page with the limit, and what to do, when a file is so large that it was not even received."""
    slug = (request.view_args or {}).get("slug", "")
    opgave = opgave_if(slug, *LEADS) if request.endpoint == f"{bp.name}.{upload.__name__}" else None
    if opgave is None:
        return answer(413)
    form = UploadForm(formdata=None)
    form.slug = slug
    form.refuse(NotATrelloBoard(Refusal.TOO_BIG, str(MAX_BYTES // MEGABYTE)))
    return _chooser(opgave, form), 413


@bp.get("/<token>")
@allow(*LEADS)
def look(opgave: Opgave, token: str) -> ResponseReturnValue:
    """What will come with the lists as they are chosen now, and what will be lost."""
    file = _file(opgave, token)
    board = read(file.data)
    return _overview(opgave, file, board, _mapping(file, board))


@bp.post("/<token>/tel")
@allow(*LEADS)
@reads_first
def count(opgave: Opgave, token: str) -> ResponseReturnValue:
    """Keep other choices for the lists, and count again."""
    file = _file(opgave, token)
    board = read(file.data)
    chosen = _chosen(file, board)
    if chosen is None:
        return _unknown_choice(opgave, file, board)
    begin_writing()
    _file(opgave, token).choices = chosen.to_json()
    return saved(url_for(".look", slug=opgave.slug, token=token, _anchor="telling"))


@bp.post("/<token>")
@allow(*LEADS)
@reads_first
def write(opgave: Opgave, token: str) -> ResponseReturnValue:
    """Put the cards on the board, and throw the file away. Many cards take more than one go, and the page says so."""
    file = _file(opgave, token)
    board = read(file.data)
    chosen = _chosen(file, board)
    if chosen is None:
        return _unknown_choice(opgave, file, board)
    planned = plan_for(opgave, board, chosen)
    if not _written(opgave, planned, partial(_keep_choices, token, chosen.to_json())):
        here, of = report.progress(plan_for(opgave, board, chosen).counts)
        return saved(url_for(".busy", slug=opgave.slug, token=token, hier=here, van=of))
    begin_writing()
    _file(opgave, token)  # of two who press at once, the second finds that it is done
    forget_old(opgave, me())
    goes_on = "verder" in request.form
    whole = plan(board, chosen, known_people(), set()) if goes_on else planned
    came = report.all_came(planned.counts) if goes_on else report.what_came(planned.counts)
    tell(" ".join((came, *report.afterwards(whole))))
    return saved(url_for("board.board", slug=opgave.slug))


def _written(opgave: Opgave, planned: Plan, first: Callable[[], None]) -> bool:
    """Whether all came; not when it takes long, or others kept writing. What came, stays."""
    try:
        return in_batches([first]) and bring(opgave, planned, SECONDS)
    except Busy:
        return False


def _keep_choices(token: str, choices: str) -> None:
    session.execute(update(Upload).where(Upload.id == token).values(choices=choices))


@bp.get("/<token>/bezig")
@allow(*LEADS)
def busy(opgave: Opgave, token: str) -> ResponseReturnValue:
    """How far it is. With a script it goes on by itself, without one at the press of a button."""
    _file(opgave, token)
    here, of = (max(0, whole_number(request.args.get(name)) or 0) for name in ("hier", "van"))
    return render_template(
        "exchange/busy.html", opgave=opgave, token=token, here=min(here, of), of=of, act=Act(formdata=None)
    )


@bp.post("/<token>/weg")
@allow(*LEADS)
def throw_away(opgave: Opgave, token: str) -> ResponseReturnValue:
    """Second thoughts: the file is gone at once."""
    _file(opgave, token)
    forget_old(opgave, me())
    tell(_("Het bestand is weggegooid. Er is niets veranderd."))
    return saved(url_for("board.board", slug=opgave.slug))


def _file(opgave: Opgave, token: str) -> Upload:
    """The kept file; when it is gone a page says so, and how to go on."""
    try:
        return kept(opgave, me(), token)
    except NoResultFound:
        if request.method == "POST":
            begin_writing()
            Act().validate_on_submit()  # sent twice: the first one brought it in and threw it away
        abort(make_response(render_template("exchange/gone.html", opgave=opgave), 404))


def _mapping(file: Upload, board: TrelloBoard) -> ListMapping:
    return guess(board).with_json(file.choices)


def _chosen(file: Upload, board: TrelloBoard) -> ListMapping | None:
    """The choices of the form; None when one of them does not exist."""
    try:
        return _mapping(file, board).with_form(request.form)
    except ValueError:
        return None


def _unknown_choice(opgave: Opgave, file: Upload, board: TrelloBoard) -> ResponseReturnValue:
    message = _("Een van de keuzes kennen we niet. Kies opnieuw waar de lijsten heen gaan.")
    return _overview(opgave, file, board, _mapping(file, board), message), 422


def _chooser(opgave: Opgave, form: UploadForm) -> str:
    return render_template("exchange/choose.html", opgave=opgave, form=form)


def _in_words(losses: Iterable[Loss]) -> list[tuple[Loss, Any, str, str]]:
    return [(each, LOST[each.what], why(each.what, each.why), report.examples(each)) for each in losses]


def _overview(opgave: Opgave, file: Upload, board: TrelloBoard, mapping: ListMapping, message: str = "") -> str:
    plan = plan_for(opgave, board, mapping)
    return render_template(
        "exchange/overview.html",
        opgave=opgave,
        file=file,
        board=board,
        plan=plan,
        lists=[(column, cards, mapping.target(column.id)) for column, cards in report.lists_with_cards(board)],
        offers=OFFERS,
        states=report.states(plan),
        along=report.comes_along(plan.counts),
        skipped=report.skipped(plan.counts),
        about=report.about(board),
        changed=_in_words(plan.changed),
        gone=_in_words(plan.gone),
        message=message,
        act=Act(formdata=None),
    )
