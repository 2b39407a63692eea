"""The coming week page: look at what is ready, and publish it in one step."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from board.access import me, signed_in
from board.core.ready import ready_to_publish
from board.core.weeks import Week
from board.fields import Act, options
from board.pages.week.forms import PublishForm
from board.public.preview import preview
from board.web import saved, tell

bp = Blueprint("week", __name__, url_prefix="/bord/week")


@bp.get("", endpoint="week")
@signed_in()
def show_week() -> ResponseReturnValue:
    return _page(PublishForm(formdata=None))


@bp.post("")
@signed_in()
def publish() -> ResponseReturnValue:
    """Publish what was chosen; only what is ready, and only of opgaven on which this person works."""
    form, person = PublishForm(), me()
    ready = {card.id: card for card in ready_to_publish(person)}
    form.kaarten.choices = options((number, "") for number in ready)
    if not form.validate_on_submit() or not form.kaarten.data:
        return _page(form, _("Kies wat je wilt publiceren.")), 422
    for number in form.kaarten.data:
        if (result := ready[number].result) is not None:
            result.publish(by=person)
    count = len(form.kaarten.data)
    text = ngettext("Eén resultaat is gepubliceerd.", "%(num)s resultaten zijn gepubliceerd.", count)
    tell(text)
    return saved(url_for(".week"))


def _page(form: PublishForm, message: str = "") -> str:
    cards = ready_to_publish(me())
    seen = [(card, preview(card.opgave, card, card.result)) for card in cards if card.result]
    return render_template(
        "pages/week/week.html", seen=seen, week=Week.now(), form=form, message=message, act=Act(formdata=None)
    )
