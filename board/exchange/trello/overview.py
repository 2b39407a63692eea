"""What a file changes in cards that are here, in words, and how a form answers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from flask_babel import gettext as _

from board.blocks import BY_KEY
from board.core.opgaven.cards import CardState
from board.core.record.merging import Value, mark
from board.exchange.trello.labels import FIELDS
from board.exchange.trello.write.comparison import HERE, CardUpdate, Difference, UpdateKind
from board.exchange.trello.write.matches import people_to_choose
from board.exchange.trello.write.proposal import Proposal, RenamedList
from board.web.labels import STATES, week_name

PAGE, MOST, STAY = 20, 60, 40
FIELD = "kies-"


@dataclass(frozen=True)
class DifferenceRow:
    """One difference in words, and how a form answers it."""

    label: str
    here: str
    there: str
    name: str
    choice: str
    is_chosen: bool


@dataclass(frozen=True)
class CardDifferences:
    """One card, with what is taken over or asked."""

    number: int
    title: str
    differences: Sequence[DifferenceRow]
    list_name: str


@dataclass(frozen=True)
class Changes:
    """All of it, in parts that a page can hold."""

    taken: Sequence[CardDifferences]
    more_taken: int
    asked: Sequence[CardDifferences]
    page: int
    pages: int
    open: int
    stays: Sequence[tuple[int, str, str]]
    more_stays: int
    held: Sequence[tuple[int, str, str]]
    moved: Sequence[tuple[int, str, str]]
    renamed: Sequence[RenamedList]


def field_of(update: CardUpdate, difference: Difference) -> str:
    """What the choice between there and here is called in a form."""
    return FIELD + mark(f"{update.source_id}/{difference.key}")


def answers_in(found: Proposal, form: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What was chosen per card before, with what this form says of it."""
    answers = {source_id: dict(given) for source_id, given in found.choices.answers.items()}
    for update in found.updates:
        for difference in update.asked:
            if chosen := form.get(field_of(update, difference)):
                answers.setdefault(update.source_id, {})[difference.key] = chosen[:40]
    return answers


def changes(found: Proposal, page: int) -> Changes:
    """What there is to see; `page` is which part of what is asked, from 1."""
    words = ChangeTexts(found)
    renamed = found.renamed_lists
    taken = [update for update in found.updates if _needs_own_entry(update, renamed)]
    asked = [update for update in found.updates if update.asked]
    pages = max(1, ceil(len(asked) / PAGE))
    page = min(max(page, 1), pages)
    stays = [update for update in found.updates if update.stays]
    return Changes(
        taken=[words.card(each, _without_asked(each)) for each in taken[:MOST]],
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
        renamed=renamed,
    )


def _needs_own_entry(update: CardUpdate, renamed: Sequence[RenamedList]) -> bool:
    """Whether something is taken over besides the name of its list: that is said once, of the list."""
    names = {column.before for column in renamed}
    return any(each.name != "origin" or update.renamed_from not in names for each in _without_asked(update))


def _without_asked(update: CardUpdate) -> list[Difference]:
    """What is taken over without a question."""
    return [difference for difference in update.taken if difference not in update.asked]


class ChangeTexts:
    """Puts differences into words; asks for the names of people once."""

    def __init__(self, found: Proposal) -> None:
        self.found, self.people = found, people_to_choose()
        self.lists = {column.id: column.name for column in found.board.lists}

    def card(self, update: CardUpdate, differences: Sequence[Difference]) -> CardDifferences:
        shown = [
            self._difference(update, each) for each in differences if each.name != "origin" or len(differences) == 1
        ]
        return CardDifferences(update.card_id, update.title, shown, self.list_name(update))

    def list_name(self, update: CardUpdate) -> str:
        """The list over there in which the card stands now, when that is another one than before."""
        return self.lists.get(update.moved_to, "") if update.moved_to else ""

    def fields(self, names: Sequence[str]) -> str:
        return ", ".join(str(FIELDS[name]) for name in dict.fromkeys(names))

    def _difference(self, update: CardUpdate, each: Difference) -> DifferenceRow:
        answer = self.found.choices.of(update.source_id).get(each.key, HERE)
        return DifferenceRow(
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
            UpdateKind.NEW_NOTE: _("nieuwe opmerking"),
            UpdateKind.NEW_LINE: _("nieuwe regel op het lijstje"),
            UpdateKind.LINE_GONE: _("regel weg van het lijstje"),
            UpdateKind.LINE: _("regel op het lijstje"),
            UpdateKind.NOTE: _("opmerking"),
            UpdateKind.STRANGERS: _("wie er in Trello bij kwam, zonder account hier"),
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
