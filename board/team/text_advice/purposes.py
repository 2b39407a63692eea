"""As what a text is read: what an action must say is not what a worry must say."""

from enum import Enum

from flask_babel import lazy_gettext as _l


class Purpose(Enum):
    """What a text is for. A field says it in its `reads`."""

    # What we do or did, and what citizens notice of it: the check asks for doing.
    DOING = "doen"
    # The same, of what is over: an order is no answer to “Wat we deden”.
    DONE = "gedaan"
    NOTICED = "merkt"
    # Other words that citizens read: a lesson, an introduction.
    PUBLIC = "tekst"
    # In the first person, and it hurts; an analysis does not.
    WORRY = "zorg"
    # For colleagues: only nobody's private life.
    INSIDE = "binnen"

    @property
    def is_public(self) -> bool:
        return self is not Purpose.INSIDE


PROCESS = {
    Purpose.DOING: _l("Dit gaat over jullie werk. Wat doe je precies, en voor wie?"),
    Purpose.DONE: _l("Dit gaat over jullie werk. Wat deden jullie precies, en voor wie?"),
    Purpose.NOTICED: _l("Dit zegt wat je van plan bent. Wat merkt een inwoner?"),
}
ANALYSIS = _l("Dit klinkt als een analyse. Wat zag of hoorde jij zelf?")
ORDER = _l("Dit leest als een opdracht. Hier staat wat jullie deden.")
SAY_DONE = _l("Schrijf bijvoorbeeld: “%(sentence)s”")
SAY_DONE_YOURSELF = _l("Begin met wie het deed, bijvoorbeeld: “We …”.")
NO_NAMES = _l("Schrijf niemands naam op, en niets waaraan je iemand herkent.")
LATER = _l("Bewaren mag altijd. Pas bij publiceren vragen we waarom dit er mag staan.")
