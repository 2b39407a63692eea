"""Lists are guessed to be states or building blocks, and a lead can change every guess."""

import pytest

from board.exchange.trello.plan.lists import Target, guess
from tests.exchange.trello import trello


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("To do", Target.PLANNED),
        ("TODO 📚", Target.PLANNED),
        ("To-Do", Target.PLANNED),
        ("Te doen", Target.PLANNED),
        ("Nog te doen", Target.PLANNED),
        ("Deze week", Target.PLANNED),
        ("Current Sprint 1 Backlog", Target.PLANNED),
        ("Klaar voor uitvoering", Target.PLANNED),
        ("Niet gedaan", Target.PLANNED),
        ("Ready for development", Target.PLANNED),
        ("Product Backlog", Target.IDEA),
        ("IDEEËN 💡", Target.IDEA),
        ("Brainstorm", Target.IDEA),
        ("Gemeente Lindewaard", Target.IDEA),
        ("やること", Target.IDEA),
        ("", Target.IDEA),
        ("...", Target.IDEA),
        ("Bezig", Target.DOING),
        ("Mee bezig (max 3)", Target.DOING),
        ("Doing ⚙️", Target.DOING),
        ("In Progress", Target.DOING),
        ("Testing/Review", Target.DOING),
        ("Wachten op anderen", Target.DOING),
        ("Bijna klaar", Target.DOING),
        ("DONE! 🙌🏽", Target.DONE),
        ("Gedaan", Target.DONE),
        ("Klaar!", Target.DONE),
        ("Afgerond in maart", Target.DONE),
        ("Gedaan deze week", Target.DONE),
        ("Geannuleerd", Target.STOPPED),
        ("Archief 2025", Target.ARCHIVE),
        ("Waarom?", Target.WHY),
        ("2. Inwoner", Target.CITIZEN),
        ("Behoeften van bewoners", Target.CITIZEN),
        ("Kleine stappen", Target.INCREMENTS),
        ("Leiderschap", Target.LEADERSHIP),
        ("Talenten", Target.TALENTS),
    ],
)
def test_the_name_of_a_list_is_guessed(name: str, target: Target) -> None:
    column = trello.a_list(name)
    assert guess(trello.reading(trello.board(lists=[column]))).target(column["id"]) is target


@pytest.mark.parametrize(
    ("name", "target"),
    [("Te doen", Target.ARCHIVE), ("Gedaan in 2025", Target.DONE), ("Geannuleerd", Target.STOPPED)],
)
def test_a_closed_list_keeps_only_whether_its_cards_were_done(name: str, target: Target) -> None:
    column = trello.a_list(name, closed=True)
    assert guess(trello.reading(trello.board(lists=[column]))).target(column["id"]) is target


def test_a_target_says_in_which_block_and_state_cards_come() -> None:
    places = {target: (target.block, target.state) for target in Target}
    assert places[Target.PLANNED] == ("increments", "gepland")
    assert places[Target.WHY] == ("why", "idee")
    assert places[Target.DONE] == ("increments", "bezig")
    assert places[Target.ARCHIVE] == places[Target.STOPPED] == ("increments", "gestopt")


def test_a_mapping_goes_through_a_form_and_comes_back() -> None:
    column = trello.a_list("Te doen")
    mapping = guess(trello.reading(trello.board(lists=[column])))
    assert mapping.to_form() == {f"lijst-{column['id']}": "gepland"}
    changed = mapping.with_form({f"lijst-{column['id']}": "citizen", "lijst-elders": "why", "csrf_token": "x"})
    assert changed.target(column["id"]) is Target.CITIZEN
    assert changed.with_form(mapping.to_form()) == mapping
    assert changed.with_form({}) == changed


def test_a_mapping_goes_through_json_and_comes_back() -> None:
    column = trello.a_list("Te doen")
    mapping = guess(trello.reading(trello.board(lists=[column])))
    changed = mapping.changed(column["id"], Target.SKIP)
    assert mapping.with_json(changed.to_json()) == changed


@pytest.mark.parametrize("written", ["[]", "nee", '{"ID": "gedoe"}', '{"ID": 3}', '{"ID": []}'])
def test_a_choice_that_does_not_exist_is_refused(written: str) -> None:
    column = trello.a_list("Te doen")
    mapping = guess(trello.reading(trello.board(lists=[column])))
    with pytest.raises(ValueError, match=r".+"):
        mapping.with_json(written.replace("ID", column["id"]))
