"""The board: see it, add to it, move on it, and take a step back."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from board.core.opgaven.cards import CardState
from board.core.opgaven.results import Outcome
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.record.weeks import Week
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]


def url(opgave: object, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}{rest}"  # type: ignore[attr-defined]


def test_a_member_sees_five_columns_and_the_worry(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    a.card(opgave, "Bel tien mensen", block="citizen")

    page = sign_in(a.member(of=opgave)).get(url(opgave)).text

    assert "Ik lig wakker van de post die niemand opent." in page
    assert [f'id="{slug}"' in page for slug in ("waarom", "inwoner", "klein", "leiderschap", "talenten")] == [True] * 5
    assert page.count("Bel tien mensen</a>") == 1


def test_each_card_stands_in_exactly_one_column_of_both_lenses(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    this = Week.now()
    for number, week in enumerate([None, this.code, this.plus(-3).code, this.plus(4).code]):
        for state in (CardState.IDEA, CardState.PLANNED, CardState.DOING):
            a.card(opgave, f"Kaart {number} {state.value}", state=state, week=week)
    for weeks_ago in (0, 1, 7):
        card = a.card(opgave, f"Gedaan {weeks_ago}", state=CardState.DOING)
        a.result(card, happened_on=this.plus(-weeks_ago).monday)
    member = sign_in(a.member(of=opgave))

    for lens in ("bouwstenen", "week"):
        page = member.get(url(opgave, f"?lens={lens}")).text
        assert page.count('<article class="ob-card"') == 15, lens


def test_a_stopped_card_has_left_the_board(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    a.card(opgave, "Stop deze", state=CardState.STOPPED)

    assert "Stop deze" not in sign_in(a.member(of=opgave)).get(url(opgave)).text


def test_a_new_card_needs_one_field_and_the_field_stays_open(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    member = sign_in(a.member(of=opgave))

    answer = member.htmx(url(opgave, "/kaarten/nieuw"), {"action": " Leg een kaartje neer ", "blok": "why"})

    assert answer.status_code == 200
    assert "Leg een kaartje neer" in answer.text
    assert "<textarea" in answer.text
    assert "Leg een kaartje neer</a>" in member.get(url(opgave)).text


def test_a_card_without_words_is_not_made(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    member = sign_in(a.member(of=opgave))

    answer = member.post(url(opgave, "/kaarten/nieuw"), data={"action": "  ", "blok": "why"})

    assert answer.status_code == 422
    assert "Schrijf op wat je gaat doen" in answer.text


def drop(member: Client, opgave: object, card: object, **to: object) -> object:
    data = {"kaart": card.id, "van": card.place, **to}  # type: ignore[attr-defined]
    return member.htmx(url(opgave, "/verplaats"), data)


def test_a_dropped_card_goes_where_it_was_dropped(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    first, second = a.card(opgave, "Eerst"), a.card(opgave, "Daarna", block="why")
    member = sign_in(a.member(of=opgave))

    answer = drop(member, opgave, second, blok="increments", voor=first.id)

    assert second.block == "increments"
    assert second.position < first.position
    assert "staat nu bij Klein" in answer.text  # type: ignore[attr-defined]
    assert "Ongedaan maken" in answer.text  # type: ignore[attr-defined]
    assert len(answer.data) < 6_000  # type: ignore[attr-defined]


def test_in_the_week_lens_a_card_gets_a_state_and_a_week(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))

    drop(member, opgave, card, staat="gepland", week="nu")

    assert card.state is CardState.PLANNED
    assert card.week == Week.now().code


def test_a_move_from_an_outdated_screen_changes_nothing_and_says_so(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.PLANNED)
    member = sign_in(a.member(of=opgave))

    answer = member.htmx(url(opgave, "/verplaats"), {"kaart": card.id, "van": "increments.idee", "staat": "bezig"})

    assert answer.status_code == 409
    assert "Een collega was je voor" in answer.headers["HX-Trigger-After-Settle"]
    assert card.state is CardState.PLANNED


def test_dropped_on_done_asks_for_the_result_first(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.DOING)
    member = sign_in(a.member(of=opgave))

    answer = drop(member, opgave, card, staat="gedaan")

    assert answer.headers["HX-Redirect"].endswith(f"/kaarten/{card.id}/rond-af")  # type: ignore[attr-defined]
    assert card.state is CardState.DOING


def test_many_cards_go_at_once_but_not_to_done(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    cards = [a.card(opgave, f"Kaart {n}", state=CardState.PLANNED) for n in range(3)]
    numbers = [card.id for card in cards]
    member = sign_in(a.member(of=opgave))

    refused = member.post(url(opgave, "/samen"), data={"kaarten": numbers, "naar": "staat:gedaan"})
    assert refused.status_code == 422
    assert all(card.state is CardState.PLANNED for card in cards)

    assert member.post(url(opgave, "/samen"), data={"kaarten": numbers, "naar": "staat:bezig"}).status_code == 303
    assert all(card.state is CardState.DOING for card in cards)


def test_every_move_has_one_way_back(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))
    drop(member, opgave, card, staat="bezig", week="nu")
    change = session.query(Change).filter_by(kind="card", thing_id=card.id, verb="changed").one()

    member.htmx(url(opgave, f"/ongedaan/{change.id}"), {})

    assert card.state is CardState.IDEA
    assert card.week is None


def test_undo_does_not_take_away_what_came_after(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))
    drop(member, opgave, card, staat="bezig")
    change = session.query(Change).filter_by(kind="card", thing_id=card.id, verb="changed").one()
    card.stop()

    answer = member.htmx(url(opgave, f"/ongedaan/{change.id}"), {})

    assert answer.status_code == 409
    assert card.state is CardState.STOPPED


def test_a_reader_sees_the_board_without_tools(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    reader = sign_in(a.reader(opgave))

    page = reader.get(url(opgave)).text

    assert "Verplaats naar" not in page
    assert drop(reader, opgave, card, staat="bezig").status_code == 403  # type: ignore[attr-defined]


def test_the_poll_answers_304_in_two_queries_when_nothing_changed(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    a.card(opgave)
    member = sign_in(a.member(of=opgave))
    address = url(opgave)
    etag = member.htmx(address).headers["ETag"]

    with counting_queries() as queries:
        answer = member.htmx(address, headers={"If-None-Match": etag})

    assert answer.status_code == 304
    assert queries.number <= 2


def test_the_poll_answers_with_the_board_when_a_colleague_did_something(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    member = sign_in(a.member(of=opgave))
    etag = member.htmx(url(opgave)).headers["ETag"]
    drop(sign_in(a.lead(opgave)), opgave, card, staat="bezig")

    answer = member.htmx(url(opgave), headers={"If-None-Match": etag})

    assert answer.status_code == 200
    assert "bezig" in answer.text


def test_a_board_asks_no_more_when_it_grows(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    people = [a.member(of=opgave, name=f"Collega {n}") for n in range(5)]
    member = sign_in(people[0])
    counted = []
    for round_ in range(2):
        for n in range(10):
            a.card(opgave, f"Kaart {round_} {n}", owner=people[n % 5])
        a.result(a.card(opgave, state=CardState.DOING), outcome=Outcome.PARTLY)
        address = url(opgave)
        with counting_queries() as queries:
            member.get(address)
        counted.append(queries.number)

    assert counted[0] == counted[1] <= 12
