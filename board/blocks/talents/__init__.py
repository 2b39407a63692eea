"""Building block 5: who can and wants to do this, and what we learn from each other (sources 002, 003 and 004)."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block, CardMark
from board.blocks.talents import routes
from board.blocks.talents.queries.requests import asked_words
from board.blocks.talents.slots import board, card, leaving, review, today

block = Block(
    number=5,
    key="talents",
    slug="talenten",
    title=_l("Talenten"),
    question=_l("Wie kan en wil dit?"),
    routes=routes.index.bp,
    living_answer=board.living_answer,
    progress=review.progress,
    news=review.count_new,
    evidence=review.evidence,
    measures=review.measures,
    asks=review.count_requests,
    asked=review.requests,
    waits=today.items,
    on_card=card.section,
    elsewhere=(routes.asked_talents.bp, routes.colleagues.bp, routes.lessons.bp),
    ends=leaving.let_go,
    mark=CardMark(asked_words(), lambda words: _("zoekt: %(words)s", words=words)),
)
