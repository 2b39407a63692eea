"""My page: who I am, how inwoners see me, my password."""

from dataclasses import dataclass
from typing import ClassVar

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.admin.manage.forms import MeForm, PasswordForm
from board.admin.manage.routes.people import bp
from board.admin.sign_in.forms import NotTheAddress
from board.admin.sign_in.routes.sign_in import WAIT, secret_and_place
from board.core.people import sign_ins
from board.core.people.people import Face, Person
from board.core.record.personal_data import PersonalData
from board.db import begin_writing, keep_anyway, reads_first
from board.team.my_face.routes.my_face import as_seen
from board.web import guards
from board.web.guards import me, signed_in
from board.web.responses import Page, flash_message, render, saved

# Counted apart from signing in: who is in already does not wait for what strangers try at the door.
CHANGING = "change"


@bp.get("/ik", endpoint="me")
@signed_in()
def show_me() -> ResponseReturnValue:
    return _page(MeForm.on(MeForm.of(me())), PasswordForm(formdata=None))


@bp.post("/ik")
@signed_in()
def save_me() -> ResponseReturnValue:
    form = MeForm.sent_on(MeForm.of(me()), me())
    if status := form.waits():
        return _page(form, PasswordForm(formdata=None), status)
    try:
        me().introduce(
            form.typed_name(me().full_name, by_themselves=True), form.job_title.data or "", form.stated_reason, by=me()
        )
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(form, PasswordForm(formdata=None), 422)
    if form.news:
        flash_message(form.news)
    return saved(url_for(".me", bewaard=1))


@bp.post("/ik/wachtwoord")
@signed_in()
@reads_first
def change_password() -> ResponseReturnValue:
    form, person = PasswordForm(), me()
    secret, place = secret_and_place()
    if not form.validate_on_submit(extra_validators={"password": [NotTheAddress(person.email)]}):
        return _page(MeForm.on(MeForm.of(person)), form, 422)
    if sign_ins.too_many_tries(secret, person.email, place, doing=CHANGING):
        form.current.errors = [WAIT]
        return _page(MeForm.on(MeForm.of(person)), form, 429)
    was = person.password_hash
    fits, made = sign_ins.password_fits(person, form.current.data), sign_ins.hashed(form.password.data)
    begin_writing()
    if sign_ins.too_many_tries(secret, person.email, place, doing=CHANGING, in_turn=True):
        form.current.errors = [WAIT]
        return _page(MeForm.on(MeForm.of(person)), form, 429)
    if not fits or person.password_hash != was:
        sign_ins.count_try(secret, person.email, place, doing=CHANGING)
        keep_anyway()
        form.current.errors = [_("Dit is niet je wachtwoord van nu.")]
        return _page(MeForm.on(MeForm.of(person)), form, 422)
    sign_ins.keep_password(person, made)
    guards.log_in(person)
    return saved(url_for(".me", gewijzigd=1))


@dataclass(frozen=True, kw_only=True)
class MyAccountPage(Page):
    """The page of an own account: name, address and password."""

    template: ClassVar[str] = "admin/manage/me.html"
    person: Person
    form: MeForm
    password_form: PasswordForm
    shown: Face
    saved: bool
    changed: bool


def _page(form: MeForm, password_form: PasswordForm, status: int = 200) -> ResponseReturnValue:
    page = render(
        MyAccountPage(
            person=me(),
            form=form,
            password_form=password_form,
            shown=as_seen(me(), me().visibility, me().own_words),
            saved="bewaard" in request.args,
            changed="gewijzigd" in request.args,
        )
    )
    return page, status
