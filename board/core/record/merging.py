"""Three-way merge: what somebody saw, what stands there now, and what they want, field by field.

A pure rule over values as a form sends them. It keeps no texts: of what was seen a short mark is enough to tell that
something else stands there by now.
"""

import base64
import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

# What a field holds, as a browser sends it: a text is one, of a list as many as were chosen, and nothing is ().
Value = tuple[str, ...]
# What somebody saw in a field: the marks of its values.
Seen = Mapping[str, Value]
SHAPE = re.compile(r"[\w-]{1,40}:[\w,-]*")


@dataclass(frozen=True)
class Merged:
    """What a form holds after the merge, and what its reader has to know of it."""

    values: dict[str, Value] = field(default_factory=dict)
    # Only a colleague changed these: their text is in the form now.
    theirs: tuple[str, ...] = ()
    # Both changed these, into something else: mine is in the form, and somebody has to choose.
    both: tuple[str, ...] = ()


def mark(text: str) -> str:
    """The short fingerprint of one text."""
    return base64.urlsafe_b64encode(hashlib.blake2s(text.encode("utf-8", "replace"), digest_size=6).digest()).decode()


def marks(values: Mapping[str, Value]) -> dict[str, Value]:
    """What somebody sees in these fields; what is empty needs no mark."""
    return {name: tuple(mark(text) for text in value) for name, value in values.items() if value}


def sealed(values: Mapping[str, Value]) -> str:
    """What somebody sees in these fields, as a form carries it: “action:kR3f2a_9 helpers:x1,y2”."""
    return " ".join(f"{name}:{','.join(seen)}" for name, seen in marks(values).items())


def unsealed(text: str) -> dict[str, Value]:
    """What a form says that its reader saw. Rubbish, or nothing at all, is a reader who saw an empty form."""
    parts = [part.partition(":") for part in text.split() if SHAPE.fullmatch(part)]
    return {name: tuple(seen.split(",")) for name, _colon, seen in parts if seen}


def merge(
    seen: Seen,
    now: Mapping[str, Value],
    mine: Mapping[str, Value],
    lists: Collection[str] = (),
    together: Sequence[Collection[str]] = (),
) -> Merged:
    """Bring together what stands there `now` and what is `mine`, both made from what was `seen`.

    `lists`: fields of which each value counts by itself; what either added or took out is added or taken out.
    `together`: fields that mean something only with each other; a change in one of them counts for all of these.
    """
    was, same = marks(now), {name for name in now if now[name] == mine.get(name, now[name])}
    by_them = {name for name in now if was.get(name, ()) != tuple(seen.get(name, ()))}
    by_me = {name for name in now if name in mine and marks({name: mine[name]}).get(name, ()) != seen.get(name, ())}
    values = dict(now) | dict(mine)
    for name in set(lists) & set(now) & set(mine):
        values[name] = _lists(seen.get(name, ()), now[name], mine[name])
    single = [name for name in now if name not in lists and name not in same]
    theirs = [name for name in single if name in by_them and not _any(name, by_me, together)]
    both = [name for name in single if name not in theirs and _any(name, by_them, together)]
    values.update({name: now[name] for name in theirs})
    came = {name for name in lists if name in mine and values.get(name) != mine[name]}
    return Merged(values, tuple(name for name in now if name in theirs or name in came), tuple(both))


def _any(name: str, changed: Collection[str], together: Sequence[Collection[str]]) -> bool:
    """Whether this field was changed, or one that it means something with."""
    return any(other in changed for group in [(name,), *together] if name in group for other in group)


def _lists(seen: Value, now: Value, mine: Value) -> Value:
    """Mine first, in my order, without what they took out; then what they added."""
    stays = [text for text in mine if text in now or mark(text) not in seen]
    return (*stays, *(text for text in now if text not in mine and mark(text) not in seen))
