"""The letters about signing in: a link for who forgot the password, and one for who is new."""

from datetime import timedelta

from flask import current_app, url_for
from flask_babel import gettext as _

from board.core.people import sign_ins
from board.core.people.people import Person
from board.web import mail


def forgotten(person: Person) -> None:
    """Write a letter with a link with which this person chooses a new password."""
    mail.send(
        person.email,
        _("Kies een nieuw wachtwoord voor Opgavebord"),
        _(
            "Hallo %(name)s,\n\n"
            "Via deze link kies je een nieuw wachtwoord. Hij werkt één keer, en een uur lang.\n\n"
            "%(link)s\n\n"
            "Heb je hier niet om gevraagd? Dan hoef je niets te doen: je wachtwoord blijft hetzelfde.\n",
            name=person.short_name,
            link=_new_link(person, sign_ins.LINK_LASTS),
        ),
    )


def welcome(person: Person) -> str:
    """Write a letter with a link to who may come in; the answer is the link, for who hands it over."""
    link = _new_link(person, sign_ins.INVITATION_LASTS)
    mail.send(
        person.email,
        _("Welkom bij Opgavebord"),
        _(
            "Hallo %(name)s,\n\n"
            "Je kunt meedoen op Opgavebord van %(organisation)s. Kies via deze link je wachtwoord. "
            "Hij werkt één keer, en een week lang.\n\n"
            "%(link)s\n\n"
            "Lukt het niet op tijd? Vraag je beheerder om een nieuwe link.\n",
            name=person.short_name,
            organisation=current_app.config["SETTINGS"].organisation,
            link=link,
        ),
    )
    return link


def _new_link(person: Person, lasts: timedelta) -> str:
    # From the settings, never from the request: its Host may be anybody's.
    token = sign_ins.make_link(person, lasts)
    base: str = current_app.config["SETTINGS"].base_url
    return base + url_for("sign_in.choose", token=token)
