"""The rule before anything becomes public: nobody forgets it, a reason holds for its words, and no log tells them."""

import logging
from collections.abc import Callable

import pytest

from board.core.opgaven import worries
from board.core.opgaven.opgaven import Audience, Opgave
from board.core.opgaven.results import Outcome, Result
from board.core.people.people import Person
from board.core.record.personal_data import PersonalData, personal_data
from board.core.record.publishable import reasons_for
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.support.personal_data import BSN, SAID, SECRET, stored_reasons


def _publish_by_hand(a: Builder) -> object:
    result = a.result(a.card(a.opgave()), SECRET)
    result.published_at = result.told_at
    return result


def _change_by_hand(a: Builder) -> object:
    result = a.public_result(a.opgave())
    result.edit("U krijgt één brief.", Outcome.SUCCEEDED, today(), lesson=SECRET)
    return result


def _show_by_hand(a: Builder) -> object:
    worry = worries.sign(a.opgave(), SECRET, a.person())
    session.flush()
    worry.public_since = today()
    return worry


def _open_by_hand(a: Builder) -> object:
    opgave = a.opgave(public=False, title=SECRET)
    opgave.visibility = Audience.PUBLIC
    return opgave


def _made_by_hand(a: Builder) -> object:
    opgave = Opgave(slug="x", short_name="x", title=SECRET, visibility=Audience.PUBLIC)
    session.add(opgave)
    return opgave


@pytest.mark.parametrize(
    "path", [_publish_by_hand, _change_by_hand, _show_by_hand, _open_by_hand, _made_by_hand], ids=lambda p: p.__name__
)
def test_who_forgets_the_rule_is_stopped_before_anything_is_written(a: Builder, path: Callable[..., object]) -> None:
    path(a)

    with pytest.raises(PersonalData):
        session.flush()


def test_the_team_may_keep_whatever_it_likes(a: Builder) -> None:
    result = a.result(a.card(a.opgave()), SECRET)
    worries.sign(a.opgave(), SECRET, a.person())
    a.opgave(public=False, title=SECRET)
    session.flush()

    assert not result.is_public
    assert not stored_reasons()


def test_a_reason_holds_for_these_words_and_not_for_others(a: Builder) -> None:
    result = a.result(a.card(a.opgave()), SECRET)
    result.publish(a.person(), SAID)
    session.flush()

    result.require_reason([f"Ook anders gezegd: {BSN}, zijn BSN."])
    with pytest.raises(PersonalData):
        result.require_reason([f"{SECRET} En zijn kenteken is 12-ABC-3."])


def test_the_same_words_elsewhere_need_their_own_reason(a: Builder) -> None:
    a.result(a.card(a.opgave()), SECRET).publish(a.person(), SAID)
    session.flush()

    with pytest.raises(PersonalData):
        a.result(a.card(a.opgave()), SECRET).publish(a.person())


def test_after_a_stop_nothing_has_changed(a: Builder) -> None:
    result = a.result(a.card(a.opgave()), SECRET)
    with pytest.raises(PersonalData):
        result.publish(a.person())
    session.flush()

    assert result.published_at is None


def test_coming_back_after_withdrawal_asks_nothing_new(a: Builder) -> None:
    result = a.result(a.card(a.opgave()), SECRET)
    result.publish(a.person(), SAID)
    session.flush()
    result.withdraw("Even nakijken.")
    session.flush()

    result.publish(a.person())
    session.flush()

    assert result.is_public


def test_what_was_said_is_told_with_who_and_when_the_last_first(a: Builder) -> None:
    result = a.result(a.card(a.opgave()), SECRET)
    result.publish(a.person("Ruth Pinas"), SAID)
    session.flush()

    (said,) = reasons_for("result", result.id)

    assert said.person is not None
    assert (said.person.name, said.opgave_id) == ("Ruth Pinas", result.opgave_id)


def test_an_error_of_the_database_does_not_quote_what_was_typed(
    a: Builder, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    result: Result = a.result(a.card(a.opgave()), SECRET)
    result.outcome = None  # type: ignore[assignment]
    try:
        session.flush()
    except Exception:
        logging.getLogger("board").exception("failed")

    said = caplog.text + "".join(capsys.readouterr())
    assert "failed" in said
    assert BSN not in said


def test_each_piece_is_found_once_with_its_place() -> None:
    first, second = personal_data([SECRET, "Bel mevrouw De Vries.", SECRET])

    assert (first.kind, second.kind) == ("bsn", "name")
    assert first.text[first.start : first.end] == first.words == BSN


def test_who_said_it_may_leave(a: Builder) -> None:
    leaver: Person = a.person()
    result = a.result(a.card(a.opgave()), SECRET)
    result.publish(leaver, SAID)
    session.flush()
    result.published_by = None
    session.flush()
    session.delete(leaver)
    session.flush()
    session.expire_all()

    assert reasons_for("result", result.id)[0].person is None
