"""What the why asks: a worry in the first person, and a sentence that keeps it alive."""

from flask_babel import lazy_gettext as _l

from board.fields import Form, line, text


class WorryForm(Form):
    """Signing a worry."""

    text = text(
        _l("Waar lig je wakker van?"),
        needed=_l("Schrijf op waar je wakker van ligt. Eén zin is genoeg."),
        longest=500,
        description=_l("In de ik-vorm: wat zag of hoorde je dat je niet loslaat?"),
    )
    signed_as = line(
        _l("Onderteken met je functie in plaats van je naam"),
        longest=80,
        description=_l("Leeg laten mag. Dan staat je eigen naam eronder."),
    )


class CheckForm(Form):
    """Still awake of it: one new sentence."""

    sentence = text(
        _l("Lig je er nog wakker van?"),
        needed=_l("Schrijf één nieuwe zin: wat zag of hoorde je sinds de vorige keer?"),
        longest=500,
        description=_l("Eén nieuwe zin: wat zag of hoorde je sinds de vorige keer?"),
    )
