"""Beheer: take somebody's access away, or their name out for good; and say beforehand what that leaves behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.admin.manage.forms import EraseForm, PersonForm
from board.admin.manage.routes.people import LAST_ADMIN, bp, person_page
from board.blocks.shared import leaving
from board.blocks.shared.leaving import WorkInHand
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import OrgRole, Person
from board.core.publishing import accounts
from board.core.publishing.accounts import LastAdmin
from board.web import mail
from board.web.guards import me, signed_in
from board.web.responses import Page, flash_message, render, saved


@bp.post("/beheer/mensen/<int:number>/weg", endpoint="person_remove")
@signed_in(OrgRole.ADMIN)
def remove_access(number: int) -> ResponseReturnValue:
    found = accounts.get_person(number)
    hand = leaving.work_in_hand(found)
    if unseen := hand.unseen(request.form.get("alleen", "")):
        return person_page(found, PersonForm.on(PersonForm.of(found)), 422, _alone(found, unseen))
    try:
        leaving.take_access_away(found)
    except LastAdmin:
        return person_page(found, PersonForm.on(PersonForm.of(found)), 422, LAST_ADMIN)
    _say_who_is_needed(hand.alone)
    return _go_on(found)


@bp.get("/beheer/mensen/<int:number>/wis", endpoint="ask_to_erase")
@signed_in(OrgRole.ADMIN)
def show_erase(number: int) -> ResponseReturnValue:
    return _erase_page(accounts.get_person(number), EraseForm(formdata=None))


@bp.post("/beheer/mensen/<int:number>/wis", endpoint="erase")
@signed_in(OrgRole.ADMIN)
def erase_person(number: int) -> ResponseReturnValue:
    found, form = accounts.get_person(number), EraseForm()
    hand = leaving.work_in_hand(found)
    if unseen := hand.unseen(request.form.get("alleen", "")):
        return _erase_page(found, form, 422, _alone(found, unseen))
    if not form.validate_on_submit() or not form.names(found.name):
        return _erase_page(found, form, 422)
    email = found.email
    try:
        leaving.erase(found)
    except LastAdmin:
        return _erase_page(found, form, 422, LAST_ADMIN)
    mail.discard_letters(email)
    flash_message(_("De naam en het adres zijn gewist."))
    _say_who_is_needed(hand.alone)
    return _go_on(found)


def _go_on(person: Person) -> ResponseReturnValue:
    return redirect(url_for("sign_in.sign_in"), 303) if person is me() else saved(url_for(".people"))


def _alone(person: Person, opgaven: Sequence[Opgave]) -> str:
    titles = ", ".join(opgave.title for opgave in opgaven)
    return str(_("%(name)s is de enige opgavemanager van: %(titles)s.", name=person.name, titles=titles))


def _say_who_is_needed(opgaven: Sequence[Opgave]) -> None:
    if opgaven:
        titles = ", ".join(opgave.title for opgave in opgaven)
        flash_message(_("Kies bij het team een nieuwe opgavemanager voor: %(titles)s.", titles=titles))


@dataclass(frozen=True, kw_only=True)
class ErasePage(Page):
    """The page on which the name and the address of somebody are erased."""

    template: ClassVar[str] = "admin/manage/erase.html"
    person: Person
    form: EraseForm
    in_hand: WorkInHand
    problem: str


def _erase_page(person: Person, form: EraseForm, status: int = 200, problem: str = "") -> ResponseReturnValue:
    page = render(ErasePage(person=person, form=form, in_hand=leaving.work_in_hand(person), problem=problem))
    return page, status
