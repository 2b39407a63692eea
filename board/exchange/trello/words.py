"""The Dutch sentences that an import writes on cards; they are data there, so they come as one parcel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from board.core.record.weeks import AMSTERDAM
from board.exchange.trello.moments import When

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
class Words:
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

    def on(self, when: When | None, exactly: str, at_the_latest: str, unknown: str) -> str:
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
