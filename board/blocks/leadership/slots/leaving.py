"""What ends here when somebody is erased: the sentence in which they say why it touches them."""

from sqlalchemy import delete, select

from board.blocks.contract import Leaving
from board.blocks.leadership.models import OwnSentence
from board.core.record.history import Change
from board.db import session


def ends(leaving: Leaving) -> None:
    """Their own sentence goes, with its history; what they said to a team stays with that team."""
    if not leaving.erased:
        return
    for sentence in session.scalars(select(OwnSentence).where(OwnSentence.person_id == leaving.person.id)).all():
        session.delete(sentence)
        session.flush()
        session.execute(delete(Change).where(Change.kind == "own_sentence", Change.thing_id == sentence.id))
