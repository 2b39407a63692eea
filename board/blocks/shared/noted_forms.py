"""What the pages of all blocks do alike: keep what was typed, say it with the way back, and mind a colleague's work."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import request, url_for
from flask.typing import ResponseReturnValue

from board.blocks.shared.changes import Step, card_changes
from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import Opgave
from board.core.record.history import last_step
from board.db import session
from board.web.fields import Act, Making
from board.web.merging import EditForm
from board.web.responses import Page, flash_message, render, saved


class NotedForm(Making, EditForm):
    """A form on something that a team notes: it makes that once, or changes it with a colleague's work in sight."""


def done(url: str, text: str, form: EditForm | None = None) -> ResponseReturnValue:
    """After a successful step: what happened in words, what colleagues did in the same form, and “Ongedaan maken”."""
    step = last_step(session())
    way_back = url_for("back.take_step_back", step=step, verder=url) if step else None
    flash_message(f"{text} {form.news if form else ''}".strip(), undo=way_back)
    return saved(url)


@dataclass(frozen=True)
class EditPage(Page):
    """The page on which one thing is refined: its form, how to leave it, and what happened to it until now."""

    template: ClassVar[str] = "blocks/edit.html"
    opgave: Opgave | None
    form: NotedForm
    heading: str
    back: str
    action: str
    remove: str | None
    intro: str
    steps: Sequence[Step]
    act: Act


def edit_page(  # noqa: PLR0913  what differs from one thing to the other
    opgave: Opgave | None,
    form: NotedForm,
    heading: str,
    back: str,
    *,
    action: str | None = None,
    remove: str | None = None,
    intro: str = "",
    of: Noted | None = None,
) -> str:
    """The page on which one thing is refined.

    `back` is the address to leave it by, `action` that of the form (this page's own unless it is said), `remove` the
    one that takes the thing from the screens. `of` is the thing itself, when it is there already.
    """
    steps = card_changes(of, form) if of else []
    act = Act(formdata=None)
    return render(EditPage(opgave, form, heading, back, action or request.path, remove, intro, steps, act))
