"""What a public body must publish besides its results: the rules of its accessibility statement and security.txt."""

from datetime import date, timedelta

from flask import url_for
from flask_babel import lazy_gettext as _l

from board.config import Settings

# The words of the Dutch register, and what they mean to who reads them.
STATUSES = {
    "A": (_l("voldoet volledig"), _l("Alle regels zijn onderzocht. De site voldoet aan allemaal.")),
    "B": (_l("voldoet gedeeltelijk"), _l("Alle regels zijn onderzocht. De site voldoet nog niet aan allemaal.")),
    "C": (_l("eerste maatregelen genomen"), _l("Het onderzoek is nog niet klaar. We zijn wel begonnen.")),
    "D": (_l("voldoet niet"), _l("Er is nog geen volledig onderzoek, en het staat ook nog niet gepland.")),
    "E": (_l("geen verklaring"), _l("Deze site staat nog niet met een verklaring in het register.")),
}
TEST_HOLDS_YEARS = 3
# What is published without an end date goes on for as long as this server says so.
ALWAYS_AHEAD = timedelta(days=90)


def is_old_test(tested: date, on: date) -> bool:
    """Whether the test is more than 36 months ago; then the register wants a new one."""
    return (on.year - tested.year, on.month, on.day) > (TEST_HOLDS_YEARS, tested.month, tested.day)


def security_until(settings: Settings, on: date) -> date | None:
    """Until when security.txt holds; None when there is none (any more)."""
    if not settings.security_contact:
        return None
    until = settings.security_expires or on + ALWAYS_AHEAD
    return until if until > on else None


def security_txt(settings: Settings, until: date) -> str:
    """As RFC 9116 wants it."""
    lines = {
        "Contact": settings.security_contact,
        "Expires": f"{until}T00:00:00Z",
        "Preferred-Languages": "nl, en",
        "Canonical": settings.base_url + url_for("public.security"),
        "Policy": settings.security_policy,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items() if value)
