"""Building block 4: somebody gives the opgave a face (seed 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.leadership import models as models
from board.blocks.leadership import queries, routes
from board.blocks.protocol import Block

block = Block(
    number=4,
    key="leadership",
    slug="leiderschap",
    title=_l("Leiderschap"),
    question=_l("Wie geeft dit een gezicht?"),
    routes=routes.bp,
    living_answer=queries.living_answer,
    progress=queries.progress,
)
