"""What the fourth block shows on the page of a card: what was asked from it, what the answer was, and one more."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.blocks.leadership.forms import SupportForm, ThanksForm
from board.blocks.leadership.models import SupportRequest, Thanks
from board.blocks.leadership.queries import support_requests
from board.blocks.leadership.queries.thanks import thanks_of
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.web.guards import MANAGERS, TEAM, may, me


@dataclass(frozen=True)
class LeadershipCardSection:
    """The requests of one card; `form` for who may ask one more."""

    requests: Sequence[SupportRequest]
    form: SupportForm | None = None
    known_rules: Sequence[str] = ()
    thanks: Sequence[Thanks] = ()
    thanks_form: ThanksForm | None = None


def section(_opgave: Opgave, card: Card) -> LeadershipCardSection | None:
    """Asking is possible as long as the card is open, thanking when it is done; what was said stays to be read."""
    asked, thanks = support_requests.requests_of(card), thanks_of(card)
    if card.is_open and may(*TEAM):
        return LeadershipCardSection(asked, SupportForm(formdata=None), support_requests.known_rules(me()), thanks)
    form = ThanksForm(formdata=None) if card.state is CardState.DONE and may(*MANAGERS) else None
    return LeadershipCardSection(asked, thanks=thanks, thanks_form=form) if asked or thanks or form else None
