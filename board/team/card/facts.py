"""What a form on a card leans on besides its fields: where the card stands, and whether inwoners read its result."""

from flask_babel import lazy_gettext as _l

from board.core.opgaven.cards import Card, CardState
from board.core.publishing.result_photos import ResultPhoto
from board.web.merging import Fact

DONE = _l("Een collega rondde deze kaart intussen af.")
STOPPED = _l("Een collega stopte intussen met deze kaart.")
OPEN_AGAIN = _l("Deze kaart staat intussen weer open op het bord.")
PUBLISHED = _l("Een collega publiceerde dit intussen. Wat je bewaart, lezen inwoners meteen.")
WITHDRAWN = _l("Een collega trok dit resultaat intussen in. Inwoners lezen het nu niet.")
OTHER_PHOTO = _l("Een collega zette er intussen een andere foto neer. Die staat hierboven.")
NO_PHOTO = _l("Een collega haalde de foto intussen weg.")


def stands(card: Card) -> Fact:
    """Where the card stands: on the board, done, or stopped."""
    words = {CardState.DONE: DONE, CardState.STOPPED: STOPPED}.get(card.state, OPEN_AGAIN)
    return Fact("stand", "" if card.is_open else card.state.value, words)


def is_read(card: Card) -> Fact:
    """Whether inwoners read its result already."""
    public = card.result is not None and card.result.is_public
    return Fact("publiek", "ja" if public else "", PUBLISHED if public else WITHDRAWN)


def pictured(photo: ResultPhoto | None) -> Fact:
    """Which photo lies beside its result."""
    return Fact("foto", photo.photo.key if photo else "", OTHER_PHOTO if photo else NO_PHOTO)
