"""Beside one result somebody may show less than elsewhere, never more; only they decide, whoever leads."""

from dataclasses import dataclass
from typing import Any, ClassVar

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.core.opgaven.results import Result
from board.core.people.people import Face, Person, at_most
from board.core.publishing import faces
from board.team.my_face.forms import LimitForm
from board.team.my_face.routes.my_face import bp, face_as
from board.web.fields import options
from board.web.guards import me, signed_in
from board.web.labels import VISIBILITIES
from board.web.responses import Page, flash_message, own_path, render, saved


@dataclass(frozen=True)
class Beside:
    """A result beside which I stand, with the form to show less there."""

    result: Result
    form: LimitForm
    faces: dict[str, Face]


@bp.get("/ik/in-beeld/resultaten/<int:number>", endpoint="at_result")
@signed_in()
def show_result_faces(number: int) -> ResponseReturnValue:
    result = faces.result_beside(me(), number)
    return _not_mine() if result is None else _page(beside(result, me()))


@bp.post("/ik/in-beeld/resultaten/<int:number>", endpoint="limit")
@signed_in()
def limit_face(number: int) -> ResponseReturnValue:
    """Show less here. Back to where the form stood: the page of the card, or my own."""
    result = faces.result_beside(me(), number)
    if result is None:
        return _not_mine()
    form = LimitForm.sent_on(_now(result, me()))
    form.visibility.choices = _choices(me())
    if status := form.waits():
        return _page(beside(result, me(), form), status)
    faces.show_less(result, me(), form.visibility.data)
    flash_message(_("Bewaard. Dit geldt nu overal."))
    return saved(own_path(form.naar.data) or url_for(".mine", _anchor="resultaten"))


def beside(result: Result, person: Person, form: LimitForm | None = None, back: str = "") -> Beside:
    """The choices that show no more than this person's general one, with the present one."""
    if form is None:
        form = LimitForm.on(_now(result, person), naar=back)
        form.visibility.choices = _choices(person)
    return Beside(result, form, {kind.value: face_as(person, kind) for kind in faces.less_than(person.visibility)})


def _now(result: Result, person: Person) -> dict[str, Any]:
    return {"visibility": at_most(person.visibility, faces.limit_of(result, person))}


def _choices(person: Person) -> list[object]:
    as_elsewhere = _("Zoals overal: %(choice)s", choice=str(VISIBILITIES[person.visibility]).lower())
    less = [(kind.value, VISIBILITIES[kind]) for kind in faces.less_than(person.visibility)[1:]]
    return options([(person.visibility.value, as_elsewhere), *less])


def _not_mine() -> ResponseReturnValue:
    flash_message(_("Bij dit resultaat sta jij niet. Alleen wie erbij staat, kiest."))
    return saved(url_for(".mine"))


@dataclass(frozen=True, kw_only=True)
class FacesAtResultPage(Page):
    """The page with the faces that stand beside one result."""

    template: ClassVar[str] = "team/my_face/at_result.html"
    beside: Beside


def _page(found: Beside, status: int = 200) -> ResponseReturnValue:
    return render(FacesAtResultPage(beside=found)), status
