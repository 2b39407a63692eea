"""A card can name the worry or story it answers; those that do not yet are a list."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from board.blocks.why.models import CardReason, Story
from board.blocks.why.queries.reasons import cards_without, how_many_without
from board.blocks.why.slots.card import section
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry, worry_of
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.signals import main, undo_address

SignIn = Callable[[Person], Client]


class Scene:
    """An opgave with a worry, a story, and a card."""

    def __init__(self, a: Builder, session: Session) -> None:
        self.opgave: Opgave = a.opgave()
        worry = worry_of(self.opgave)
        assert worry is not None
        self.worry: Worry = worry
        self.story = Story(opgave=self.opgave, text="Zij telde 31 brieven.", heard_on=today())
        session.add(self.story)
        self.card: Card = a.card(self.opgave, "Bel tien mensen")

    @property
    def page(self) -> str:
        return f"/bord/opgaven/{self.opgave.slug}/kaarten/{self.card.id}"

    @property
    def step(self) -> str:
        return f"/bord/opgaven/{self.opgave.slug}/waarom/kaarten/{self.card.id}"

    @property
    def list(self) -> str:
        return f"/bord/opgaven/{self.opgave.slug}/waarom/zonder"


@pytest.fixture
def scene(a: Builder, session: Session) -> Scene:
    return Scene(a, session)


def test_a_card_names_the_worry_then_a_story_then_nothing(
    scene: Scene, a: Builder, sign_in: SignIn, session: Session
) -> None:
    client = sign_in(a.member(of=scene.opgave))

    def chosen() -> object:
        shown = section(scene.opgave, scene.card)
        return shown and shown.chosen

    assert client.post(scene.step, data={"waarom": f"zorg-{scene.worry.id}"}).location == scene.page
    assert chosen() is scene.worry
    client.post(scene.step, data={"waarom": f"verhaal-{scene.story.id}"})
    assert chosen() is scene.story
    assert "Zij telde 31 brieven." in main(client.get(scene.page).text)
    client.post(scene.step, data={"waarom": ""})
    assert chosen() is None
    assert session.scalar(select(func.count()).select_from(CardReason)) == 1


def test_ongedaan_maken_leaves_the_card_without_a_why(scene: Scene, a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.member(of=scene.opgave))
    client.post(scene.step, data={"waarom": f"zorg-{scene.worry.id}"})

    client.post(undo_address(client.get(scene.page).text))

    assert [card.id for card in cards_without(scene.opgave)] == [scene.card.id]


def test_with_one_worry_and_no_story_one_click_on_the_list_is_enough(scene: Scene, a: Builder, sign_in: SignIn) -> None:
    scene.story.remove()
    client = sign_in(a.member(of=scene.opgave))
    page = main(client.get(scene.list).text)
    assert "Bel tien mensen" in page
    assert f'value="zorg-{scene.worry.id}" selected' in page

    answer = client.post(scene.step, data={"waarom": f"zorg-{scene.worry.id}", "verder": scene.list})

    assert answer.location == scene.list
    assert "Elke open kaart geeft antwoord" in main(client.get(scene.list).text)


def test_where_there_is_a_choice_nothing_is_chosen_for_me(scene: Scene, a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.member(of=scene.opgave))
    assert " selected" not in main(client.get(scene.list).text)

    client.post(scene.step, data={"waarom": "", "verder": scene.list})

    assert "Kies eerst een zorg of een verhaal." in client.get(scene.list).text


def test_without_open_cards_there_is_nothing_to_say(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client = sign_in(a.reader(of=opgave))

    for rest in ("", "/zonder"):
        page = main(client.get(f"/bord/opgaven/{opgave.slug}/waarom{rest}").text)
        assert "Er ligt nog geen open kaart." in page
        assert "Elke open kaart" not in page


def test_the_list_has_open_cards_only_in_the_order_of_the_board(scene: Scene, a: Builder) -> None:
    second = a.card(scene.opgave, "Tweede", state=CardState.PLANNED)
    third = a.card(scene.opgave, "Derde", state=CardState.DOING)
    a.card(scene.opgave, "Gestopt", state=CardState.STOPPED)
    a.public_result(scene.opgave)
    a.card(a.opgave(), "Van een ander")

    assert [card.id for card in cards_without(scene.opgave)] == [scene.card.id, second.id, third.id]
    assert how_many_without(scene.opgave) == 3


def test_when_the_story_goes_its_cards_ask_again(scene: Scene, a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.member(of=scene.opgave))
    client.post(scene.step, data={"waarom": f"verhaal-{scene.story.id}"})
    assert how_many_without(scene.opgave) == 0

    scene.story.remove()

    assert how_many_without(scene.opgave) == 1
    assert client.get(scene.page).status_code == 200


def test_the_page_of_the_why_leads_to_the_list_and_shows_what_is_done(
    scene: Scene, a: Builder, sign_in: SignIn
) -> None:
    client = sign_in(a.member(of=scene.opgave))
    page = main(client.get(f"/bord/opgaven/{scene.opgave.slug}/waarom").text)
    assert f'href="{scene.list}"' in page
    assert "1 kaart zegt nog niet op welke zorg zij antwoord geeft." in page

    client.post(scene.step, data={"waarom": f"verhaal-{scene.story.id}"})

    page = main(client.get(f"/bord/opgaven/{scene.opgave.slug}/waarom").text)
    assert "Dit doen we eraan:" in page
    assert scene.page in page


@pytest.mark.parametrize("waarom", ["zorg-999999", "verhaal-x", "onzin", "zorg-"])
def test_what_is_not_there_cannot_be_named(
    waarom: str, scene: Scene, a: Builder, sign_in: SignIn, session: Session
) -> None:
    answer = sign_in(a.member(of=scene.opgave)).post(scene.step, data={"waarom": waarom})

    assert answer.location == scene.page
    assert session.scalars(select(CardReason)).all() == []


def test_who_only_reads_sees_the_why_and_no_form(scene: Scene, a: Builder, sign_in: SignIn) -> None:
    reader = sign_in(a.reader(of=scene.opgave))
    assert "Waarom doen we dit?" not in main(reader.get(scene.page).text)
    assert "<form" not in main(reader.get(scene.list).text)
    assert reader.post(scene.step, data={"waarom": f"zorg-{scene.worry.id}"}).status_code == 403

    sign_in(a.member(of=scene.opgave)).post(scene.step, data={"waarom": f"zorg-{scene.worry.id}"})

    page = main(reader.get(scene.page).text)
    assert "Waarom doen we dit?" in page
    assert scene.worry.text in page


def test_a_card_asks_two_questions_and_the_list_few_however_long(
    scene: Scene, a: Builder, sign_in: SignIn, session: Session
) -> None:
    client, counts = sign_in(a.member(of=scene.opgave)), []
    for many in (1, 20):
        for n in range(many):
            session.add(Story(opgave=scene.opgave, text=f"Verhaal {n}", heard_on=today()))
            a.card(scene.opgave, f"Kaart {n}")
        session.commit()
        session.refresh(scene.card)
        with counting_queries() as queries:
            section(scene.opgave, scene.card)
        assert queries.number == 2
        with counting_queries() as queries:
            client.get(scene.list)
        counts.append(queries.number)

    assert counts[0] == counts[1] <= 6
