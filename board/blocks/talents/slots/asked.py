"""The talents a team looks for, with a way to bring a colleague, wherever who looks along reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from board.blocks.talents.forms import ColleagueForm
from board.blocks.talents.queries.people import SHOWN, Colleague, also_without_talents, who_can
from board.blocks.talents.queries.requests import Sought, sought
from board.core.opgaven.opgaven import Opgave
from board.web.guards import me


@dataclass(frozen=True)
class InPlace:
    """One talent that is sought, and its own form; a page may show several."""

    sought: Sought
    form: ColleagueForm


def asked(opgave: Opgave) -> list[InPlace]:
    """What nobody was found for yet, the oldest first. Two queries."""
    open_now = [one for one in sought(opgave) if one.request.is_open]
    everybody = also_without_talents() if open_now else []
    return [InPlace(one, form_for(one, everybody)) for one in open_now]


def form_for(one: Sought, everybody: Sequence[Colleague]) -> ColleagueForm:
    """Whom somebody may think of: who was not asked yet, and first whose own words fit."""
    form = ColleagueForm(formdata=None).beside_others(one.request.id)
    card = one.request.card
    # Who would do it themself says so on the page of the block.
    without = one.known | {me().id} | ({card.owner_id} if card and card.owner_id else set())
    fitting = who_can(one.request.words, without, everybody)
    form.offer(fitting, _few([colleague for colleague in everybody if colleague.id not in without]))
    return form


def _few(colleagues: Sequence[Colleague]) -> Sequence[Colleague]:
    """Everybody, as long as a list can be read; in a large house those who wrote what they can or want to learn."""
    return colleagues if len(colleagues) <= SHOWN else [one for one in colleagues if one.said][:SHOWN]
