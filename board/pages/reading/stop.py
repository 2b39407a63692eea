"""What was found in a text that waits, in words, and why another may stand."""

from collections.abc import Iterable, Sequence
from typing import Any

from board.checks.excerpts import excerpts
from board.core.may_stand import MayStand, answers_of
from board.core.personal_data import Found
from board.pages.reading.advice import Said, Spot, personal


def what_was_found(found: Iterable[Found]) -> list[Spot]:
    """Each text that waits, with the words marked in their sentence."""
    by_text: dict[str, list[Said]] = {}
    for one in found:
        by_text.setdefault(one.text, []).append(personal(one.kind, one.start, one.end))
    return [
        Spot(part.pieces, part.found, part.cut_before, part.cut_after)
        for text, said in by_text.items()
        for part in excerpts(text, said)
    ]


def why_it_stands(thing: Any) -> Sequence[MayStand]:
    """What colleagues said of this thing: why words may stand there that look like personal data."""
    return answers_of(thing) if thing is not None and thing.id else []
