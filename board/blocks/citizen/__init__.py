"""Building block 2: what the inwoner needs, in their own words, and what reaches us from outside (sources 000, 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.citizen import routes
from board.blocks.citizen.labels import HISTORY
from board.blocks.citizen.slots import audit, board, card, leaving, review, search, today
from board.blocks.contract import AuditSlot, Block, BoardSlot, CardSlot, LeavingSlot, ReviewSlot, TodaySlot

block = Block(
    number=2,
    key="citizen",
    slug="inwoner",
    title=_l("Inwoner"),
    question=_l("Waar heeft de inwoner behoefte aan?"),
    routes=(
        routes.index.bp,
        routes.signals.bp,
    ),
    icon="blok-2",
    board=BoardSlot(living_answer=board.living_answer),
    review=ReviewSlot(
        progress=review.progress,
        count_new=review.count_new,
        evidence=review.evidence,
        measures=review.measures,
    ),
    today=TodaySlot(items=today.items),
    card=CardSlot(section=card.section),
    leaving=LeavingSlot(holds=leaving.has_claims, let_go=leaving.let_go),
    audit=AuditSlot(history=HISTORY, may_undo=audit.may_undo),
    search=search.KINDS,
)
