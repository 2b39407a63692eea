"""The public page of an opgave shows what its results pile up to; a result shows its corrections."""

from datetime import date, timedelta

import pytest

from board.blocks.increments.models import BigResult
from board.core.opgaven.opgaven import Audience, Opgave
from board.core.opgaven.results import Evidence, EvidenceKind, Outcome, Result
from board.core.record.weeks import now, today
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SENTENCE = "U spreekt binnen drie dagen een mens."


def big(opgave: Opgave, *results: Result, sentence: str = SENTENCE) -> BigResult:
    made = BigResult(opgave=opgave, sentence=sentence)
    db.add(made)
    db.flush()
    for result in results:
        made.add(result)
    db.flush()
    return made


def page(visitor: Client, opgave: Opgave) -> str:
    return visitor.get(f"/opgaven/{opgave.slug}").text


def test_a_bigger_result_stands_there_with_its_bricks_in_words(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    lesson = a.public_result(opgave, outcome=Outcome.LEARNED, lesson="bijna niemand wist het.")
    big(opgave, a.public_result(opgave), lesson)
    html = page(visitor, opgave)

    assert "Hier stapelen we naartoe" in html
    assert f'<p class="ob-groter__zin">{SENTENCE}</p>' in html
    assert "2 stenen, waarvan 1 niet gelukt en wel geleerd" in html
    assert "Bereikt op" not in html


def test_what_is_reached_says_since_when(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    big(opgave, a.public_result(opgave)).reach(date(2026, 11, 18))
    db.flush()

    assert "Bereikt op 18 november 2026" in page(visitor, opgave)


def test_without_one_the_page_says_nothing_about_it(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    a.public_result(opgave)

    assert "Hier stapelen we naartoe" not in page(visitor, opgave)


def test_a_draft_stays_inside_until_a_result_of_its_pile_is_public(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    a.public_result(opgave)
    told = a.result(a.card(opgave))
    big(opgave, sentence="U leest dit nog niet.")
    big(opgave, told, sentence="Ook dit nog niet.")
    before = page(visitor, opgave)
    told.publish(by=a.person())
    db.flush()

    assert "nog niet" not in before
    assert "Ook dit nog niet." in page(visitor, opgave)
    assert "U leest dit nog niet." not in page(visitor, opgave)


@pytest.mark.parametrize("how", ["withdraw", "drop", "remove", "internal"])
def test_what_is_taken_back_is_gone_at_once(a: Builder, visitor: Client, how: str) -> None:
    opgave = a.opgave()
    result = a.public_result(opgave)
    a.public_result(opgave)
    made = big(opgave, result)
    made.reach(today())
    db.flush()
    assert SENTENCE in page(visitor, opgave)
    if how == "withdraw":
        result.withdraw("Er stond een naam in.")
    elif how == "drop":
        made.drop(result)
    elif how == "remove":
        made.remove()
    else:
        opgave.visibility = Audience.INTERNAL
    db.flush()

    assert SENTENCE not in page(visitor, opgave)


def test_a_brick_of_a_removed_pile_stays_on_the_stack(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    big(opgave, a.public_result(opgave)).remove()
    db.flush()

    assert "1 steen, en we stapelen door" in page(visitor, opgave)


def test_only_published_bricks_are_counted(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    big(opgave, a.public_result(opgave), a.result(a.card(opgave)), a.result(a.card(opgave)))

    assert '<p class="ob-sm ob-soft">1 steen</p>' in page(visitor, opgave)


@pytest.mark.parametrize("piles", [1, 6])
def test_the_page_asks_no_more_for_more_piles(a: Builder, visitor: Client, piles: int) -> None:
    opgave = a.opgave()
    for _ in range(piles):
        big(opgave, *(a.public_result(opgave) for _ in range(piles)))
    db.expunge_all()

    with counting_queries() as queries:
        assert SENTENCE in page(visitor, opgave)
    assert queries.number <= 5, queries.asked


def test_everything_has_an_address_of_its_own(a: Builder, visitor: Client) -> None:
    opgave = a.opgave(slug="schulden")
    for back in range(14):
        a.public_result(opgave, f"Van {back} weken terug.", happened_on=today() - timedelta(weeks=back))
    old = visitor.get("/opgaven/schulden?alles=1")

    assert (old.status_code, old.location) == (301, "/opgaven/schulden/alles")
    assert 'href="/opgaven/schulden/alles">Alle 14 resultaten</a>' in page(visitor, opgave)
    assert "Van 13 weken terug." in visitor.get("/opgaven/schulden/alles").text
    assert visitor.get("/opgaven/bestaat-niet/alles").status_code == 404


def test_a_result_shows_when_it_was_changed_and_in_what(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave(), "U belt ons eerder.")
    db.commit()
    result.edit("U belt nu een mens.", Outcome.PARTLY, today(), "wij belden")
    result.know_by(Evidence(EvidenceKind.COUNT, "12 mensen belden"))
    db.commit()
    html = visitor.get(f"/resultaten/{result.id}").text

    assert "Wat we later veranderden" in html
    assert f"{today().year}: de zin, hoe het afliep en hoe we dat weten</li>" in html
    assert "eerder." not in html


def test_a_result_that_came_back_says_so(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave())
    db.commit()
    result.withdraw("Er stond een naam in.")
    db.commit()
    result.publish(by=a.person())
    db.commit()
    html = visitor.get(f"/resultaten/{result.id}").text

    assert "tijdelijk van deze site gehaald, weer geplaatst</li>" in html
    assert "Er stond een naam in." not in html


def test_what_was_written_before_it_was_public_is_no_correction(a: Builder, visitor: Client) -> None:
    result = a.result(a.card(a.opgave()))
    db.commit()
    result.edit("U belt ons.", Outcome.SUCCEEDED, today(), "wij belden")
    db.commit()
    result.publish(by=a.person())
    db.commit()

    assert "Wat we later veranderden" not in visitor.get(f"/resultaten/{result.id}").text


def test_a_change_without_a_history_shows_its_day(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave())
    result.changed_at = now()
    db.flush()

    assert f"{today().year}</li>" in visitor.get(f"/resultaten/{result.id}").text
