"""Every number of the review leads to a list, and the list holds as many."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from sqlalchemy.orm import Session

from board.blocks import BLOCKS
from board.blocks.leadership.models import SupportKind, SupportRequest
from board.blocks.talents.models import TalentRequest
from board.core.opgaven.cards import CardState
from board.core.people.people import Role
from board.core.record.weeks import Week, now, today
from board.managers.review.routes import card_lists
from tests.builders import Builder
from tests.client import Client
from tests.support.half_a_year import PAGE, SignIn, a_year_of_work, counted, everything_new, laid, listed
from tests.support.signals import main


def test_every_number_of_cards_leads_to_a_list_of_as_many(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave()
    with time_machine.travel(now() - timedelta(days=20)):
        moves = a.card(opgave, "Bel de tien", state=CardState.PLANNED)
        session.commit()
    a_year_of_work(a, opgave)
    laid(a, a.opgave("School"), 0)
    moves.move(CardState.DOING)
    session.commit()

    numbers = counted(main(manager.get(f"{PAGE}/{opgave.slug}").text))

    cards = [one for one in numbers if "/kaarten?" in one.url]
    assert len(cards) > 15
    assert [(one.url, one.number) for one in cards] == [(one.url, listed(manager, one.url)) for one in cards]
    times = [one for one in numbers if "/tijd?" in one.url]
    assert [(one.number, listed(manager, one.url)) for one in times] == [(1, 1)]


def test_the_numbers_of_a_week_are_the_things_that_it_brought(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave()
    everything_new(a, opgave, session)

    for block in BLOCKS:
        page = main(manager.get(f"{PAGE}/{opgave.slug}/{block.slug}").text)
        said = re.search(rf'href="#week-{Week.now()}">(\d+)<', page)
        assert said, block.key
        this_week = page.split(f'id="week-{Week.now()}"', 1)[1].split("</ul>", 1)[0]
        assert int(said[1]) == this_week.count("<li>"), block.key


def test_what_a_stopped_card_asked_waits_no_longer(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave()
    stopped = a.card(opgave, state=CardState.STOPPED)
    session.add_all(
        [
            TalentRequest(opgave=opgave, words="filmen", asked_on=today()),
            TalentRequest(opgave=opgave, words="zingen", asked_on=today(), card=stopped),
            SupportRequest(opgave=opgave, text="geld", kind=SupportKind.MONEY, asked_on=today(), card=stopped),
        ]
    )
    session.commit()

    talents = main(manager.get(f"{PAGE}/{opgave.slug}/talenten").text).split("Wacht nog", 1)[1]

    assert "filmen" in talents
    assert "zingen" not in talents
    assert "Wacht nog" not in main(manager.get(f"{PAGE}/{opgave.slug}/leiderschap").text)


@pytest.mark.parametrize("words", ["blok=olifant", "staat=%00&van=x&tot=2026-99", "uitkomst=raar&gemerkt=2&zegt=", ""])
def test_words_that_mean_nothing_are_left_out(a: Builder, manager: Client, words: str) -> None:
    opgave = a.opgave()
    a.card(opgave)

    assert listed(manager, f"{PAGE}/{opgave.slug}/kaarten?{words}") == 1
    assert manager.get(f"{PAGE}/{opgave.slug}/tijd?{words}").status_code == 200


def test_a_long_list_begins_short_and_can_be_seen_whole(
    a: Builder, manager: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("board.managers.review.routes.card_lists.AT_MOST", 2)
    opgave = a.opgave()
    for _ in range(3):
        a.card(opgave)

    page = main(manager.get(f"{PAGE}/{opgave.slug}/kaarten?staat=open").text)

    assert page.count("ob-stil-link") == 2
    [whole] = re.findall(r'href="([^"]+)">Toon alle 3 kaarten', page)
    assert listed(manager, unescape(whole)) == 3


@pytest.mark.parametrize("part", ["", "/kaarten", "/tijd"])
def test_who_reads_another_opgave_finds_nothing_here(a: Builder, sign_in: SignIn, part: str) -> None:
    mine, other = a.opgave(), a.opgave("School")
    client = sign_in(a.member(mine, Role.READER))

    assert client.get(f"{PAGE}/{mine.slug}{part}").status_code == 200
    assert client.get(f"{PAGE}/{other.slug}{part}").status_code == 404


@pytest.mark.parametrize(
    "words", ["slug=x", "_method=FOO", "endpoint=x", "_scheme=javascript&_anchor=x", "_external=1"]
)
@pytest.mark.parametrize("part", ["kaarten", "tijd"])
def test_the_way_to_the_whole_list_holds_only_what_we_asked(
    a: Builder, manager: Client, monkeypatch: pytest.MonkeyPatch, part: str, words: str
) -> None:
    monkeypatch.setattr(card_lists, "AT_MOST", 0)
    opgave = a.opgave("Schulden")
    a.card(opgave)

    page = manager.get(f"/bord/voortgang/{opgave.slug}/{part}?staat=open&{words}")

    assert page.status_code == 200
    assert words not in page.text
