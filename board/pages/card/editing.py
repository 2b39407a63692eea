"""Changing a card: the form, saving per field, and what to do when two people change the same one."""

from typing import Any

from flask import render_template
from flask_babel import gettext as _

from board.access import TEAM, may
from board.blocks import BLOCKS, BY_KEY
from board.core import card_parts, undo
from board.core.cards import Card
from board.core.opgaven import Opgave, group_named, groups, team
from board.core.people import Person
from board.db import session
from board.fields import MakingAct, whole_number
from board.markdown import as_html
from board.pages.card.forms import CardForm, CheckItemsForm, NoteForm

NAMES = (
    "action",
    "citizen_result",
    "owner_id",
    "helpers",
    "block",
    "week",
    "group_id",
    "labels",
    "description",
)


def form_for(opgave: Opgave, card: Card, formdata: bool = False) -> CardForm:
    """The form of a card, filled with what it says now, or with what was just typed."""
    given: dict[str, Any] = {} if formdata else {"formdata": None}
    form = CardForm(
        action=card.action,
        citizen_result=card.citizen_result,
        owner_id=card.owner_id or 0,
        helpers=[person.id for person in card.helpers],
        block=card.block,
        week=card.week or 0,
        group=card.group.name if card.group else "",
        labels=", ".join(label.name for label in card.labels),
        description=card.description,
        version=card.version,
        **given,
    )
    form.offer(_people(opgave, card), card)
    return form


def _people(opgave: Opgave, card: Card) -> list[tuple[int, str]]:
    """The team, and whoever is on the card already though no longer in the team."""
    people = [membership.person for membership in team(opgave)]
    extra = [person for person in (card.owner, *card.helpers) if person and person not in people]
    return [(person.id, person.name) for person in dict.fromkeys([*people, *extra])]


def save(opgave: Opgave, card: Card, form: CardForm) -> set[str]:
    """Save the form on the card. Returns the fields that a colleague changed meanwhile: then nothing is saved."""
    mine = _typed(opgave, form)
    both = undo.in_conflict(card, whole_number(str(form.version.data)) or 0, mine)
    if not both:
        card.edit(**{name: value for name, value in mine.items() if getattr(card, name) != value})
    return both


def _typed(opgave: Opgave, form: CardForm) -> dict[str, Any]:
    group = group_named(opgave, form.group.data or "")
    labels = card_parts.labels_named(opgave, (form.labels.data or "").split(","))
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


def conflict(opgave: Opgave, card: Card, form: CardForm, both: set[str]) -> str:
    """Both texts beside each other; what was typed stays in the form, which now goes on from the newest."""
    shown = form_for(opgave, card)
    fields = {"owner_id": "owner_id", "group_id": "group"}
    theirs = {(field := fields.get(name, name)): _words(shown[field]) for name in both}
    form.version.data = str(card.version)
    form.version.raw_data = None
    session.rollback()
    return page(opgave, card, form, theirs=theirs)


def _words(field: Any) -> str:
    """What a field says, as a colleague would read it."""
    if hasattr(field, "choices") and field.choices:
        chosen = field.data if isinstance(field.data, list) else [field.data]
        return ", ".join(str(one.label) for one in field.choices if one.value in chosen) or _("niets")
    return str(field.data or _("niets"))


def page(opgave: Opgave, card: Card, form: CardForm, theirs: dict[str, str] | None = None, **forms: Any) -> str:
    """The page of a card."""
    return render_template(
        "pages/card/card.html",
        opgave=opgave,
        card=card,
        block=BY_KEY[card.block],
        form=form,
        theirs=theirs or {},
        groups=groups(opgave),
        description=as_html(card.description),
        checklist=card_parts.checklist(card),
        notes=[(note, as_html(note.text)) for note in card_parts.notes(card)],
        history=undo.story(card),
        from_blocks=[(one, shown) for one in BLOCKS if (shown := one.on_card(opgave, card)) is not None],
        items_form=forms.get("items_form") or CheckItemsForm(formdata=None),
        note_form=forms.get("note_form") or NoteForm(formdata=None),
        act=MakingAct(formdata=None),
        can_work=may(*TEAM),
    )
