"""What the first block tells on Voortgang: its heartbeat, and the worries, sentences and stories behind it."""

from collections.abc import Collection
from datetime import date

from flask import url_for

from board.blocks.answers import Item, Progress, by_day
from board.blocks.why.labels import EARLIER_WORRY, KINDS
from board.blocks.why.models import Story
from board.blocks.why.queries.heartbeats import heartbeats_on
from board.blocks.why.queries.stories import stories
from board.blocks.why.rules import judge
from board.core.opgaven.noted import new_in
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry, WorryCheck, checks, worries
from board.core.record.weeks import Week
from board.db import limits


def evidence(opgave: Opgave, since: date) -> list[Item]:
    """The worry of now, and whatever was signed, said or heard since that day. Three queries."""
    signed, page = worries(opgave), url_for("why.index", slug=opgave.slug)
    items = [Item(KINDS[Worry], worry.text, worry.signed_on, page, outside=True) for worry in signed[:1]]
    items += [
        Item(EARLIER_WORRY, worry.text, worry.signed_on, f"{page}#zorg-{worry.id}", outside=True)
        for worry in signed[1:]
        if worry.signed_on >= since
    ]
    items += [
        Item(KINDS[WorryCheck], check.sentence, check.checked_on, page, outside=True)
        for check in checks(opgave)
        if check.checked_on >= since
    ]
    items += [
        Item(KINDS[Story], story.text, story.heard_on, f"{page}#verhaal-{story.id}", outside=True)
        for story in stories(opgave)
        if story.heard_on >= since
    ]
    return by_day(items)


def progress(opgaven: Collection[int], on: date) -> dict[int, Progress]:
    """The heartbeat of each opgave as it was on that day."""
    heartbeats = heartbeats_on(opgaven, on)
    return {number: judge(heartbeats.get(number), on, limits().heartbeat_weeks) for number in opgaven}


def count_new(opgaven: Collection[int], week: Week) -> dict[int, int]:
    """New worries, sentences that kept them alive, and stories."""
    return new_in(opgaven, week, Worry.signed_on, WorryCheck.checked_on, Story.heard_on)
