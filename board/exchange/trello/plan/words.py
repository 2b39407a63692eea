"""The Dutch words that an import writes on cards, and what labels are called here; they are data there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from board.core.record.weeks import AMSTERDAM
from board.exchange.trello.read.board import KnownMoment, TrelloBoard, TrelloLabel

COLOURS = {
    "green": "groen",
    "yellow": "geel",
    "orange": "oranje",
    "red": "rood",
    "purple": "paars",
    "blue": "blauw",
    "sky": "hemelsblauw",
    "lime": "limoen",
    "pink": "roze",
    "black": "zwart",
    "gray": "grijs",
    "grey": "grijs",
    "white": "wit",
    "brown": "bruin",
}
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
# How often a calendar rule says that something comes back.
TIMES = {
    "DAILY": ("elke dag", "elke {n} dagen"),
    "WEEKLY": ("elke week", "elke {n} weken"),
    "MONTHLY": ("elke maand", "elke {n} maanden"),
    "YEARLY": ("elk jaar", "elke {n} jaar"),
}
# At these times nobody chose an hour: the day begins, or it ends.
NO_HOUR = frozenset({"00:00", "23:59"})


def shorten(text: str, limit: int) -> str:
    """The text in at most `limit` characters, cut between words, with “…” where something is gone."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    # A word of more than half the space (an address) is cut inside, rather than left out.
    space = cut.rfind(" ")
    if text[limit - 1] != " " and space > limit // 2:
        cut = cut[:space]
    return cut.rstrip(" ,.;:-–") + "…"


@dataclass(frozen=True)
class ImportWords:
    """What an import says in its own words. Another language passes another parcel to `plan`."""

    untitled: str = "Kaart zonder titel"
    whole_title: str = "Hele titel: {title}"
    origin: str = "Uit Trello, lijst “{list}”."
    origin_without_list: str = "Uit Trello."
    see_card: str = "Kaart in Trello"
    fields: str = "Velden in Trello:"
    nameless_field: str = "(veld zonder naam)"
    no_value: str = "(deze keuze staat niet in het bestand)"
    attachments: str = "Bijlagen in Trello:"
    attachment: str = "bijlage"
    checklist: str = "Lijstje: {name}"
    empty_checklist: str = "Leeg lijstje: {name}"
    long_items: str = "Hele tekst van het lijstje:"
    place: str = "Plek: {place}"
    recurs: str = "Kwam in Trello terug: {how}."
    source: str = "Gemaakt van: {link}"
    first_name: str = "Heette eerst: {title}"
    starts: str = "Begint op {day}."
    due: str = "Af op {day}."
    odd_due: str = "Einddatum in Trello: “{text}”."
    yes: str = "ja"
    finished: str = "Deze kaart was in Trello al klaar."
    finished_on: str = "Deze kaart was in Trello klaar op {day}."
    finished_by: str = "Deze kaart was in Trello uiterlijk op {day} klaar."
    result_to_tell: str = "Vertel nog wat de inwoner ervan merkt."
    members: str = "In Trello hoorden ook bij deze kaart: {names}. Zij hebben hier geen account."
    template: str = "In Trello was deze kaart een sjabloon."
    archived: str = "In Trello stond deze kaart in het archief."
    archived_on: str = "In Trello ging deze kaart op {day} naar het archief."
    archived_by: str = "In Trello ging deze kaart uiterlijk op {day} naar het archief."
    importer: str = "Import uit Trello"
    unknown_author: str = "Onbekend"
    dark: str = "donker{colour}"
    light: str = "licht{colour}"
    colours: Mapping[str, str] = field(default_factory=lambda: COLOURS)
    months: tuple[str, ...] = MONTHS
    times: Mapping[str, tuple[str, str]] = field(default_factory=lambda: TIMES)

    def colour(self, key: str) -> str:
        """The name of a colour of Trello, such as red or red_dark; an unknown one keeps its key."""
        base, _, shade = key.partition("_")
        name = self.colours.get(base, base)
        form = {"dark": self.dark, "light": self.light}.get(shade, "{colour}")
        return form.format(colour=name)

    def day(self, moment: datetime) -> str:
        """The day on the wall in Amsterdam: “4 maart 2026”."""
        local = moment.astimezone(AMSTERDAM)
        return f"{local.day} {self.months[local.month - 1]} {local.year}"

    def moment(self, moment: datetime) -> str:
        """The day, with its hour where somebody chose one: “4 maart 2026, 11:00”."""
        hour = f"{moment.astimezone(AMSTERDAM):%H:%M}"
        return self.day(moment) if hour in NO_HOUR else f"{self.day(moment)}, {hour}"

    def on(self, when: KnownMoment | None, exactly: str, at_the_latest: str, unknown: str) -> str:
        """One of three sentences: with the day, with the last day that it can have been, or without."""
        if when is None:
            return unknown
        return (exactly if when.is_exact else at_the_latest).format(day=self.day(when.at))

    def recurrence(self, rule: str) -> str:
        """A calendar rule in words with the rule itself, because it may say more: “elke maand (FREQ=MONTHLY)”."""
        parts = dict(part.upper().partition("=")[::2] for part in rule.removeprefix("RRULE:").split(";"))
        once, several = self.times.get(parts.get("FREQ", ""), ("", ""))
        number = parts.get("INTERVAL", "1")
        said = once if number == "1" else several.format(n=number) if number.isdecimal() else ""
        return f"{said} ({rule})" if said else rule


LONGEST_LABEL = 60
# Two labels that differ in capitals only, of one colour, look the same to who reads a board.
Look = tuple[str, str]


def names_of_labels(board: TrelloBoard, words: ImportWords) -> Mapping[TrelloLabel, str]:
    """The name here of every label of the board, of at most 60 letters. Blank labels are left out.

    It does not matter which of them stand on cards, so that a later export of the board gives the same names.
    """
    labels = [label for label in dict.fromkeys((*board.labels, *_on_cards(board))) if _called(label, words)]
    colours: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        colours[_called(label, words).casefold()].add(label.colour)
    names: dict[Look, str] = {}
    for label in labels:
        name = _called(label, words)
        look = name.casefold(), label.colour
        if look not in names:
            suffix = f" ({words.colour(label.colour)})" if len(colours[look[0]]) > 1 and _has_both(label) else ""
            names[look] = _free(name, suffix, {each.casefold() for each in names.values()})
    return {label: names[_called(label, words).casefold(), label.colour] for label in labels}


def same_looking_labels(board: TrelloBoard, words: ImportWords) -> list[str]:
    """The labels that become one with another that looks the same."""
    seen: set[Look] = set()
    twice = []
    by_id = {label.id or (label.name, label.colour): label for label in (*board.labels, *_on_cards(board))}
    for label in by_id.values():
        look = _called(label, words).casefold(), label.colour
        if look in seen and look[0]:
            twice.append(_called(label, words))
        seen.add(look)
    return twice


def _on_cards(board: TrelloBoard) -> Iterable[TrelloLabel]:
    return (label for card in board.cards for label in card.labels)


def _has_both(label: TrelloLabel) -> bool:
    return bool(label.name and label.colour)


def _called(label: TrelloLabel, words: ImportWords) -> str:
    return label.name or (words.colour(label.colour) if label.colour else "")


def _free(name: str, suffix: str, taken: set[str]) -> str:
    """The name with its suffix, cut where it is too long; with a number where another has it already."""
    whole = shorten(name, LONGEST_LABEL - len(suffix)) + suffix
    number = 2
    while whole.casefold() in taken:
        counted = f"{suffix} ({number})"
        whole = shorten(name, LONGEST_LABEL - len(counted)) + counted
        number += 1
    return whole
