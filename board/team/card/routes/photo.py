"""A photo of the work beside a result: bring it, say what there is to see, replace it, take it away."""

from dataclasses import dataclass
from typing import ClassVar, cast

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from board.core.opgaven.cards import Card, get_card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.publishing import result_photos
from board.core.publishing.result_photos import ResultPhoto, photo_of
from board.core.record.personal_data import PersonalData
from board.core.record.photos import Photo, PhotoSize
from board.core.record.pictures import WORK
from board.db import begin_writing, reads_first, session
from board.public.preview import public_photo
from board.public.routes.photos import photo_response
from board.public.shapes import PublicPhoto
from board.team.card.facts import is_read, pictured
from board.team.card.forms_photo import RemovePhotoForm, ResultPhotoForm
from board.team.card.routes.card import bp
from board.web.guards import READERS, TEAM, allow, me
from board.web.photo_field import make_photo, receives_photos
from board.web.responses import Page, flash_message, render, saved

receives_photos(bp, "put_photo")


@bp.get("/foto", endpoint="photo")
@allow(*TEAM)
def show_photo(opgave: Opgave, number: int) -> ResponseReturnValue:
    found, result, now = _told(opgave, number)
    form = ResultPhotoForm.on(_known(now), [pictured(now), is_read(found)], has_photo=bool(now))
    return _page(opgave, found, result, now, form)


@bp.post("/foto")
@allow(*TEAM)
@reads_first
def put_photo(opgave: Opgave, number: int) -> ResponseReturnValue:
    """A first photo, another one, or better words beside it."""
    make_photo(WORK)
    begin_writing()
    found, result, now = _told(opgave, number, for_update=True)
    facts = [pictured(now), is_read(found)]
    form = ResultPhotoForm.sent_on(_known(now), now, facts=facts, has_photo=bool(now))
    if status := form.waits():
        return _page(opgave, found, result, now, form, status)
    new = cast(Photo, form.photo.photo)  # the form asks for it where there is none yet
    telling = now or result_photos.new_photo(result, new, by=me())
    try:
        telling.edit(form.alt.data, form.credit.data or "", me(), form.stated_reason)
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, found, result, now, form, 422)
    session.add(telling)
    if now is not None and form.photo.photo is not None:
        telling.replace(new, by=me())
    flash_message(f"{_('De foto staat bij het resultaat.')} {form.news}".strip())
    return saved(url_for("card.before", slug=opgave.slug, number=number))


@bp.post("/foto/weg")
@allow(*TEAM)
def remove_photo(opgave: Opgave, number: int) -> ResponseReturnValue:
    _found, _result, now = _told(opgave, number, for_update=True)
    form = RemovePhotoForm.sent_on({}, facts=[pictured(now)])
    if now is not None and form.waits():
        flash_message(_("Een collega zette er intussen een andere foto neer. Kijk eerst of die ook weg moet."))
    elif now is not None:
        result_photos.remove_photo(now)
        flash_message(_("De foto is weg. Overal."))
    return saved(url_for("card.photo", slug=opgave.slug, number=number))


@bp.get("/foto-<int:width>.webp", endpoint="photo_file")
@allow(*READERS)
def download_photo(opgave: Opgave, number: int, width: int) -> ResponseReturnValue:
    """For who works on it, also before inwoners can see it."""
    query = select(PhotoSize.content).join(ResultPhoto, ResultPhoto.photo_id == PhotoSize.photo_id)
    query = query.join(Card, Card.result_id == ResultPhoto.result_id)
    query = query.where(Card.id == number, Card.opgave_id == opgave.id, PhotoSize.width == width)
    now = photo_of(get_card(opgave, number).result)
    return photo_response(query, f"{now.photo.key if now else ''}-{width}", "private, no-cache")


def _known(now: ResultPhoto | None) -> dict[str, str]:
    """What stands beside the photo now."""
    return {"alt": now.alt, "credit": now.credit} if now else {"alt": "", "credit": ""}


def _told(opgave: Opgave, number: int, for_update: bool = False) -> tuple[Card, Result, ResultPhoto | None]:
    """The card with its result, and the photo if there is one. Raises NoResultFound before there is a result."""
    found = get_card(opgave, number, for_update)
    if found.result is None:
        raise NoResultFound
    return found, found.result, photo_of(found.result)


@dataclass(frozen=True, kw_only=True)
class ResultPhotoPage(Page):
    """The page of the photo of a result."""

    template: ClassVar[str] = "team/card/photo.html"
    opgave: Opgave
    card: Card
    result: Result
    now: ResultPhoto | None
    seen: PublicPhoto | None
    form: ResultPhotoForm
    remove: RemovePhotoForm


def _page(
    opgave: Opgave, found: Card, result: Result, now: ResultPhoto | None, form: ResultPhotoForm, status: int = 200
) -> ResponseReturnValue:
    page = render(
        ResultPhotoPage(
            opgave=opgave,
            card=found,
            result=result,
            now=now,
            seen=public_photo(opgave, found, now) if now else None,
            form=form,
            remove=RemovePhotoForm.on({}, [pictured(now)]),
        )
    )
    return page, status
