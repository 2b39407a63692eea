"""Zo ziet de inwoner het: a result that is not public yet, in the shape in which it will be."""

from board.core.cards import Card
from board.core.opgaven import Opgave
from board.core.people import Known, Person, Visibility, face
from board.core.results import Result
from board.core.weeks import now, today
from board.public.shapes import PublicOpgave, PublicResult


def preview(opgave: Opgave, card: Card, result: Result, limit: Visibility | None = None) -> PublicResult:
    """What a citizen will see of this result, with the face that its maker shows at present."""
    return PublicResult(
        number=result.id or 0,
        opgave=_opgave(opgave),
        face=face(known(card.owner) if card.owner else None, opgave.team_name, limit),
        sentence=result.sentence,
        outcome=result.outcome,
        deed=result.deed,
        lesson=result.lesson,
        evidence=result.evidence,
        happened_on=result.happened_on,
        published_at=result.published_at or now(),
        changed_at=result.changed_at,
    )


def known(person: Person) -> Known:
    """What we know of this person, as citizens would meet it today."""
    photo = person.photo_on(today())
    return Known(person.name, person.job_title, person.visibility, person.portrait, photo, person.own_words)


def _opgave(opgave: Opgave) -> PublicOpgave:
    return PublicOpgave(
        number=opgave.id,
        slug=opgave.slug,
        name=opgave.short_name,
        title=opgave.title,
        team=opgave.team_name,
        why=None,
        contact_title=opgave.contact_title,
        contact_text=opgave.contact_text,
        contact_place=opgave.contact_place,
    )
