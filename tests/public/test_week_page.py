"""The public week reads as a newspaper: a headline, columns, what was learned, and a wall of bricks."""

import re
from datetime import timedelta

import pytest

from board.core.opgaven import worries
from board.core.opgaven.results import Evidence, EvidenceKind, Outcome, Result
from board.core.people.people import Visibility
from board.core.record.weeks import Week, today
from board.db import session
from tests.builders import Builder
from tests.client import Client


def article(page: str, result: Result) -> str:
    found = re.search(rf'<article class="([^"]*)" id="r{result.id}">(.*?)</article>', page, re.DOTALL)
    assert found, f"no article {result.id}"
    return " ".join(found.groups())


def test_a_result_says_what_we_did_how_we_know_and_how_it_went(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave(), "U belt nu een mens.", deed="ons nummer staat op de brief.")
    result.know_by(Evidence(EvidenceKind.COUNT, "We telden 23 telefoontjes."))
    session.flush()

    told = " ".join(article(visitor.get("/").text, result).split())

    assert f'<h3><a href="/resultaten/{result.id}">U belt nu een mens.</a></h3>' in told
    assert "<b>Wat we deden:</b> ons nummer staat op de brief." in told
    assert "<b>Hoe weten we dat?</b> We telden 23 telefoontjes." in told
    assert "Gelukt" in told


@pytest.mark.parametrize(
    ("outcome", "word"),
    [(Outcome.PARTLY, "Deels gelukt"), (Outcome.LEARNED, "Niet gelukt, wel geleerd")],
)
def test_what_did_not_work_out_stands_there_too(a: Builder, visitor: Client, outcome: Outcome, word: str) -> None:
    result = a.public_result(a.opgave(), "Er kwam niemand.", outcome=outcome, lesson="bijna niemand wist het.")

    told = article(visitor.get("/").text, result)

    assert word in told
    assert "<b>Wat we leerden:</b> bijna niemand wist het." in told
    assert ("ob-geleerd" in told) is (outcome is Outcome.LEARNED)


def test_the_opgave_with_most_to_tell_has_the_headline(a: Builder, visitor: Client) -> None:
    alone = a.public_result(a.opgave("Afval"), "Alleen.")
    schulden = a.opgave("Schulden")
    results = [a.public_result(schulden, f"Resultaat {number}.") for number in range(4)]

    page = visitor.get("/").text

    assert page.index("Resultaat 0.") < page.index("Alleen.")
    assert "ob-stuk--kop" in article(page, results[0])
    assert page.count("ob-stuk--kop") == 1
    assert "ob-stuk--breed" in article(page, alone)


def test_no_column_stays_empty(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    results = [a.public_result(opgave, f"Resultaat {number}.") for number in range(4)]

    places = [article(visitor.get("/").text, result).split(" r")[0] for result in results]

    assert [("kop" in place, "breed" in place) for place in places] == [
        (True, False),
        (False, True),
        (False, False),
        (False, False),
    ]


def test_the_worry_stands_beside_it_in_one_line(a: Builder, visitor: Client) -> None:
    opgave = a.opgave(active=False)
    lead = a.person("Yasmina El Idrissi", visibility=Visibility.FULL, job_title="opgavemanager")
    worries.sign(opgave, "Ik lig wakker van de post. Wij sturen brieven. Niemand belt.", lead).show(today())
    a.public_result(opgave)

    page = visitor.get("/").text

    assert "<p>“Ik lig wakker van de post.”</p>" in page
    assert "Yasmina" in page
    assert "El Idrissi" not in page


def test_a_changed_sentence_says_so(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave(), "U krijgt één breif.")
    result.edit("U krijgt één brief.", Outcome.SUCCEEDED, today(), "wij belden")
    session.flush()

    assert "gewijzigd op " in article(visitor.get("/").text, result)


def test_bricks_of_this_week_lead_to_their_articles(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave("Schulden"), "Er kwam niemand.", outcome=Outcome.LEARNED, lesson="weinig.")

    page = " ".join(visitor.get("/").text.split())

    brick = re.search(rf'<a class="([^"]*)" href="#r{result.id}">(.*?)</a>', page)
    assert brick
    assert "ob-muur__s--les" in brick[1]
    assert "niet gelukt, wel geleerd: Er kwam niemand." in brick[2]
    assert brick[2].endswith("<span>Schulden</span>")


def test_earlier_weeks_are_bricks_with_their_number_in_words(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    a.public_result(opgave)
    for _ in range(3):
        a.public_result(opgave, happened_on=today() - timedelta(weeks=2))

    page = visitor.get("/").text

    rows = re.findall(r'<span class="ob-muur__w">(.*?)</span>', page)
    assert rows == [f"week {Week.now().plus(-back).number}" for back in range(3)]
    assert '<span class="ob-vh">geen resultaat</span>' in page
    assert '<span class="ob-vh">3 resultaten</span>' in page


def test_more_than_seven_bricks_take_a_second_row(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    for number in range(9):
        a.public_result(opgave, f"Resultaat {number}.")

    rows = re.findall(r'<span class="ob-muur__w">.*?</span><ul>(.*?)</ul>', visitor.get("/").text, re.DOTALL)

    assert [row.count("<a ") for row in rows] == [7, 2]


def test_a_link_that_is_no_web_address_is_not_followed(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave())
    result.know_by(Evidence(EvidenceKind.LINK, "Lees het zelf.", "javascript:alert(1)"))
    session.flush()

    page = visitor.get("/").text

    assert "Lees het zelf." in page
    assert "javascript:" not in page


def test_what_a_team_types_is_text_and_never_html(a: Builder, visitor: Client) -> None:
    sly = "<b>U</b> & <script>wij</script>"
    opgave = a.opgave("<i>Schulden</i>", contact_text=sly, contact_place=sly)
    result = a.public_result(opgave, sly, deed=sly, lesson=sly)
    result.know_by(Evidence(EvidenceKind.LINK, sly, 'https://voorbeeld.example/"><script>'))
    session.flush()

    for address in ("/", f"/opgaven/{opgave.slug}", f"/resultaten/{result.id}"):
        page = visitor.get(address).text
        assert "<script" not in page
        assert "&lt;b&gt;U&lt;/b&gt; &amp; &lt;script&gt;" in page
