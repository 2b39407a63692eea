"""Building block 4: somebody gives the opgave a face (source 003), and answers what the team needs (source 001)."""

from flask_babel import lazy_gettext as _l

from board.blocks.answers import CardMark
from board.blocks.contract import AuditSlot, Block, BoardSlot, CardSlot, LeavingSlot, ReviewSlot, TodaySlot
from board.blocks.leadership import routes
from board.blocks.leadership.labels import ASKS, HISTORY
from board.blocks.leadership.queries.support_requests import ASKED_ON_CARD
from board.blocks.leadership.slots import audit, board, card, leaving, review, today

block = Block(
    number=4,
    key="leadership",
    slug="leiderschap",
    title=_l("Leiderschap"),
    question=_l("Wie geeft dit een gezicht?"),
    routes=(routes.index.bp,),
    icon="blok-4",
    board=BoardSlot(living_answer=board.living_answer, mark=CardMark(ASKED_ON_CARD, ASKS.__getitem__)),
    review=ReviewSlot(
        progress=review.progress,
        count_new=review.count_new,
        evidence=review.evidence,
        measures=review.measures,
        count_requests=review.count_requests,
        requests=review.requests,
        actions=review.actions,
    ),
    today=TodaySlot(items=today.items),
    card=CardSlot(section=card.section),
    leaving=LeavingSlot(let_go=leaving.let_go),
    audit=AuditSlot(history=HISTORY, may_undo=audit.may_undo),
)
