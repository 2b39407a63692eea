"""Signing in, asking for a link, choosing a password."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, PasswordField
from wtforms.validators import DataRequired, Length, ValidationError

from board.core.people.sign_ins import LONGEST_PASSWORD, SHORTEST_PASSWORD
from board.web.fields import Fits, Form, line
from board.web.merging import EditForm
from board.web.name_fields import NameFields

# The keyboard of a phone shows @ and writes no capital; a password manager recognises the field.
ADDRESS = {
    "type": "email",
    "inputmode": "email",
    "autocomplete": "username",
    "autocapitalize": "none",
    "spellcheck": "false",
}


class NotTheAddress:
    """A password that is the e-mail address is the first one anybody tries."""

    def __init__(self, email: str) -> None:
        self.email = email

    def __call__(self, _form: Form, field: Field) -> None:
        if field.data.strip().casefold() == self.email.casefold():
            raise ValidationError(_("Kies iets anders dan je e-mailadres."))


def new_password(label: Any) -> PasswordField:
    """A field for a password to choose. It may be pasted, and hold whatever one can type."""
    return PasswordField(
        label,
        validators=[
            DataRequired(_l("Kies een wachtwoord.")),
            Length(min=SHORTEST_PASSWORD, message=_l("Maak je wachtwoord minstens %(min)d tekens lang.")),
            Fits(LONGEST_PASSWORD),
        ],
        description=_l("Minstens 12 tekens. Een zin die je makkelijk onthoudt, werkt goed."),
        render_kw={"autocomplete": "new-password"},
    )


def own_password(label: Any) -> PasswordField:
    """A field for the password of now."""
    return PasswordField(
        label,
        validators=[DataRequired(_l("Vul je wachtwoord in."))],
        render_kw={"autocomplete": "current-password"},
    )


class SignInForm(Form):
    """Who are you?"""

    email = line(_l("E-mailadres"), needed=_l("Vul je e-mailadres in."), longest=254, render_kw=ADDRESS)
    password = own_password(_l("Wachtwoord"))


class ForgottenForm(Form):
    """Where may the link go?"""

    email = line(_l("E-mailadres"), needed=_l("Vul je e-mailadres in."), longest=254, render_kw=ADDRESS)


class ChooseForm(Form):
    """A new password, with a link that came by mail."""

    password = new_password(_l("Nieuw wachtwoord"))


class WelcomeForm(NameFields, EditForm, ChooseForm):
    """The first password, and by which name somebody wants to be known."""
