"""Who may do what: every route declares it, and the app does not start when one does not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import and_, select
from sqlalchemy.exc import NoResultFound

from board.core.opgaven import sent_forms
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.people import roles, sign_ins
from board.core.people.people import OrgRole, Person
from board.core.publishing import faces
from board.core.record.personal_data import LONG, look_beforehand
from board.db import begin_writing, ledger, session
from board.invisible import tidied

type_of_role = roles.type_of_role
READERS, TEAM, WORRIERS, HELPERS = roles.READERS, roles.TEAM, roles.WORRIERS, roles.HELPERS
LEADS, LEADERS, LEADS_OR_ADMIN, MANAGERS = roles.LEADS, roles.LEADERS, roles.LEADS_OR_ADMIN, roles.MANAGERS
View = Callable[..., ResponseReturnValue]


@dataclass(frozen=True)
class Guard:
    """What a route asks of its visitor: nothing (public), to be signed in, or one of these roles."""

    public: bool = False
    of_opgave: bool = False
    roles: tuple[type_of_role, ...] = ()


class UnguardedRoute(Exception):
    """A route without a declared guard; the app refuses to start."""


class SignedIn(UserMixin):  # type: ignore[misc]
    """A visitor with a working cookie: the person, and the token of this browser."""

    def __init__(self, person: Person, token: str) -> None:
        self.person, self.token = person, token

    def get_id(self) -> str:
        return self.token


def public(view: View) -> View:
    """Anyone may come here, without account or cookie."""
    view.guard = Guard(public=True)  # type: ignore[attr-defined]
    return view


def signed_in(*roles: OrgRole) -> Callable[[View], View]:
    """Whoever is signed in; with `roles`, only who has one of these in the organisation."""

    def guard(view: View) -> View:
        def let_in() -> ResponseReturnValue | None:
            person = me_or_none()
            if person is None:
                return _to_sign_in()
            if roles and person.org_role not in roles:
                abort(403)
            return None

        @wraps(view)
        def guarded(**values: Any) -> ResponseReturnValue:
            return _begin(view, let_in) or view(**values)

        guarded.guard = Guard(roles=roles)  # type: ignore[attr-defined]
        return guarded

    return guard


def allow(*roles: type_of_role) -> Callable[[View], View]:
    """Whoever has one of `roles` on the opgave in the address; the view gets that opgave.

    Without any role the opgave does not exist (404); with another role it is forbidden (403).
    """

    def guard(view: View) -> View:
        def let_in(slug: str) -> ResponseReturnValue | None:
            person = me_or_none()
            if person is None:
                return _to_sign_in()
            opgave, mine = _opgave_and_roles(slug, person)
            if not mine:
                abort(404)
            if mine.isdisjoint(roles):
                abort(403)
            g.opgave, g.roles = opgave, mine
            return None

        @wraps(view)
        def guarded(slug: str, **values: Any) -> ResponseReturnValue:
            return _begin(view, lambda: let_in(slug)) or view(opgave=g.opgave, **values)

        guarded.guard = Guard(of_opgave=True, roles=roles)  # type: ignore[attr-defined]
        return guarded

    return guard


def opgave_if(slug: str, *roles: type_of_role) -> Opgave | None:
    """The opgave, when who is here has one of `roles` on it: for an answer before any view was asked."""
    person = me_or_none()
    if person is None:
        return None
    try:
        opgave, mine = _opgave_and_roles(slug, person)
    except NoResultFound:
        return None
    g.opgave, g.roles = opgave, mine
    return None if mine.isdisjoint(roles) else opgave


def _begin(view: View, let_in: Callable[[], ResponseReturnValue | None]) -> ResponseReturnValue | None:
    """Ask the guard; only who is let in, with a form that is ours, begins to write and makes others wait."""
    refused = let_in()
    if refused is None and request.method == "POST":

        def let_in_again() -> None:
            g.pop("_login_user", None)
            let_in()

        g.let_in_again = let_in_again
        look_beforehand(tidied(text) for text in request.form.values() if len(text) >= LONG)
        if not getattr(view, "reads_first", False):
            begin_writing(just_let_in=True)
    return refused


def _opgave_and_roles(slug: str, person: Person) -> tuple[Opgave, frozenset[type_of_role]]:
    """The opgave and what this person is on it, in one query. Raises NoResultFound."""
    opgave, role = session.execute(
        select(Opgave, Membership.role)
        .outerjoin(Membership, and_(Membership.opgave_id == Opgave.id, Membership.person_id == person.id))
        .where(Opgave.slug == slug)
    ).one()
    return opgave, frozenset(each_role for each_role in (role, person.org_role) if each_role is not None)


def may(*roles: type_of_role) -> bool:
    """Whether the visitor has one of these roles on the opgave of this page."""
    return not g.get("roles", frozenset()).isdisjoint(roles)


def me_or_none() -> Person | None:
    """The person who is signed in, if any."""
    return current_user.person if current_user.is_authenticated else None


def me() -> Person:
    """The person who is signed in; only for views behind a guard."""
    person = me_or_none()
    if person is None:
        abort(401)
    return person


def log_in(person: Person) -> None:
    """Sign in with a fresh cookie, so that a cookie from before is worth nothing.

    Only who comes back in the same browser after a while finds the forms that stood open there still working.
    """
    was_here, proof = cookie.get("who") == person.id, cookie.get("csrf_token")
    log_out()
    cookie["who"] = person.id
    if was_here and proof:
        cookie["csrf_token"] = proof
    token = sign_ins.begin_session(person, current_app.config["SETTINGS"].session_hours)
    faces.throw_old_photos_away()
    sent_forms.forget_old()
    ledger().who = person.id
    login_user(SignedIn(person, token))


def log_out() -> None:
    """Sign out, here and on the server."""
    if current_user.is_authenticated:
        sign_ins.end(current_user.token)
        logout_user()
    cookie.clear()


def may_enter(person: Person) -> bool:
    """Whether this account works here: those of the demo exist in the demo only."""
    demo: bool = current_app.config["SETTINGS"].demo
    return demo or not person.email.endswith(sign_ins.DEMO)


def _to_sign_in() -> ResponseReturnValue:
    if request.method == "POST" or request.headers.get("HX-Request"):
        abort(401)  # the text stays on the screen; the message says what to do
    return redirect(url_for("sign_in.sign_in", verder=request.full_path.rstrip("?")))


def _load(token: str) -> SignedIn | None:
    found = sign_ins.signed_in(token)
    if found is None or not may_enter(found.person):
        return None
    ledger().who = found.person_id
    return SignedIn(found.person, token)


class Manager(LoginManager):  # type: ignore[misc]
    """Flask-Login without its second cookie, so that public pages never look at any."""

    def _update_remember_cookie(self, response: Response) -> Response:
        return response


def init_app(app: Flask) -> None:
    """Sign-in by cookie."""
    manager = Manager()
    manager.session_protection = None  # a phone changes networks all day
    manager.init_app(app, add_context_processor=False)
    manager.user_loader(_load)
    app.jinja_env.globals.update(
        may=may, READERS=READERS, TEAM=TEAM, LEADS=LEADS, LEADERS=LEADERS, MANAGERS=MANAGERS, WORRIERS=WORRIERS
    )


def check_every_route(app: Flask) -> None:
    """Raises UnguardedRoute when a route does not say who may come there."""
    for rule in app.url_map.iter_rules():
        if not hasattr(app.view_functions[rule.endpoint], "guard"):
            raise UnguardedRoute(f"{rule.rule} has no guard: put @public, @signed_in() or @allow(...) on it")
