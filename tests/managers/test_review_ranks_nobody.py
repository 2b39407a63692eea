"""Voortgang is no ranking: what asks attention stands first, and no opgave has a place, a mark or a score."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Need
from board.core.people.people import OrgRole, Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.signals import main

SignIn = Callable[[Person], Client]
PAGE = "/bord/voortgang"


class Heads(HTMLParser):
    """What the heads of the rows say."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "th" and ("scope", "row") in attrs:
            self.inside = True
            self.rows.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "th"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1] += data


@pytest.fixture
def page(a: Builder, sign_in: SignIn, session: Session) -> str:
    """Four opgaven, of which some ask more attention than others."""
    for name in ("Aardig", "Buurt", "Honger", "Zorg"):
        opgave = a.opgave(name, title=f"{name} voor iedereen")
        if name > "C":
            a.lead(opgave)
            session.add(Need(opgave=opgave, text="Bel mij eerst", heard_on=today()))
    session.flush()
    return main(sign_in(a.person(org_role=OrgRole.MANAGER)).get(PAGE).text)


def test_a_row_begins_with_its_title_and_has_no_number(page: str) -> None:
    heads = Heads()
    heads.feed(page)

    assert len(heads.rows) == 4
    for head in heads.rows:
        assert re.match(r"\s*(Aardig|Buurt|Honger|Zorg) voor iedereen", head)
        assert not re.search(r"\d", head), head


def test_the_rows_are_not_counted_down(page: str) -> None:
    assert "<ol" not in page
    assert "aria-posinset" not in page
    assert "counter" not in page


@pytest.mark.parametrize("word", ["score", "ranglijst", "punten", "doel", "norm", "%", "beste", "slechtste", "top"])
def test_no_word_of_it_judges(page: str, word: str) -> None:
    assert not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.sub(r"<[^>]*>", " ", page), re.IGNORECASE)
