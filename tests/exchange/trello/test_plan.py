"""A plan says for each card of the file what becomes of it, exactly once."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.exchange.trello.plan.lists import ListMapping, Target
from tests.exchange.trello import trello

TO_TELL = "Vertel nog wat de inwoner ervan merkt."


def in_list(name: str, closed_list: bool = False, **fields: Any) -> trello.Json:
    return trello.board(lists=[trello.a_list(name, closed=closed_list)], cards=[trello.card(**fields)])


@pytest.mark.parametrize(("name", "state"), [("Ideeën", "idee"), ("Te doen", "gepland"), ("Bezig", "bezig")])
def test_a_card_gets_the_state_of_its_list(name: str, state: str) -> None:
    card = trello.one(in_list(name))
    assert (card.state, card.block, card.notes) == (state, "increments", ())


def test_a_card_of_a_done_list_waits_in_bezig_for_its_result() -> None:
    card = trello.one(in_list("Gedaan"))
    assert (card.state, card.result_to_tell) == ("bezig", True)
    assert TO_TELL in card.notes[-1].text


def test_a_card_that_was_ticked_off_waits_for_its_result_too() -> None:
    card = trello.one(in_list("Te doen", dueComplete=True))
    assert (card.state, card.result_to_tell) == ("bezig", True)


def test_no_card_ever_comes_in_as_done() -> None:
    for target in Target:
        mapping = ListMapping({}).changed("L", target)
        raw = trello.board(lists=[trello.a_list(id="L")], cards=[trello.card(dueComplete=True), trello.card()])
        assert "gedaan" not in {card.state for card in trello.planned(raw, mapping).cards}


@pytest.mark.parametrize(("closed_list", "closed_card"), [(True, False), (False, True), (True, True)])
def test_a_closed_card_or_list_gives_stopped_cards_that_stay_findable(closed_list: bool, closed_card: bool) -> None:
    card = trello.one(in_list("Te doen", closed_list, closed=closed_card))
    assert (card.state, card.result_to_tell) == ("gestopt", False)
    assert "archief" in card.notes[-1].text


def test_a_template_comes_in_as_an_idea_and_says_so() -> None:
    card = trello.one(in_list("Bezig", isTemplate=True))
    assert card.state == "idee"
    assert "sjabloon" in card.notes[-1].text


def test_a_list_can_be_left_out() -> None:
    raw = trello.board(lists=[trello.a_list(id="L")], cards=[trello.card("Weg"), trello.card("Ook")])
    plan = trello.planned(raw, ListMapping({"L": Target.SKIP}))
    assert (plan.cards, plan.counts.skipped, plan.counts.left_out) == ((), 2, 2)
    assert plan.lost[0].examples == ("Weg", "Ook")


def test_a_line_between_cards_is_no_card() -> None:
    plan = trello.planned(trello.board(cards=[trello.card("---", cardRole="separator"), trello.card()]))
    assert (len(plan.cards), plan.counts.separators) == (1, 1)


def test_the_same_file_twice_adds_nothing_and_loses_nothing() -> None:
    raw = trello.board(cards=[trello.card(), trello.card()], actions=[trello.comment(trello.card(), "Weg")])
    first = trello.planned(raw)
    again = trello.planned(raw, already={card.source_id for card in first.cards})
    assert (again.counts.cards, again.counts.created, again.counts.skipped, again.lost) == (2, 0, 2, ())


@pytest.mark.parametrize(
    ("due", "week"),
    [
        ("2026-11-20T12:00:00.000Z", 202647),
        ("2021-01-01T12:00:00.000Z", 202053),
        ("2024-12-30T12:00:00Z", 202501),
        ("2026-11-15T23:30:00.000Z", 202647),
        ("morgen", None),
        ("9999-12-31T23:59:59Z", None),
        ("0001-01-01T00:00:00Z", None),
        (None, None),
    ],
)
def test_the_due_date_gives_the_week_in_amsterdam(due: str | None, week: int | None) -> None:
    assert trello.one(trello.board(cards=[trello.card(due=due)])).week == week


def test_members_become_owner_and_helpers_by_name_without_case_and_accents() -> None:
    people = {"Ruth Pinas": 1, "José Çelik": 2, "Anna de Wit": 3}
    names = ["Onbekende Ina", "jose celik", "Pinas, Ruth", "RUTH PINAS"]
    raw = trello.board(
        cards=[trello.card(idMembers=[f"lid-{name}" for name in names])],
        members=[trello.member(n) for n in names],
    )
    plan = trello.planned(raw, people=people)
    (card,) = plan.cards
    assert (card.owner_id, card.helper_ids) == (2, (1,))
    assert "Onbekende Ina" in card.notes[-1].text
    assert (plan.unmatched, plan.counts.people_matched) == (("Onbekende Ina",), 3)


def test_a_label_keeps_its_comma_and_its_capitals() -> None:
    raw = trello.board(cards=[trello.card(labels=[{"name": "Zorg, JEUGD", "color": None}])])
    assert trello.one(raw).labels == ("Zorg, JEUGD",)


def test_two_people_with_the_same_name_are_not_guessed() -> None:
    raw = trello.board(cards=[trello.card(idMembers=["lid-Jose"])], members=[trello.member("Jose")])
    assert trello.one(raw, people={"José": 1, "jose": 2}).owner_id is None


def test_a_comment_keeps_its_author_and_date() -> None:
    card = trello.card()
    raw = trello.board(cards=[card], actions=[trello.comment(card, "Gebeld.", by="Ruth Pinas")])
    (note,) = trello.one(raw, people={"ruth pinas": 7}).notes
    assert (note.text, note.author_name, note.author_id) == ("Gebeld.", "Ruth Pinas", 7)
    assert note.written_at == datetime(2026, 3, 2, 10, tzinfo=UTC)


def test_counts_tell_what_comes_in() -> None:
    card = trello.card(idMembers=["lid-Ruth"], labels=[{"name": "Spoed", "color": "red"}])
    raw = trello.board(
        cards=[card, card, "rommel"],
        members=[trello.member("Ruth")],
        checklists=[trello.checklist(card, "een", "twee")],
        actions=[trello.comment(card, "Ja")],
    )
    counts = trello.planned(raw).counts
    assert (counts.cards, counts.created, counts.skipped, counts.duplicates, counts.unreadable) == (
        3,
        1,
        2,
        1,
        1,
    )
    assert (counts.lists, counts.labels, counts.checklists, counts.checklist_items, counts.comments) == (
        1,
        1,
        1,
        2,
        1,
    )


CARDS = st.lists(
    st.one_of(
        st.none(),
        st.text(max_size=3),
        st.fixed_dictionaries(
            {"id": st.sampled_from(["a", "b", "c", "d", ""]), "name": st.text(max_size=300)},
            optional={
                "idList": st.sampled_from(["open", "dicht", "weg"]),
                "closed": st.booleans() | st.none(),
                "desc": st.text(max_size=50) | st.integers(),
                "due": st.datetimes().map(str) | st.none() | st.text(max_size=5),
                "pos": st.floats() | st.text(max_size=3) | st.integers(),
                "cardRole": st.sampled_from(["separator", "mirror", None]),
            },
        ),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(CARDS, st.sets(st.sampled_from("abcd")), st.sampled_from(list(Target)))
def test_every_card_is_planned_or_skipped_exactly_once(cards: list[object], already: set[str], target: Target) -> None:
    lists = [trello.a_list(id="open"), trello.a_list(id="dicht", closed=True)]
    raw: trello.Json = {"id": "b", "name": "x", "lists": lists, "cards": cards}
    plan = trello.planned(raw, ListMapping({"open": target}), already=already)
    ids = [card.source_id for card in plan.cards]
    assert plan.counts.created + plan.counts.skipped == len(cards)
    assert len(ids) == len(set(ids)) == plan.counts.created
    assert not already & set(ids)
    assert all(card.action and len(card.action) <= 200 for card in plan.cards)
