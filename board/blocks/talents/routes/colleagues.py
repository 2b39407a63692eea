"""People and what they can: a list to search, and one's own page to write."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared.noted_forms import done, edit_page
from board.blocks.talents.forms import TalentForm
from board.blocks.talents.models import Talent, TalentKind
from board.blocks.talents.queries import people
from board.blocks.talents.queries.people import Colleague, get_known_colleague
from board.core.people.people import Person
from board.db import Refused, session
from board.invisible import single_line
from board.web.guards import me, signed_in
from board.web.responses import Page, flash_message, render

bp = Blueprint("colleagues", __name__, url_prefix="/bord/mensen")


@dataclass(frozen=True, kw_only=True)
class ColleaguesPage(Page):
    """The list of colleagues and what they can do."""

    template: ClassVar[str] = "blocks/talents/colleagues.html"
    colleagues: Sequence[Colleague]
    words: str


@bp.get("", endpoint="index")
@signed_in()
def list_colleagues() -> ResponseReturnValue:
    words = single_line(request.args.get("q") or "")
    return render(ColleaguesPage(colleagues=people.colleagues(words), words=words))


@bp.get("/<int:number>", endpoint="person")
@signed_in()
def show_colleague(number: int) -> ResponseReturnValue:
    found = get_known_colleague(number)
    return _page(found, TalentForm(formdata=None) if found is me() else None)


@bp.get("/ik", endpoint="mine")
@signed_in()
def show_my_talents() -> ResponseReturnValue:
    return redirect(url_for(".person", number=me().id))


@bp.post("/ik", endpoint="add")
@signed_in()
def add_talent() -> ResponseReturnValue:
    form = TalentForm()
    if not form.validate_on_submit():
        return _page(me(), form), 422
    session.add(Talent(person=me(), text=form.text.data, kind=TalentKind(form.kind.data)))
    return done(url_for(".person", number=me().id), _("Het staat erbij."))


@bp.get("/ik/<int:talent>", endpoint="refine")
@signed_in()
def show_talent(talent: int) -> ResponseReturnValue:
    found = _mine(talent)
    return _edit(found, TalentForm.on(TalentForm.of(found)))


@bp.post("/ik/<int:talent>", endpoint="change")
@signed_in()
def edit_talent(talent: int) -> ResponseReturnValue:
    found = _mine(talent)
    form = TalentForm.sent_on(TalentForm.of(found), found)  # somebody may have two windows of their own
    if status := form.waits():
        return _edit(found, form), status
    found.say(form.text.data, TalentKind(form.kind.data))
    return done(url_for(".person", number=me().id), _("Bewaard."), form)


@bp.post("/ik/<int:talent>/weg", endpoint="remove")
@signed_in()
def remove_talent(talent: int) -> ResponseReturnValue:
    _mine(talent).remove()
    return done(url_for(".person", number=me().id), _("Weggehaald."))


def _mine(number: int) -> Talent:
    """This talent, when I wrote it. Raises Refused for a colleague's: that is to be read on their page."""
    found = people.get_talent(number)
    if found.person is not me():
        flash_message(_("Dit schreef %(name)s. Alleen %(name)s kan het veranderen.", name=found.person.short_name))
        raise Refused(303, partial(redirect, url_for(".person", number=found.person_id), 303))
    return found


def _edit(found: Talent, form: TalentForm) -> str:
    back, gone = url_for(".person", number=me().id), url_for(".remove", talent=found.id)
    return edit_page(None, form, _("Wat kun je, of wat wil je leren?"), back, remove=gone, of=found)


@dataclass(frozen=True, kw_only=True)
class ColleaguePage(Page):
    """The page of one colleague: what they can do and want to learn."""

    template: ClassVar[str] = "blocks/talents/person.html"
    person: Person
    can: Sequence[Talent]
    wants: Sequence[Talent]
    form: TalentForm | None


def _page(found: Person, form: TalentForm | None) -> str:
    talents = people.talents_of(found)
    return render(
        ColleaguePage(
            person=found,
            can=[talent for talent in talents if talent.kind is TalentKind.CAN],
            wants=[talent for talent in talents if talent.kind is TalentKind.WANTS],
            form=form,
        )
    )
