"""Routes for the team: sign a worry, rewrite it, take it away, and let inwoners read it."""

from dataclasses import replace

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.authorship import is_refused, may_rewrite, only_theirs
from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.why import rules
from board.blocks.why.forms import RewriteForm, WorryForm
from board.blocks.why.routes.index import WhyPage, bp, why_url
from board.core.opgaven import worries
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import today
from board.web.fields import PublicationReasonForm
from board.web.guards import WORRIERS, allow, me
from board.web.responses import render


@bp.post("/teken", endpoint="sign")
@allow(*WORRIERS)
def sign_worry(opgave: Opgave) -> ResponseReturnValue:
    form = WorryForm()
    if not form.validate_on_submit():
        return render(replace(WhyPage.of(opgave), sign_form=form)), 422
    role, is_first = form.signed_as.data or "", worries.worry_of(opgave) is None
    worries.sign(opgave, form.text.data, by=None if role else me(), signed_as=role)
    return done(_after(opgave, form.text.data), _("Getekend. Hier begint het.") if is_first else _("Getekend."))


def _after(opgave: Opgave, text: str) -> str:
    """To the board; when the worry reads as an analysis first to the hint, which leads there too."""
    if rules.analysis_words(text):
        return url_for("why.index", slug=opgave.slug, tip=1)
    return url_for("board.board", slug=opgave.slug)


@bp.get("/zorgen/<int:number>", endpoint="worry")
@allow(*WORRIERS)
def show_worry_form(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(Worry, opgave, number)
    only_theirs(found, why_url(opgave))
    return _edit_worry(opgave, found, RewriteForm.on(RewriteForm.of(found)))


@bp.post("/zorgen/<int:number>", endpoint="rewrite")
@allow(*WORRIERS)
def edit_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(Worry, opgave, number)
    form = RewriteForm.sent_on(RewriteForm.of(found), found)
    if status := 422 * is_refused(found, form) or form.waits() or 422 * (not form.keeps_a_signer(found)):
        return _edit_worry(opgave, found, form), status
    try:
        found.edit(form.text.data, form.signed_as.data or "", form.stated_reason, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _edit_worry(opgave, found, form), 422
    tip = 1 if rules.analysis_words(form.text.data) else None
    return done(url_for(".index", slug=opgave.slug, tip=tip), _("Bewaard."), form)


@bp.post("/zorgen/<int:number>/weg")
@allow(*WORRIERS)
def remove_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(Worry, opgave, number)
    only_theirs(found, why_url(opgave))
    found.remove()
    return done(why_url(opgave), _("Weggehaald."))


def _edit_worry(opgave: Opgave, found: Worry, form: RewriteForm) -> str:
    away = url_for(".remove_worry", slug=opgave.slug, number=found.id) if may_rewrite(found) else None
    return edit_page(opgave, form, _("De zorg"), why_url(opgave), remove=away, of=found)


@bp.post("/zorgen/<int:number>/laat-lezen", endpoint="show_worry")
@allow(*WORRIERS)
def publish_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    """A worry that seems to hold personal data waits until somebody says why that may stand."""
    found, form = get_noted(Worry, opgave, number), PublicationReasonForm()
    if not form.validate_on_submit():
        return render(replace(WhyPage.of(opgave), show_form=form)), 422
    try:
        found.show(today(), form.stated_reason, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return render(replace(WhyPage.of(opgave), show_form=form)), 422
    return done(url_for("why.index", slug=opgave.slug), _("Inwoners lezen deze zorg nu."))


@bp.post("/zorgen/<int:number>/alleen-het-team")
@allow(*WORRIERS)
def hide_worry(opgave: Opgave, number: int) -> ResponseReturnValue:
    get_noted(Worry, opgave, number).hide()
    return done(url_for("why.index", slug=opgave.slug), _("Alleen het team leest deze zorg nu."))
