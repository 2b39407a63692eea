"""Zo ziet de inwoner het: a result that is not public yet, in the shape in which it will be."""

from board.core.cards import Card
from board.core.opgaven import Opgave
from board.core.people import Face, Person, face
from board.core.results import Result
from board.core.weeks import now
from board.public.shapes import PublicOpgave, PublicResult


def preview(opgave: Opgave, card: Card, result: Result) -> PublicResult:
    """What a citizen will see of this result, with the face that its maker shows at present."""
    return PublicResult(
        number=result.id or 0,
        opgave=_opgave(opgave),
        face=_face(card.owner, opgave.team_name),
        sentence=result.sentence,
        outcome=result.outcome,
        deed=result.deed,
        lesson=result.lesson,
        evidence=result.evidence,
        happened_on=result.happened_on,
        published_at=result.published_at or now(),
        changed_at=result.changed_at,
    )


def _face(owner: Person | None, team: str) -> Face:
    if owner is None:
        return face(None, "", None, None, team)
    return face(owner.name, owner.job_title, owner.portrait, owner.visibility, team)


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
