"""Routes for the team: which worry or story a card answers, and the cards that do not say so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.why.forms import ReasonForm
from board.blocks.why.models import Story
from board.blocks.why.queries import reasons
from board.blocks.why.queries.stories import stories
from board.blocks.why.routes.index import bp
from board.core.opgaven import worries
from board.core.opgaven.cards import Card, get_card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry
from board.db.base import Base
from board.web.fields import Act
from board.web.guards import READERS, TEAM, allow
from board.web.responses import Page, flash_message, own_path, render, saved


@dataclass(frozen=True, kw_only=True)
class WithoutReasonPage(Page):
    """The list of open cards that do not say which worry they answer."""

    template: ClassVar[str] = "blocks/why/without.html"
    opgave: Opgave
    cards: Sequence[Card]
    has_open: bool
    choices: Sequence[Base]
    only_worry: Worry | None
    key: Callable[[Worry | Story], str]
    act: Act


@bp.get("/zonder", endpoint="without")
@allow(*READERS)
def list_cards_without_reason(opgave: Opgave) -> ResponseReturnValue:
    """Acties zonder waarom: a list, not a reproach. With one worry and no story one click is enough."""
    cards, signed, known = reasons.cards_without(opgave), worries.worries(opgave), stories(opgave)
    return render(
        WithoutReasonPage(
            opgave=opgave,
            cards=cards,
            has_open=bool(cards) or reasons.has_open_cards(opgave),
            choices=[*signed, *known],
            only_worry=signed[0] if len(signed) == 1 and not known else None,
            key=reasons.key,
            act=Act(formdata=None),
        )
    )


@bp.post("/kaarten/<int:number>")
@allow(*TEAM)
def name_reason(opgave: Opgave, number: int) -> ResponseReturnValue:
    """Which worry or story this card answers."""
    found = get_card(opgave, number)
    form = ReasonForm.sent_on({"waarom": reasons.key_of(opgave, found)})
    form.offer([*worries.worries(opgave), *stories(opgave)])
    onward = own_path(form.verder.data) or url_for("card.card", slug=opgave.slug, number=number)
    if (status := form.waits()) == 409:
        return edit_page(opgave, form, found.action, onward), status
    if status:
        flash_message(_("Deze zorg of dit verhaal staat er niet meer. Kies opnieuw."))
        return saved(onward)
    chosen = form.waarom.data
    if not reasons.name_reason(found, reasons.find_subject(opgave, chosen) if chosen else None):
        flash_message(_("Kies eerst een zorg of een verhaal."))
        return saved(onward)
    return done(onward, _("De kaart weet nu waarom.") if chosen else _("De kaart staat weer zonder waarom."))
