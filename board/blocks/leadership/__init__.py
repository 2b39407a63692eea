"""Building block 4: somebody gives the opgave a face (seed 003), and answers what the team needs (seed 001)."""

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block, CardMark
from board.blocks.leadership import along as along
from board.blocks.leadership import in_place, leaving, looking_along, queries, requests, routes
from board.blocks.leadership import leaders_words as leaders_words
from board.blocks.leadership import models as models
from board.blocks.leadership import support as support
from board.blocks.leadership.evidence import evidence
from board.blocks.leadership.measures import measures
from board.blocks.leadership.on_card import on_card
from board.blocks.leadership.words import ASKS

block = Block(
    number=4,
    key="leadership",
    slug="leiderschap",
    title=_l("Leiderschap"),
    question=_l("Wie geeft dit een gezicht?"),
    routes=routes.bp,
    living_answer=queries.living_answer,
    progress=queries.progress,
    news=queries.news,
    evidence=evidence,
    measures=measures,
    asks=requests.open_of,
    asked=in_place.asked,
    along=in_place.along,
    waits=looking_along.waits,
    on_card=on_card,
    ends=leaving.ends,
    mark=CardMark(requests.ASKED_ON_CARD, ASKS.__getitem__),
)
