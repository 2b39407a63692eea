"""What is ready to publish, and what was laid this week: of the opgaven on which somebody works, and of no others."""

from board.core.people.people import Role
from board.core.publishing.ready import count_results_of_week, ready_to_publish
from board.core.record.weeks import Week
from tests.builders import Builder


def test_the_results_of_this_week_are_those_of_ones_own_teams(a: Builder) -> None:
    ours, theirs, read_along = a.opgave(), a.opgave(), a.opgave()
    ruth = a.member(ours)
    a.member(theirs, name="Femke de Vries")
    a.membership(read_along, ruth, Role.READER)
    for opgave in (ours, ours, theirs, read_along):
        a.result(a.card(opgave))

    assert count_results_of_week(ruth, Week.now()) == 2
    assert count_results_of_week(ruth, Week.now().plus(-1)) == 0


def test_ready_is_what_is_finished_and_not_public_on_the_opgaven_that_somebody_works_on(a: Builder) -> None:
    ours, theirs, read_along = a.opgave(), a.opgave(), a.opgave()
    ruth = a.member(ours)
    a.member(theirs, name="Femke de Vries")
    a.membership(read_along, ruth, Role.READER)
    ready = a.card(ours)
    for card in (ready, a.card(theirs), a.card(read_along)):
        a.result(card)
    a.public_result(ours)
    a.card(ours)

    assert list(ready_to_publish(ruth)) == [ready]
