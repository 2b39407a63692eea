"""What the fifth block asks: which talent the work needs."""

from flask_babel import lazy_gettext as _l

from board.fields import Form, line


class TalentRequestForm(Form):
    """Asking for a talent takes one field."""

    words = line(
        _l("Welk talent zoek je?"),
        needed=_l("Schrijf op wat iemand moet kunnen of willen, bijvoorbeeld: filmpje maken."),
        longest=80,
        description=_l("In gewone woorden, bijvoorbeeld: filmpje maken."),
    )
