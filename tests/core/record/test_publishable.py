"""A text that seems to hold personal data becomes public only with a reason, whatever path leads there."""

from collections.abc import Callable

import pytest

from board.blocks.increments.models import BigResult
from board.core.opgaven import worries
from board.core.opgaven.opgaven import WORDS, Audience
from board.core.opgaven.results import Evidence, EvidenceKind, Outcome
from board.core.opgaven.teams import begin_opgave
from board.core.people.people import Visibility
from board.core.publishing import faces, result_photos
from board.core.publishing.week_pages import week_page
from board.core.record.personal_data import NO_REASON, PersonalData, PersonalDatum, StatedReason, fingerprint
from board.core.record.photos import Photo
from board.core.record.weeks import Week, today
from board.db import session
from tests.builders import Builder
from tests.support.personal_data import BSN, SAID, SECRET, WHY, stored_reasons

Way = Callable[[Builder, StatedReason], None]


def _publish(a: Builder, because: StatedReason) -> None:
    a.result(a.card(a.opgave()), SECRET).publish(a.person(), because)


def _publish_other_words(name: str) -> Way:
    def way(a: Builder, because: StatedReason) -> None:
        a.result(a.card(a.opgave()), **{name: SECRET}).publish(a.person(), because)

    return way


def _publish_evidence(a: Builder, because: StatedReason) -> None:
    result = a.result(a.card(a.opgave()))
    result.know_by(Evidence(EvidenceKind.QUOTE, SECRET))
    result.publish(a.person(), because)


def _publish_again(a: Builder, because: StatedReason) -> None:
    result = a.public_result(a.opgave())
    result.withdraw("Klopte niet.")
    session.flush()
    result.edit(SECRET, Outcome.SUCCEEDED, today())
    result.publish(a.person(), because)


def _rewrite_what_is_public(a: Builder, because: StatedReason) -> None:
    result = a.public_result(a.opgave())
    result.require_reason([SECRET], because, a.person())
    result.edit(SECRET, Outcome.SUCCEEDED, today())


def _withdraw(a: Builder, because: StatedReason) -> None:
    a.public_result(a.opgave()).withdraw(SECRET, because, a.person())


def _show_worry(a: Builder, because: StatedReason) -> None:
    worry = worries.sign(a.opgave(), SECRET, a.person())
    session.flush()
    worry.show(today(), because, a.person())


def _rewrite_shown_worry(a: Builder, because: StatedReason) -> None:
    worry = worries.worry_of(a.opgave())
    assert worry
    worry.edit(SECRET, "opgavemanager", because, a.person())


def _sign_shown_worry(a: Builder, because: StatedReason) -> None:
    worry = worries.worry_of(a.opgave())
    assert worry
    worry.edit("Ik lig wakker.", SECRET, because, a.person())


def _words(**other: str) -> dict[str, str]:
    return dict.fromkeys(WORDS, "") | {"title": "Iets beters", "short_name": "Beter"} | other


def _make_opgave_public(a: Builder, because: StatedReason) -> None:
    opgave = a.opgave(public=False, summary=SECRET)
    opgave.set_up(_words(summary=SECRET), Audience.PUBLIC, because, a.person())


def _rewrite_public_opgave(a: Builder, because: StatedReason) -> None:
    a.opgave().set_up(_words(contact_text=SECRET), Audience.PUBLIC, because, a.person())


def _begin_public_opgave(a: Builder, because: StatedReason) -> None:
    begin_opgave({"title": SECRET, "short_name": "Beter", "summary": ""}, Audience.PUBLIC, a.person(), because)


def _pile_up_to(a: Builder, because: StatedReason) -> None:
    big = BigResult()
    big.say(SECRET, because, a.person())
    big.opgave = a.opgave()
    session.add(big)


def _tell_of_a_photo(a: Builder, because: StatedReason) -> None:
    photo = Photo(width=1, height=1)
    shown = result_photos.new_photo(a.public_result(a.opgave()), photo, a.person())
    shown.edit("Een bankje.", SECRET, a.person(), because)
    session.add_all([photo, shown])


def _show_introduction(a: Builder, because: StatedReason) -> None:
    page = week_page(Week.now())
    session.add(page)
    page.write(SECRET, a.person())
    page.show(because, a.person())


def _choose_own_words(a: Builder, because: StatedReason) -> None:
    person = a.person()
    faces.save_choice(person, faces.FaceSettings(Visibility.FIRST_NAME, SECRET), because=because)


def _take_a_shown_job(a: Builder, because: StatedReason) -> None:
    person = a.person(visibility=Visibility.ROLE)
    person.introduce(person.full_name, SECRET, because, person)


def _rewrite_shown_introduction(a: Builder, because: StatedReason) -> None:
    page = week_page(Week.now())
    session.add(page)
    page.write("Het was een goede week.", a.person())
    page.show()
    session.flush()
    page.write(SECRET, a.person(), because)


WAYS: list[Way] = [
    _publish,
    _publish_other_words("deed"),
    _publish_other_words("lesson"),
    _publish_evidence,
    _publish_again,
    _rewrite_what_is_public,
    _withdraw,
    _show_worry,
    _rewrite_shown_worry,
    _sign_shown_worry,
    _make_opgave_public,
    _rewrite_public_opgave,
    _begin_public_opgave,
    _pile_up_to,
    _tell_of_a_photo,
    _show_introduction,
    _rewrite_shown_introduction,
    _choose_own_words,
    _take_a_shown_job,
]


def names(way: Way) -> str:
    return way.__qualname__.lstrip("_").split(".")[0]


@pytest.mark.parametrize("way", WAYS, ids=names)
def test_every_way_out_waits_for_a_reason(a: Builder, way: Way) -> None:
    with pytest.raises(PersonalData) as stopped:
        way(a, NO_REASON)

    assert [one.kind for one in stopped.value.found] == ["bsn"]
    assert BSN not in str(stopped.value) + repr(stopped.value.found)


@pytest.mark.parametrize("way", WAYS, ids=names)
def test_with_a_reason_it_goes_out_and_the_reason_is_kept(a: Builder, way: Way) -> None:
    way(a, SAID)
    session.flush()

    said = stored_reasons()
    assert [one.reason for one in said] == [WHY]
    assert said[0].kinds == ["bsn"]
    assert said[0].person is not None
    assert said[0].fingerprint == fingerprint([PersonalDatum("bsn", BSN)])


@pytest.mark.parametrize("way", WAYS, ids=names)
def test_a_reason_for_something_else_opens_nothing(a: Builder, way: Way) -> None:
    for said in (StatedReason(WHY), StatedReason.of(WHY, ["Bel mevrouw De Vries."]), StatedReason.of("  ", [SECRET])):
        with pytest.raises(PersonalData):
            way(a, said)
        session.rollback()
