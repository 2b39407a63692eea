"""Who may take a step back: who could take it now. A role that was lost since takes nothing back."""

from collections.abc import Iterable

from sqlalchemy import select

from board.blocks.citizen.models import Signal
from board.blocks.citizen.queries.signal_rights import reach_of
from board.blocks.talents.models import Talent, TalentOffer
from board.core.opgaven.card_parts import CardNote
from board.core.opgaven.opgaven import Membership
from board.core.people.people import Person, Role
from board.core.record.history import Change
from board.db import session
from board.web.guards import HELPERS, LEADERS, MANAGERS, TEAM, WORRIERS, type_of_role

# By kind of thing, as the doors of its pages say; what is not here is taken back by nobody.
ROLES: dict[str, tuple[type_of_role, ...]] = {
    "card": TEAM,
    "reason": TEAM,
    "piled": TEAM,
    "big_result": TEAM,
    "lesson": TEAM,
    "lesson_use": TEAM,
    "talent_request": TEAM,
    "talent_offer": TEAM,
    "need": WORRIERS,
    "story": WORRIERS,
    "worry": WORRIERS,
    "opgave": WORRIERS,
    "worry_check": WORRIERS,
    "own_sentence": LEADERS,
    "leader_note": LEADERS,
    "decision": MANAGERS,
    "council_line": MANAGERS,
    "open_question": LEADERS,
    "thanks": MANAGERS,
    "team_question": (*TEAM, *MANAGERS),
}


def may_take_back(person: Person, changes: Iterable[Change]) -> bool:
    """Whether this person may still do everything that this step did."""
    found = list(changes)
    roles = dict(
        session.execute(select(Membership.opgave_id, Membership.role).where(Membership.person_id == person.id)).all()
    )
    own_offer = any(change.kind == "talent_offer" and _is_own_offer(person, change) for change in found)
    return all(_may(person, change, roles.get(change.opgave_id or 0), own_offer) for change in found)


def _may(person: Person, change: Change, role: Role | None, own_offer: bool) -> bool:
    if change.kind in {"talent", "card_note"}:
        return _is_own(person, change) or (change.kind == "card_note" and role is Role.LEAD)
    if change.kind == "signal":
        signal = session.get(Signal, change.thing_id)
        return signal is not None and reach_of(person).may_act(signal)
    if change.kind in {"talent_offer", "talent_request", "card"} and own_offer:
        return role is not None or change.kind != "card"
    if change.kind == "support_request":
        return _has(person, role, MANAGERS if "answer" in change.fields and change.verb == "changed" else TEAM)
    if change.kind == "talent_offer" and change.verb == "made":
        return _has(person, role, HELPERS)
    return _has(person, role, ROLES.get(change.kind, ()))


def _has(person: Person, role: Role | None, roles: tuple[type_of_role, ...]) -> bool:
    """Whether they have one of these roles, on the opgave or in the organisation."""
    return role in roles or person.org_role in roles


def _is_own(person: Person, change: Change) -> bool:
    """Whether this talent or note is theirs."""
    if change.kind == "talent":
        talent = session.get(Talent, change.thing_id)
        return talent is not None and talent.person_id == person.id
    note = session.get(CardNote, change.thing_id)
    return note is not None and note.author_id == person.id


def _is_own_offer(person: Person, change: Change) -> bool:
    offer = session.get(TalentOffer, change.thing_id)
    return offer is not None and offer.person_id == person.id
