"""What is made once and shown again, in this process: one cache, with a room of so many bytes for each kind of thing.

What is kept belongs to one release, day, language and set of rights, and to one version of what it was made of: each of
these has to fit before it is shown again. What is lost is only made again (docs/decisions/0057).
"""

from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from sys import getsizeof
from threading import Lock
from typing import Any, NamedTuple, TypeVar, cast

from cachetools import LRUCache
from flask import Flask, current_app
from flask_babel import get_locale

from board.core.record.weeks import today
from board.web.release import RELEASE

# Bytes per process, by kind.
ROOMS = {
    "boards": 16_000_000,  # some tens of boards of 200 cards
    "cards": 12_000_000,  # some thousands
    "reviews": 6_000_000,  # rows and cells of Voortgang, as HTML
    "glances": 4_000_000,  # how some thousands of opgaven stand
    "pages": 16_000_000,  # what citizens read: the pages of years, some posters, and the open data
}
# Of one entry, besides what is in it: its places in the tables of the cache.
ENVELOPE = 300

Value = TypeVar("Value")


class Fit(NamedTuple):
    """What each entry has to fit besides its version."""

    release: str
    day: date
    rights: Hashable
    language: str


class CacheEntry(NamedTuple):
    """Something that was made, of which version, and its size in bytes with its key."""

    version: Hashable
    value: Any
    size: int


class Room:
    """Entries of one kind, of one day, in at most so many bytes; what was asked longest ago goes first."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._entries: LRUCache[Hashable, CacheEntry] = LRUCache(most_bytes, getsizeof=_size)
        self._lock, self._day = Lock(), date.min

    def get(self, fit: Fit, what: Hashable, version: Hashable) -> Any:
        """What was made of this version; None when it was not, or was dropped."""
        with self._lock:
            if fit.day != self._day:
                return None
            try:
                entry = self._entries[fit, what]
            except KeyError:
                return None
        return entry.value if entry.version == version else None

    def put(self, fit: Fit, what: Hashable, version: Hashable, value: Any) -> None:
        """Keep it in the place of an older version; not when it would push out half of all else."""
        size = ENVELOPE + size_of(what) + size_of(version) + size_of(value)
        with self._lock:
            if fit.day != self._day:  # so that no name stays in memory for longer than a day
                self._entries.clear()
                self._day = fit.day
            if size > self.most_bytes // 2:
                self._entries.pop((fit, what), None)
            else:
                self._entries[fit, what] = CacheEntry(version, value, size)

    def clear(self) -> None:
        """As in a process that just began."""
        with self._lock:
            self._entries.clear()

    @property
    def bytes(self) -> int:
        """How many are taken now."""
        return int(self._entries.currsize)

    def __len__(self) -> int:
        return len(self._entries)


class Shelf(NamedTuple):
    """A room as one visitor may use it now: what they see and keep fits their rights and language, and this day."""

    room: Room
    fit: Fit

    def get(self, what: Hashable, version: Hashable) -> Any:
        """What was made of this version; None when it was not."""
        return self.room.get(self.fit, what, version)

    def put(self, what: Hashable, version: Hashable, value: Any) -> None:
        """Keep what was made of this version."""
        self.room.put(self.fit, what, version, value)

    def remember(self, what: Hashable, version: Hashable, make: Callable[[], Value]) -> Value:
        """From before when this version was made before, else made now. Nothing that may be None."""
        known = self.get(what, version)
        if known is not None:
            return cast(Value, known)
        made = make()
        self.put(what, version, made)
        return made


def shelf(kind: str, rights: Hashable) -> Shelf:
    """The room of this kind (of ROOMS), for who looks now. `rights`: every right that what is kept was made for."""
    fit = Fit(current_app.config[RELEASE], today(), rights, str(get_locale()))
    return Shelf(room(current_app, kind), fit)


def room(app: Flask, kind: str) -> Room:
    """The room of this kind in this application. Raises KeyError for a kind that is not in ROOMS."""
    rooms: dict[str, Room] = app.extensions["cache"]
    return rooms[kind]


def init_app(app: Flask) -> None:
    """Empty rooms."""
    app.extensions["cache"] = {kind: Room(most_bytes) for kind, most_bytes in ROOMS.items()}


def _size(entry: CacheEntry) -> int:
    return entry.size


def size_of(thing: object) -> int:
    """The bytes that a value takes, with all that is in it; what it shares with others is counted each time."""
    parts: Any = ()
    if isinstance(thing, dict):
        parts = (*thing.keys(), *thing.values())
    elif isinstance(thing, tuple | list | set | frozenset):
        parts = thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        parts = [getattr(thing, field.name) for field in fields(thing)]
    return getsizeof(thing) + sum(map(size_of, parts))
