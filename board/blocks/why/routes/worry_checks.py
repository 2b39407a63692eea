"""Routes for the team: say to be still awake of a worry, and rewrite or remove such a sentence."""

from dataclasses import replace

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.authorship import is_refused, may_rewrite, only_theirs
from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.why.forms import CheckForm
from board.blocks.why.routes.index import WhyPage, bp, why_url
from board.core.opgaven import worries
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import WorryCheck
from board.core.record.weeks import today
from board.web.guards import WORRIERS, allow, me
from board.web.responses import own_path, render


@bp.post("/bevestig", endpoint="confirm")
@allow(*WORRIERS)
def confirm_worry(opgave: Opgave) -> ResponseReturnValue:
    form = CheckForm()
    worry = worries.worry_of(opgave)
    if worry is None or not form.validate_on_submit():
        return render(replace(WhyPage.of(opgave), check_form=form)), 422
    worry.confirm(form.sentence.data, by=me(), on=today())
    return done(own_path(form.verder.data) or why_url(opgave), _("Opgeschreven. De zorg leeft."))


@bp.get("/zinnen/<int:number>", endpoint="check")
@allow(*WORRIERS)
def show_check(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(WorryCheck, opgave, number)
    only_theirs(found, why_url(opgave))
    return _edit_check(opgave, found, CheckForm.on({"sentence": found.sentence}))


@bp.post("/zinnen/<int:number>", endpoint="change_check")
@allow(*WORRIERS)
def edit_check(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(WorryCheck, opgave, number)
    form = CheckForm.sent_on({"sentence": found.sentence}, found)
    if status := 422 * is_refused(found, form) or form.waits():
        return _edit_check(opgave, found, form), status
    found.sentence = form.sentence.data
    return done(why_url(opgave), _("Bewaard."), form)


@bp.post("/zinnen/<int:number>/weg")
@allow(*WORRIERS)
def remove_check(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(WorryCheck, opgave, number)
    only_theirs(found, why_url(opgave))
    found.remove()
    return done(why_url(opgave), _("Weggehaald."))


def _edit_check(opgave: Opgave, found: WorryCheck, form: CheckForm) -> str:
    away = url_for(".remove_check", slug=opgave.slug, number=found.id) if may_rewrite(found) else None
    return edit_page(opgave, form, _("Wat ons wakker houdt"), why_url(opgave), remove=away, of=found)
