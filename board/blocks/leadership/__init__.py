"""Building block 4: somebody gives the opgave a face (seed 003), and answers what the team needs (seed 001)."""

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block, CardMark
from board.blocks.leadership import routes
from board.blocks.leadership.labels import ASKS
from board.blocks.leadership.queries import leaders, support_requests, team_questions
from board.blocks.leadership.slots import asked as in_place
from board.blocks.leadership.slots import leaving
from board.blocks.leadership.slots.card import on_card
from board.blocks.leadership.slots.measures import measures
from board.blocks.leadership.slots.review import evidence

block = Block(
    number=4,
    key="leadership",
    slug="leiderschap",
    title=_l("Leiderschap"),
    question=_l("Wie geeft dit een gezicht?"),
    routes=routes.index.bp,
    living_answer=leaders.living_answer,
    progress=leaders.progress,
    news=leaders.news,
    evidence=evidence,
    measures=measures,
    asks=support_requests.open_of,
    asked=in_place.asked,
    along=in_place.along,
    waits=team_questions.waits,
    on_card=on_card,
    ends=leaving.ends,
    mark=CardMark(support_requests.ASKED_ON_CARD, ASKS.__getitem__),
)
