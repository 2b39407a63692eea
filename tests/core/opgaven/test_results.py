"""A result becomes public by one deliberate step, and only when it may."""

from datetime import timedelta

import pytest

from board.core.opgaven.cards import CardState
from board.core.opgaven.results import Evidence, EvidenceKind, NotReady, Outcome, Result, new_result
from board.core.people.people import Person
from board.core.record.personal_data import StatedReason
from board.core.record.weeks import Week, today
from tests.builders import BECAUSE, Builder


def publish(result: Result, by: Person) -> None:
    result.publish(by, StatedReason.of(BECAUSE, result.texts))


def test_a_result_of_a_card_that_was_opened_again_does_not_become_public(a: Builder) -> None:
    card = a.card(a.opgave(), state=CardState.DOING)
    result = a.result(card)
    card.move(CardState.DOING)

    with pytest.raises(NotReady):
        publish(result, a.person())

    assert (result.is_public, result.published_at, result.published_by) == (False, None, None)


def test_a_result_of_a_card_that_stopped_does_not_become_public(a: Builder) -> None:
    card = a.card(a.opgave(), state=CardState.DOING)
    result = a.result(card)
    card.stop()

    with pytest.raises(NotReady):
        publish(result, a.person())


def test_a_result_that_no_card_has_does_not_become_public(a: Builder) -> None:
    result = new_result(a.opgave().id)
    result.edit("U krijgt één brief.", Outcome.SUCCEEDED, today())

    with pytest.raises(NotReady):
        publish(result, a.person())


def test_done_again_it_can_become_public(a: Builder) -> None:
    card, person = a.card(a.opgave(), state=CardState.DOING), a.person()
    result = a.result(card)
    card.move(CardState.DOING)
    card.finish(result)

    publish(result, person)

    assert (result.is_public, result.published_by) == (True, person)


def test_what_was_withdrawn_does_not_come_back_while_its_card_is_open(a: Builder) -> None:
    card = a.card(a.opgave(), state=CardState.DOING)
    result = a.result(card)
    publish(result, a.person())
    result.withdraw("Dit klopte niet.")
    card.move(CardState.DOING)

    with pytest.raises(NotReady):
        publish(result, a.person())

    assert result.withdrawn_reason == "Dit klopte niet."


def test_published_twice_it_keeps_who_did_it_first(a: Builder) -> None:
    result = a.public_result(a.opgave())
    first = result.published_by

    with pytest.raises(NotReady):
        publish(result, a.person("Daan Hoekstra"))

    assert result.published_by is first
    assert result.changed_at is None


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_is_withdrawn(a: Builder, reason: str) -> None:
    result = a.public_result(a.opgave())

    with pytest.raises(NotReady):
        result.withdraw(reason)

    assert result.is_public


def test_what_is_not_public_cannot_be_withdrawn(a: Builder) -> None:
    result = a.result(a.card(a.opgave(), state=CardState.DOING))

    with pytest.raises(NotReady):
        result.withdraw("Dit klopte niet.")

    assert (result.withdrawn_at, result.withdrawn_reason) == (None, "")


def test_what_we_learned_is_told_with_the_lesson(a: Builder) -> None:
    result = new_result(a.opgave().id)
    result.edit("Bellen hielp niet.", Outcome.LEARNED, today())
    assert not result.is_complete

    result.edit("Bellen hielp niet.", Outcome.LEARNED, today(), lesson="Ga langs.")
    assert result.is_complete


def test_said_on_another_day_it_lies_in_the_week_of_that_day(a: Builder) -> None:
    result, day = new_result(a.opgave().id), today() - timedelta(days=30)

    result.edit("U krijgt één brief.", Outcome.SUCCEEDED, day)

    assert (result.happened_on, result.week) == (day, Week.of(day).code)


def test_saying_the_same_again_is_no_change_for_who_reads_it(a: Builder) -> None:
    result = a.public_result(a.opgave())

    result.edit(result.sentence, result.outcome, result.happened_on, result.deed, result.lesson)
    result.know_by(result.evidence)
    assert result.changed_at is None

    result.know_by(Evidence(EvidenceKind.COUNT, "12 mensen"))
    assert result.changed_at is not None
    assert result.evidence == Evidence(EvidenceKind.COUNT, "12 mensen")


def test_what_nobody_reads_yet_may_change_without_a_mark(a: Builder) -> None:
    result = a.result(a.card(a.opgave(), state=CardState.DOING))

    result.edit("U krijgt geen brief.", Outcome.PARTLY, today())
    result.know_by(Evidence(EvidenceKind.QUOTE, "Eindelijk."))

    assert result.changed_at is None
