"""Who may take back what was done with an offer of a talent."""

from collections.abc import Sequence

from board.blocks.talents.models import TalentOffer
from board.core.people.people import Person, Role
from board.core.people.roles import HELPERS
from board.core.record.history import Change
from board.db import session


def may_undo(person: Person, change: Change, step: Sequence[Change], role: Role | None) -> bool | None:
    """Who offered themself takes that back, with what it did to the request and the card; asking is of helpers."""
    if change.kind in {"talent_offer", "talent_request", "card"} and _has_own_offer(person, step):
        return role is not None or change.kind != "card"
    if change.kind == "talent_offer" and change.verb == "made":
        return role in HELPERS or person.org_role in HELPERS
    return None


def _has_own_offer(person: Person, step: Sequence[Change]) -> bool:
    """Whether an offer of this person is part of the step."""
    offers = (session.get(TalentOffer, change.thing_id) for change in step if change.kind == "talent_offer")
    return any(offer is not None and offer.person_id == person.id for offer in offers)
