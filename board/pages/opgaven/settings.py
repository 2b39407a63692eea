"""The words of an opgave, who may see its results, and where an inwoner can turn to."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from board.access import LEADS_OR_ADMIN, allow
from board.core.opgaven import Audience, Opgave
from board.core.stack import stack
from board.pages.opgaven.forms import SettingsForm
from board.pages.opgaven.routes import bp
from board.web import saved, tag

WORDS = ("title", "short_name", "summary", "contact_title", "contact_text", "contact_place")


@bp.get("/<slug>/instellingen")
@allow(*LEADS_OR_ADMIN)
def settings(opgave: Opgave) -> ResponseReturnValue:
    form = SettingsForm(formdata=None, obj=opgave, seen=_fingerprint(opgave))
    form.visibility.data = opgave.visibility.value
    return _page(opgave, form)


@bp.post("/<slug>/instellingen")
@allow(*LEADS_OR_ADMIN)
def save_settings(opgave: Opgave) -> ResponseReturnValue:
    form = SettingsForm()
    if not form.validate_on_submit():
        return _page(opgave, form), 422
    now = _fingerprint(opgave)
    if form.seen.data != now:
        form.seen.data = now
        return _page(opgave, form, elsewhere=_differences(opgave, form)), 409
    for name in WORDS:
        setattr(opgave, name, form[name].data or "")
    opgave.visibility = Audience(form.visibility.data)
    return saved(url_for("board.board", slug=opgave.slug))


def _page(opgave: Opgave, form: SettingsForm, elsewhere: dict[str, str] | None = None) -> str:
    published = stack(opgave, public_only=True).total
    return render_template(
        "pages/opgaven/settings.html", opgave=opgave, form=form, elsewhere=elsewhere, published=published
    )


def _fingerprint(opgave: Opgave) -> str:
    return tag(opgave.visibility.value, *(getattr(opgave, name) for name in WORDS))


def _differences(opgave: Opgave, form: SettingsForm) -> dict[str, str]:
    """What stands there now, for the fields in which this visitor typed something else."""
    return {
        form[name].label.text: getattr(opgave, name)
        for name in WORDS
        if getattr(opgave, name) != (form[name].data or "")
    }
