"""The stories behind the worry, and which worry or story a card answers."""

from dataclasses import replace

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.why.forms import StoryForm, story_fields
from board.blocks.why.models import Story
from board.blocks.why.routes.index import WhyPage, bp, why_url
from board.core.opgaven.noted import get_noted
from board.core.opgaven.opgaven import Opgave
from board.db import session
from board.web.guards import WORRIERS, allow
from board.web.responses import render


@bp.post("/verhalen")
@allow(*WORRIERS)
def add_story(opgave: Opgave) -> ResponseReturnValue:
    form = StoryForm()
    if not form.validate_on_submit():
        return render(replace(WhyPage.of(opgave), story_form=form)), 422
    story = Story(opgave=opgave)
    form.keep(story)
    session.add(story)
    return done(why_url(opgave), _("Opgeschreven."))


@bp.get("/verhalen/<int:number>", endpoint="story")
@allow(*WORRIERS)
def show_story(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(Story, opgave, number)
    return _edit(opgave, found, StoryForm.on(story_fields(found)))


@bp.post("/verhalen/<int:number>", endpoint="change_story")
@allow(*WORRIERS)
def edit_story(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = get_noted(Story, opgave, number)
    form = StoryForm.sent_on(story_fields(found), found)
    if status := form.waits():
        return _edit(opgave, found, form), status
    form.keep(found)
    return done(why_url(opgave), _("Bewaard."), form)


@bp.post("/verhalen/<int:number>/weg")
@allow(*WORRIERS)
def remove_story(opgave: Opgave, number: int) -> ResponseReturnValue:
    get_noted(Story, opgave, number).remove()
    return done(why_url(opgave), _("Weggehaald."))


def _edit(opgave: Opgave, found: Story, form: StoryForm) -> str:
    away = url_for("why.remove_story", slug=opgave.slug, number=found.id)
    return edit_page(opgave, form, _("Een verhaal van een inwoner"), why_url(opgave), remove=away, of=found)
