"""What somebody typed, when it could not be kept: the words and their labels, to be shown and sent again."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from flask import request
from flask_wtf.csrf import generate_csrf
from flask_wtf.file import FileField
from wtforms import PasswordField, SelectFieldBase, StringField, TextAreaField
from wtforms.fields import HiddenField

from board.invisible import ODD_LINE_ENDS, UNSEEN
from board.web.errors import log
from board.web.fields import Form
from board.web.responses import WORK

MOST_LETTERS, MOST_FIELDS = 400_000, 500
# The proof that a form is ours is made anew, and who signs in again does so with fields of this name.
CSRF, SIGN_IN = "csrf_token", "inlog-"
# What is meant for the address alone: sent again it would be refused again.
NOT_AGAIN = frozenset({403, 404, 405, 410})
# As people read a form: what is longer, or holds more lines, gets a field with room.
ONE_LINE = 80


class TypedField(NamedTuple):
    """One field of what was sent. Only what somebody typed is shown; a choice goes along unseen."""

    name: str
    label: str
    value: str
    is_shown: bool

    @property
    def is_long(self) -> bool:
        return len(self.value) > ONE_LINE or "\n" in self.value


class UnsavedForm(NamedTuple):
    """Everything of one form, where it was going, and a fresh proof that it is ours."""

    words: list[TypedField]
    address: str
    token: str
    had_file: bool
    can_go_again: bool


def unsaved_form(code: int, address: str | None = None) -> UnsavedForm | None:
    """What was sent, to be offered again; None when nothing was typed, or when it may not be shown.

    `address`: where it must go, when that is not where it came.
    """
    if request.method != "POST" or not request.path.startswith(WORK) or not is_from_our_pages():
        return None
    try:
        return _kept(address or request.full_path.rstrip("?"), can_go_again=code not in NOT_AGAIN)
    except Exception:
        # The words did not all arrive, or the cookie is broken: the page without them is what remains.
        log.LOG.info("Fout %s: what was typed could not be read", log.error_number(), exc_info=True)
        return None


def _kept(address: str, can_go_again: bool) -> UnsavedForm | None:
    sent = [(name, value) for name, value in request.form.items(multi=True) if not name.startswith((CSRF, SIGN_IN))]
    if len(sent) > MOST_FIELDS or sum(len(value) for _name, value in sent) > MOST_LETTERS:
        return None
    names = {name for name, _value in sent}
    if names & passwords() or any("wachtwoord" in name or "password" in name for name in names):
        return None
    words = list(_words(sent, _form_with(frozenset(names))))
    if not can_go_again and not any(word.is_shown and word.value for word in words):
        return None
    had_file = any(file.filename for file in request.files.values())
    return UnsavedForm(words, address, generate_csrf(), had_file, can_go_again)


def _words(sent: list[tuple[str, str]], fields: dict[str, Any]) -> Iterator[TypedField]:
    for name, value in sent:
        field = fields.get(name)
        is_shown = _is_typed(field) if field is not None else " " in value.strip()
        label = _label(field) or name.replace("_", " ").replace("-", " ").capitalize()
        yield TypedField(name, label, UNSEEN.sub("", ODD_LINE_ENDS.sub("\n", value)), is_shown)


def is_from_our_pages() -> bool:
    """Whether a page of ours sent this form. Another site must not get a form with a valid proof in it.

    Every browser of the last six years names the site that a form came from, at the least where it is another's; who
    names none at all is no browser that another site could make send something.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    whence = request.headers.get("Origin") or request.headers.get("Referer")
    return whence is None or urlsplit(whence).netloc == request.host


def all_forms(kind: type[Form] = Form) -> Iterator[type[Form]]:
    """Every form of the house. What was typed may have been refused before its view could say which it was."""
    for form_class in kind.__subclasses__():
        yield form_class
        yield from all_forms(form_class)


def _fields_of(form: type[Form]) -> dict[str, Any]:
    """The fields as they stand in the class, by name: nothing is read and nothing is asked."""
    found = {name: getattr(form, name, None) for name in dir(form) if not name.startswith("_")}
    return {name: field for name, field in found.items() if hasattr(field, "_formfield")}


@cache
def passwords() -> frozenset[str]:
    """What fields for passwords are called, in whatever form."""
    return frozenset(
        name
        for form in all_forms()
        for name, field in _fields_of(form).items()
        if issubclass(field.field_class, PasswordField)
    )


def _form_with(names: frozenset[str]) -> dict[str, Any]:
    """The fields of the form that was sent, as far as its names tell: the form that has most of them and least else."""

    def likeness(form: type[Form]) -> float:
        own = set(_fields_of(form))
        return len(own & names) / (len(own | names) or 1)

    return _fields_of(max(all_forms(), key=likeness)) if names else {}


def _label(field: Any) -> str:
    if field is None:
        return ""
    return str(field.args[0] if field.args else field.kwargs.get("label") or "")


def _is_typed(field: Any) -> bool:
    kind = field.field_class
    unseen = getattr(field.kwargs.get("widget"), "input_type", "") == "hidden"
    if unseen or issubclass(kind, (HiddenField, SelectFieldBase, FileField)):
        return False
    return issubclass(kind, (StringField, TextAreaField))
