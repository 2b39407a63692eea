"""What the second block asks: a need, in the inwoner's own words."""

from flask_babel import lazy_gettext as _l
from wtforms import DateField, SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Optional

from board.fields import Form, line, text

PLACES = {
    "": _l("weet ik niet meer"),
    "balie": _l("aan de balie"),
    "telefoon": _l("aan de telefoon"),
    "brief": _l("in een brief of mail"),
    "keukentafel": _l("aan de keukentafel"),
    "wijk": _l("in de wijk"),
}


class NeedForm(Form):
    """A need: one sentence is enough."""

    text = text(
        _l("Wat zei de inwoner?"),
        needed=_l("Schrijf op wat je hoorde, in de woorden van de inwoner."),
        longest=500,
        description=_l("In hun eigen woorden. Schrijf nooit op wie het zei."),
    )
    group = line(
        _l("Voor wie geldt dit?"),
        longest=80,
        description=_l("Bijvoorbeeld: huurders. Leeg laten mag."),
    )
    heard_where = SelectField(
        _l("Waar hoorde je het?"),
        choices=[SelectChoice(place, words) for place, words in PLACES.items()],
        validators=[Optional()],
    )
    heard_on = DateField(_l("Wanneer?"), validators=[DataRequired(_l("Kies een dag."))])
