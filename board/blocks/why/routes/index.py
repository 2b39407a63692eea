"""The pages of the why: sign a worry, say to be still awake of it, read the earlier ones, and refine them."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.contract import of_one
from board.blocks.shared.authorship import is_refused, may_rewrite, only_theirs
from board.blocks.shared.heard import PLACES
from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.why import hints
from board.blocks.why.forms import CheckForm, RewriteForm, StoryForm, WorryForm
from board.blocks.why.queries import heartbeats, reasons
from board.core.opgaven import worries
from board.core.opgaven.noted import one
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry, WorryCheck
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import today
from board.web.fields import Act, MayStandForm
from board.web.guards import READERS, WORRIERS, allow, me
from board.web.responses import own_path

bp = Blueprint("why", __name__, url_prefix="/bord/opgaven/<slug>/waarom")


@bp.get("")
@allow(*READERS)
def index(opgave: Opgave) -> ResponseReturnValue:
    return page(opgave)


@bp.post("/teken")
@allow(*WORRIERS)
def sign(opgave: Opgave) -> ResponseReturnValue:
    form = WorryForm()
    if not form.validate_on_submit():
        return page(opgave, sign_form=form), 422
    role, is_first = form.signed_as.data or "", worries.worry_of(opgave) is None
    worries.sign(opgave, form.text.data, by=None if role else me(), signed_as=role)
    return done(_after(opgave, form.text.data), _("Getekend. Hier begint het.") if is_first else _("Getekend."))


def _after(opgave: Opgave, text: str) -> str:
    """To the board; when the worry reads as an analysis first to the hint, which leads there too."""
    if hints.found_words(text):
        return url_for("why.index", slug=opgave.slug, tip=1)
    return url_for("board.board", slug=opgave.slug)


@bp.post("/bevestig")
@allow(*WORRIERS)
def confirm(opgave: Opgave) -> ResponseReturnValue:
    form = CheckForm()
    worry = worries.worry_of(opgave)
    if worry is None or not form.validate_on_submit():
        return page(opgave, check_form=form), 422
    worry.confirm(form.sentence.data, by=me(), on=today())
    return done(own_path(form.verder.data) or here(opgave), _("Opgeschreven. De zorg leeft."))


@bp.get("/zorgen/<int:number>")
@allow(*WORRIERS)
def worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(Worry, opgave, number)
    only_theirs(found, here(opgave))
    return _edit_worry(opgave, found, RewriteForm.on(RewriteForm.of(found)))


@bp.post("/zorgen/<int:number>")
@allow(*WORRIERS)
def rewrite(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(Worry, opgave, number)
    form = RewriteForm.sent_on(RewriteForm.of(found), found)
    if status := 422 * is_refused(found, form) or form.waits() or 422 * (not form.keeps_a_signer(found)):
        return _edit_worry(opgave, found, form), status
    try:
        found.edit(form.text.data, form.signed_as.data or "", form.said, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _edit_worry(opgave, found, form), 422
    tip = 1 if hints.found_words(form.text.data) else None
    return done(url_for(".index", slug=opgave.slug, tip=tip), _("Bewaard."), form)


@bp.post("/zorgen/<int:number>/weg")
@allow(*WORRIERS)
def remove_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(Worry, opgave, number)
    only_theirs(found, here(opgave))
    found.remove()
    return done(here(opgave), _("Weggehaald."))


@bp.get("/zinnen/<int:number>")
@allow(*WORRIERS)
def check(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(WorryCheck, opgave, number)
    only_theirs(found, here(opgave))
    return _edit_check(opgave, found, CheckForm.on({"sentence": found.sentence}))


@bp.post("/zinnen/<int:number>")
@allow(*WORRIERS)
def change_check(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(WorryCheck, opgave, number)
    form = CheckForm.sent_on({"sentence": found.sentence}, found)
    if status := 422 * is_refused(found, form) or form.waits():
        return _edit_check(opgave, found, form), status
    found.sentence = form.sentence.data
    return done(here(opgave), _("Bewaard."), form)


@bp.post("/zinnen/<int:number>/weg")
@allow(*WORRIERS)
def remove_check(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(WorryCheck, opgave, number)
    only_theirs(found, here(opgave))
    found.remove()
    return done(here(opgave), _("Weggehaald."))


def here(opgave: Opgave) -> str:
    """The page of the why."""
    return url_for("why.index", slug=opgave.slug)


def _edit_worry(opgave: Opgave, found: Worry, form: RewriteForm) -> str:
    away = url_for(".remove_worry", slug=opgave.slug, number=found.id) if may_rewrite(found) else None
    return edit_page(opgave, form, _("De zorg"), here(opgave), remove=away, of=found)


def _edit_check(opgave: Opgave, found: WorryCheck, form: CheckForm) -> str:
    away = url_for(".remove_check", slug=opgave.slug, number=found.id) if may_rewrite(found) else None
    return edit_page(opgave, form, _("Wat ons wakker houdt"), here(opgave), remove=away, of=found)


def page(opgave: Opgave, **forms: Any) -> str:
    """The page of the why, with what was just typed in one of its forms."""
    found, said = worries.worries(opgave), heartbeats.said_of(worries.checks(opgave))
    return render_template(
        "blocks/why/index.html",
        opgave=opgave,
        progress=of_one(heartbeats.progress, opgave, today()),
        worries=found,
        said=said,
        may_rewrite=may_rewrite,
        act=Act(formdata=None),
        stories=heartbeats.stories(opgave),
        answered_by=reasons.answered_by(opgave),
        without=reasons.how_many_without(opgave),
        has_open=reasons.has_open_cards(opgave),
        places=PLACES,
        tip=hints.found_words(found[0].text) if found and request.args.get("tip") else [],
        marked=hints.marked,
        sign_form=forms.get("sign_form") or WorryForm(formdata=None),
        show_form=forms.get("show_form") or MayStandForm(formdata=None),
        check_form=forms.get("check_form") or CheckForm(formdata=None),
        story_form=forms.get("story_form") or StoryForm(formdata=None, heard_on=today()),
    )
