"""“Zo sta ik in beeld”: only the person chooses, each choice holds at once, and nobody asks why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import or_, select

from board.core.opgaven.results import Result
from board.core.people.organisation import Organisation, organisation
from board.core.people.people import Face, Known, Person, Visibility, face
from board.core.publishing import accounts, faces
from board.core.publishing.faces import FaceChoice, FaceSettings
from board.core.record.personal_data import PersonalData
from board.core.record.photos import Photo, PhotoSize
from board.core.record.pictures import FACE
from board.core.record.weeks import today
from board.db import begin_writing, reads_first
from board.public.routes.photos import photo_response
from board.team.my_face.forms import YEARS, InViewForm, years_on
from board.web.fields import Act
from board.web.guards import me, signed_in
from board.web.merging import Fact
from board.web.photo_field import make_photo, receives_photos
from board.web.responses import Page, flash_message, render, saved

bp = Blueprint("faces", __name__, url_prefix="/bord")
receives_photos(bp, "choose")

# As many results as one looks back over; older ones are found on their own cards.
IN_SIGHT = 12
OTHER_PHOTO = _l("In een ander venster veranderde je intussen je foto.")


@bp.get("/ik/in-beeld", endpoint="mine")
@signed_in()
def show_my_face() -> ResponseReturnValue:
    return my_face_page(_form())


@bp.post("/ik/in-beeld", endpoint="choose")
@signed_in()
@reads_first
def edit_my_face() -> ResponseReturnValue:
    make_photo(FACE)
    begin_writing()
    faces.throw_old_photos_away()
    form, person = _form(is_sent=True), me()
    if status := form.waits():
        return my_face_page(form, status)
    photo = form.photo.photo or person.photo
    wanted = FaceSettings(
        form.visibility.data, form.own_words.data or "", photo, form.photo_until.data if photo else None
    )
    try:
        is_new = faces.save_choice(person, wanted, because=form.stated_reason)
    except PersonalData as waits:
        form.ask_why(waits)
        return my_face_page(form, 422)
    if is_new:
        flash_message(f"{_('Bewaard. Dit geldt nu overal.')} {form.news}".strip())
    return saved(url_for(".mine"))


@bp.get("/ik/in-beeld/voorbeeld", endpoint="preview")
@signed_in()
def preview_face() -> ResponseReturnValue:
    """What inwoners will see, while the form is being filled in. Keeps nothing."""
    form = InViewForm(formdata=request.args, has_photo=me().photo is not None)
    return render_template("team/my_face/_preview.html", shown=as_seen(me(), form.visibility.data, form.own_words.data))


@bp.post("/ik/in-beeld/foto-weg", endpoint="remove_photo")
@signed_in()
def remove_face_photo() -> ResponseReturnValue:
    if Act().validate_on_submit() and faces.take_photo_away(me()):
        flash_message(_("Je foto is weg. Overal."))
    return saved(url_for(".mine"))


@bp.post("/ik/in-beeld/nergens", endpoint="nowhere")
@signed_in()
def hide_my_face() -> ResponseReturnValue:
    if Act().validate_on_submit() and faces.show_nowhere(me()):
        flash_message(_("Inwoners zien nu alleen je team. Je naam, je zin en je foto zijn weg."))
    return saved(url_for(".mine"))


@bp.get("/gezichten/<key>-<int:width>.webp", endpoint="photo")
@signed_in()
def download_face(key: str, width: int) -> ResponseReturnValue:
    """For “zo ziet de inwoner het”: my own photo, or one that its owner shows; also where nothing is public yet."""
    query = select(PhotoSize.content).join(Photo, Photo.id == PhotoSize.photo_id)
    query = query.join(Person, Person.photo_id == Photo.id).where(Photo.key == key, PhotoSize.width == width)
    shows = (Person.visibility == Visibility.FULL) & (Person.photo_until >= today())
    return photo_response(query.where(or_(Person.id == me().id, shows)), f"{key}-{width}", "private, no-cache")


def as_seen(person: Person, visibility: Visibility | None, own_words: str | None) -> Face:
    """This person as inwoners would see them with this choice."""
    hidden = organisation().faces_hidden_since is not None
    return face_as(person, visibility if visibility and not hidden else Visibility.TEAM, own_words or "")


def face_as(person: Person, visibility: Visibility, own_words: str = "") -> Face:
    """This person with this choice, in the team in which inwoners meet them."""
    team = accounts.team_name(person) or _("Team van je opgave")
    known = Known(person.full_name, person.job_title, visibility, person.portrait, person.photo_on(today()), own_words)
    return face(known, team)


def _form(is_sent: bool = False) -> InViewForm:
    person = me()
    now: dict[str, Any] = {"visibility": person.visibility, "own_words": person.own_words}
    more: dict[str, Any] = {"has_photo": person.photo is not None}
    if person.photo_until is None:
        more["photo_until"] = years_on(YEARS)  # a first guess
    else:
        now["photo_until"] = person.photo_until
    facts = [Fact("foto", person.photo.key if person.photo else "", OTHER_PHOTO)]
    return InViewForm.sent_on(now, person, facts=facts, **more) if is_sent else InViewForm.on(now, facts, **more)


@dataclass(frozen=True, kw_only=True)
class MyFacePage(Page):
    """The page on which somebody chooses how citizens see them."""

    template: ClassVar[str] = "team/my_face/mine.html"
    person: Person
    form: InViewForm
    act: Act
    kinds: Mapping[str, Face]
    shown: Face
    photo: Photo | None
    photo_shows: bool
    choices_made: Sequence[FaceChoice]
    results: Sequence[tuple[Result, Visibility | None]]
    body: Organisation
    left: str


def my_face_page(form: InViewForm, status: int = 200) -> ResponseReturnValue:
    person = me()
    shown = render(
        MyFacePage(
            person=person,
            form=form,
            act=Act(formdata=None),
            kinds={kind.value: face_as(person, kind) for kind in Visibility},
            shown=as_seen(person, form.visibility.data, form.own_words.data),
            photo=person.photo,
            photo_shows=person.photo_on(today()) is not None,
            choices_made=faces.choices_of(person),
            results=faces.results_beside(person, IN_SIGHT),
            body=organisation(),
            left=faces.LEFT,
        )
    )
    return shown, status
