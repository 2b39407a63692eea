"""A worry is signed by somebody, stays alive by being said again, and is public only on purpose."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from board.core.opgaven import worries
from board.core.record.weeks import AMSTERDAM, today
from tests.builders import Builder


def test_a_worry_that_nobody_signs_is_none(a: Builder, session: Session) -> None:
    opgave = a.opgave(active=False)

    with pytest.raises(ValueError, match="signed"):
        worries.sign(opgave, "Ik lig wakker van de post.", None)

    assert opgave.active_since is None
    assert worries.worry_of(opgave) is None


def test_a_worry_signed_by_a_person_or_by_a_role_stands(a: Builder, session: Session) -> None:
    opgave, person = a.opgave(active=False), a.person()

    by_person = worries.sign(opgave, "Ik lig wakker van de post.", person)
    by_role = worries.sign(opgave, "Ik lig wakker van de stilte.", None, "wethouder")
    session.flush()

    assert (by_person.person, by_role.signed_as) == (person, "wethouder")
    assert opgave.active_since == today()


def test_an_earlier_worry_begins_the_opgave_earlier_and_a_later_one_does_not(a: Builder) -> None:
    opgave, last_week = a.opgave(active=False), today() - timedelta(days=7)
    worries.sign(opgave, "Ik lig wakker van de post.", None, "wethouder", on=last_week)
    worries.sign(opgave, "Ik lig wakker van de stilte.", None, "wethouder")

    assert opgave.active_since == last_week


def test_words_that_nobody_would_sign_any_more_are_refused(a: Builder) -> None:
    worry = worries.sign(a.opgave(), "Ik lig wakker van de post.", None, "wethouder")

    with pytest.raises(ValueError, match="signed"):
        worry.edit("Ik slaap weer.", "")
    assert (worry.text, worry.signed_as) == ("Ik lig wakker van de post.", "wethouder")

    worry.edit("Ik slaap bijna.", "burgemeester")
    assert (worry.text, worry.signed_as) == ("Ik slaap bijna.", "burgemeester")


def test_who_signs_with_a_role_does_not_stand_there_by_name(a: Builder) -> None:
    person = a.person()
    worry = worries.sign(a.opgave(), "Ik lig wakker van de post.", person)

    worry.edit("Ik lig wakker van de post.", "")
    assert worry.person is person
    worry.edit("Ik lig wakker van de post.", "wethouder")
    assert worry.person is None


def test_a_check_that_is_taken_away_leaves_the_one_before_it(a: Builder, session: Session) -> None:
    signed = today() - timedelta(days=30)
    worry = worries.sign(a.opgave(), "Ik lig wakker van de post.", None, "wethouder", on=signed)
    session.flush()
    first = worry.confirm("Er ligt weer een stapel.", a.person(), signed + timedelta(days=10))
    second = worry.confirm("Nu nog.", a.person(), today())
    session.flush()
    assert worry.confirmed_on == today()

    second.remove()
    session.flush()
    assert worry.confirmed_on == first.checked_on
    first.remove()
    assert worry.confirmed_on == signed


def test_an_older_check_does_not_make_a_worry_older(a: Builder, session: Session) -> None:
    worry = worries.sign(a.opgave(), "Ik lig wakker van de post.", None, "wethouder")

    worry.confirm("Vorige week ook.", a.person(), today() - timedelta(days=7))

    assert worry.confirmed_on == today()


def test_shown_again_it_is_public_since_the_first_day(a: Builder) -> None:
    worry = worries.sign(a.opgave(), "Ik lig wakker van de post.", None, "wethouder")

    worry.show(today() - timedelta(days=3))
    worry.show(today())

    assert worry.public_since == today() - timedelta(days=3)
    assert worry.public_texts == ("Ik lig wakker van de post.", "wethouder")


def test_only_the_team_reads_what_is_not_shown(a: Builder) -> None:
    worry = worries.sign(a.opgave(), "Ik lig wakker van de post.", None, "wethouder")
    assert worry.public_texts == ()


def test_only_the_team_reads_what_is_hidden_again(a: Builder) -> None:
    worry = worries.sign(a.opgave(), "Ik lig wakker van de post.", None, "wethouder")
    worry.show(today())

    worry.hide()

    assert (worry.public_since, worry.public_texts) == (None, ())


def test_what_is_signed_today_is_known_since_that_very_moment_and_before_since_that_day(
    a: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening = datetime.combine(today(), time(21, 40), AMSTERDAM)
    monkeypatch.setattr(worries, "now", lambda: evening)

    at_once = worries.sign(a.opgave(), "Ik lig wakker van de post.", None, "wethouder")
    afterwards = worries.sign(a.opgave(), "Ik slaap slecht.", None, "wethouder", on=today() - timedelta(days=7))

    assert at_once.noted_at == evening
    assert afterwards.noted_at == datetime.combine(today() - timedelta(days=7), time(12), AMSTERDAM)
