"""The team of an opgave: who is on it, who joins, in which role, and who leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.blocks.shared import leaving
from board.blocks.shared.leaving import WorkInHand
from board.core.opgaven import teams
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.opgaven.opgaven import team as team_of
from board.core.people.people import Role, by_email
from board.team.opgaven.forms import AddForm, RoleForm
from board.team.opgaven.routes.opgaven import bp
from board.web.fields import Act
from board.web.guards import LEADS_OR_ADMIN, READERS, allow, may, me
from board.web.responses import Page, render, saved


@bp.get("/<slug>/team", endpoint="team")
@allow(*READERS)
def show_team(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, AddForm(formdata=None))


@bp.post("/<slug>/team", endpoint="join")
@allow(*LEADS_OR_ADMIN)
def add_member(opgave: Opgave) -> ResponseReturnValue:
    form = AddForm()
    if form.validate_on_submit() and _added(opgave, form):
        return saved(url_for(".team", slug=opgave.slug))
    return _page(opgave, form), 422


def _added(opgave: Opgave, form: AddForm) -> bool:
    """Whether this person joined now; if not, the form says why."""
    person = by_email(form.email.data)
    if person is None:
        unknown = _("Wij kennen dit adres nog niet. Vraag de beheerder om je collega toe te voegen.")
        form.email.errors = [unknown]
        return False
    try:
        teams.join(opgave, person, Role(form.role.data))
    except teams.AlreadyOnTeam:
        form.email.errors = [_("%(name)s zit al in dit team. Hieronder wijzig je de rol.", name=person.name)]
        return False
    return True


@bp.post("/<slug>/team/<int:number>/rol", endpoint="give_role")
@allow(*LEADS_OR_ADMIN)
def change_role(opgave: Opgave, number: int) -> ResponseReturnValue:
    membership = teams.member(opgave, number)
    form = _role_form(membership, posted=True)
    if status := form.waits():
        return _page(opgave, AddForm(formdata=None), form), status
    try:
        leaving.change_role(membership, Role(form.role.data))
    except teams.LastLead:
        form.role.errors = [_nobody_left(membership)]
        return _page(opgave, AddForm(formdata=None), form), 422
    return saved(url_for(".team", slug=opgave.slug))


@bp.get("/<slug>/team/<int:number>/weg", endpoint="ask_to_leave")
@allow(*LEADS_OR_ADMIN)
def show_leave(opgave: Opgave, number: int) -> ResponseReturnValue:
    return _leaving(opgave, teams.member(opgave, number))


@bp.post("/<slug>/team/<int:number>/weg", endpoint="leave")
@allow(*LEADS_OR_ADMIN)
def remove_member(opgave: Opgave, number: int) -> ResponseReturnValue:
    membership = teams.member(opgave, number)
    try:
        leaving.leave_team(membership)
    except teams.LastLead:
        return _leaving(opgave, membership, problem=_nobody_left(membership)), 422
    # Who takes themselves off the team may no longer see it.
    gone = membership.person is me() and me().org_role is None
    return saved(url_for(".index") if gone else url_for(".team", slug=opgave.slug))


def _nobody_left(membership: Membership) -> str:
    name = membership.person.name
    return str(_("%(name)s is de enige opgavemanager. Maak eerst iemand anders opgavemanager.", name=name))


def _role_form(membership: Membership, posted: bool = False) -> RoleForm:
    """The form of one row; its prefix keeps the ids of all rows apart."""
    now, prefix = {"role": membership.role.value}, f"lid-{membership.id}"
    return RoleForm.sent_on(now, membership, prefix=prefix) if posted else RoleForm.on(now, prefix=prefix)


@dataclass(frozen=True, kw_only=True)
class TeamPage(Page):
    """The team of an opgave."""

    template: ClassVar[str] = "team/opgaven/team.html"
    opgave: Opgave
    rows: Sequence[tuple[Membership, RoleForm]]
    form: AddForm
    may_change: bool


def _page(opgave: Opgave, form: AddForm, wrong: RoleForm | None = None) -> str:
    rows = []
    for membership in team_of(opgave):
        row_form = _role_form(membership)
        rows.append((membership, wrong if wrong and wrong.role.id == row_form.role.id else row_form))
    return render(TeamPage(opgave=opgave, rows=rows, form=form, may_change=may(*LEADS_OR_ADMIN)))


@dataclass(frozen=True, kw_only=True)
class LeavePage(Page):
    """The page on which somebody leaves a team, with what they have in hand."""

    template: ClassVar[str] = "team/opgaven/leave.html"
    opgave: Opgave
    membership: Membership
    in_hand: WorkInHand
    problem: str
    act: Act


def _leaving(opgave: Opgave, membership: Membership, problem: str = "") -> str:
    return render(
        LeavePage(
            opgave=opgave,
            membership=membership,
            in_hand=leaving.work_in_hand(membership.person, opgave),
            problem=problem,
            act=Act(formdata=None),
        )
    )
