"""The periods over which a council is told something: a year, a quarter, or four months."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Self

from board.core.record.weeks import today

# Years as the addresses of this century have them.
OLDEST = 2000
KEY = re.compile(r"(20\d\d)(?:-([kv])([1-4]))?", re.ASCII)


class Span(Enum):
    """How long a period is, by its letter in an address."""

    YEAR = ""
    FOUR_MONTHS = "v"
    QUARTER = "k"

    @property
    def months(self) -> int:
        return MONTHS[self]


MONTHS = {Span.YEAR: 12, Span.FOUR_MONTHS: 4, Span.QUARTER: 3}


@dataclass(frozen=True)
class Period:
    """A year, or a part of it: 2026, 2026-v2 (four months), 2026-k3 (a quarter)."""

    year: int
    span: Span = Span.YEAR
    number: int = 1

    @classmethod
    def of(cls, day: date, span: Span = Span.YEAR) -> Self:
        """The period of this length that holds the day."""
        return cls(day.year, span, (day.month - 1) // span.months + 1)

    @classmethod
    def parse(cls, text: str | None) -> Self:
        """What an address says; anything else is this year."""
        found = KEY.fullmatch(text or "")
        if found is None:
            return cls.of(today())
        span, number = Span(found[2] or ""), int(found[3] or 1)
        return cls(int(found[1]), span, number) if number * span.months <= 12 else cls.of(today())

    @classmethod
    def usual(cls) -> Self:
        """What a council asks about: this year, and in its first three months the year before."""
        return cls.of(today() - timedelta(days=90))

    @property
    def key(self) -> str:
        return f"{self.year}-{self.span.value}{self.number}" if self.span.value else str(self.year)

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * self.span.months + 1, 1)

    @property
    def last(self) -> date:
        after = self.number * self.span.months
        return date(self.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)

    @property
    def previous(self) -> "Period":
        return Period.of(self.first - timedelta(days=1), self.span)

    @property
    def next(self) -> "Period":
        return Period.of(self.last + timedelta(days=1), self.span)

    @property
    def has_begun(self) -> bool:
        return self.first <= today()

    @property
    def is_oldest(self) -> bool:
        """Before it there is nothing to look at."""
        return self.previous.year < OLDEST

    def over(self, span: Span) -> "Period":
        """The period of another length that ends where this one does, or that holds today."""
        return Period.of(max(self.first, min(self.last, today())), span)
