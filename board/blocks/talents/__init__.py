"""Building block 5: who can and wants to do this, and what we learn from each other (sources 002, 003 and 004)."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.blocks.answers import CardMark
from board.blocks.contract import AuditSlot, Block, BoardSlot, CardSlot, LeavingSlot, ReviewSlot, TodaySlot
from board.blocks.talents import routes
from board.blocks.talents.labels import HISTORY
from board.blocks.talents.queries.requests import request_words
from board.blocks.talents.slots import audit, board, card, leaving, review, search, today

block = Block(
    number=5,
    key="talents",
    slug="talenten",
    title=_l("Talenten"),
    question=_l("Wie kan en wil dit?"),
    routes=(
        routes.index.bp,
        routes.asked_talents.bp,
        routes.colleagues.bp,
        routes.lessons.bp,
    ),
    icon="blok-5",
    board=BoardSlot(
        living_answer=board.living_answer,
        mark=CardMark(request_words(), lambda words: _("zoekt: %(words)s", words=words)),
    ),
    review=ReviewSlot(
        progress=review.progress,
        count_new=review.count_new,
        evidence=review.evidence,
        measures=review.measures,
        count_requests=review.count_requests,
        requests=review.requests,
    ),
    today=TodaySlot(items=today.items),
    card=CardSlot(section=card.section),
    leaving=LeavingSlot(let_go=leaving.let_go),
    audit=AuditSlot(history=HISTORY, may_undo=audit.may_undo),
    search=search.KINDS,
)
