"""What leaders said to a team: own sentences, notes, decisions and open questions."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from board.blocks.leadership.models import Decision, LeaderNote, OpenQuestion, OwnSentence
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.db import session


def own_sentences(opgave: Opgave) -> dict[int, OwnSentence]:
    """“Dit raakt mij omdat…”, by person."""
    found = session.scalars(select(OwnSentence).where(OwnSentence.opgave_id == opgave.id, not_removed(OwnSentence)))
    return {sentence.person_id: sentence for sentence in found}


def own_sentence(opgave: Opgave, person: Person) -> OwnSentence | None:
    """What this person said of why it touches them."""
    mine = select(OwnSentence).where(OwnSentence.opgave_id == opgave.id, OwnSentence.person_id == person.id)
    return session.scalar(mine.where(not_removed(OwnSentence)).order_by(OwnSentence.id.desc()).limit(1))


def notes(opgave: Opgave) -> Sequence[LeaderNote]:
    """What the leaders wrote to the team, the newest first."""
    return session.scalars(
        select(LeaderNote)
        .where(LeaderNote.opgave_id == opgave.id, not_removed(LeaderNote))
        .order_by(LeaderNote.noted_at.desc(), LeaderNote.id.desc())
        .options(joinedload(LeaderNote.person))
    ).all()


def decisions(opgave: Opgave) -> Sequence[Decision]:
    """What was decided, the newest first."""
    return session.scalars(
        select(Decision)
        .where(Decision.opgave_id == opgave.id, not_removed(Decision))
        .order_by(Decision.decided_on.desc(), Decision.id.desc())
        .options(joinedload(Decision.person))
    ).all()


def open_questions(opgave: Opgave) -> Sequence[OpenQuestion]:
    """What the leaders said not to know: what is still open first, the oldest of it in front."""
    return session.scalars(
        select(OpenQuestion)
        .where(OpenQuestion.opgave_id == opgave.id, not_removed(OpenQuestion))
        .order_by(OpenQuestion.answered_on.is_not(None), OpenQuestion.asked_on, OpenQuestion.id)
        .options(joinedload(OpenQuestion.person))
    ).all()


def sentences_of(person: Person) -> Sequence[OwnSentence]:
    """Every sentence in which this person said why an opgave touches them, also removed ones."""
    return session.scalars(select(OwnSentence).where(OwnSentence.person_id == person.id)).all()
