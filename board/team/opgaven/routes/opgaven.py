"""The opgaven that I may see, and a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from board.core.opgaven import teams
from board.core.opgaven.opgaven import Audience
from board.core.record.personal_data import PersonalData
from board.team.opgaven.forms import NewForm
from board.team.opgaven.queries import OpgaveRow, opgaven_for
from board.web.guards import me, signed_in
from board.web.responses import Page, render, saved

bp = Blueprint("opgaven", __name__, url_prefix="/bord/opgaven")


@dataclass(frozen=True, kw_only=True)
class OpgavenPage(Page):
    """The list of opgaven: those of the visitor, and the others."""

    template: ClassVar[str] = "team/opgaven/index.html"
    mine: Sequence[OpgaveRow]
    others: Sequence[OpgaveRow]


@bp.get("", endpoint="index")
@signed_in()
def show_opgaven() -> ResponseReturnValue:
    found = opgaven_for(me())
    return render(
        OpgavenPage(
            mine=[row for row in found if row.role is not None], others=[row for row in found if row.role is None]
        )
    )


@dataclass(frozen=True, kw_only=True)
class NewOpgavePage(Page):
    """The page on which an opgave is begun."""

    template: ClassVar[str] = "team/opgaven/new.html"
    form: NewForm
    doubts: Sequence[str]


@bp.get("/nieuw", endpoint="new")
@signed_in()
def show_new_opgave() -> ResponseReturnValue:
    return render(NewOpgavePage(form=NewForm(formdata=None), doubts=[]))


@bp.post("/nieuw", endpoint="create")
@signed_in()
def create_opgave() -> ResponseReturnValue:
    form = NewForm()
    sound = form.validate_on_submit()
    doubts = form.doubts if sound and not form.anyway.data else []
    if not sound or doubts:
        return render(NewOpgavePage(form=form, doubts=doubts)), 422
    audience = Audience(form.visibility.data)
    words = {name: form[name].data or "" for name in ("title", "short_name", "summary")}
    try:
        opgave = teams.begin_opgave(words, audience, me(), form.stated_reason)
    except PersonalData as waits:
        form.ask_why(waits)
        return render(NewOpgavePage(form=form, doubts=doubts)), 422
    return saved(url_for("why.index", slug=opgave.slug))
