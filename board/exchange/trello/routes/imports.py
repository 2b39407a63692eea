"""Bringing in a Trello board: choose the file, see what will come, say yes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import update
from sqlalchemy.exc import NoResultFound
from werkzeug.exceptions import HTTPException

from board.core.opgaven.imports import BoardImport, drop_if_empty, imports_of
from board.core.opgaven.opgaven import Opgave
from board.db import Busy, Refused, begin_writing, reads_first, session
from board.db.batches import in_batches
from board.exchange.models import Upload, compress, drop_old_uploads, get_upload, store_upload
from board.exchange.trello import overview, overview_page, report
from board.exchange.trello.forms import UploadForm
from board.exchange.trello.plan.lists import ListMapping, guess
from board.exchange.trello.plan.plan import plan
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.read.export import MAX_BYTES, read_export
from board.exchange.trello.write import matches
from board.exchange.trello.write.proposal import (
    ImportChoices,
    Proposal,
    other_opgaven,
    people_by_name,
    previous_import,
    propose,
)
from board.exchange.trello.write.updating import SOURCE
from board.exchange.trello.write.writing import begin_import, write_proposal
from board.web.errors import answer
from board.web.fields import Act, whole_number
from board.web.guards import LEADS, allow, me, opgave_if
from board.web.responses import Page, flash_message, render, saved
from board.web.uploads import may_be_large

bp = Blueprint("trello", __name__, url_prefix="/bord/opgaven/<slug>/importeer")
may_be_large(f"{bp.name}.upload", MAX_BYTES)
# How long one press may be at work before the page says how far it is.
SECONDS = 3.0


class WrongChoice(Exception):
    """Something in the form is not right; the sentence says what to do."""


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
    before, mapping = previous_import(opgave, form.board), guess(form.board)
    zipped = compress(form.data_read)
    choices = (mapping.with_json(before.choices) if before else mapping).to_json()
    begin_writing()
    file = store_upload(opgave, me(), zipped, choices)
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
    form.bestand.errors = [form.too_large]
    return _chooser(opgave, form), 413


@bp.get("/<token>")
@allow(*LEADS)
def look(opgave: Opgave, token: str) -> ResponseReturnValue:
    """What will come with the lists as they are chosen now, what changes, and what will be lost."""
    file = _file(opgave, token)
    board = read_export(file.data)
    return overview_page.render_overview(opgave, file, _coming(opgave, file, board))


@bp.post("/<token>/tel")
@allow(*LEADS)
@reads_first
def count(opgave: Opgave, token: str) -> ResponseReturnValue:
    """Keep what was chosen so far, and count again."""
    file = _file(opgave, token)
    found = _coming(opgave, file, read_export(file.data))
    try:
        chosen, answers = _chosen(file, found)
    except WrongChoice as wrong:
        return overview_page.render_overview(opgave, file, found, str(wrong)), 422
    begin_writing()
    file = _file(opgave, token)
    file.choices, file.answers = chosen.to_json(), answers
    page = whole_number(request.form.get("pagina"))
    return saved(url_for(".look", slug=opgave.slug, token=token, pagina=page, _anchor="kiezen" if page else "telling"))


@bp.post("/<token>")
@allow(*LEADS)
@reads_first
def write(opgave: Opgave, token: str) -> ResponseReturnValue:
    """Put the cards on the board, and throw the file away. Many cards take more than one go, and the page says so."""
    file = _file(opgave, token)
    board = read_export(file.data)
    found = _coming(opgave, file, board)
    try:
        chosen, answers = _chosen(file, found)
        _check_elsewhere(opgave, board, answers)
    except WrongChoice as wrong:
        return overview_page.render_overview(opgave, file, found, str(wrong)), 422
    if (chosen, answers) != (found.mapping, {"cards": {}, "people": {}, **file.answers}):
        found = propose(opgave, board, chosen, _choices(answers))
    begun: list[int] = []
    if not _written(opgave, found, token, answers, begun):
        here, of = report.import_progress(propose(opgave, board, chosen, _choices(answers)).plan.counts)
        return saved(url_for(".busy", slug=opgave.slug, token=token, hier=here, van=of))
    begin_writing()
    _file(opgave, token)  # of two who press at once, the second finds that it is done
    drop_old_uploads(opgave, me())
    whole = plan(board, chosen, people_by_name(), set()) if "verder" in request.form else None
    flash_message(report.done_message(found, whole))
    if begun and not drop_if_empty(begun[0]):
        return saved(url_for(".report", slug=opgave.slug, number=begun[0]))
    return saved(url_for("board.board", slug=opgave.slug))


def _written(opgave: Opgave, found: Proposal, token: str, answers: dict[str, Any], begun: list[int]) -> bool:
    """Whether all came; not when it takes long, or others kept writing. What came, stays."""
    if not found.does_something and "import" not in answers:
        return True
    try:
        in_batches([lambda: begun.append(_begin(opgave.id, found, token, answers))])
        return write_proposal(opgave, found, begun[0], SECONDS)
    except Busy:
        return False


def _begin(opgave_id: int, found: Proposal, token: str, answers: dict[str, Any]) -> int:
    """The import that this file becomes: one, also when it takes more than one press."""
    number: int = answers.get("import") or begin_import(opgave_id, found)
    kept_answers = {**answers, "import": number}
    values = {"choices": found.mapping.to_json(), "answers": kept_answers}
    session.execute(update(Upload).where(Upload.id == token).values(values))
    return number


@dataclass(frozen=True, kw_only=True)
class BusyPage(Page):
    """The page shown while an import is at work."""

    template: ClassVar[str] = "exchange/busy.html"
    opgave: Opgave
    token: str
    here: int
    of: int
    act: Act


@bp.get("/<token>/bezig")
@allow(*LEADS)
def busy(opgave: Opgave, token: str) -> ResponseReturnValue:
    """How far it is. With a script it goes on by itself, without one at the press of a button."""
    _file(opgave, token)
    here, of = (max(0, whole_number(request.args.get(name)) or 0) for name in ("hier", "van"))
    return render(BusyPage(opgave=opgave, token=token, here=min(here, of), of=of, act=Act(formdata=None)))


@bp.post("/<token>/weg")
@allow(*LEADS)
def throw_away(opgave: Opgave, token: str) -> ResponseReturnValue:
    """Second thoughts: the file is gone at once."""
    _file(opgave, token)
    drop_old_uploads(opgave, me())
    flash_message(_("Het bestand is weggegooid. Er is niets veranderd."))
    return saved(url_for("board.board", slug=opgave.slug))


def _file(opgave: Opgave, token: str) -> Upload:
    """The kept file. Raises Refused when it is gone: a page says so, and how to go on."""
    try:
        return get_upload(opgave, me(), token)
    except NoResultFound:
        if request.method == "POST":
            begin_writing()
            Act().validate_on_submit()  # sent twice: the first one brought it in and threw it away
        raise Refused(404, partial(render_template, "exchange/gone.html", opgave=opgave)) from None


def _coming(opgave: Opgave, file: Upload, board: TrelloBoard) -> Proposal:
    """What comes with what was chosen so far."""
    return propose(opgave, board, guess(board).with_json(file.choices), _choices(file.answers))


def _choices(answers: Mapping[str, Any]) -> ImportChoices:
    return ImportChoices(answers.get("people", {}), answers.get("cards", {}))


def _chosen(file: Upload, found: Proposal) -> tuple[ListMapping, dict[str, Any]]:
    """The choices of the form, with those of before. Raises Wrong."""
    try:
        chosen = found.mapping.with_form(request.form)
    except ValueError:
        raise WrongChoice(_("Een van de keuzes kennen we niet. Kies opnieuw waar de lijsten heen gaan.")) from None
    answers = {**file.answers, "cards": overview.answers_in(found, request.form), "people": _people(file, found)}
    if "ook-hier" in request.form:
        answers["elsewhere"] = True
    return chosen, answers


def _people(file: Upload, found: Proposal) -> dict[str, int | None]:
    """Who is who, as far as somebody said so. Raises Wrong for a name that is not here."""
    try:
        given = matches.people_in_form(matches.guessed_people(found), request.form)
    except LookupError as unknown:
        words = _("“%(name)s” kennen we hier niet. Kies iemand uit de lijst, of laat het leeg.", name=unknown.args[0])
        raise WrongChoice(words) from None
    return {**file.answers.get("people", {}), **given}


def _check_elsewhere(opgave: Opgave, board: TrelloBoard, answers: Mapping[str, Any]) -> None:
    """Cards that stand in another opgave come here too only when somebody means it. Raises Wrong."""
    if not answers.get("elsewhere") and previous_import(opgave, board) is None and other_opgaven(opgave, board, SOURCE):
        raise WrongChoice(_("Dit bord staat al bij een andere opgave. Zet het vinkje als je het hier ook wilt."))


@dataclass(frozen=True, kw_only=True)
class ChooseFilePage(Page):
    """The page on which a file of Trello is chosen, with the imports made before."""

    template: ClassVar[str] = "exchange/choose.html"
    opgave: Opgave
    form: UploadForm
    imports: Sequence[BoardImport]


def _chooser(opgave: Opgave, form: UploadForm) -> str:
    form.slug = opgave.slug
    return render(ChooseFilePage(opgave=opgave, form=form, imports=imports_of(opgave.id)))
