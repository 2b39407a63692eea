"""The Dutch sentences that an import writes on cards; they are data there, so they come as one parcel."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
}


@dataclass(frozen=True)
class Words:
    """What an import says in its own words. Another language passes another parcel to `plan`."""

    untitled: str = "Kaart zonder titel"
    whole_title: str = "Hele titel: {title}"
    origin: str = "Uit Trello, lijst “{list}”."
    origin_without_list: str = "Uit Trello."
    see_card: str = "Kaart in Trello"
    fields: str = "Velden in Trello:"
    attachments: str = "Bijlagen in Trello:"
    attachment: str = "bijlage"
    checklist: str = "Lijstje: {name}"
    long_items: str = "Hele tekst van het lijstje:"
    place: str = "Plek: {place}"
    yes: str = "ja"
    result_to_tell: str = "Deze kaart was in Trello al klaar. Vertel nog wat de inwoner ervan merkt."
    members: str = "In Trello hoorden ook bij deze kaart: {names}. Zij hebben hier geen account."
    template: str = "In Trello was deze kaart een sjabloon."
    archived: str = "In Trello stond deze kaart in het archief."
    importer: str = "Import uit Trello"
    unknown_author: str = "Onbekend"
    dark: str = "donker{colour}"
    light: str = "licht{colour}"
    colours: Mapping[str, str] = field(default_factory=lambda: COLOURS)

    def colour(self, key: str) -> str:
        """The name of a colour of Trello, such as red or red_dark; an unknown one keeps its key."""
        base, _, shade = key.partition("_")
        name = self.colours.get(base, base)
        form = {"dark": self.dark, "light": self.light}.get(shade, "{colour}")
        return form.format(colour=name)
