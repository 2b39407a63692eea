"""The stories behind the worry, and which worry or story a card answers."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.why.forms import ReasonForm, StoryForm, as_noted
from board.blocks.why.models import Story
from board.blocks.why.queries import heartbeats, reasons
from board.blocks.why.routes.index import bp, here, page
from board.core.opgaven import worries
from board.core.opgaven.cards import card
from board.core.opgaven.noted import one
from board.core.opgaven.opgaven import Opgave
from board.db import session
from board.web.fields import Act
from board.web.guards import READERS, TEAM, WORRIERS, allow
from board.web.responses import own_path, saved, tell


@bp.post("/verhalen")
@allow(*WORRIERS)
def add_story(opgave: Opgave) -> ResponseReturnValue:
    form = StoryForm()
    if not form.validate_on_submit():
        return page(opgave, story_form=form), 422
    story = Story(opgave=opgave)
    form.keep(story)
    session.add(story)
    return done(here(opgave), _("Opgeschreven."))


@bp.get("/verhalen/<int:number>")
@allow(*WORRIERS)
def story(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(Story, opgave, number)
    return _edit(opgave, found, StoryForm.on(as_noted(found)))


@bp.post("/verhalen/<int:number>")
@allow(*WORRIERS)
def change_story(opgave: Opgave, number: int) -> ResponseReturnValue:
    found = one(Story, opgave, number)
    form = StoryForm.sent_on(as_noted(found), found)
    if status := form.waits():
        return _edit(opgave, found, form), status
    form.keep(found)
    return done(here(opgave), _("Bewaard."), form)


@bp.post("/verhalen/<int:number>/weg")
@allow(*WORRIERS)
def remove_story(opgave: Opgave, number: int) -> ResponseReturnValue:
    one(Story, opgave, number).remove()
    return done(here(opgave), _("Weggehaald."))


def _edit(opgave: Opgave, found: Story, form: StoryForm) -> str:
    away = url_for("why.remove_story", slug=opgave.slug, number=found.id)
    return edit_page(opgave, form, _("Een verhaal van een inwoner"), here(opgave), remove=away, of=found)


@bp.get("/zonder")
@allow(*READERS)
def without(opgave: Opgave) -> ResponseReturnValue:
    """Acties zonder waarom: a list, not a reproach. With one worry and no story one click is enough."""
    cards, signed, stories = reasons.cards_without(opgave), worries.worries(opgave), heartbeats.stories(opgave)
    return render_template(
        "blocks/why/without.html",
        opgave=opgave,
        cards=cards,
        has_open=bool(cards) or reasons.has_open_cards(opgave),
        choices=[*signed, *stories],
        only_worry=signed[0] if len(signed) == 1 and not stories else None,
        key=reasons.key,
        act=Act(formdata=None),
    )


@bp.post("/kaarten/<int:number>")
@allow(*TEAM)
def name_reason(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Which worry or story this card answers."""
    found = card(opgave, number)
    form = ReasonForm.sent_on({"waarom": reasons.key_of(opgave, found)})
    form.offer([*worries.worries(opgave), *heartbeats.stories(opgave)])
    onward = own_path(form.verder.data) or url_for("card.card", slug=opgave.slug, number=number)
    if (status := form.waits()) == 409:
        return edit_page(opgave, form, found.action, onward), status
    if status:
        tell(_("Deze zorg of dit verhaal staat er niet meer. Kies opnieuw."))
        return saved(onward)
    chosen = form.waarom.data
    if not reasons.name_reason(found, reasons.find(opgave, chosen) if chosen else None):
        tell(_("Kies eerst een zorg of een verhaal."))
        return saved(onward)
    return done(onward, _("De kaart weet nu waarom.") if chosen else _("De kaart staat weer zonder waarom."))
