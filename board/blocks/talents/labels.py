"""What the kinds of talents are called, in the words of who has them."""

from flask_babel import lazy_gettext as _l

from board.blocks.talents.models import TalentKind

KINDS = {TalentKind.CAN: _l("Dit kan ik, en doe ik graag"), TalentKind.WANTS: _l("Dit wil ik leren")}
