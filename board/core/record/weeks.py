"""Days and ISO weeks as people here live them: Europe/Amsterdam on the wall, UTC in the database."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The date on the wall in Amsterdam."""
    return datetime.now(AMSTERDAM).date()


def day_of(moment: datetime) -> date:
    """The date on the wall in Amsterdam at a moment."""
    return moment.astimezone(AMSTERDAM).date()


class Week(NamedTuple):
    """One ISO 8601 week. The week belongs to the year that holds its Thursday, so 1 January may be week 53."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(*day.isocalendar()[:2])

    @classmethod
    def now(cls) -> Self:
        return cls.of(today())

    @classmethod
    def parse(cls, text: str) -> Self:
        """“2026-47” or “202647”. Raises ValueError for anything that is not a week of the calendar."""
        digits = text.replace("-", "", 1)
        if len(digits) != 6 or not digits.isascii() or not digits.isdecimal():
            raise ValueError(f"not a week: {text!r}")
        return cls.from_code(int(digits))

    @classmethod
    def from_code(cls, code: int) -> Self:
        """The week stored as 202647. Raises ValueError when the calendar has no such week."""
        year, number = divmod(code, 100)
        date.fromisocalendar(year, number, 1)
        return cls(year, number)

    @property
    def code(self) -> int:
        """The week as one whole number that sorts: 202647."""
        return self.year * 100 + self.number

    @property
    def began(self) -> datetime:
        """The first moment of its Monday on the wall in Amsterdam."""
        return datetime.combine(self.monday, time(), AMSTERDAM)

    @property
    def iso(self) -> str:
        """The week as ISO 8601 writes it, which nobody takes for a month: 2026-W47."""
        return f"{self.year}-W{self.number:02d}"

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    def plus(self, weeks: int) -> "Week":
        return Week.of(self.monday + timedelta(weeks=weeks))

    def since(self, other: "Week") -> int:
        """How many weeks this one lies after `other`; negative when before."""
        return (self.monday - other.monday).days // 7

    def __str__(self) -> str:
        return f"{self.year}-{self.number:02d}"
