"""Who a name over there is here: guessed, shown, and corrected; also afterwards, where nobody changed it here since."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from sqlalchemy import select

from board.core.opgaven.cards import Card
from board.core.opgaven.imports import BoardImport, ImportedThing, by_import
from board.core.opgaven.opgaven import hold
from board.core.people.lists import in_order, to_choose_from
from board.core.people.people import Person
from board.core.record.merging import Value, mark, sealed, unsealed
from board.db import session
from board.db.batches import in_batches, split_batches
from board.exchange.trello.plan.cards import People
from board.exchange.trello.read.board import TrelloBoard
from board.exchange.trello.write.comparison import NOTE
from board.exchange.trello.write.imported_cards import (
    ImportedCard,
    card_values,
    note_values,
    read_imported_cards,
    text_of_marks,
)
from board.exchange.trello.write.proposal import Proposal, people_by_name
from board.exchange.trello.write.updating import SOURCE

FIELD = "wie-"


def field_of(name: str) -> str:
    """What the question who this is, is called in a form."""
    return FIELD + mark(name)


def names_of(board: TrelloBoard) -> list[str]:
    """Everybody on a card or behind a comment of this board, by name."""
    members = (board.names[each] for card in board.cards for each in card.member_ids if each in board.names)
    authors = (comment.author for card in board.cards for comment in card.comments if comment.author)
    return sorted({*members, *authors}, key=str.casefold)


def people_to_choose() -> dict[int, str]:
    """Everybody who can be chosen: by name, and with their job or address where two have one name."""
    return dict(to_choose_from(in_order(session.scalars(select(Person).where(Person.erased_at.is_(None))))))


def person_named(typed: str, people: Mapping[int, str]) -> int | None:
    """The person that was typed; nobody for an empty field. Raises LookupError for a name that is not here."""
    wanted = " ".join(typed.split()).casefold()
    if not wanted:
        return None
    found = [number for number, name in people.items() if name.casefold() == wanted]
    if len(found) != 1:
        raise LookupError(typed)
    return found[0]


def correct_people(done: BoardImport, people: Mapping[str, int | None]) -> None:
    """From now on these names are these people; cards and comments follow where they still are as imported."""
    opgave_id, number, before = done.opgave_id, done.id, dict(done.people)
    after = {**before, **people}
    changed = {name for name in after if after[name] != before.get(name)}
    query = select(Card.source_id).join(ImportedThing, ImportedThing.card_id == Card.id)
    ids = [each for each in session.scalars(query.where(ImportedThing.import_id == number).distinct()) if each]
    steps = [
        partial(_correct_part, opgave_id, number, part, after, changed)
        for part in split_batches(sorted(ids), lambda _id: 5)
    ]
    in_batches([partial(_note_people, number, after), *steps])


def _note_people(number: int, people: Mapping[str, int | None]) -> None:
    done = session.get_one(BoardImport, number)
    done.said = {**done.said, **{name: people[name] for name in people if people[name] != done.people.get(name)}}
    done.people = dict(people)


def _correct_part(
    opgave_id: int, number: int, source_ids: Sequence[str], people: Mapping[str, int | None], changed: Iterable[str]
) -> None:
    hold(opgave_id)
    names = {mark(name): name for name in people}
    marks = {mark(name) for name in changed}
    with by_import(number):
        for source_id, card in read_imported_cards(opgave_id, SOURCE, source_ids, for_update=True).items():
            _correct_card(card, source_id, names, people, marks)
            _correct_notes(card, people, set(changed))


def _correct_card(
    here: ImportedCard, source_id: str, names: Mapping[str, str], people: Mapping[str, int | None], changed: set[str]
) -> None:
    """Owner and helpers, where they are as the import put them."""
    row = here.rows.get(("card", source_id))
    seen = unsealed(row.seen) if row else {}
    members = seen.get("members", ())
    if row is None or not changed & set(members) or here.is_done:
        return
    now = card_values(here.card)["people"]
    if {mark(number) for number in now} != set(seen.get("people", ())):
        return
    wanted = list(dict.fromkeys(number for each in members if (number := people.get(names.get(each, ""))) is not None))
    known = {person.id: person for person in session.scalars(select(Person).where(Person.id.in_(wanted)))}
    here.card.edit(owner=known[wanted[0]] if wanted else None, helpers=[known[number] for number in wanted[1:]])
    row.seen = _with(row.seen, "people", tuple(str(number) for number in wanted))


def _correct_notes(here: ImportedCard, people: Mapping[str, int | None], changed: set[str]) -> None:
    """Who wrote a comment, where the note still has the author that the import gave it."""
    for (kind, _source_id), row in here.rows.items():
        note = here.notes.get(row.thing_id) if kind == NOTE else None
        if note is None or note.author_name not in changed:
            continue
        wanted = people[note.author_name]
        if sealed(note_values(note)) == row.seen and note.author_id != wanted:
            note.author_id = wanted
            row.seen = _with(row.seen, "author", (str(wanted),) if wanted else ())


def _with(seen: str, name: str, value: Value) -> str:
    return text_of_marks({**unsealed(seen), name: tuple(mark(text) for text in value)})


def people_in_form(guessed: Mapping[str, int | None], form: Mapping[str, str]) -> dict[str, int | None]:
    """Where a form says something else than what was guessed. Raises LookupError for a name that is not here."""
    asked = {name: form[field_of(name)] for name in guessed if field_of(name) in form}
    people = people_to_choose() if asked else {}
    said = {name: person_named(typed, people) for name, typed in asked.items()}
    return {name: number for name, number in said.items() if number != guessed[name]}


def guessed_people(found: Proposal) -> dict[str, int | None]:
    """Who each name of the board is here, as it would be now."""
    people = People.known(people_by_name(), found.choices.people)
    return {name: people.find(name) for name in names_of(found.board)}


def matches(names: Iterable[str], people: Mapping[str, int | None]) -> list[tuple[str, str, str]]:
    """Each name, what the question is called, and who it is here in words."""
    here = people_to_choose()
    return [(name, field_of(name), here.get(people.get(name) or 0, "")) for name in names]
