"""What is ready to publish, over all opgaven that somebody works on."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.opgaven.results import Result
from board.core.people.people import WORKS, Person
from board.core.record.weeks import Week
from board.db import session


def count_results_of_week(person: Person, week: Week) -> int:
    """How many results the teams of this person laid this week: of the teams, never of the person."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Result)
            .join(Membership, Membership.opgave_id == Result.opgave_id)
            .where(Membership.person_id == person.id, Membership.role.in_(WORKS))
            .where(Result.week == week.code, Result.laid.is_(True))
        )
        or 0
    )


def ready_to_publish(person: Person) -> Sequence[Card]:
    """Finished cards whose result is not public yet, of the opgaven on which this person works, by opgave."""
    return session.scalars(
        select(Card)
        .join(Result, Result.id == Card.result_id)
        .join(Opgave, Opgave.id == Card.opgave_id)
        .join(Membership, Membership.opgave_id == Card.opgave_id)
        .where(Membership.person_id == person.id, Membership.role.in_(WORKS))
        .where(Card.state == CardState.DONE, Result.published_at.is_(None))
        .order_by(Opgave.short_name, Result.happened_on, Result.id)
        .options(
            joinedload(Card.result, innerjoin=True),
            joinedload(Card.opgave, innerjoin=True),
            joinedload(Card.owner).joinedload(Person.photo),
        )
    ).all()
