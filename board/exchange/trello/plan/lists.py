"""Which list of a Trello board becomes which state or building block: guessed by its name, shown, changeable."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Self
from unicodedata import combining, normalize

from board.exchange.trello.read.board import TrelloBoard, TrelloCard, TrelloList

FIELD = "lijst-"
# In the place of a list: the cards that were put in the archive one by one, out of any list.
AWAY = "archief"


# How lists are called that belong to a block besides the five, by its key; see `add_block`.
BLOCK_NAMES: dict[str, tuple[str, ...]] = {}


class Target(Enum):
    """Where the cards of a list go: to a state (in block 3, Klein), to a block (as ideas), or nowhere."""

    IDEA = "idee"
    PLANNED = "gepland"
    DOING = "bezig"
    DONE = "gedaan"
    ARCHIVE = "archief"
    STOPPED = "gestopt"
    WHY = "why"
    CITIZEN = "citizen"
    INCREMENTS = "increments"
    LEADERSHIP = "leadership"
    TALENTS = "talents"
    SKIP = "skip"

    @classmethod
    def _missing_(cls, value: object) -> "Target | None":
        """A block that was added to the five is a target too, by its key."""
        if not isinstance(value, str) or value not in BLOCK_NAMES:
            return None
        target = object.__new__(cls)
        target._name_, target._value_ = value.upper(), value
        return cls._value2member_map_.setdefault(value, target)  # type: ignore[return-value]

    @property
    def is_block(self) -> bool:
        return self in BLOCK_TARGETS or self.value in BLOCK_NAMES

    @property
    def block(self) -> str:
        """The key of the block in which the cards come."""
        return self.value if self.is_block else Target.INCREMENTS.value

    @property
    def state(self) -> str:
        """The state in which open cards come, as CardState spells it.

        A card from a done list waits in bezig: done needs a result (PRODUCT.md, rule 2). Of an archive that holds
        for what was finished, and the rest is stopped.
        """
        if self is Target.DONE:
            return Target.DOING.value
        if self is Target.ARCHIVE:
            return Target.STOPPED.value
        return Target.IDEA.value if self.is_block or self is Target.SKIP else self.value


# Where the cards may go that lie in the archive.
AWAY_TARGETS = (Target.ARCHIVE, Target.STOPPED, Target.SKIP)
BLOCK_TARGETS = (Target.WHY, Target.CITIZEN, Target.INCREMENTS, Target.LEADERSHIP, Target.TALENTS)


@dataclass(frozen=True)
class ListMapping:
    """A choice for each list of one board, by list id. A list without a choice holds ideas."""

    targets: Mapping[str, Target]

    def target(self, list_id: str) -> Target:
        return self.targets.get(list_id, Target.IDEA)

    def of(self, card: TrelloCard) -> Target:
        """Where this card goes: with its list, unless it lies in the archive and those are chosen for apart."""
        apart = self.targets.get(AWAY) if card.closed else None
        own = self.target(card.list_id)
        return apart if apart in {Target.STOPPED, Target.SKIP} and own is not Target.SKIP else own

    def changed(self, list_id: str, target: Target) -> Self:
        """The same mapping with another choice for one list."""
        return replace(self, targets={**self.targets, list_id: target})

    def to_form(self) -> dict[str, str]:
        """One form field for each list: {"lijst-<id>": "gepland"}."""
        return {FIELD + list_id: target.value for list_id, target in self.targets.items()}

    def with_form(self, values: Mapping[str, str]) -> Self:
        """The mapping as somebody changed it in a form. Fields of other lists are passed over.

        Raises ValueError for a choice that does not exist.
        """
        chosen = {list_id: values.get(FIELD + list_id) for list_id in self.targets}
        return self._with(chosen)

    def to_json(self) -> str:
        return json.dumps({list_id: target.value for list_id, target in self.targets.items()})

    def with_json(self, written: str) -> Self:
        """The mapping with the choices of `to_json`. Raises ValueError for anything else."""
        found = json.loads(written)
        if not isinstance(found, dict):
            raise ValueError("a mapping is a JSON object")
        return self._with({list_id: found.get(list_id) for list_id in self.targets})

    def _with(self, chosen: Mapping[str, str | None]) -> Self:
        new = {list_id: Target(value) for list_id, value in chosen.items() if value is not None}
        if new.get(AWAY, Target.ARCHIVE) not in AWAY_TARGETS:
            raise ValueError("what lies in the archive goes to no other place")
        return replace(self, targets={**self.targets, **new})


def guess(board: TrelloBoard) -> ListMapping:
    """The most likely mapping by the names of the lists, Dutch or English."""
    targets = {column.id: guess_target(column) for column in board.lists}
    if any(card.closed for card in board.cards):
        targets[AWAY] = Target.ARCHIVE
    return ListMapping(targets)


def guess_target(column: TrelloList) -> Target:
    """The most likely target of one list. A list that was put away keeps only whether its cards were done."""
    target = Target(guess_key(column.name))
    if column.closed and target not in {Target.DONE, Target.STOPPED}:
        return Target.ARCHIVE
    return target


def in_archive(board: TrelloBoard, mapping: ListMapping) -> tuple[int, Target] | None:
    """How many cards were put in the archive one by one, and where they go; None when there are none."""
    away = sum(card.closed for card in board.cards)
    return (away, mapping.target(AWAY)) if away else None


def lists_with_cards(board: TrelloBoard) -> list[tuple[TrelloList, int]]:
    """Each list with the number of its cards in the file, in the order of the screen."""
    found = Counter(card.list_id for card in board.cards)
    return [(column, found[column.id]) for column in board.lists]


def add_block(key: str, names: tuple[str, ...]) -> Target:
    """The target of a block. One that is not of the five comes in for lists that hold one of its names."""
    if key not in {target.value for target in BLOCK_TARGETS}:
        BLOCK_NAMES[key] = tuple(fold(name) for name in names)
    return Target(key)


# Phrases in order, with what a list so called becomes.
LIST_NAMES = (Path(__file__).parent / "list_names.txt").read_text(encoding="utf-8")
KINDS = tuple(
    (target, tuple(phrase.strip() for phrase in phrases.split(",")))
    for target, phrases in (line.split(":") for line in LIST_NAMES.splitlines() if not line.startswith("#"))
)
# Words that mean something only when they are the whole name.
WHOLE = {
    "doen": "gepland",
    "actie": "gepland",
    "acties": "gepland",
    "taken": "gepland",
    "ready": "gepland",
    "week": "gepland",
    "test": "bezig",
    "actief": "bezig",
    "uitvoering": "bezig",
    "resultaat": "gedaan",
    "resultaten": "gedaan",
    "live": "gedaan",
    "akkoord": "gedaan",
    "oud": "archief",
    "af": "gedaan",
    "ok": "gedaan",
    "v": "gedaan",
    "x": "gedaan",
}
DEFAULT = "idee"
# “Niet gedaan”, “nog niet klaar”, “not yet done”: what is said to be done, is not.
NOT = re.compile(r" (?:niet|nooit|not|nog|yet|geen)(?: \w+)? $")
# “Te bespreken”, “uit te voeren”, “af te ronden”: work that waits. Not “te laat”.
TO_BE_DONE = re.compile(r" te \w+(?:en|gaan|zien|doen) ")
# “Uitgezocht”, “opgeruimd”, “doorgegeven”: a participle of a verb in two parts says that it happened.
HAPPENED = re.compile(r" (?:af|op|uit|in|aan|na|door|mee|toe|bij|terug|weg|over|vast)ge\w{2,}(?:d|t|en) ")


@lru_cache(maxsize=2000)
def guess_key(name: str) -> str:
    """The key of the target that fits the name of a list best; "idee" when nothing fits."""
    words = fold(name)
    if words in WHOLE:
        return WHOLE[words]
    padded = f" {words} "
    kinds = (*KINDS, *BLOCK_NAMES.items())
    found = next(((key, at) for key, phrases in kinds for p in phrases if (at := padded.find(f" {p} ")) >= 0), None)
    if found is None:
        return _by_form(padded)
    is_not = found[0] == "gedaan" and NOT.search(padded[: found[1] + 1])
    return "gepland" if is_not else found[0]


def _by_form(padded: str) -> str:
    """What the form of a word says, when no word is known."""
    if TO_BE_DONE.search(padded):
        return "gepland"
    return "gedaan" if HAPPENED.search(padded) else DEFAULT


def fold(name: str) -> str:
    """A name without case, accents, pictures and punctuation: “Ideeën! 💡” is "ideeen"."""
    plain = "".join(each for each in normalize("NFKD", name.casefold()) if not combining(each))
    return " ".join(re.findall(r"[^\W_]+", plain))
