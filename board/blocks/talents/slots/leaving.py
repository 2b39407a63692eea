"""What ends here when somebody leaves: offers that wait; and once they are erased, what they can and want."""

from sqlalchemy import delete, select

from board.blocks.contract import Leaving
from board.blocks.talents.models import Talent, TalentOffer
from board.core.opgaven.noted import there
from board.core.record.history import Change
from board.db import session


def ends(leaving: Leaving) -> None:
    """Nobody waits any more for an answer from them, or to them."""
    waiting = select(TalentOffer).where(TalentOffer.person_id == leaving.person.id, TalentOffer.agreed.is_(None))
    if leaving.opgave is not None:
        waiting = waiting.where(TalentOffer.opgave_id == leaving.opgave.id)
    for offer in session.scalars(waiting.where(there(TalentOffer))):
        offer.remove()
    if leaving.erased:
        _forget_talents(leaving)


def _forget_talents(leaving: Leaving) -> None:
    for talent in session.scalars(select(Talent).where(Talent.person_id == leaving.person.id)).all():
        session.delete(talent)
        session.flush()
        session.execute(delete(Change).where(Change.kind == "talent", Change.thing_id == talent.id))
