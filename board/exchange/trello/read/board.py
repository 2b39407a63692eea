"""What a Trello export holds, as far as it matters here: plain things. An `id` is always Trello's own."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class TrelloList:
    """A column of the Trello board. `closed_at`: when it was put in the archive, if the file says so."""

    id: str
    name: str
    closed: bool
    position: float
    limit: int
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TrelloLabel:
    """A label; many have a colour and no name, some neither. `colour` is Trello's key: green, red_dark, …

    Two that look the same are equal, whatever their ids.
    """

    name: str
    colour: str
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class TrelloItem:
    """A line of a checklist. `extras` counts its own due date and its own member."""

    text: str
    done: bool
    extras: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class TrelloChecklist:
    """A named checklist on a card. `empty_lines` counts its lines without a word."""

    name: str
    items: tuple[TrelloItem, ...]
    id: str = ""
    empty_lines: int = 0


@dataclass(frozen=True, slots=True)
class TrelloComment:
    """What somebody wrote on a card. `id` is that of the action, `author_id` that of who wrote it."""

    text: str
    author: str
    written_at: datetime | None
    id: str = ""
    author_id: str = ""


@dataclass(frozen=True, slots=True)
class TrelloAttachment:
    """A link or file on a card; a file itself is not in the export and needs a Trello account."""

    name: str
    url: str
    is_upload: bool
    id: str = ""


@dataclass(frozen=True, slots=True)
class TrelloField:
    """A custom field that is filled in. `kind` is checkbox, date, list, number or text.

    Without a name the file does not say which field it is; without a value it does not say which option was chosen.
    """

    name: str
    kind: str
    value: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class TrelloMoments:
    """When things happened to a card in Trello, as far as the file says; None where it does not."""

    created: datetime | None = None
    # Ticked as done; put in the archive; come into the list in which it stands.
    completed: datetime | None = None
    closed: datetime | None = None
    arrived: datetime | None = None
    # When anything happened to it for the last time.
    active: datetime | None = None


@dataclass(frozen=True, slots=True)
class TrelloStay:
    """A list in which a card stood before the one in which it stands; perhaps it is there no more."""

    list_id: str
    list_name: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class TrelloExtras:
    """What a card has that has no place here, counted so that it can be named."""

    covers: int = 0
    stickers: int = 0
    votes: int = 0
    reminders: int = 0
    power_ups: int = 0
    # separator, mirror, link or board: a card that is something else than work.
    role: str = ""
    # The card was made of a letter of this person; their address stays in Trello.
    senders: int = 0
    blank_attachments: int = 0
    blank_comments: int = 0
    # How many comments Trello says there are; None when it does not say.
    comments: int | None = None


@dataclass(frozen=True, slots=True)
class TrelloCard:
    """A card with everything that hangs on it."""

    id: str
    name: str
    description: str
    list_id: str
    position: float
    closed: bool
    complete: bool
    is_template: bool
    due: datetime | None
    # What stands where a due date should be, and is none.
    odd_due: str
    start: datetime | None
    moments: TrelloMoments
    before: TrelloStay | None
    url: str
    place: str
    # Latitude and longitude, as they are in the file.
    coordinates: str
    # The rule by which Trello makes this card again, as in a calendar: FREQ=MONTHLY;BYMONTHDAY=1.
    recurrence: str
    # What the card was called before somebody, or Trello itself, gave it the title that it has.
    first_name: str
    # The page of which this card was made, with its words.
    source: TrelloAttachment | None
    member_ids: tuple[str, ...]
    labels: tuple[TrelloLabel, ...]
    checklists: tuple[TrelloChecklist, ...]
    comments: tuple[TrelloComment, ...]
    attachments: tuple[TrelloAttachment, ...]
    fields: tuple[TrelloField, ...]
    extras: TrelloExtras

    @property
    def is_separator(self) -> bool:
        """A line between cards; where something hangs on it, it is work all the same."""
        texts = (self.description, self.checklists, self.comments, self.attachments, self.fields)
        rest = (self.member_ids, self.labels, self.due, self.start, self.odd_due)
        blank = (self.extras.blank_comments, self.extras.blank_attachments)
        return self.extras.role == "separator" and not any((*texts, *rest, *blank))


@dataclass(frozen=True, slots=True)
class TrelloStrays:
    """What belongs to cards that are not in the file, by the name of the card or the checklist."""

    comments: tuple[str, ...] = ()
    blank_comments: int = 0
    # Comments that stand in the file a second time.
    double_comments: int = 0
    checklists: tuple[str, ...] = ()
    checklist_lines: int = 0


@dataclass(frozen=True, slots=True)
class TrelloBoard:
    """One board. `cards` stand in the order of the screen; `names` are people by their Trello id."""

    id: str
    name: str
    description: str
    closed: bool
    has_background: bool
    lists: tuple[TrelloList, ...]
    cards: tuple[TrelloCard, ...]
    labels: tuple[TrelloLabel, ...]
    # The names of the custom fields of the board.
    fields: tuple[str, ...]
    names: dict[str, str]
    strays: TrelloStrays
    unreadable: int
    duplicates: int
    actions: int
    other_actions: int
    power_ups: int
    rights: int
    # The newest moment in the file; None when it has none.
    newest_at: datetime | None = None

    @property
    def cards_in_file(self) -> int:
        return len(self.cards) + self.unreadable + self.duplicates


class KnownMoment(NamedTuple):
    """A moment in Trello. When it is not exact, it happened then at the latest."""

    at: datetime
    is_exact: bool


def finished(card: TrelloCard, came_into_done_list: datetime | None) -> KnownMoment | None:
    """When the card was finished, as near as the file says; None when it says nothing at all.

    It was ticked as done, else it came into a done list, else went to the archive, else was touched for the last time.
    """
    known = card.moments
    completed = known.completed if card.complete else None
    exact = completed or came_into_done_list
    return _when(exact, known.closed or known.active)


def archived_at(card: TrelloCard, column: TrelloList | None) -> KnownMoment | None:
    """When the card left the board in Trello: by itself or with its whole list; None when the file does not say."""
    of_card = card.moments.closed if card.closed else None
    of_list = column.closed_at if column is not None and column.closed else None
    known = [moment for moment in (of_card, of_list) if moment is not None]
    return _when(min(known, default=None), card.moments.active)


def _when(exact: datetime | None, at_the_latest: datetime | None) -> KnownMoment | None:
    if exact:
        return KnownMoment(exact, is_exact=True)
    return KnownMoment(at_the_latest, is_exact=False) if at_the_latest else None
