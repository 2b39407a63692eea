"""Building block 5: who can and wants to do this, and what we learn from each other (seeds 002, 003 and 004)."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block, CardMark
from board.blocks.talents import queries, routes
from board.blocks.talents.queries import requests
from board.blocks.talents.slots import asked as in_place
from board.blocks.talents.slots import leaving, today
from board.blocks.talents.slots.measures import measures
from board.blocks.talents.slots.review import evidence

block = Block(
    number=5,
    key="talents",
    slug="talenten",
    title=_l("Talenten"),
    question=_l("Wie kan en wil dit?"),
    routes=routes.index.bp,
    living_answer=queries.living_answer,
    progress=queries.progress,
    news=queries.news,
    evidence=evidence,
    measures=measures,
    asks=requests.open_of,
    asked=in_place.asked,
    waits=today.waits,
    on_card=routes.cards.on_card,
    elsewhere=(routes.asked_talents.bp, routes.colleagues.bp, routes.lessons.bp),
    ends=leaving.ends,
    mark=CardMark(requests.asked_words(), lambda words: _("zoekt: %(words)s", words=words)),
)
