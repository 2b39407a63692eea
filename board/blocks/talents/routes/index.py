"""The block on one opgave: the talents that are asked, who can do it, and what others did with our lessons."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.contract import of_one
from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.talents.forms import TalentRequestForm
from board.blocks.talents.models import TalentRequest
from board.blocks.talents.queries import lessons, people, progress, requests
from board.core.opgaven.noted import one
from board.core.opgaven.opgaven import Opgave, team
from board.core.record.weeks import today
from board.db import session
from board.web.fields import MakingAct
from board.web.guards import READERS, TEAM, allow
from board.web.responses import came_from

bp = Blueprint("talents", __name__, url_prefix="/bord/opgaven/<slug>/talenten")


def after(opgave: Opgave) -> str:
    """Where somebody goes on: the card or page from which they came, or the block."""
    return came_from() or url_for("talents.index", slug=opgave.slug)


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, TalentRequestForm(formdata=None))


@bp.post("")
@allow(*TEAM)
def ask(opgave: Opgave) -> ResponseReturnValue:
    form = TalentRequestForm()
    if not form.validate_on_submit():
        return _page(opgave, form), 422
    words, more = form.words.data, form.more.data or ""
    session.add(TalentRequest(opgave=opgave, words=words, more=more, asked_on=today()))
    return done(url_for(".index", slug=opgave.slug), _("Gevraagd: %(words)s.", words=words))


@bp.get("/<int:number>")
@allow(*TEAM)
def refine(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(TalentRequest, opgave, number)
    return _edit(opgave, found, TalentRequestForm.on({"words": found.words, "more": found.more}))


@bp.post("/<int:number>")
@allow(*TEAM)
def change(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(TalentRequest, opgave, number)
    form = TalentRequestForm.sent_on({"words": found.words, "more": found.more}, found)
    if status := form.waits():
        return _edit(opgave, found, form), status
    found.words, found.more = form.words.data, form.more.data or ""
    return done(after(opgave), _("Bewaard."), form)


@bp.post("/<int:number>/weg")
@allow(*TEAM)
def remove(opgave: Opgave, number: int) -> ResponseReturnValue:
    one(TalentRequest, opgave, number).remove()
    return done(after(opgave), _("Weggehaald."))


@bp.post("/<int:number>/gevonden")
@allow(*TEAM)
def found(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = one(TalentRequest, opgave, number)
    asked.found(on=today())
    return done(after(opgave), _("Gevonden: %(words)s.", words=asked.words))


@bp.post("/<int:number>/zoek-verder")
@allow(*TEAM)
def look_on(opgave: Opgave, number: int) -> ResponseReturnValue:
    asked = one(TalentRequest, opgave, number)
    asked.look_on()
    return done(after(opgave), _("We zoeken weer: %(words)s.", words=asked.words))


def _edit(opgave: Opgave, found: TalentRequest, form: TalentRequestForm) -> str:
    gone = url_for(".remove", slug=opgave.slug, number=found.id, verder=request.args.get("verder"))
    return edit_page(opgave, form, _("Welk talent zoeken we?"), after(opgave), remove=gone, of=found)


def _page(opgave: Opgave, form: TalentRequestForm) -> str:
    everybody, sought = people.everybody(), requests.sought(opgave)
    members = {membership.person_id for membership in team(opgave)}
    return render_template(
        "blocks/talents/index.html",
        opgave=opgave,
        progress=of_one(progress, opgave, today()),
        open=[(one, _who_can(one, everybody)) for one in sought if one.request.is_open],
        found=[one for one in sought if one.request.found_on is not None],
        ours=[one for one in everybody if one.id in members],
        used=lessons.used_of(opgave),
        form=form,
        act=MakingAct(formdata=None),
    )


def _who_can(sought: requests.Sought, everybody: list[people.Colleague]) -> list[people.Match]:
    card = sought.request.card
    without = sought.known | ({card.owner_id} if card and card.owner_id else set())
    return people.who_can(sought.request.words, without, everybody)
