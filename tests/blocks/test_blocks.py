"""What holds for all five: who may come, who may write, and what a living answer costs."""

from collections.abc import Callable

import pytest
from flask import Flask, render_template_string
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks import BLOCKS
from board.blocks.contract import Block
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]
WRITES = {
    "waarom/teken": {"text": "Ik lig wakker van Piet."},
    "waarom/bevestig": {"sentence": "Nog steeds."},
    "inwoner": {"text": "Bel mij.", "heard_on": "2026-01-05"},
    "talenten": {"words": "filmpje maken"},
}
every_block = pytest.mark.parametrize("block", BLOCKS, ids=[block.slug for block in BLOCKS])


def url(opgave: Opgave, rest: str) -> str:
    return f"/bord/opgaven/{opgave.slug}/{rest}"


def forms_on(page: str) -> int:
    return page.split("<main", 1)[1].split("</main>", 1)[0].count("<form")


@every_block
@pytest.mark.parametrize("who", ["lead", "member", "sponsor", "reader", "manager", "admin"])
def test_team_readers_and_managers_may_look(who: str, block: Block, a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    person = getattr(a, who)() if who in {"manager", "admin"} else getattr(a, who)(of=opgave)

    page = sign_in(person).get(url(opgave, block.slug)).text

    assert f'<h1 class="ob-h1">{block.question}</h1>' in page
    assert page.count('aria-current="page"') >= 1


@every_block
def test_for_a_stranger_it_is_not_there(block: Block, a: Builder, sign_in: SignIn, visitor: Client) -> None:
    opgave = a.opgave()

    assert sign_in(a.person()).get(url(opgave, block.slug)).status_code == 404
    assert visitor.get(url(opgave, block.slug)).status_code == 302


@every_block
@pytest.mark.parametrize("who", ["reader", "manager"])
def test_who_only_looks_sees_no_form(who: str, block: Block, a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    person = a.manager() if who == "manager" else a.reader(of=opgave)
    # In the fourth block a manager may decide, and ask the team one question.
    own = 2 if (who, block.key) == ("manager", "leadership") else 0

    assert forms_on(sign_in(person).get(url(opgave, block.slug)).text) == own


@pytest.mark.parametrize("address", WRITES)
def test_who_only_looks_cannot_write(address: str, a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    for person, status in ((a.reader(of=opgave), 403), (a.manager(), 403), (a.person(), 404)):
        assert sign_in(person).post(url(opgave, address), data=WRITES[address]).status_code == status


@pytest.mark.parametrize("address", WRITES)
def test_who_works_on_it_writes(address: str, a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    assert sign_in(a.member(of=opgave)).post(url(opgave, address), data=WRITES[address]).status_code == 303


@every_block
def test_a_living_answer_asks_the_database_one_thing(block: Block, a: Builder, session: Session) -> None:
    opgave = a.opgave()
    for _ in range(3):
        a.public_result(opgave, owner=a.member(of=opgave))
        a.member(opgave, Role.SPONSOR)
    slug = opgave.slug
    session.expunge_all()
    opgave = session.scalars(select(Opgave).where(Opgave.slug == slug)).one()

    with counting_queries() as queries:
        block.board.living_answer(opgave, today())

    assert queries.number == 1


@every_block
@pytest.mark.parametrize("filled", [False, True])
def test_answer_and_fact_can_be_drawn_empty_and_filled(
    filled: bool, block: Block, a: Builder, sign_in: SignIn, app: Flask
) -> None:
    opgave = a.opgave(active=filled)
    client = sign_in(a.lead(of=opgave))
    if filled:
        for address, data in WRITES.items():
            client.post(url(opgave, address), data=data)
        a.public_result(opgave)
    living = block.board.living_answer(opgave, today())

    with app.test_request_context(url(opgave, "")):
        drawn = render_template_string(
            "<div>{% include block.template('answer') %}</div><p>{% include block.template('fact') %}</p>",
            block=block,
            opgave=opgave,
            answer=living.shown,
            progress=living.progress,
        )

    word = {"leeft": "leeft", "aandacht": "vraagt aandacht", "stil": "stil"}[living.progress.health.value]
    assert f"{word}</span>" in drawn
