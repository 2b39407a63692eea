"""Leiderschap: who gives the opgave a face."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.answers import Health, of_one
from board.blocks.leadership.models import Decision, OpenQuestion
from board.blocks.leadership.routes import statements
from board.blocks.leadership.slots.board import living_answer
from board.blocks.leadership.slots.review import progress
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.support.leadership import TOLD, every_kind

SignIn = Callable[[Person], Client]


def test_the_page_shows_who_leads_who_stands_behind_it_and_who_works_on_it(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    a.lead(of=opgave)
    a.sponsor(of=opgave)
    member = a.member(of=opgave, name="Ruth Pinas", job_title="schuldhulpverlener")

    main = sign_in(member).get(f"/bord/opgaven/{opgave.slug}/leiderschap").text.split("<main", 1)[1]

    places = [main.index(name) for name in ("Yasmina El Idrissi", "Wim Opdrachtgever", "Ruth Pinas")]
    assert places == sorted(places)
    assert "schuldhulpverlener" in main
    assert "Team wijzigen" not in main


def test_without_a_sponsor_the_page_says_what_to_do(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    page = sign_in(a.lead(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/leiderschap").text

    assert "Er is nog geen opdrachtgever." in page
    assert "Team wijzigen" in page


@pytest.mark.parametrize(
    ("roles", "health"),
    [
        ([], Health.QUIET),
        ([Role.MEMBER, Role.READER], Health.QUIET),
        ([Role.LEAD], Health.ASKS),
        ([Role.LEAD, Role.LEAD], Health.ASKS),
        ([Role.SPONSOR], Health.ASKS),
        ([Role.LEAD, Role.SPONSOR], Health.ALIVE),
    ],
)
def test_alive_is_somebody_who_leads_and_somebody_behind_it(roles: list[Role], health: Health, a: Builder) -> None:
    opgave = a.opgave()
    for role in roles:
        a.member(opgave, role)

    assert of_one(progress, opgave, today()).health is health
    assert living_answer(opgave, today()).progress.health is health


def test_the_faces_begin_with_who_leads(a: Builder) -> None:
    opgave = a.opgave()
    sponsor, lead = a.sponsor(of=opgave), a.lead(of=opgave)
    a.member(of=opgave)

    assert [one.person for one in living_answer(opgave, today()).shown] == [lead, sponsor]


def url(opgave: Opgave, rest: str = "") -> str:
    return f"/bord/opgaven/{opgave.slug}/leiderschap{rest}"


def test_a_leader_says_why_it_touches_them_and_only_they_change_it(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    lead, sponsor = a.lead(of=opgave), a.sponsor(of=opgave)
    mine, theirs = sign_in(lead), sign_in(sponsor)

    mine.post(url(opgave, "/raakt-mij"), data={"touches": "Mijn moeder had zo’n tas met post."})
    theirs.post(url(opgave, "/raakt-mij"), data={"touches": "Ik zag wat wachten kost."})

    page = theirs.get(url(opgave)).text
    assert "Mijn moeder had zo’n tas met post." in page
    assert page.count(url(opgave, "/raakt-mij")) == 1
    better = mine.opened(url(opgave, "/raakt-mij")) | {"touches": "Ik ken die tas van thuis."}
    assert mine.post(url(opgave, "/raakt-mij"), data=better).status_code == 303
    assert mine.post(url(opgave, "/raakt-mij"), data=better | {"touches": "Anders."}).status_code == 409
    assert mine.post(url(opgave, "/raakt-mij"), data={"touches": ""}).status_code == 422
    mine.post(url(opgave, "/raakt-mij/weg"))
    assert "Ik ken die tas van thuis." not in mine.get(url(opgave)).text
    assert "Ik zag wat wachten kost." in mine.get(url(opgave)).text


@every_kind
@pytest.mark.parametrize(
    ("who", "status"), [("lead", 303), ("sponsor", 303), ("member", 403), ("reader", 403), ("manager", 403)]
)
def test_who_leads_or_sponsors_tells_the_team(who: str, status: int, kind: str, a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    person = a.manager() if who == "manager" else getattr(a, who)(of=opgave)
    data, _field, words = TOLD[kind]
    if (who, kind) == ("manager", "besluiten"):
        status = 303  # who looks along may decide, with a why; the rest is said by who stands for the opgave

    assert sign_in(person).post(url(opgave, f"/{kind}"), data=data).status_code == status
    assert (words in sign_in(a.reader(of=opgave)).get(url(opgave)).text) == (status == 303)


@every_kind
def test_it_is_refined_removed_and_put_back(kind: str, a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client, (data, field, words) = sign_in(a.lead(of=opgave)), TOLD[kind]
    client.post(url(opgave, f"/{kind}"), data=data)
    thing = session.scalars(select(statements.TOLD[kind].model)).one()
    edit = url(opgave, f"/{kind}/{thing.id}")

    assert words in client.get(edit).text
    better = client.opened(edit) | data | {field: "Anders gezegd."}
    assert client.post(edit, data=better).status_code == 303
    assert thing.text == "Anders gezegd."
    behind = client.post(edit, data=better | {field: "Nog anders."})
    assert behind.status_code == 409
    assert "Nog anders." in behind.text
    assert client.post(edit, data=data | {field: ""}).status_code == 422
    page = client.post(f"{edit}/weg", follow_redirects=True).text
    assert client.get(edit).status_code == 404
    address = page.split('class="ob-melding"', 1)[1].split('action="', 1)[1].split('"', 1)[0]
    client.post(address.replace("&amp;", "&"))
    assert "Anders gezegd." in client.get(url(opgave)).text


@every_kind
def test_too_long_is_said_and_stays_in_the_form(kind: str, a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    answer = sign_in(a.lead(of=opgave)).post(url(opgave, f"/{kind}"), data={TOLD[kind][1]: "x" * 2001})

    assert answer.status_code == 422
    assert "x" * 2001 in answer.text


def test_a_decision_needs_one_field_and_its_day_is_not_to_come(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.sponsor(of=opgave))
    tomorrow = (today() + timedelta(days=1)).isoformat()

    late = client.post(url(opgave, "/besluiten"), data={"decision": "Wij bellen.", "decided_on": tomorrow})
    assert late.status_code == 422
    client.post(
        url(opgave, "/besluiten"), data={"decision": "Wij bellen.", "decided_on": "", "not_known_yet": "Hoe lang."}
    )
    decision = session.scalars(select(Decision)).one()
    assert (decision.decided_on, decision.why) == (today(), "")
    page = client.get(url(opgave)).text
    assert "Wat we nog niet weten: Hoe lang." in page
    assert "Wim Opdrachtgever" in page.split('id="besluiten"', 1)[1].split("</section>")[0]


def test_an_open_question_gets_its_answer_later(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.lead(of=opgave))
    client.post(url(opgave, "/open-vragen"), data={"question": "Mag het zonder paraaf?"})
    question = session.scalars(select(OpenQuestion)).one()
    assert "Ik weet het nu" in client.get(url(opgave)).text

    known = {"question": question.text, "known": "Ja, tot € 500."}
    client.post(url(opgave, f"/open-vragen/{question.id}"), data=known)

    assert (question.answer, question.answered_on) == ("Ja, tot € 500.", today())
    assert "Ja, tot € 500." in client.get(url(opgave)).text
