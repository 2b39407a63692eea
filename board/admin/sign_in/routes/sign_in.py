"""Sign in, sign out, and a new password for who forgot it."""

from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, Response, current_app, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import generate_csrf

from board.admin.sign_in import browser, letters
from board.admin.sign_in.forms import ChooseForm, ForgottenForm, NotTheAddress, SignInForm, WelcomeForm
from board.core.people import sign_ins
from board.core.people.people import Person, by_email
from board.db import begin_writing, keep_anyway
from board.web import errors, guards
from board.web.errors.unsaved_forms import SIGN_IN
from board.web.guards import me_or_none, public
from board.web.proxies import looks_secure
from board.web.responses import Page, came_from, own_path, render

bp = Blueprint("sign_in", __name__, url_prefix="/bord")

WAIT = _l("Het lukte een paar keer niet. Wacht een kwartier, dan kun je het opnieuw proberen.")


def onward() -> str:
    """Where the visitor wanted to go: only a path of the work, never another host."""
    return came_from() or url_for("today.today")


def secret_and_place() -> tuple[str, sign_ins.SignInOrigin]:
    """With what tries are fingerprinted, and from where this one comes."""
    return current_app.config["SETTINGS"].secret_key, browser.place()


def _known_here(person: Person, url: str, status: int = 303) -> Response:
    """Go on there, in a browser that is known from now on."""
    response = make_response(redirect(url, status))
    browser.know(person, response)
    return response


@bp.get("/inloggen", endpoint="sign_in")
@public
def show_sign_in() -> ResponseReturnValue:
    if me_or_none() is not None:
        return redirect(onward())
    return _sign_in_page(SignInForm(formdata=None))


@bp.post("/inloggen", endpoint="enter")
@public
def sign_person_in() -> ResponseReturnValue:
    form = SignInForm(prefix=SIGN_IN if _sends() else "")
    if not form.validate_on_submit():
        return _sign_in_page(form, status=422)
    secret, place = secret_and_place()
    email = form.email.data
    if sign_ins.too_many_tries(secret, email, place):
        return _sign_in_page(form, WAIT, 429)
    known = by_email(email)
    was = known.password_hash if known else None
    fits = sign_ins.password_fits(known, form.password.data)  # slow on purpose, so before others wait for us
    begin_writing()
    if sign_ins.too_many_tries(secret, email, place, in_turn=True):
        return _sign_in_page(form, WAIT, 429)
    person = by_email(email)
    if person is None or not fits or person.password_hash != was or not guards.may_enter(person):
        sign_ins.count_try(secret, email, place)
        keep_anyway()
        return _sign_in_page(form, _("Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het nog eens."), 422)
    sign_ins.forget_tries(secret, email, place)
    guards.log_in(person)
    # 307: the browser sends what was typed once more, now with somebody signed in.
    return _known_here(person, _sends() or onward(), 307 if _sends() else 303)


def _sends() -> str | None:
    """Where a form must go that found nobody signed in; its words came along with the signing in."""
    return own_path(request.args.get("verstuur"))


@bp.get("/inloggen/blijk", endpoint="proof")
@public
def show_proof() -> ResponseReturnValue:
    """For our script: who is signed in here now, and the proof with which an open form works again."""
    person = me_or_none()
    response = jsonify(who=person.id if person else None, token=generate_csrf())
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/uitloggen", endpoint="leave")
@public
def sign_person_out() -> ResponseReturnValue:
    if me_or_none() is not None:
        begin_writing()
    guards.log_out()
    response = redirect(url_for(".sign_in"), 303)
    response.headers["Clear-Site-Data"] = '"storage"'  # texts that waited in this browser
    return response


@bp.get("/wachtwoord-vergeten", endpoint="forgotten")
@public
def show_forgotten() -> ResponseReturnValue:
    return _forgotten_page(ForgottenForm(formdata=None))


@bp.post("/wachtwoord-vergeten")
@public
def send_link() -> ResponseReturnValue:
    form = ForgottenForm()
    if not form.validate_on_submit():
        return _forgotten_page(form, status=422)
    secret, place = secret_and_place()
    begin_writing()
    if sign_ins.too_many_tries(secret, form.email.data, place, doing="link", in_turn=True):
        return _forgotten_page(form, WAIT, 429)
    sign_ins.count_try(secret, form.email.data, place, doing="link")
    person = by_email(form.email.data)
    # Who has no password was never let in, or no longer is; only an administrator sends them a link.
    if person is not None and person.password_hash and guards.may_enter(person):
        letters.forgotten(person)
    return redirect(url_for(".link_sent"), 303)


@bp.get("/wachtwoord-vergeten/verstuurd", endpoint="link_sent")
@public
def show_link_sent() -> ResponseReturnValue:
    return render_template("admin/sign_in/link_sent.html")


@bp.get("/wachtwoord/<token>", endpoint="choose")
@public
def show_choose_password(token: str) -> ResponseReturnValue:
    link = _working_link(token)
    return _choose_page(link, _choose_form(link.person)) if link else _link_gone()


@bp.post("/wachtwoord/<token>", endpoint="choose_now")
@public
def choose_password(token: str) -> ResponseReturnValue:
    link = _working_link(token)
    if link is None:
        return _link_gone()
    form = _choose_form(link.person, is_sent=True)
    if status := _waits(form, link.person):
        return _choose_page(link, form, status)
    made = sign_ins.hashed(form.password.data)
    begin_writing()
    link = _working_link(token)
    if link is None:
        return _link_gone()
    form = _choose_form(link.person, is_sent=True)  # somebody may have mended the name while we reckoned
    if status := _waits(form, link.person):
        return _choose_page(link, form, status)
    if not sign_ins.use_up(link):
        return _link_gone()
    guards.log_out()
    sign_ins.keep_password(link.person, made)
    if isinstance(form, WelcomeForm):
        link.person.full_name = form.typed_name(link.person.full_name, by_themselves=True)
    secret, place = secret_and_place()
    sign_ins.forget_tries(secret, link.person.email, place)
    return _known_here(link.person, url_for(".sign_in", gekozen=1))


def _choose_form(person: Person, is_sent: bool = False) -> ChooseForm:
    """A new password; whoever comes in for the first time says their name as well."""
    if person.password_hash is not None:
        return ChooseForm() if is_sent else ChooseForm(formdata=None)
    now = WelcomeForm.name_of(person)
    return WelcomeForm.sent_on(now, person) if is_sent else WelcomeForm.on(now)


def _waits(form: ChooseForm, person: Person) -> int:
    """409 when the name was changed by somebody else too, 422 when something is not right, 0 when all is well."""
    is_sound = form.validate_on_submit(extra_validators={"password": [NotTheAddress(person.email)]})
    is_asked = isinstance(form, WelcomeForm) and form.has_conflict
    return 409 if is_asked else 0 if is_sound else 422


def _working_link(token: str) -> sign_ins.PasswordLink | None:
    link = sign_ins.link(token)
    return link if link and guards.may_enter(link.person) else None


@dataclass(frozen=True, kw_only=True)
class SignInPage(Page):
    """The page on which somebody signs in."""

    template: ClassVar[str] = "admin/sign_in/sign_in.html"
    form: SignInForm
    problem: str
    chosen: bool
    https_only: bool
    onward: str | None


def _sign_in_page(form: SignInForm, problem: str = "", status: int = 200) -> ResponseReturnValue:
    if address := _sends():
        wrong = problem or _("Vul je e-mailadres en je wachtwoord in.")
        return errors.answer(401, wrong=wrong, address=address)
    page = render(
        SignInPage(
            form=form,
            problem=problem,
            chosen="gekozen" in request.args,
            https_only=current_app.config["SETTINGS"].https and not looks_secure(),
            onward=request.args.get("verder"),
        )
    )
    return page, status


@dataclass(frozen=True, kw_only=True)
class ForgottenPage(Page):
    """The page on which somebody who forgot their password asks for a link."""

    template: ClassVar[str] = "admin/sign_in/forgotten.html"
    form: ForgottenForm
    problem: str


def _forgotten_page(form: ForgottenForm, problem: str = "", status: int = 200) -> ResponseReturnValue:
    return render(ForgottenPage(form=form, problem=problem)), status


@dataclass(frozen=True, kw_only=True)
class ChoosePasswordPage(Page):
    """The page on which a password is chosen, by a link."""

    template: ClassVar[str] = "admin/sign_in/choose.html"
    form: ChooseForm
    person: Person


def _choose_page(link: sign_ins.PasswordLink, form: ChooseForm, status: int = 200) -> ResponseReturnValue:
    return unkept(render(ChoosePasswordPage(form=form, person=link.person)), status)


def _link_gone() -> ResponseReturnValue:
    return unkept(render_template("admin/sign_in/link_gone.html"), 404)


def unkept(page: str, status: int = 200) -> Response:
    """An answer that no browser keeps, because a link stands in it or above it."""
    response = make_response(page, status)
    response.headers["Cache-Control"] = "no-store"
    return response
