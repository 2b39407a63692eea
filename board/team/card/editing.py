"""Changing a card: the form, saving per field, and what to do when two people change the same one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from markupsafe import Markup

from board.blocks import BLOCKS, BY_KEY
from board.blocks.contract import Block
from board.core.opgaven import card_parts
from board.core.opgaven.card_parts import CardNote, CheckItem
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import CitizenGroup, Opgave, group_named, groups, team
from board.core.people.lists import in_order, to_choose_from
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.undo import changes
from board.db import session
from board.team.card.forms import CardForm
from board.team.card.forms_parts import CheckItemsForm, NoteForm
from board.web.fields import MakingAct, NamesField
from board.web.guards import TEAM, may
from board.web.markdown import as_html
from board.web.responses import Page


def _now(card: Card) -> dict[str, Any]:
    """What the card says now, as its form is filled."""
    return {
        "action": card.action,
        "citizen_result": card.citizen_result,
        "owner_id": card.owner_id or 0,
        "helpers": [person.id for person in card.helpers],
        "block": card.block,
        "week": card.week or 0,
        "group": card.group.name if card.group else "",
        "labels": NamesField.text(label.name for label in card.labels),
        "description": card.description,
    }


def form_for(opgave: Opgave, card: Card, is_sent: bool = False) -> CardForm:
    """The form of a card, filled with what it says now, or with what was just typed."""
    form = CardForm.sent_on(_now(card), card) if is_sent else CardForm.on(_now(card))
    form.offer(_people(opgave, card), card)
    return form


def _people(opgave: Opgave, card: Card) -> list[tuple[int, str]]:
    """The team, and whoever is on the card already though no longer in the team."""
    people = [membership.person for membership in team(opgave)]
    extra = [person for person in (card.owner, *card.helpers) if person and person not in people]
    return to_choose_from(dict.fromkeys([*people, *in_order(extra)]))


def save(opgave: Opgave, card: Card, form: CardForm) -> None:
    """Put on the card what the form changes."""
    typed = _typed(opgave, form)
    card.edit(**{name: value for name, value in typed.items() if getattr(card, name) != value})


def _typed(opgave: Opgave, form: CardForm) -> dict[str, Any]:
    group = group_named(opgave, form.group.data or "")
    labels = card_parts.labels_named(opgave, NamesField.names(form.labels.data or ""))
    session.flush()
    return {
        "action": form.action.data,
        "citizen_result": form.citizen_result.data or "",
        "owner_id": form.owner_id.data or None,
        "helpers": [person for number in form.helpers.data or [] if (person := session.get(Person, number))],
        "block": form.block.data,
        "week": form.week.data or None,
        "group_id": group.id if group else None,
        "labels": labels,
        "description": form.description.data or "",
    }


@dataclass(frozen=True, kw_only=True)
class CardPage(Page):
    """The page of a card. A form in which something was just typed takes the place of its empty one."""

    template: ClassVar[str] = "team/card/card.html"
    opgave: Opgave
    card: Card
    block: Block
    form: CardForm
    groups: Sequence[CitizenGroup]
    description: Markup
    checklist: Sequence[CheckItem]
    notes: Sequence[tuple[CardNote, Markup]]
    history: Sequence[tuple[Change, str]]
    from_blocks: Sequence[tuple[Block, object]]
    can_work: bool
    items_form: CheckItemsForm = field(default_factory=lambda: CheckItemsForm(formdata=None))
    note_form: NoteForm = field(default_factory=lambda: NoteForm(formdata=None))
    act: MakingAct = field(default_factory=lambda: MakingAct(formdata=None))

    @classmethod
    def of(cls, opgave: Opgave, card: Card, form: CardForm | None = None) -> Self:
        return cls(
            opgave=opgave,
            card=card,
            block=BY_KEY[card.block],
            form=form or form_for(opgave, card),
            groups=groups(opgave),
            description=as_html(card.description),
            checklist=card_parts.checklist(card),
            notes=[(note, as_html(note.text)) for note in card_parts.notes(card)],
            history=changes.card_changes(card),
            from_blocks=[(block, part) for block in BLOCKS if (part := block.card.section(opgave, card)) is not None],
            can_work=may(*TEAM),
        )
