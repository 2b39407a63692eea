"""What comes first in the week: higher and lower by plain buttons, with what was typed kept, shared by all teams."""

import json
from collections.abc import Callable

import pytest

from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Outcome, Result
from board.core.people.people import Person
from board.core.publishing.week_pages import week_page
from board.core.record.weeks import Week
from board.web.responses import tag
from tests.builders import Builder
from tests.client import Client
from tests.support.result_forms import seen

SignIn = Callable[[Person], Client]
ORDER = "/bord/week/volgorde"


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave("Schulden")


@pytest.fixture
def three(a: Builder, opgave: Opgave) -> list[Result]:
    return [a.public_result(opgave, f"Zin {number}.") for number in ("een", "twee", "drie")]


@pytest.fixture
def member(a: Builder, opgave: Opgave, sign_in: SignIn) -> Client:
    return sign_in(a.member(opgave))


def places(page: str, *sentences: str) -> list[str]:
    return sorted(sentences, key=page.index)


def test_higher_and_lower_change_the_public_page(three: list[Result], member: Client, visitor: Client) -> None:
    one, two, drie = three
    assert f'value="{two.id}-{one.id}"' in member.get("/bord/week").text

    answer = member.post(ORDER, data={"hoger": f"{two.id}-{one.id}", "was": tag("")})
    assert answer.status_code == 200
    member.post(ORDER, data={"lager": f"{one.id}-{drie.id}", "was": tag("")})

    for page in (visitor.get("/").text.split("ob-stapel")[0], member.get("/bord/week").text):
        assert places(page, "Zin een.", "Zin twee.", "Zin drie.") == ["Zin twee.", "Zin drie.", "Zin een."]
    assert week_page(Week.now()).order == [two.id, drie.id, one.id]


def test_pressing_twice_by_accident_is_the_same_as_once(three: list[Result], member: Client) -> None:
    one, two, drie = three
    for _time in range(2):
        member.post(ORDER, data={"hoger": f"{two.id}-{one.id}", "was": tag("")})

    assert week_page(Week.now()).order == [two.id, one.id, drie.id]


def test_an_opgave_moves_as_a_whole(a: Builder, three: list[Result], member: Client, visitor: Client) -> None:
    other = a.public_result(a.opgave("Wachten"), "Zin vier.")

    member.post(ORDER, data={"rubriek-hoger": f"{other.id}-{three[0].id}", "was": tag("")})

    page = visitor.get("/").text
    assert page.index("Zin vier.") < page.index("Zin een.") < page.index("Zin drie.")


def test_a_lesson_may_stand_first(
    a: Builder, three: list[Result], opgave: Opgave, member: Client, visitor: Client
) -> None:
    learned = a.public_result(opgave, "Het lukte niet.", outcome=Outcome.LEARNED, lesson="Bel eerst.")

    member.post(ORDER, data={"hoger": f"{learned.id}-{three[0].id}", "was": tag("")})

    page = visitor.get("/").text
    assert page.index("Het lukte niet.") < page.index("Zin een.")


def test_what_is_ready_stands_between_what_is_public(
    a: Builder, three: list[Result], opgave: Opgave, member: Client, visitor: Client
) -> None:
    card = a.card(opgave, state=CardState.DOING)
    result = a.result(card, "Zin nul.")
    member.post(ORDER, data={"hoger": f"{result.id}-{three[0].id}", "was": tag("")})
    assert "Zin nul." not in visitor.get("/").text

    member.post("/bord/week", data=seen(card) | {"was": tag("")})

    page = visitor.get("/").text
    assert page.index("Zin nul.") < page.index("Zin een.")


def test_what_another_team_arranged_and_i_do_not_see_keeps_its_place(
    a: Builder, three: list[Result], member: Client, sign_in: SignIn
) -> None:
    theirs = a.opgave("Wachten")
    card = a.card(theirs, state=CardState.DOING)
    hidden = a.result(card, "Nog van hen.")
    colleague = sign_in(a.member(theirs))
    colleague.post(ORDER, data={"rubriek-hoger": f"{hidden.id}-{three[0].id}", "was": tag("")})
    assert "Nog van hen." not in member.get("/bord/week").text

    member.post(ORDER, data={"hoger": f"{three[1].id}-{three[0].id}", "was": tag("")})

    assert week_page(Week.now()).order[0] == hidden.id


def test_what_was_typed_and_unticked_stays(a: Builder, three: list[Result], opgave: Opgave, member: Client) -> None:
    first, second = (a.card(opgave, state=CardState.DOING) for _ in range(2))
    a.result(first, "Zin vijf.")
    a.result(second, "Zin zes.")
    typed = {"kaarten": [second.id], "introduction": "Nog niet af", "was": tag("")}

    page = member.post(ORDER, data=typed | {"hoger": f"{three[1].id}-{three[0].id}"}).text

    assert "Nog niet af" in page
    assert f'value="{second.id}" checked' in page
    assert f'value="{first.id}" checked' not in page


def test_htmx_gets_the_sheets_keeps_the_focus_and_hears_what_happened(three: list[Result], member: Client) -> None:
    one, two, drie = three
    answer = member.htmx(ORDER, {"hoger": f"{drie.id}-{two.id}", "was": tag("")})
    news = json.loads(answer.headers["HX-Trigger"])
    assert answer.text.lstrip().startswith('<div class="ob-klaar__bladen" id="bladen">')
    assert news["ob:focus"] == {"op": f"#hoger-{drie.id}"}
    assert news["ob:zeg"] == {"tekst": "Staat nu op plek 2 van 3."}
    assert f'id="hoger-{drie.id}"' in answer.text

    top = member.htmx(ORDER, {"hoger": f"{drie.id}-{one.id}", "was": tag("")})
    assert json.loads(top.headers["HX-Trigger"])["ob:focus"] == {"op": f"#lager-{drie.id}"}
    assert f'id="lager-{drie.id}"' in top.text


@pytest.mark.parametrize("sent", [{}, {"hoger": ""}, {"hoger": "x-y"}, {"hoger": "1"}, {"onzin": "1-2"}])
def test_a_button_that_is_not_ours_moves_nothing(three: list[Result], member: Client, sent: dict[str, str]) -> None:
    assert member.post(ORDER, data=sent | {"was": tag("")}).status_code == 422
    assert week_page(Week.now()).order == []
