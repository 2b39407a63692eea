"""Three-way merge as a rule: whatever two people do, no word of either is lost without somebody being asked."""

from hypothesis import given
from hypothesis import strategies as st

from board.core.record.merging import Value, marks, merge, sealed, unsealed

TEXTS = st.sampled_from(["", "een", "twee", "drie"])
LISTS = st.lists(st.sampled_from(["Ruth", "Sanne", "Joris", "Ömer"]), unique=True).map(tuple)
ONE = TEXTS.map(lambda text: (text,) if text else ())
FIELDS = st.fixed_dictionaries({"action": ONE, "kind": ONE, "words": ONE, "helpers": LISTS})
TOGETHER = (("kind", "words"),)
SINGLE = ("action", "kind", "words")


@given(FIELDS, FIELDS)
def test_when_nobody_was_first_it_is_as_i_typed_it(seen: dict[str, Value], mine: dict[str, Value]) -> None:
    answer = merge(marks(seen), seen, mine, lists=("helpers",), together=TOGETHER)

    assert (answer.values, answer.theirs, answer.both) == (mine, (), ())


@given(FIELDS, FIELDS, FIELDS)
def test_no_text_goes_without_a_question(seen: dict[str, Value], now: dict[str, Value], mine: dict[str, Value]) -> None:
    answer = merge(marks(seen), now, mine, lists=("helpers",), together=TOGETHER)

    for name in SINGLE:
        if name in answer.both:
            assert answer.values[name] == mine[name] != now[name]
        elif now[name] != seen[name]:
            assert answer.values[name] == now[name]
        else:
            assert answer.values[name] == mine[name]
        assert (name in answer.theirs) <= (mine[name] == seen[name])


@given(FIELDS, FIELDS, FIELDS)
def test_what_both_changed_into_something_else_is_asked(
    seen: dict[str, Value], now: dict[str, Value], mine: dict[str, Value]
) -> None:
    answer = merge(marks(seen), now, mine, lists=("helpers",), together=TOGETHER)

    for name in SINGLE:
        if len({seen[name], now[name], mine[name]}) == 3:
            assert name in answer.both


@given(FIELDS, FIELDS, FIELDS)
def test_of_a_list_each_name_counts_by_itself(
    seen: dict[str, Value], now: dict[str, Value], mine: dict[str, Value]
) -> None:
    answer = merge(marks(seen), now, mine, lists=("helpers",), together=TOGETHER)

    before, theirs, ours = set(seen["helpers"]), set(now["helpers"]), set(mine["helpers"])
    added, removed = (theirs | ours) - before, before - (theirs & ours)
    assert set(answer.values["helpers"]) == (before | added) - removed
    assert "helpers" not in answer.both


@given(FIELDS, FIELDS, FIELDS)
def test_sending_again_what_the_page_then_shows_keeps_exactly_that(
    seen: dict[str, Value], now: dict[str, Value], mine: dict[str, Value]
) -> None:
    first = merge(marks(seen), now, mine, lists=("helpers",), together=TOGETHER)

    again = merge(unsealed(sealed(now)), now, first.values, lists=("helpers",), together=TOGETHER)

    assert (again.values, again.theirs, again.both) == (first.values, (), ())


@given(FIELDS, FIELDS)
def test_who_saw_nothing_wipes_nothing(now: dict[str, Value], mine: dict[str, Value]) -> None:
    answer = merge(unsealed(""), now, mine, lists=("helpers",))

    for name in SINGLE:
        assert now[name] in ((), answer.values[name]) or name in answer.both
    assert set(now["helpers"]) <= set(answer.values["helpers"])


@given(FIELDS, FIELDS)
def test_what_was_not_sent_stays_as_it_is(seen: dict[str, Value], now: dict[str, Value]) -> None:
    assert merge(marks(seen), now, {}, lists=("helpers",), together=TOGETHER).values == now


def test_fields_that_belong_together_are_asked_together() -> None:
    seen: dict[str, Value] = {"kind": ("geteld",), "words": ("veertig",)}

    answer = merge(marks(seen), {"kind": (), "words": ("veertig",)}, seen | {"words": ("vijftig",)}, together=TOGETHER)

    assert answer.both == ("kind", "words")


@given(FIELDS)
def test_what_was_seen_survives_the_trip_through_a_form(seen: dict[str, Value]) -> None:
    assert unsealed(sealed(seen)) == marks(seen)


@given(st.text())
def test_rubbish_is_somebody_who_saw_nothing_of_ours(text: str) -> None:
    assert all(isinstance(name, str) for name in unsealed(text))
