"""Beheer: who may come in, with which role, and what the organisation still has to fill in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from flask import Blueprint, abort, current_app, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from board.admin.manage.doubtful import Doubtful, doubtful
from board.admin.manage.forms import ROLES, NameForm, PersonForm
from board.admin.manage.missing import Missing, missing
from board.admin.sign_in import letters
from board.admin.sign_in.routes.sign_in import unkept
from board.blocks.shared import leaving
from board.blocks.shared.leaving import WorkInHand
from board.core.opgaven.opgaven import Opgave, list_opgaven
from board.core.opgaven.removed_opgaven import RemovedOpgave, removed
from board.core.people.organisation import Organisation, organisation
from board.core.people.people import OrgRole, Person, by_email
from board.core.people.sign_ins import INVITATION_LASTS
from board.core.publishing import accounts
from board.core.publishing.accounts import Account, LastAdmin
from board.core.record.personal_data import PersonalData
from board.core.record.weeks import now, today
from board.db import session
from board.web.fields import Act
from board.web.form_keys import SentBefore
from board.web.guards import me, signed_in
from board.web.responses import Page, flash_message, render, saved

bp = Blueprint("manage", __name__, url_prefix="/bord")

LAST_ADMIN = _l("Er is nog geen andere beheerder die kan inloggen. Maak eerst iemand anders beheerder.")


@bp.get("/beheer", endpoint="people")
@signed_in(OrgRole.ADMIN)
def list_people() -> ResponseReturnValue:
    return people_page()


@dataclass(frozen=True, kw_only=True)
class PeoplePage(Page):
    """The list of accounts, with what an administrator has to look after."""

    template: ClassVar[str] = "admin/manage/people.html"
    accounts: Sequence[Account]
    doubtful: Doubtful
    missing: Sequence[Missing]
    authority: str
    body: Organisation
    opgaven: Sequence[Opgave]
    removed: Sequence[RemovedOpgave]
    act: Act


def people_page(wrong: NameForm | None = None, status: int = 200) -> ResponseReturnValue:
    """Beheer; `wrong` is the form on one name that was not right."""
    everybody = accounts.accounts()
    page = render(
        PeoplePage(
            accounts=everybody,
            doubtful=doubtful(everybody, wrong),
            missing=missing(current_app.config["SETTINGS"], today()),
            authority=current_app.config["SETTINGS"].authority,
            body=organisation(),
            opgaven=list_opgaven(),
            removed=removed(),
            act=Act(formdata=None),
        )
    )
    return page, status


@bp.get("/beheer/mensen/nieuw", endpoint="person_new")
@signed_in(OrgRole.ADMIN)
def show_new_person() -> ResponseReturnValue:
    return _new_page(PersonForm(formdata=None))


@bp.post("/beheer/mensen/nieuw", endpoint="person_add")
@signed_in(OrgRole.ADMIN)
def add_person() -> ResponseReturnValue:
    form = PersonForm()
    try:
        is_right = form.validate_on_submit()
    except SentBefore:  # the page with the link got lost on its way
        return _link_page(by_email(form.email.data) or abort(404))
    if not is_right or _is_taken(form):
        return _new_page(form, 422)
    added = Person(email=form.email.data, org_role=form.org_role.data)
    added.introduce(form.typed_name(), form.job_title.data or "")  # nobody reads it before they chose so themselves
    session.add(added)
    session.flush()
    return _link_page(added)


@bp.get("/beheer/mensen/<int:number>", endpoint="person")
@signed_in(OrgRole.ADMIN)
def show_person(number: int) -> ResponseReturnValue:
    found = accounts.get_person(number)
    return person_page(found, PersonForm.on(PersonForm.of(found)))


@bp.post("/beheer/mensen/<int:number>", endpoint="person_change")
@signed_in(OrgRole.ADMIN)
def edit_person(number: int) -> ResponseReturnValue:
    found = accounts.get_person(number)
    form = PersonForm.sent_on(PersonForm.of(found), found)
    if status := form.waits() or 422 * _is_taken(form, by=found):
        return person_page(found, form, status)
    try:
        found.introduce(form.typed_name(found.full_name), form.job_title.data or "", form.stated_reason, by=me())
        accounts.give_org_role(found, form.org_role.data)
    except PersonalData as waits:
        form.ask_why(waits)
        return person_page(found, form, 422)
    except LastAdmin:
        form.org_role.errors = [LAST_ADMIN]
        return person_page(found, form, 422)
    accounts.move(found, form.email.data)
    if form.news:
        flash_message(form.news)
    return saved(url_for(".people"))


@bp.post("/beheer/mensen/<int:number>/link", endpoint="person_link")
@signed_in(OrgRole.ADMIN)
def send_person_link(number: int) -> ResponseReturnValue:
    Act().validate_on_submit()
    return _link_page(accounts.get_person(number))


def _is_taken(form: PersonForm, by: Person | None = None) -> bool:
    """Whether this address is somebody else's; then the form says so."""
    holder = by_email(form.email.data)
    if holder is None or holder is by:
        return False
    form.email.errors = [_("Dit adres is al van %(name)s.", name=holder.name)]
    return True


@dataclass(frozen=True, kw_only=True)
class NewPersonPage(Page):
    """The page on which an account is made."""

    template: ClassVar[str] = "admin/manage/new.html"
    form: PersonForm
    roles: Mapping[str, tuple[Any, Any]]


def _new_page(form: PersonForm, status: int = 200) -> ResponseReturnValue:
    return render(NewPersonPage(form=form, roles=ROLES)), status


@dataclass(frozen=True, kw_only=True)
class PersonPage(Page):
    """The page of one account, for an administrator."""

    template: ClassVar[str] = "admin/manage/person.html"
    account: Account
    in_hand: WorkInHand
    form: PersonForm
    roles: Mapping[str, tuple[Any, Any]]
    problem: str


def person_page(person: Person, form: PersonForm, status: int = 200, problem: str = "") -> ResponseReturnValue:
    """What Beheer shows of one person."""
    page = render(
        PersonPage(
            account=accounts.account(person),
            in_hand=leaving.work_in_hand(person),
            form=form,
            roles=ROLES,
            problem=problem,
        )
    )
    return page, status


@dataclass(frozen=True, kw_only=True)
class LinkPage(Page):
    """The page with the link by which somebody chooses a password."""

    template: ClassVar[str] = "admin/manage/link.html"
    person: Person
    link: str
    until: datetime


def _link_page(person: Person) -> ResponseReturnValue:
    until = now() + INVITATION_LASTS
    # Shown here and not after a redirect: the database keeps only a fingerprint, so this is the one moment.
    return unkept(render(LinkPage(person=person, link=letters.welcome(person), until=until)))
