"""What the page shows of cards that are here already: what a later export changes, in words and in parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from flask_babel import gettext as _

from board.blocks import BY_KEY
from board.core.opgaven.cards import CardState
from board.core.record.merging import Value, mark
from board.exchange.trello.coming import Coming
from board.exchange.trello.matching import people_here
from board.exchange.trello.phrases import FIELDS
from board.exchange.trello.updates import HERE, CardUpdate, Difference, Kind
from board.web.labels import STATES, week_name

PAGE, MOST, STAY = 20, 60, 40
FIELD = "kies-"


@dataclass(frozen=True)
class ShownDifference:
    """One difference in words, and how a form answers it."""

    label: str
    here: str
    there: str
    name: str
    choice: str
    is_chosen: bool


@dataclass(frozen=True)
class ShownCard:
    """One card, with what is taken over or asked."""

    number: int
    title: str
    differences: Sequence[ShownDifference]
    list_name: str


@dataclass(frozen=True)
class Changes:
    """All of it, in parts that a page can hold."""

    taken: Sequence[ShownCard]
    more_taken: int
    asked: Sequence[ShownCard]
    page: int
    pages: int
    open: int
    stays: Sequence[tuple[int, str, str]]
    more_stays: int
    held: Sequence[tuple[int, str, str]]
    moved: Sequence[tuple[int, str, str]]

    @property
    def is_empty(self) -> bool:
        return not (self.taken or self.asked or self.stays or self.held or self.moved)


def field_of(update: CardUpdate, difference: Difference) -> str:
    """What the choice between there and here is called in a form."""
    return FIELD + mark(f"{update.source_id}/{difference.key}")


def answers_in(found: Coming, form: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What was chosen per card before, with what this form says of it."""
    answers = {source_id: dict(given) for source_id, given in found.choices.answers.items()}
    for update in found.updates:
        for difference in update.asked:
            if chosen := form.get(field_of(update, difference)):
                answers.setdefault(update.source_id, {})[difference.key] = chosen[:40]
    return answers


def changes(found: Coming, page: int) -> Changes:
    """What there is to see; `page` is which part of what is asked, from 1."""
    words = Words(found)
    taken = [update for update in found.updates if any(each not in update.asked for each in update.taken)]
    asked = [update for update in found.updates if update.asked]
    pages = max(1, ceil(len(asked) / PAGE))
    page = min(max(page, 1), pages)
    stays = [update for update in found.updates if update.stays]
    return Changes(
        taken=[words.card(each, [one for one in each.taken if one not in each.asked]) for each in taken[:MOST]],
        more_taken=max(0, len(taken) - MOST),
        asked=[words.card(each, each.asked) for each in asked[(page - 1) * PAGE : page * PAGE]],
        page=page,
        pages=pages,
        open=found.left_open,
        stays=[(each.card_id, each.title, words.fields(each.stays)) for each in stays[:STAY]],
        more_stays=max(0, len(stays) - STAY),
        held=[(each.card_id, each.title, words.fields(each.held)) for each in found.updates if each.held][:MOST],
        moved=[
            (each.card_id, each.title, words.list_name(each))
            for each in found.updates
            if each.moved_to and not (each.taken or each.asked)
        ][:MOST],
    )


class Words:
    """Puts differences into words; asks for the names of people once."""

    def __init__(self, found: Coming) -> None:
        self.found, self.people = found, people_here()
        self.lists = {column.id: column.name for column in found.board.lists}

    def card(self, update: CardUpdate, differences: Sequence[Difference]) -> ShownCard:
        shown = [
            self._difference(update, each) for each in differences if each.name != "origin" or len(differences) == 1
        ]
        return ShownCard(update.card_id, update.title, shown, self.list_name(update))

    def list_name(self, update: CardUpdate) -> str:
        """The list over there in which the card stands now, when that is another one than before."""
        return self.lists.get(update.moved_to, "") if update.moved_to else ""

    def fields(self, names: Sequence[str]) -> str:
        return ", ".join(str(FIELDS[name]) for name in dict.fromkeys(names))

    def _difference(self, update: CardUpdate, each: Difference) -> ShownDifference:
        answer = self.found.choices.of(update.source_id).get(each.key, HERE)
        return ShownDifference(
            label=self._label(each),
            here=self.value(each.name, each.here),
            there=self.value(each.name, each.there),
            name=field_of(update, each),
            choice=each.choice,
            is_chosen=answer == each.choice,
        )

    def _label(self, each: Difference) -> str:
        if each.key == "weg":
            return _("staat niet meer in Trello")
        if each.name == "state" and each.there == (CardState.STOPPED.value,):
            return _("is in Trello opgeborgen")
        named = {
            Kind.NEW_NOTE: _("nieuwe opmerking"),
            Kind.NEW_LINE: _("nieuwe regel op het lijstje"),
            Kind.LINE_GONE: _("regel weg van het lijstje"),
            Kind.LINE: _("regel op het lijstje"),
            Kind.NOTE: _("opmerking"),
            Kind.STRANGERS: _("wie er in Trello bij kwam, zonder account hier"),
        }
        return named.get(each.kind) or str(FIELDS[each.name])

    def value(self, name: str, value: Value) -> str:
        """What a field holds, as somebody reads it."""
        if name == "state" and value:
            return str(STATES[CardState(value[0])])
        if name == "block" and value:
            return str(BY_KEY[value[0]].title)
        if name == "week" and value:
            return week_name(int(value[0]))
        if name == "people":
            return ", ".join(self.people.get(int(number), _("iemand")) for number in value)
        if name == "done":
            return _("afgevinkt") if value else _("nog open")
        return ", ".join(value)
