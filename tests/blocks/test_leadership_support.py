"""Leiderschap: “Wat heb je nodig?” is asked by anyone on the team, and answered by who leads or sponsors."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.leadership.models import LeaderAnswer, ReasonMissing, SupportKind, SupportRequest
from board.blocks.leadership.queries.support_requests import known_rules, rules_in_the_way
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.support_requests import ask, url

SignIn = Callable[[Person], Client]


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def test_asking_takes_one_line(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))

    answer = client.post(
        url(opgave, "/vragen"), data={"support": "Wie mag tot € 500 tekenen?", "support_kind": "mandate"}
    )

    asked = session.scalars(select(SupportRequest)).one()
    assert answer.status_code == 303
    assert (asked.kind, asked.asked_on, asked.answer, asked.rule) == (SupportKind.MANDATE, today(), None, "")
    page = client.get(url(opgave)).text
    assert "Wie mag tot € 500 tekenen?" in page
    assert "Ruth vraagt om mandaat · vandaag" in page


def test_a_line_alone_is_enough_and_nothing_typed_gets_lost(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))

    answer = client.post(
        url(opgave, "/vragen"), data={"support": "", "support_kind": "rule", "support_rule": "De paraaf"}
    )
    assert answer.status_code == 422
    assert "De paraaf" in answer.text
    assert session.scalars(select(SupportRequest)).all() == []


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"answer": "yes"}, 303),
        ({"answer": "no", "reason": "Dat mag niet van de wet."}, 303),
        ({"answer": "not_known", "reason": "Dinsdag hoor je het."}, 303),
        ({"answer": "no"}, 422),
        ({"answer": "not_known", "reason": "  "}, 422),
        ({"reason": "zomaar"}, 422),
        ({"answer": "misschien"}, 422),
    ],
)
@pytest.mark.parametrize("who", ["lead", "sponsor"])
def test_a_leader_answers_with_a_reason_where_it_is_not_yes(
    who: str, said: dict[str, str], status: int, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    asked = ask(opgave, session, by=a.member(of=opgave))

    answer = sign_in(getattr(a, who)(of=opgave)).post(url(opgave, f"/vragen/{asked.id}/antwoord"), data=said)

    assert answer.status_code == status
    assert (asked.answer is not None) == (status == 303)
    assert said.get("reason", "").strip() in answer.text or status == 303


def test_not_known_yet_can_be_answered_again_and_both_days_are_kept(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    asked, lead = ask(opgave, session, by=None, days=20), a.lead(of=opgave)
    with pytest.raises(ReasonMissing):
        asked.reply(LeaderAnswer.NOT_KNOWN, "", lead, ago(9))

    asked.reply(LeaderAnswer.NOT_KNOWN, "Ik vraag het dinsdag.", lead, ago(9))
    assert (asked.is_open, asked.first_answered_on, asked.answered_on) == (True, ago(9), None)
    asked.reply(LeaderAnswer.YES, "", lead, ago(2))
    assert (asked.is_open, asked.first_answered_on, asked.answered_on) == (False, ago(9), ago(2))
    asked.reply(LeaderAnswer.YES, "Met de groeten van de directie.", lead, today())
    assert asked.answered_on == ago(2)


def test_age_and_answer_are_there_for_every_reader(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    asked, lead = ask(opgave, session, by=a.member(of=opgave), days=21), a.lead(of=opgave)
    asked.reply(LeaderAnswer.NO, "Eerst de raad.", lead, ago(1))
    session.flush()
    client = sign_in(a.reader(of=opgave))

    for page in (client.get(url(opgave)).text, client.get(url(opgave, f"/vragen/{asked.id}")).text):
        assert "3 weken geleden" in page
        assert "<strong>Nee</strong>: “Eerst de raad.”" in page
        assert page.split("<main", 1)[1].split("</main>")[0].count("<form") == 0


def test_an_answer_of_a_colleague_is_not_overwritten(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    asked, client = ask(opgave, session, by=a.member(of=opgave)), sign_in(a.lead(of=opgave))
    seen = client.opened(url(opgave, f"/vragen/{asked.id}/antwoord"))
    asked.reply(LeaderAnswer.YES, "Doe maar.", a.sponsor(of=opgave), today())
    session.flush()

    typed = seen | {"answer": "no", "reason": "Liever niet."}
    answer = client.post(url(opgave, f"/vragen/{asked.id}/antwoord"), data=typed)

    assert answer.status_code == 409
    assert "Doe maar." in answer.text
    assert "Liever niet." in answer.text
    assert asked.answer is LeaderAnswer.YES


def test_who_asked_says_it_better_and_takes_it_back(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    ruth = a.member(of=opgave)
    asked, client = ask(opgave, session, by=ruth), sign_in(ruth)
    better = client.opened(url(opgave, f"/vragen/{asked.id}")) | {"support": "Twee ochtenden"}

    assert client.post(url(opgave, f"/vragen/{asked.id}"), data=better).status_code == 303
    assert asked.text == "Twee ochtenden"
    late = better | {"support": "Drie ochtenden"}
    assert client.post(url(opgave, f"/vragen/{asked.id}"), data=late).status_code == 409
    page = client.post(url(opgave, f"/vragen/{asked.id}/weg"), follow_redirects=True).text
    assert asked.removed_at is not None
    address = page.split('class="ob-melding"', 1)[1].split('action="', 1)[1].split('"', 1)[0]
    client.post(address.replace("&amp;", "&"))
    assert asked.removed_at is None


def test_a_question_of_a_colleague_is_not_cleared_away(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    asked, client = ask(opgave, session, by=a.member(of=opgave)), sign_in(a.lead(of=opgave))

    for rest, data in (("", {"support": "niets", "support_kind": "time"}), ("/weg", {})):
        answer = client.post(url(opgave, f"/vragen/{asked.id}{rest}"), data=data)
        assert answer.status_code == 422
        assert "Alleen wie dit vroeg" in answer.text
    assert (asked.text, asked.removed_at) == ("een ochtend zonder telefoon", None)


def test_who_may_ask_and_who_may_answer(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    asked = ask(opgave, session, by=a.member(of=opgave))
    may: list[tuple[Person, int, int]] = [
        (a.lead(of=opgave), 303, 303),
        (a.member(of=opgave), 303, 403),
        (a.sponsor(of=opgave), 403, 303),
        (a.reader(of=opgave), 403, 403),
        (a.manager(), 403, 303),  # who looks along may answer too
        (a.person(), 404, 404),
    ]
    for person, asks, answers in may:
        client = sign_in(person)
        said = client.post(url(opgave, "/vragen"), data={"support": "hulp", "support_kind": "other"}).status_code
        replied = client.post(url(opgave, f"/vragen/{asked.id}/antwoord"), data={"answer": "yes"}).status_code
        assert (said, replied) == (asks, answers), person.name


def test_a_rule_is_counted_here_and_everywhere_without_any_name(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, other = a.opgave(), a.opgave("School")
    ruth, daan = a.member(of=opgave), a.member(other, name="Daan Hoekstra")
    for rule, where, by in (
        ("De paraaf", opgave, ruth),
        ("de paraaf!", opgave, ruth),
        ("De  paraaf", other, daan),
        ("Vier weken wachten", other, daan),
    ):
        ask(where, session, by=by, kind=SupportKind.RULE, rule=rule)
    ask(opgave, session, by=ruth, kind=SupportKind.TIME, rule="Geen regel")
    ask(opgave, session, by=ruth, kind=SupportKind.RULE, rule="Weg ermee").remove()
    session.flush()

    (count,) = rules_in_the_way(opgave)
    assert (count.here, count.everywhere) == (2, 3)
    assert len(known_rules(ruth)) == 1
    assert len(known_rules(a.manager())) == 2
    page = sign_in(a.reader(of=opgave)).get(url(opgave)).text
    counted = page.split('id="regels"', 1)[1].split("</section>", 1)[0]
    assert "stond 2 keer in de weg, over alle opgaven 3 keer" in counted
    assert not [name for name in ("Ruth", "Pinas", "Daan", "Hoekstra", "School") if name in counted]


def test_the_page_asks_as_much_of_the_database_for_many_requests(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.lead(of=opgave))

    def fill(number: int) -> None:
        for _ in range(number):
            card = a.card(opgave)
            ask(opgave, session, by=a.member(of=opgave), card=card, kind=SupportKind.RULE, rule="De paraaf")
            ask(opgave, session, by=a.member(of=opgave)).reply(LeaderAnswer.YES, "", a.sponsor(of=opgave), today())

    def asked(address: str) -> Any:
        with counting_queries() as queries:
            client.get(address)
        return queries.number

    fill(1)
    few = asked(url(opgave))
    fill(5)
    assert asked(url(opgave)) == few
