"""What a Trello export holds, as far as it matters here: plain things without behaviour."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TrelloList:
    """A column of the Trello board."""

    id: str
    name: str
    closed: bool
    position: float
    limit: int


@dataclass(frozen=True, slots=True)
class TrelloLabel:
    """A label; many have a colour and no name. `colour` is Trello's key: green, red_dark, …"""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class TrelloItem:
    """A line of a checklist. `extras` counts its own due date and its own member."""

    text: str
    done: bool
    extras: int


@dataclass(frozen=True, slots=True)
class TrelloChecklist:
    """A named checklist on a card."""

    name: str
    items: tuple[TrelloItem, ...]


@dataclass(frozen=True, slots=True)
class TrelloComment:
    """What somebody wrote on a card."""

    text: str
    author: str
    written_at: datetime | None


@dataclass(frozen=True, slots=True)
class TrelloAttachment:
    """A link or file on a card; a file itself is not in the export and needs a Trello account."""

    name: str
    url: str
    is_upload: bool


@dataclass(frozen=True, slots=True)
class TrelloField:
    """A custom field that is filled in. `kind` is checkbox, date, list, number or text."""

    name: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class TrelloExtras:
    """What a card has that has no place here, counted so that it can be named."""

    covers: int = 0
    stickers: int = 0
    votes: int = 0
    starts: int = 0
    reminders: int = 0
    power_ups: int = 0
    mirrors: int = 0
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
    is_separator: bool
    due: datetime | None
    created_at: datetime | None
    url: str
    place: str
    member_ids: tuple[str, ...]
    labels: tuple[TrelloLabel, ...]
    checklists: tuple[TrelloChecklist, ...]
    comments: tuple[TrelloComment, ...]
    attachments: tuple[TrelloAttachment, ...]
    fields: tuple[TrelloField, ...]
    extras: TrelloExtras


@dataclass(frozen=True, slots=True)
class TrelloBoard:
    """One board. `cards` stand in the order of the screen; `names` are people by their Trello id."""

    name: str
    description: str
    lists: tuple[TrelloList, ...]
    cards: tuple[TrelloCard, ...]
    labels: tuple[TrelloLabel, ...]
    names: dict[str, str]
    unreadable: int
    duplicates: int
    actions: int
    other_actions: int
    stray_comments: int
    power_ups: int
    rights: int

    @property
    def cards_in_file(self) -> int:
        return len(self.cards) + self.unreadable + self.duplicates
