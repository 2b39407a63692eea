"""What fits in a minute of reading: a fair few of many results, by rule and never by taste."""

from collections import Counter
from collections.abc import Sequence

from board.core.opgaven.results import Outcome
from board.public.queries.date_range import ResultInRange

# So many results does somebody read in a minute, with what was done for them.
SHOWN = 8


def a_fair_few(laid: Sequence[ResultInRange], most: int = SHOWN) -> list[ResultInRange]:
    """At most so many of these results, in their order.

    What did not work out keeps its share, and each outcome is spread evenly over the days.
    """
    if len(laid) <= most:
        return list(laid)
    shares = shares_of(Counter(brick.outcome for brick in laid), most)
    kept = {brick for outcome, share in shares.items() for brick in _evenly(laid, outcome, share)}
    return [brick for brick in laid if brick in kept]


def shares_of(counts: Counter[Outcome], most: int) -> dict[Outcome, int]:
    """How many of each outcome are told: at least one, and the rest in proportion."""
    shares = dict.fromkeys((outcome for outcome in Outcome if counts[outcome]), 1)
    while sum(shares.values()) < min(most, counts.total()):
        shares[max(shares, key=lambda outcome: counts[outcome] / (shares[outcome] + 1))] += 1
    return shares


def _evenly(laid: Sequence[ResultInRange], outcome: Outcome, share: int) -> list[ResultInRange]:
    of_kind = [brick for brick in laid if brick.outcome is outcome]
    return [of_kind[(2 * place + 1) * len(of_kind) // (2 * share)] for place in range(share)]
