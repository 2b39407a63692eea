"""What the sixth block tells on Voortgang."""

from collections.abc import Collection
from datetime import date

from flask import url_for

from board.blocks.answers import Item, Progress
from board.core.opgaven.noted import new_in
from board.core.opgaven.opgaven import Opgave
from board.core.record.weeks import AMSTERDAM, Week

from ..models import Visit
from ..queries.visits import count, visits
from ..rules import judge


def progress(opgaven: Collection[int], _on: date) -> dict[int, Progress]:
    """Whether anybody visited."""
    found = count(opgaven)
    return {number: judge(found.get(number, 0)) for number in opgaven}


def count_new(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """Visits of a week."""
    return new_in(opgaven, week, Visit.noted_at)


def evidence(opgave: Opgave, _since: date) -> list[Item]:
    """The visits themselves."""
    page = url_for("neighbours.index", slug=opgave.slug)
    return [Item("bezoek", visit.text, visit.noted_at.astimezone(AMSTERDAM).date(), page) for visit in visits(opgave)]
