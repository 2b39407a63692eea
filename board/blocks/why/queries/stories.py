"""Stories of inwoners behind the worry of one opgave."""

from collections.abc import Sequence

from sqlalchemy import select

from board.blocks.why.models import Story
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Opgave
from board.db import session


def stories(opgave: Opgave) -> Sequence[Story]:
    """What happened to inwoners, the last heard first."""
    return session.scalars(
        select(Story)
        .where(Story.opgave_id == opgave.id, not_removed(Story))
        .order_by(Story.heard_on.desc(), Story.id.desc())
    ).all()
