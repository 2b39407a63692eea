"""What the pages of all blocks do alike: keep what was typed, say it with the way back, and mind a colleague's work."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import HiddenField

from board.core.history import last_step
from board.core.noted import Noted
from board.core.opgaven import Opgave
from board.db import session
from board.fields import Act, Form
from board.web import saved, tell


class NotedForm(Form):
    """A form on something that a team noted. It knows from which version it was made."""

    version = HiddenField()

    def is_behind(self, thing: Noted, now: str) -> bool:
        """Whether a colleague changed the thing meanwhile; then the form says so, and goes on from the newest.

        `now` is what stands there now, to read beside what was typed.
        """
        if self.version.data in {None, "", str(thing.version)}:
            return False
        self.form_errors.append(
            _("Een collega veranderde dit intussen. Er staat nu: “%(text)s”. Hieronder staat wat jij typte.", text=now)
        )
        self.version.raw_data, self.version.data = None, str(thing.version)
        return True


def done(url: str, text: str) -> ResponseReturnValue:
    """After a successful step: what happened in words, and “Ongedaan maken”."""
    step = last_step(session())
    tell(text, undo=url_for("back.take_step_back", step=step, verder=url) if step else None)
    return saved(url)


def edit_page(opgave: Opgave | None, form: NotedForm, heading: str, back: str, **more: Any) -> str:
    """The page on which one thing is refined. `remove` is the address that takes it from the screens."""
    return render_template(
        "blocks/edit.html",
        opgave=opgave,
        form=form,
        heading=heading,
        back=back,
        action=request.path,
        remove=more.get("remove"),
        intro=more.get("intro", ""),
        act=Act(formdata=None),
    )
