"""When a card was finished, and when it was put away: what the file knows best comes first."""

from datetime import datetime
from typing import NamedTuple

from board.exchange.trello.boards import TrelloCard, TrelloList


class When(NamedTuple):
    """A moment in Trello. When it is not exact, it happened then at the latest."""

    at: datetime
    is_exact: bool


def finished(card: TrelloCard, came_into_done_list: datetime | None) -> When | None:
    """When the card was finished, as near as the file says; None when it says nothing at all.

    It was ticked as done, else it came into a done list, else went to the archive, else was touched for the last time.
    """
    known = card.moments
    completed = known.completed if card.complete else None
    exact = completed or came_into_done_list
    return _when(exact, known.closed or known.active)


def put_away(card: TrelloCard, column: TrelloList | None) -> When | None:
    """When the card left the board in Trello: by itself or with its whole list; None when the file does not say."""
    of_card = card.moments.closed if card.closed else None
    of_list = column.closed_at if column is not None and column.closed else None
    known = [moment for moment in (of_card, of_list) if moment is not None]
    return _when(min(known, default=None), card.moments.active)


def _when(exact: datetime | None, at_the_latest: datetime | None) -> When | None:
    if exact:
        return When(exact, is_exact=True)
    return When(at_the_latest, is_exact=False) if at_the_latest else None
