"""The words of an opgave, who may see its results, and where an inwoner can turn to."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from board.access import LEADS_OR_ADMIN, allow, me
from board.core.opgaven import WORDS, Audience, Opgave
from board.core.personal_data import PersonalData
from board.core.stack import stack
from board.pages.opgaven.forms import SettingsForm
from board.pages.opgaven.routes import bp
from board.web import saved, tag


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
    words = {name: form[name].data or "" for name in WORDS}
    try:
        opgave.set_up(words, Audience(form.visibility.data), form.said, by=me())
    except PersonalData as waits:
        form.ask_why(waits)
        return _page(opgave, form), 422
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
