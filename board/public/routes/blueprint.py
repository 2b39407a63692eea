"""The blueprint of the public pages, and what its route modules share: the week in an address, and rendering."""

import re
from dataclasses import dataclass
from types import ModuleType

from flask import Blueprint, abort

from board.core.record.weeks import Week
from board.public.opgave import sentences as opgave_sentences
from board.public.week import sentences
from board.web.responses import Page

bp = Blueprint("public", __name__)

WEEK = re.compile(r"2\d{3}-\d{2}")


def week_in_address(code: str) -> Week:
    """The week that an address such as /week/2026-47 means; 404 for one that no calendar has, or still to come."""
    try:
        week = Week.parse(code)
    except ValueError:
        abort(404)
    if not WEEK.fullmatch(code) or week > Week.now():
        abort(404)
    return week


@dataclass(frozen=True, kw_only=True)
class PublicPage(Page):
    """The base of a public page; its template calls `say` for sentences of a week, `tell` for those of an opgave."""

    say: ModuleType = sentences
    tell: ModuleType = opgave_sentences
