"""Who I am; another password; a person who may come in."""

import re
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from board.admin.sign_in.forms import new_password, own_password
from board.core.people.people import OrgRole, Person
from board.core.people.sign_ins import DEMO
from board.web.fields import Form, Making, PublicationReasonForm, line
from board.web.merging import EditForm
from board.web.name_fields import NameFields

MAIL_ADDRESS = re.compile(r"[^@\s<>()\[\],;:\"\\]+@[^@\s<>()\[\],;:\"\\]+\.[^@\s<>()\[\],;:\"\\.]+")
ROLES = {
    "": (_l("Werkt mee"), _l("Ziet alleen de eigen opgaven.")),
    OrgRole.MANAGER.value: (_l("Manager"), _l("Kijkt mee over alle opgaven.")),
    OrgRole.ADMIN.value: (_l("Beheerder"), _l("Kijkt mee en laat mensen binnen.")),
}


class MeForm(NameFields, PublicationReasonForm, EditForm):
    """My name and my job."""

    job_title = line(
        _l("Functie"),
        longest=80,
        description=_l("In gewone woorden, bijvoorbeeld: schuldhulpverlener."),
        render_kw={"autocomplete": "organization-title"},
    )

    @staticmethod
    def of(person: Person) -> dict[str, Any]:
        """Me as the form shows me."""
        return NameFields.name_of(person) | {"job_title": person.job_title}


class PasswordForm(Form):
    """Another password, for who knows the one of now."""

    current = own_password(_l("Wachtwoord van nu"))
    password = new_password(_l("Nieuw wachtwoord"))


def _org_role(value: OrgRole | str | None) -> OrgRole | None:
    return value if isinstance(value, OrgRole) else OrgRole(value) if value else None


class NameForm(NameFields, EditForm):
    """Is this how somebody is called?"""


class PersonForm(NameFields, Making, PublicationReasonForm, EditForm):
    """Somebody who may come in."""

    email = line(
        _l("E-mailadres"),
        needed=_l("Vul een e-mailadres in."),
        longest=254,
        render_kw={"type": "email", "inputmode": "email", "autocomplete": "off"},
    )
    job_title = line(_l("Functie"), longest=80, render_kw={"autocomplete": "off"})
    org_role = RadioField(
        _l("Rol in de organisatie"),
        choices=[SelectChoice(value, word) for value, (word, _help) in ROLES.items()],
        coerce=_org_role,
    )

    @staticmethod
    def of(person: Person) -> dict[str, Any]:
        """Somebody as the form shows them."""
        return NameFields.name_of(person) | {name: getattr(person, name) for name in ("email", "job_title", "org_role")}

    def validate_email(self, field: Field) -> None:
        field.data = field.data.lower()
        if not MAIL_ADDRESS.fullmatch(field.data):
            raise ValidationError(_("Dit is geen e-mailadres. Schrijf het zo: naam@gemeente.nl."))
        if field.data.endswith(DEMO) and not current_app.config["SETTINGS"].demo:
            raise ValidationError(_("Dit adres werkt alleen in de demo."))


class ByNameForm(Form):
    """What cannot be taken back asks for the name, typed, so that nobody does it by a slip of the thumb."""

    name = line(_l("Typ de naam over"), needed=_l("Typ de naam over."), longest=200, render_kw={"autocomplete": "off"})

    def names(self, wanted: str) -> bool:
        """Whether this name was typed; if not, the field says so."""
        typed = " ".join(str(self.name.data or "").split()).casefold()
        if typed == " ".join(wanted.split()).casefold():
            return True
        self.name.errors = [_("Dit is een andere naam. Typ: %(name)s", name=wanted)]
        return False


class EraseForm(ByNameForm):
    """Erase this person?"""
