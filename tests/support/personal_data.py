"""A text that seems to hold personal data, and why it may stand."""

from collections.abc import Sequence

from sqlalchemy import select

from board.core.record.personal_data import StatedReason
from board.core.record.publishable import PublicationReason
from board.db import session

# Fits the eleven-test, and belongs to nobody.
BSN = "111222333"
SECRET = f"Zijn BSN is {BSN}."
WHY = "Hij vroeg er zelf om."
SAID = StatedReason.of(WHY, [SECRET])


def stored_reasons() -> Sequence[PublicationReason]:
    return session.scalars(select(PublicationReason)).all()
