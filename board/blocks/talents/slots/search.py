"""What the search finds for the fifth block: lessons, colleagues, and what they can. It knows where these lead."""

from flask_babel import lazy_gettext as _l

from board.blocks.answers import SearchKind

KINDS = (
    SearchKind("lesson", "lessen", _l("les"), _l("lessen"), _l("Geleerd")),
    SearchKind("person", "mensen", _l("collega"), _l("collega’s"), _l("Collega’s")),
    SearchKind("talent", "talenten", _l("talent"), _l("talenten"), _l("Talenten")),
)
