"""A form that arrives again: nothing is made, and the answer leads to what it made the first time."""

from flask import Flask, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_htmx import make_response as htmx_response

from board.core.undo.steps import step_of
from board.db import discard_writes
from board.web.form_keys import SentBefore
from board.web.guards import me_or_none
from board.web.responses import flash_message, own_path, saved, wants_fragment


def init_app(app: Flask) -> None:
    """The answer for every form that carries a key."""

    @app.errorhandler(SentBefore)
    def answer(before: SentBefore) -> ResponseReturnValue:
        discard_writes()
        place, person = own_path(before.led_to), me_or_none()
        onward = place or url_for("today.today")
        can_go_back = person is not None and bool(step_of(person, before.step))
        back = url_for("back.take_step_back", step=before.step, verder=onward) if can_go_back else None
        flash_message(_("Dit had je al verstuurd. Het staat er één keer."), undo=back)
        if place is None and wants_fragment():
            return htmx_response(refresh=True)  # the screen as it is now has it
        return saved(onward)
