"""The two fields of a name: asked wherever a person is made, and mended where they stand."""

from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError

from board.core.people.name_parts import holds_more, split
from board.core.people.names import LONGEST_NAME, Name
from board.core.people.people import Person
from board.invisible import single_line
from board.web.fields import Form, line

PARTS = ("first_name", "last_name")


class NameFields(Form):
    """First and last name. One of them may stay empty: not everybody has two.

    A program, or a page from before there were two fields, may still send one `name`; it is split with care.
    """

    first_name = line(_l("Voornaam"), longest=LONGEST_NAME, render_kw={"autocomplete": "given-name"})
    last_name = line(
        _l("Achternaam"),
        longest=LONGEST_NAME,
        description=_l("Met wat ervoor hoort, zoals: van der Berg."),
        render_kw={"autocomplete": "family-name"},
    )

    @staticmethod
    def name_of(person: Person) -> dict[str, Any]:
        """The name of somebody as these fields show it."""
        return {part: getattr(person, part) for part in PARTS}

    @property
    def whole_name(self) -> str:
        """The whole name, of who sent it as one text."""
        parts = any(single_line(request.form.get(self[part].name, "")) for part in PARTS)
        return "" if parts else single_line(request.form.get("name", ""))

    def validate(self, extra_validators: Any = None) -> bool:
        if self.whole_name:
            name = split(self.whole_name)
            self.first_name.data, self.last_name.data = name.first, name.last
        is_right: bool = super().validate(extra_validators)
        return is_right

    def validate_first_name(self, field: Field) -> None:
        emptied = "name" in request.form and not any(self[part].name in request.form for part in PARTS)
        if not (field.data or self.last_name.data) or (emptied and not self.whole_name):
            raise ValidationError(_("Vul een voornaam of een achternaam in."))

    def typed_name(self, now: Name | None = None, by_themselves: bool = False) -> Name:
        """The name in these fields; `now` is what it was when they were shown. Who looks at both parts confirms them.

        Only what somebody else types anew may be in doubt: a surname that landed in the field of the first name.
        """
        typed = Name(self.first_name.data or "", self.last_name.data or "")
        if self.whole_name:
            return now if now and now.whole == self.whole_name else split(self.whole_name)
        if now and any(self[part].name not in request.form for part in PARTS):
            return now
        same = now is not None and (now.first, now.last) == (typed.first, typed.last)
        return Name(typed.first, typed.last, not (by_themselves or same) and holds_more(typed))
