"""Zo ziet de inwoner het: a result that is not public yet, in the shape in which it will be."""

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.people.organisation import organisation
from board.core.people.people import Known, Person, Visibility, face
from board.core.publishing.result_photos import ResultPhoto
from board.core.record.weeks import now, today
from board.public.shapes import PublicOpgave, PublicPhoto, PublicResult


def preview(
    opgave: Opgave, card: Card, result: Result, limit: Visibility | None = None, photo: ResultPhoto | None = None
) -> PublicResult:
    """What a citizen will see of this result, with the face that its maker shows at present.

    `limit` is what its maker shows at most beside this result (faces.limits_of), `photo` its photo of the work
    (result_photos.photos_of): a screen with more results asks for all of them at once.
    """
    return PublicResult(
        number=result.id or 0,
        opgave=_opgave(opgave),
        face=face(known_person(card.owner) if card.owner else None, opgave.team_name, limit),
        sentence=result.sentence,
        outcome=result.outcome,
        deed=result.deed,
        lesson=result.lesson,
        evidence=result.evidence,
        happened_on=result.happened_on,
        published_at=result.published_at or now(),
        changed_at=result.changed_at,
        photo=public_photo(opgave, card, photo) if photo else None,
    )


def known_person(person: Person) -> Known:
    """What we know of this person, as citizens would meet it today."""
    hidden = organisation().faces_hidden_since is not None
    visibility = Visibility.TEAM if hidden else person.visibility
    photo = person.photo_on(today()) if visibility is Visibility.FULL else None
    return Known(person.full_name, person.job_title, visibility, person.portrait, photo, person.own_words)


def public_photo(opgave: Opgave, card: Card, found: ResultPhoto) -> PublicPhoto:
    """The photo as citizens will see it, from where the team can see it already."""
    inside = f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}/foto"
    size = found.photo.width, found.photo.height
    return PublicPhoto(found.photo.key, found.alt, found.credit, *size, inside)


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
