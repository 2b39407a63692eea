"""Where lists go, as somebody types it: “Besproken=gedaan”."""

from collections.abc import Sequence
from difflib import get_close_matches

from flask_babel import gettext as _

from board.exchange.trello.boards import TrelloBoard
from board.exchange.trello.guessing import fold
from board.exchange.trello.mapping import AWAY, AWAY_TARGETS, ListMapping, Target
from board.exchange.trello.phrases import BLOCK_TARGETS

NAMED_SHOWN = 30
# The words that people use for a place, beside the one that the program uses itself.
PLACES: dict[str, Target] = {
    "ideeen": Target.IDEA,
    "te doen": Target.PLANNED,
    "klaar": Target.DONE,
    "afgerond": Target.DONE,
    "done": Target.DONE,
    "doing": Target.DOING,
    "to do": Target.PLANNED,
    "gearchiveerd": Target.ARCHIVE,
    "niet": Target.SKIP,
    "weg": Target.SKIP,
    "komt niet mee": Target.SKIP,
    "overslaan": Target.SKIP,
}
# As the help and the refusal name them.
OFFERED = (
    *("idee", "gepland", "bezig", "gedaan", "archief", "gestopt"),
    *("waarom", "inwoner", "klein", "leiderschap", "talenten", "overslaan"),
)


class UnknownChoice(Exception):
    """What was typed names no list, or no place. `lists` are the names that the board has."""

    def __init__(self, written: str, name: str = "", place: str = "", lists: Sequence[str] | None = None) -> None:
        super().__init__(written)
        self.written, self.name, self.place, self.lists = written, name, place, lists


def choose(board: TrelloBoard, mapping: ListMapping, choices: Sequence[str]) -> ListMapping:
    """The mapping with these choices: “NAME=PLACE” each. A name that several lists have is of all of them.

    Raises UnknownChoice, and then nothing of it counts.
    """
    for written in choices:
        name, equals, place = written.rpartition("=")
        target = _place(place)
        if not equals or target is None:
            raise UnknownChoice(written, name, place if equals else "")
        found = [column.id for column in board.lists if _is_called(column.name, name)]
        if _is_called(AWAY, name) and AWAY in mapping.targets and target in AWAY_TARGETS:
            found.append(AWAY)
        if not found:
            raise UnknownChoice(written, name, lists=[column.name for column in board.lists])
        for list_id in found:
            mapping = mapping.changed(list_id, target)
    return mapping


def _is_called(name: str, written: str) -> bool:
    """Without capitals, accents and pictures; a name of pictures alone is compared as it is."""
    return fold(name) == fold(written) if fold(name) else name.strip() == written.strip()


def _place(written: str) -> Target | None:
    wanted = fold(written)
    named = {target.value: target for target in Target} | PLACES
    # “1 Waarom”, “waarom”, and what the page says of it.
    named |= {fold(str(words)): target for target, words in BLOCK_TARGETS.items()}
    named |= {fold(str(words)).partition(" ")[2]: target for target, words in BLOCK_TARGETS.items()}
    return named.get(wanted)


def unknown_choice(unknown: UnknownChoice) -> str:
    """What to type instead."""
    if unknown.lists is not None:
        names = ", ".join(f"“{name}”" for name in unknown.lists[:NAMED_SHOWN] if name)
        close = get_close_matches(unknown.name, unknown.lists, 1)
        asked = _(" Bedoel je “%(name)s”?", name=close[0]) if close else ""
        return (
            _("Er is geen lijst “%(name)s” op dit bord.", name=unknown.name)
            + asked
            + " "
            + _("De lijsten heten: %(names)s.", names=names)
        )
    offered = ", ".join(OFFERED)
    if unknown.place:
        return _("“%(place)s” kennen we niet. Een lijst kan worden: %(offered)s.", place=unknown.place, offered=offered)
    return _(
        "Bij “%(written)s” staat niet waar de lijst heen gaat. Schrijf het zo, met aanhalingstekens: "
        '--list "Besproken=gedaan". Een lijst kan worden: %(offered)s.',
        written=unknown.written,
        offered=offered,
    )
