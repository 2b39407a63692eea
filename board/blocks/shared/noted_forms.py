"""What the pages of all blocks do alike: keep what was typed, say it with the way back, and mind a colleague's work."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from board.blocks.shared.changes import card_changes
from board.core.opgaven.opgaven import Opgave
from board.core.record.history import last_step
from board.db import session
from board.web.fields import Act, Making
from board.web.merging import EditForm
from board.web.responses import flash_message, saved


class NotedForm(Making, EditForm):
    """A form on something that a team notes: it makes that once, or changes it with a colleague's work in sight."""


def done(url: str, text: str, form: EditForm | None = None) -> ResponseReturnValue:
    """After a successful step: what happened in words, what colleagues did in the same form, and “Ongedaan maken”."""
    step = last_step(session())
    way_back = url_for("back.take_step_back", step=step, verder=url) if step else None
    flash_message(f"{text} {form.news if form else ''}".strip(), undo=way_back)
    return saved(url)


def edit_page(opgave: Opgave | None, form: NotedForm, heading: str, back: str, **more: Any) -> str:
    """The page on which one thing is refined. `remove` is the address that takes it from the screens.

    `of` is the thing itself, when it is there already: the page then tells what happened to it.
    """
    return render_template(
        "blocks/edit.html",
        opgave=opgave,
        form=form,
        heading=heading,
        back=back,
        action=more.get("action", request.path),
        remove=more.get("remove"),
        intro=more.get("intro", ""),
        act=Act(formdata=None),
        steps=card_changes(more["of"], form) if more.get("of") else [],
    )
