"""What we ask to begin an opgave, to change its words, and to make its team."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, SubmitField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from board.core.opgaven.opgaven import Audience
from board.core.people.people import Role
from board.web.fields import Making, PublicationReasonForm, line, text
from board.web.labels import ROLES
from board.web.merging import EditForm


class WordsForm(PublicationReasonForm):
    """What an opgave is called, and who may see its results."""

    title = line(
        _l("Wat willen jullie voor elkaar krijgen?"),
        needed=_l("Schrijf op wat er voor de inwoner anders moet zijn."),
        longest=120,
        description=_l("Eén zin, bijvoorbeeld: Niemand zijn huis uit om een kleine schuld."),
    )
    short_name = line(
        _l("Korte naam"),
        needed=_l("Kies een korte naam, één of twee woorden."),
        longest=40,
        description=_l("Zo kent de inwoner het, bijvoorbeeld: Schulden."),
    )
    summary = text(
        _l("Waar gaat het over?"),
        longest=600,
        description=_l("Een paar zinnen voor wie het nog niet kent. Mag leeg blijven."),
    )
    visibility = RadioField(
        _l("Wie mag de resultaten zien?"),
        choices=[
            SelectChoice(Audience.INTERNAL.value, _l("Alleen wij")),
            SelectChoice(Audience.PUBLIC.value, _l("Iedereen")),
        ],
        default=Audience.INTERNAL.value,
        validators=[InputRequired(_l("Kies wie de resultaten mag zien."))],
    )


def _statement(words: Any) -> RadioField:
    return RadioField(
        words,
        choices=[SelectChoice("ja", _l("Klopt")), SelectChoice("nee", _l("Klopt niet"))],
        validators=[InputRequired(_l("Kies “klopt” of “klopt niet”."))],
    )


class NewForm(Making, WordsForm):
    """Beginning an opgave, with the three questions that tell whether it is one (source 003)."""

    goal_clear = _statement(_l("Het doel is duidelijk."))
    way_unclear = _statement(_l("De weg ernaartoe is nog niet duidelijk."))
    many_parties = _statement(_l("Er zijn veel partijen nodig om er te komen."))
    anyway = SubmitField(_l("Toch als opgave beginnen"))

    @property
    def doubts(self) -> list[str]:
        """Why an ordinary project might do; empty when it really is an opgave."""
        sentences = {
            "goal_clear": _("Het doel is nog niet duidelijk. Vraag eerst een paar inwoners wat hen helpt."),
            "way_unclear": _("De weg is al duidelijk. Dan kunnen jullie hem gewoon gaan."),
            "many_parties": _("Jullie kunnen het met een paar mensen. Spreek af wie wat doet, dat is al genoeg."),
        }
        return [sentence for name, sentence in sentences.items() if self[name].data != "ja"]


class SettingsForm(WordsForm, EditForm):
    """The words of an opgave, and where an inwoner can turn to."""

    contact_title = line(_l("Kop boven het contact"), longest=80, description=_l("Bijvoorbeeld: Zorgen over geld?"))
    contact_text = text(
        _l("Hoe bereikt een inwoner jullie?"),
        longest=600,
        description=_l("Bijvoorbeeld: Bel 088 000 00 00, op werkdagen van 9 tot 17 uur."),
    )
    contact_place = line(
        _l("Waar kan een inwoner binnenlopen?"),
        longest=120,
        description=_l("Bijvoorbeeld: De Brug, Marktplein 4, dinsdag van 9 tot 12 uur."),
    )


def _role_field() -> SelectField:
    # The most usual one first.
    roles = (Role.MEMBER, Role.LEAD, Role.SPONSOR, Role.READER)
    return SelectField(_l("Rol"), choices=[SelectChoice(role.value, ROLES[role]) for role in roles])


class AddForm(Making):
    """Somebody joins the team: they have an account already."""

    email = line(
        _l("E-mailadres"),
        needed=_l("Vul het e-mailadres van je collega in."),
        longest=254,
        render_kw={"type": "email", "inputmode": "email", "autocomplete": "off"},
    )
    role = _role_field()


class RoleForm(EditForm):
    """Another role for somebody on the team."""

    role = _role_field()
