"""Building block 4: somebody gives the opgave a face (source 003), and answers what the team needs (source 001)."""

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block, CardMark
from board.blocks.leadership import routes
from board.blocks.leadership.labels import ASKS
from board.blocks.leadership.queries.support_requests import ASKED_ON_CARD
from board.blocks.leadership.slots import board, card, leaving, review, today

block = Block(
    number=4,
    key="leadership",
    slug="leiderschap",
    title=_l("Leiderschap"),
    question=_l("Wie geeft dit een gezicht?"),
    routes=routes.index.bp,
    living_answer=board.living_answer,
    progress=review.progress,
    news=review.count_new,
    evidence=review.evidence,
    measures=review.measures,
    asks=review.count_requests,
    asked=review.requests,
    along=review.actions,
    waits=today.items,
    on_card=card.section,
    ends=leaving.let_go,
    mark=CardMark(ASKED_ON_CARD, ASKS.__getitem__),
)
