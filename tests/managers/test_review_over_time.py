"""One opgave over time: every number is of the work, and leads to the list of what it counts."""

import re
from datetime import timedelta
from html import unescape

import time_machine
from sqlalchemy.orm import Session

from board.blocks import BLOCKS
from board.blocks.leadership.models import Decision, SupportKind, SupportRequest
from board.blocks.talents.models import LessonUse
from board.blocks.weekly import last_weeks
from board.core.opgaven.cards import CardState
from board.core.opgaven.lessons import Lesson
from board.core.record.weeks import Week, now, today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.half_a_year import PAGE, a_year_of_work, counted, everything_new, laid, listed
from tests.support.signals import caught, main


def test_the_wall_and_what_is_done_are_the_same_cards(a: Builder, manager: Client) -> None:
    opgave = a.opgave()
    a_year_of_work(a, opgave)

    page = main(manager.get(f"{PAGE}/{opgave.slug}").text)

    assert "5 stenen in 24 weken" in page
    done = [one for one in counted(page) if "staat=gedaan" in one.url and "blok=" in one.url]
    assert sum(one.number for one in done) == 5
    assert "bij 3 van 5 resultaten" in page
    assert "2 van 3 kaarten" in page
    leads_to = dict(re.findall(r'<dt><a class="ob-link" href="([^"]+)">([^<]+)', page))
    lists = {words: listed(manager, unescape(url)) for url, words in leads_to.items() if "/kaarten?" in url}
    assert lists == {"Weten we dat inwoners het merkten?": 3, "Zeggen open kaarten wat een inwoner merkt?": 2}


def test_per_four_weeks_stands_of_how_many_we_know_that_they_were_noticed(a: Builder, manager: Client) -> None:
    opgave = a.opgave()
    a_year_of_work(a, opgave)

    page = main(manager.get(f"{PAGE}/{opgave.slug}").text)

    table = page.split("We weten dat het gemerkt is", 1)[1].split("</table>", 1)[0]
    rows = [re.sub(r"<[^>]+>|, toon ze|\bkaart(?:en)?\b", " ", row).split() for row in table.split("<tr>")[1:]]
    assert [row[-3:] for row in rows] == [
        ["2", "van", "3"],
        ["0", "van", "1"],
        *[["0", "geen", "resultaat"]] * 3,
        ["1", "van", "1"],
    ]


def test_weeks_without_a_brick_are_told_as_silence_but_not_before_the_first(a: Builder, manager: Client) -> None:
    opgave = a.opgave()
    for weeks_ago in (0, 1, 5):
        laid(a, opgave, weeks_ago)

    page = main(manager.get(f"{PAGE}/{opgave.slug}").text)

    first, last = Week.now().plus(-4).number, Week.now().plus(-2).number
    assert f"3 weken zonder steen: week {first} t/m {last}" in page
    assert re.search(rf"week {first} t/m {last}\s*</th>\s*<td colspan=\"4\">stil", page)
    assert re.search(r'<td colspan="4">nog geen steen', page)
    assert page.count('class="stil"') == 1


def test_a_silence_of_long_ago_is_not_told_for_now(a: Builder, manager: Client) -> None:
    opgave = a.opgave()
    for weeks_ago in (60, 30, 29, *range(28)):
        laid(a, opgave, weeks_ago)

    assert "nog geen stilte" in main(manager.get(f"{PAGE}/{opgave.slug}").text)


def test_who_cannot_see_a_chart_hears_what_it_says(a: Builder, manager: Client) -> None:
    opgave = a.opgave()
    a_year_of_work(a, opgave)

    page = manager.get(f"{PAGE}/{opgave.slug}").text

    said = re.findall(r'<svg\s+class="ob-wall[^"]*"[^>]*role="img"\s+aria-label="([^"]+)"', page)
    assert len(said) == 3
    assert re.search(r"^Week \d+ t/m \d+: 1 steen\.\s+week \d+: 1\.$", said[0])
    assert "4 stenen." in said[1]
    assert "Inwoner: 0 idee, 1 gepland, 1 bezig, 0 gedaan." in said[2]


def test_what_was_asked_decided_and_learned_stands_there_with_its_age(
    a: Builder, manager: Client, session: Session
) -> None:
    opgave, other = a.opgave(), a.opgave("School")
    asked = SupportRequest(opgave=opgave, kind=SupportKind.TIME, text="Mag ik een middag?")
    asked.asked_on = today() - timedelta(days=9)
    told = [Decision(opgave_id=opgave.id, text=f"Besluit {n}", why="Daarom.", decided_on=today()) for n in range(7)]
    lesson = Lesson(opgave=opgave, text="bel eerst", learned_on=today())
    session.add_all([asked, lesson, *told])
    session.flush()
    session.add(LessonUse(lesson=lesson, opgave=other, used_on=today()))
    session.commit()

    page = main(manager.get(f"{PAGE}/{opgave.slug}").text)

    assert "1, wacht 9 dagen" in page
    assert "Mag ik een middag?" in page
    assert "7, hier de laatste 5" in page
    assert page.count("Waarom: Daarom.") == 5
    assert "Bel eerst" in page
    assert "Team School gebruikte dit" in page


def test_behind_the_median_of_signals_stand_those_signals(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave()
    for days in (4, 10, 30):
        card = a.card(opgave, state=CardState.DOING)
        caught(opgave, f"Signaal van {days}", days_ago=days, card=card)
        a.result(card)
    session.commit()

    page = main(manager.get(f"{PAGE}/{opgave.slug}").text)

    assert "10 dagen in het midden van 3 signalen" in page
    assert all(f"resultaat na {days} dagen" in page for days in (4, 10, 30))
    assert re.findall(r"Signaal van (\d+)", page) == ["4", "10", "30"]


def test_time_in_a_state_is_read_from_what_the_board_kept(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave()
    for days in (2, 6, 40):
        with time_machine.travel(now() - timedelta(days=days)):
            card = a.card(opgave, f"Bel {days}", state=CardState.IDEA)
            session.commit()
        card.move(CardState.PLANNED)
        session.commit()

    page = main(manager.get(f"{PAGE}/{opgave.slug}").text)
    behind = main(manager.get(f"{PAGE}/{opgave.slug}/tijd?staat=idee").text)

    assert '<th scope="row">idee</th><td>6 dagen</td>' in page
    assert "3 keer ging een kaart verder" in behind
    assert all(f"Bel {days}" in behind for days in (2, 6, 40))
    assert re.findall(r"<strong>(\d+) dagen", behind) == ["40", "6", "2"]


def test_a_new_opgave_reads_kindly(a: Builder, manager: Client) -> None:
    page = main(manager.get(f"{PAGE}/{a.opgave(active=False).slug}").text)

    assert "Hier komt een muur" in page
    assert "Wat kan deze week al?" in page
    assert "nog geen kaart verder" in page
    assert "Er wacht geen vraag van het team." in page
    assert "role=" not in page.split('id="stenen"', 1)[1].split('id="gemeten"', 1)[0]


def test_more_work_costs_no_more_questions(a: Builder, manager: Client, session: Session) -> None:
    opgave = a.opgave()
    address = f"{PAGE}/{opgave.slug}"
    a_year_of_work(a, opgave)
    everything_new(a, opgave, session)
    manager.get(address)
    with counting_queries() as few:
        manager.get(address)
    a_year_of_work(a, opgave)
    everything_new(a, opgave, session)

    with counting_queries() as many:
        manager.get(address)

    assert many.number == few.number


def test_the_lines_are_those_of_twelve_weeks(a: Builder, manager: Client) -> None:
    assert len(last_weeks(Week.now())) == 12
    page = main(manager.get(f"{PAGE}/{a.opgave().slug}").text)
    assert page.count('class="ob-spark"') == len(BLOCKS)
