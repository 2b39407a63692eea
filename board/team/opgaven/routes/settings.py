"""The words of an opgave, who may see its results, and where an inwoner can turn to."""

from dataclasses import dataclass
from typing import ClassVar

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from board.core.opgaven.opgaven import WORDS, Audience, Opgave
from board.core.record.personal_data import PersonalData
from board.core.reports.stack import stack
from board.team.opgaven.forms import SettingsForm
from board.team.opgaven.routes.opgaven import bp
from board.web.guards import LEADS_OR_ADMIN, allow, me
from board.web.responses import Page, flash_message, render, saved


@bp.get("/<slug>/instellingen", endpoint="settings")
@allow(*LEADS_OR_ADMIN)
def show_settings(opgave: Opgave) -> ResponseReturnValue:
    return _page(opgave, SettingsForm.on(_now(opgave)))


@bp.post("/<slug>/instellingen")
@allow(*LEADS_OR_ADMIN)
def save_settings(opgave: Opgave) -> ResponseReturnValue:
    form = SettingsForm.sent_on(_now(opgave), opgave)
    if status := form.waits():
        return _page(opgave, form), status
    words = {name: form[name].data or "" for name in WORDS}
    try:
        opgave.set_up(words, Audience(form.visibility.data), form.stated_reason, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, form), 422
    flash_message(f"{_('De instellingen zijn bewaard.')} {form.news}".strip())
    return saved(url_for("board.board", slug=opgave.slug))


@dataclass(frozen=True, kw_only=True)
class SettingsPage(Page):
    """The settings of an opgave."""

    template: ClassVar[str] = "team/opgaven/settings.html"
    opgave: Opgave
    form: SettingsForm
    published: int


def _page(opgave: Opgave, form: SettingsForm) -> str:
    published = stack(opgave, public_only=True).total
    return render(SettingsPage(opgave=opgave, form=form, published=published))


def _now(opgave: Opgave) -> dict[str, str]:
    """What stands there now, as the form is filled."""
    return {"visibility": opgave.visibility.value, **{name: getattr(opgave, name) for name in WORDS}}
