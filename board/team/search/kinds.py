"""What can be found, and how each kind is called on the screen, in the order of the page."""

from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l


class Kind(NamedTuple):
    """One kind of thing: its name in the index, in addresses, and on the screen."""

    name: str
    slug: str
    one: str
    many: str
    title: str

    def counted(self, number: int, more: bool) -> str:
        """“1 kaart”, “12 kaarten”, “meer dan 20 kaarten”."""
        if more:
            return _("meer dan %(number)s %(things)s", number=number, things=self.many)
        return f"{number} {self.one if number == 1 else self.many}"


KINDS = (
    Kind("card", "kaarten", _l("kaart"), _l("kaarten"), _l("Kaarten")),
    Kind("result", "resultaten", _l("resultaat"), _l("resultaten"), _l("Resultaten")),
    Kind("need", "behoeften", _l("behoefte"), _l("behoeften"), _l("Wat inwoners nodig hebben")),
    Kind("signal", "signalen", _l("signaal"), _l("signalen"), _l("Signalen")),
    Kind("lesson", "lessen", _l("les"), _l("lessen"), _l("Geleerd")),
    Kind("person", "mensen", _l("collega"), _l("collega’s"), _l("Collega’s")),
    Kind("talent", "talenten", _l("talent"), _l("talenten"), _l("Talenten")),
)
BY_SLUG = {kind.slug: kind for kind in KINDS}
