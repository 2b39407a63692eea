"""From a row of the database to what a citizen may know of it; here every name passes through `face`."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Evidence, EvidenceKind
from board.core.people.names import Name
from board.core.people.people import Face, Known, Visibility, face
from board.public.shapes import Introduction, PublicOpgave, PublicPhoto, PublicResult, PublicWorry, WeekWords

AnyRow = Row[*tuple[Any, ...]]


def opgave_of(row: AnyRow, found: Opgave) -> PublicOpgave:
    return PublicOpgave(
        number=found.id,
        slug=found.slug,
        name=found.short_name,
        title=found.title,
        team=found.team_name,
        why=why_of(row, found.team_name) if row.text else None,
        contact_title=found.contact_title,
        contact_text=found.contact_text,
        contact_place=found.contact_place,
    )


def why_of(row: AnyRow, team: str) -> PublicWorry:
    # Who signs with a role chose that text for outside, in the place of a name.
    by_role = Known(Name(), row.signed_as, Visibility.ROLE)
    signer = face(by_role, team) if row.signed_as else face_of(row, team)
    return PublicWorry(row.text, signer, row.signed_on, row.confirmed_on)


def face_of(row: AnyRow, team: str) -> Face:
    """Who stands in a row that asked for `queries.PERSON`; nobody gives the team."""
    if row.person_id is None:
        return face(None, team)
    name = Name(row.first_name, row.last_name, row.name_in_doubt)
    known = Known(name, row.job_title, row.visibility, row.portrait, row.photo, row.own_words)
    return face(known, team, row.face_limit)


def result_of(row: AnyRow, of: PublicOpgave) -> PublicResult:
    return PublicResult(
        number=row.id,
        opgave=of,
        face=face_of(row, of.team),
        sentence=row.sentence,
        outcome=row.outcome,
        deed=row.deed,
        lesson=row.lesson,
        evidence=evidence_of(row.evidence_kind, row.evidence_text, row.evidence_url),
        happened_on=row.happened_on,
        published_at=row.published_at,
        changed_at=row.changed_at,
        photo=photo_of(row),
    )


def photo_of(row: AnyRow) -> PublicPhoto | None:
    """The photo of the work in a row that asked for `queries.WORK_PHOTO`."""
    if row.photo_key is None:
        return None
    return PublicPhoto(row.photo_key, row.photo_alt, row.photo_credit, row.photo_width, row.photo_height)


def week_words_of(row: AnyRow, house: str) -> WeekWords:
    """The words around a week, of a row with `week_queries.WORDS`; who shows no name stands there as `house`."""
    if not row.introduction:
        return WeekWords(None, tuple(row.week_order or ()))
    photo = row.writer_photo
    name = Name(row.writer_first_name or "", row.writer_last_name or "", bool(row.writer_name_in_doubt))
    known = Known(name, row.writer_job or "", row.writer_visibility or Visibility.TEAM)
    known = replace(known, portrait=row.writer_portrait, photo=photo, own_words=row.writer_words or "")
    return WeekWords(Introduction(row.introduction, face(known, house)), tuple(row.week_order or ()))


def evidence_of(kind: EvidenceKind | None, text: str, url: str) -> Evidence | None:
    url = url if url.startswith(("https://", "http://")) else ""
    return Evidence(kind, text, url) if kind and (text or url) else None
