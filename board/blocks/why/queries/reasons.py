"""Which worry or story a card answers, and the cards that do not say so yet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, func, or_, select

from board.blocks.why.models import CardReason, Story
from board.core.opgaven.cards import OPEN, Card, CardState
from board.core.opgaven.noted import get_noted, not_removed
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry
from board.core.record.merging import sealed
from board.db import session

SHOWN = 100
Why = Worry | Story


def key(why: Why) -> str:
    """What a worry or story is called in a form: zorg-3, verhaal-5."""
    return f"{'zorg' if isinstance(why, Worry) else 'verhaal'}-{why.id}"


@dataclass(frozen=True)
class Answers:
    """What a card may answer, the worry of now first, and what it answers."""

    choices: Sequence[Why]
    chosen: Why | None

    key = staticmethod(key)

    @property
    def seen(self) -> str:
        """What who chooses another one has before them, as a form carries it."""
        return sealed({"waarom": (key(self.chosen),)}) if self.chosen else ""


def answers(opgave: Opgave, card: Card) -> Answers | None:
    """What this card may answer and what it does. Two queries. None when there is nothing to answer yet."""
    rows: list[tuple[Why, int | None]] = [
        *session.execute(_worries(opgave, card)),
        *session.execute(_stories(opgave, card)),
    ]
    chosen = next((why for why, reason in rows if reason is not None), None)
    return Answers([why for why, _reason in rows], chosen) if rows else None


def _worries(opgave: Opgave, card: Card) -> Select[Worry, int | None]:
    answered = and_(CardReason.worry_id == Worry.id, CardReason.card_id == card.id)
    query = select(Worry, CardReason.id).outerjoin(CardReason, answered)
    return query.where(Worry.opgave_id == opgave.id, not_removed(Worry)).order_by(
        Worry.signed_on.desc(), Worry.id.desc()
    )


def _stories(opgave: Opgave, card: Card) -> Select[Story, int | None]:
    answered = and_(CardReason.story_id == Story.id, CardReason.card_id == card.id)
    query = select(Story, CardReason.id).outerjoin(CardReason, answered)
    return query.where(Story.opgave_id == opgave.id, not_removed(Story)).order_by(
        Story.heard_on.desc(), Story.id.desc()
    )


def key_of(opgave: Opgave, card: Card) -> str:
    """What this card answers, as a form calls it; empty when it answers nothing that is still there."""
    found = answers(opgave, card)
    return key(found.chosen) if found and found.chosen else ""


def find_subject(opgave: Opgave, name: str) -> Why:
    """The worry or story that a form calls so. Raises NoResultFound when this opgave has none."""
    kind, _dash, number = name.partition("-")
    return get_noted(Worry, opgave, int(number)) if kind == "zorg" else get_noted(Story, opgave, int(number))


def name_reason(card: Card, why: Why | None) -> bool:
    """Say what this card answers; with None it says nothing any more. Whether there was anything to say."""
    reason = session.scalar(select(CardReason).where(CardReason.card_id == card.id))
    if reason is None:
        if why is None:
            return False
        reason = CardReason(opgave_id=card.opgave_id, card=card)
        session.add(reason)
    reason.answers(why)
    return True


def cards_without(opgave: Opgave) -> Sequence[Card]:
    """The open cards that answer no worry and no story, in the order of the board."""
    return session.scalars(_without(opgave).order_by(Card.position).limit(SHOWN)).all()


def has_open_cards(opgave: Opgave) -> bool:
    """Whether there is a card that could say why it is there."""
    still_open = select(Card.id).where(Card.opgave_id == opgave.id, Card.state.in_(OPEN)).limit(1)
    return session.scalar(still_open) is not None


def how_many_without(opgave: Opgave) -> int:
    return session.scalar(select(func.count()).select_from(_without(opgave).subquery())) or 0


def _without(opgave: Opgave) -> Select[Card]:
    # A story that was removed answers nothing; the card then asks again.
    said = (
        select(CardReason.card_id)
        .outerjoin(Worry, and_(Worry.id == CardReason.worry_id, not_removed(Worry)))
        .outerjoin(Story, and_(Story.id == CardReason.story_id, not_removed(Story)))
        .where(CardReason.opgave_id == opgave.id, or_(Worry.id.is_not(None), Story.id.is_not(None)))
    )
    return select(Card).where(Card.opgave_id == opgave.id, Card.state.in_(OPEN), Card.id.not_in(said))


def answered_by(opgave: Opgave) -> Mapping[str, list[Card]]:
    """The cards that answer each worry or story, by its key; what was stopped does not count."""
    rows = session.execute(
        select(Card, CardReason.worry_id, CardReason.story_id)
        .join(CardReason, CardReason.card_id == Card.id)
        .where(CardReason.opgave_id == opgave.id, Card.state != CardState.STOPPED)
        .order_by(Card.position)
    )
    found = defaultdict(list)
    for card, worry_id, story_id in rows:
        if worry_id or story_id:
            found[f"zorg-{worry_id}" if worry_id else f"verhaal-{story_id}"].append(card)
    return found
