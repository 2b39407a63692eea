"""What the third block says on the page of a card: does it sound big, and on which pile does its result lie."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from board.blocks.increments.forms import WhichPileForm
from board.blocks.increments.models import BigResult
from board.blocks.increments.queries import piles
from board.checks import phrases
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave


@dataclass(frozen=True)
class IncrementsCardSection:
    """The words that make an open card bigger, or the piles that a finished one may lie on."""

    bigger: Sequence[str] = ()
    piled_on: BigResult | None = None
    form: WhichPileForm | None = field(default=None)


def section(opgave: Opgave, card: Card) -> IncrementsCardSection | None:
    """A gentle hint for an open card, a small choice for a done one; most cards hear nothing."""
    if card.is_open:
        found = list(dict.fromkeys(finding.phrase for finding in phrases.bigger(card.action)))
        return IncrementsCardSection(bigger=found) if found else None
    if card.state is not CardState.DONE or card.result_id is None:
        return None
    return _of_done(opgave, card.result_id)


def _of_done(opgave: Opgave, result_id: int) -> IncrementsCardSection | None:
    found, piled_on = piles.choices(opgave, result_id)
    if not found:
        return None
    form = WhichPileForm.on({"big_result": piled_on.id if piled_on else 0})
    form.offer(found)
    return IncrementsCardSection(piled_on=piled_on, form=form)
