"""What the pages of all blocks do alike: keep what was typed, say it with the way back, and mind a colleague's work."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import Field, HiddenField, SelectFieldBase

from board.blocks.what_happened import what_happened
from board.core.history import last_step
from board.core.noted import Noted
from board.core.opgaven import Opgave
from board.db import session
from board.fields import Act, Making
from board.web import saved, tell
from board.words import day


class NotedForm(Making):
    """A form on something that a team noted. It knows from which version it was made."""

    version = HiddenField()

    def is_behind(self, thing: Noted, now: str | Mapping[str, Any], unread: bool = False) -> bool:
        """Whether a colleague changed the thing meanwhile; then the form says so, and goes on from the newest.

        `now` is what stands there now, by field as the form shows it (or as one text). Every field in which something
        else stands than was typed is named, so that nothing of a colleague is wiped unseen. When all of it is the
        same, there is nothing to say. `unread`: also when the form does not know which version it was made from.
        """
        if self.version.data == str(thing.version) or (not self.version.data and not unread):
            return False
        differs = [_("Er staat nu: “%(text)s”.", text=now)] if isinstance(now, str) else list(self._differs(now))
        if not differs:
            return False
        first = _("Een collega veranderde dit intussen. Hieronder staat wat jij typte.")
        self.form_errors.extend([first, *differs])
        self.version.raw_data, self.version.data = None, str(thing.version)
        return True

    def _differs(self, now: Mapping[str, Any]) -> Iterator[str]:
        for field in self:
            if field.name not in now or field is self.version or (field.data or None) == (now[field.name] or None):
                continue
            words = {"field": field.label.text, "text": _in_words(field, now[field.name])}
            if words["text"]:
                yield _("Er staat nu bij “%(field)s”: “%(text)s”.", **words)
            else:
                yield _("Bij “%(field)s” staat nu niets.", **words)


def _in_words(field: Field, value: Any) -> str:
    """What stands in a field, as somebody reads it there."""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, date):
        return day(value)
    if isinstance(field, SelectFieldBase):
        return next((str(choice.label) for choice in field.iter_choices() if choice.value == value), str(value))
    return str(value or "")


def done(url: str, text: str) -> ResponseReturnValue:
    """After a successful step: what happened in words, and “Ongedaan maken”."""
    step = last_step(session())
    tell(text, undo=url_for("back.take_step_back", step=step, verder=url) if step else None)
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
        action=request.path,
        remove=more.get("remove"),
        intro=more.get("intro", ""),
        act=Act(formdata=None),
        steps=what_happened(more["of"], form) if more.get("of") else [],
    )
