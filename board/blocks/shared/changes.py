"""What happened to one thing that a team noted: who did what, and what stood there before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import Enum, String, inspect
from wtforms import Form

from board.core.opgaven.noted import Noted
from board.core.record.history import Change
from board.core.undo.changes import changes_of


@dataclass(frozen=True)
class Step:
    """One step in the life of a thing, in words a colleague would use; `before` is the text that it replaced."""

    at: datetime
    who: str
    words: str
    before: str = ""


def card_changes(thing: Noted, form: Form) -> Sequence[Step]:
    """The steps of this thing, the newest first; its texts are called what the form calls them."""
    columns = inspect(type(thing)).columns
    texts = {column.key for column in columns if isinstance(column.type, String) and not isinstance(column.type, Enum)}
    labels = {name: form[name].label.text if name in form else "" for name in texts}
    return [step for change, who in changes_of(thing) for step in _steps(change, who, labels)]


def _steps(change: Change, who: str, labels: Mapping[str, str]) -> Iterator[Step]:
    if change.verb == "made":
        yield Step(change.at, who, _("schreef dit op"))
    elif "removed_at" in change.fields:
        gone = change.fields["removed_at"][1] is not None
        yield Step(change.at, who, _("haalde dit weg") if gone else _("zette dit terug"))
    else:
        rewritten = [(labels[name], pair[0] or "") for name, pair in change.fields.items() if name in labels]
        for label, before in rewritten:
            yield Step(change.at, who, _rewrote(label, before), before)
        if not rewritten:
            yield Step(change.at, who, _("werkte dit bij"))


def _rewrote(label: str, before: str) -> str:
    if not label:
        return _("schreef het anders op")
    return _("veranderde “%(field)s”", field=label) if before else _("vulde “%(field)s” in", field=label)
