"""Where the bricks lie: a brick is one result, a week without one is a gap, and nothing falls outside the drawing."""

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from board.core.opgaven.cards import CardState
from board.core.opgaven.results import Outcome
from board.core.record.weeks import Week
from board.managers.review.charts import LABELS, ROOM, bars, rows_chart
from board.managers.review.wall import BRICK, PART, STEP, Laid, WallPart, wall

NOW = Week(2026, 47)
WEEKS = [NOW.plus(step) for step in range(-23, 1)]
RECT = re.compile(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z")


def rectangles(path: str) -> list[tuple[float, float, float, float]]:
    found = [(float(x), float(y), float(wide), float(high)) for x, y, wide, high in RECT.findall(path)]
    assert "".join(RECT.sub("", path).split()) == "", "a path of bricks is nothing but bricks"
    return found


def every_brick(part: WallPart) -> list[tuple[float, float, float, float]]:
    return [brick for path in part.bricks.values() for brick in rectangles(path)]


def laid(**weeks: Mapping[Outcome, int]) -> Laid:
    """laid(w0={…}, w3={…}): so many weeks ago."""
    return {
        (NOW.plus(-int(name[1:])).code, outcome): many for name, told in weeks.items() for outcome, many in told.items()
    }


def test_each_result_is_one_brick_in_the_column_of_its_week() -> None:
    told = laid(w0={Outcome.SUCCEEDED: 3}, w2={Outcome.LEARNED: 1}, w20={Outcome.PARTLY: 2})

    first, last = wall(WEEKS, told, [], NOW)

    assert {x for x, *_rest in rectangles(last.bricks[Outcome.SUCCEEDED])} == {11 * STEP}
    assert len(rectangles(last.bricks[Outcome.SUCCEEDED])) == 3
    assert [x for x, *_rest in rectangles(last.bricks[Outcome.LEARNED])] == [9 * STEP]
    assert len(rectangles(first.bricks[Outcome.PARTLY])) == 2
    assert len(every_brick(first) + every_brick(last)) == 6


def test_bricks_of_one_week_lie_on_each_other_what_worked_below() -> None:
    told = laid(w0={Outcome.SUCCEEDED: 2, Outcome.PARTLY: 1, Outcome.LEARNED: 1})

    last = wall(WEEKS, told, [], NOW)[-1]

    tops = {outcome: [y for _x, y, *_rest in rectangles(path)] for outcome, path in last.bricks.items()}
    assert min(tops[Outcome.SUCCEEDED]) > tops[Outcome.PARTLY][0] > tops[Outcome.LEARNED][0]
    assert len({y for found in tops.values() for y in found}) == 4


def test_what_half_worked_has_half_its_clay_and_what_was_learned_has_stripes() -> None:
    last = wall(WEEKS, laid(w0={Outcome.PARTLY: 1, Outcome.LEARNED: 2}), [], NOW)[-1]

    assert [wide for _x, _y, wide, _high in rectangles(last.halves)] == [BRICK / 2]
    assert last.stripes.count("M") == 2 * 3


@pytest.mark.parametrize("many", [1, 4, 12, 40, 200])
def test_however_many_a_week_holds_they_stay_in_the_drawing_and_apart(many: int) -> None:
    last = wall(WEEKS, laid(w0={Outcome.SUCCEEDED: many}), [], NOW)[-1]

    found = every_brick(last)
    assert len(found) == many
    assert all(y > 0 and y + high < last.height and x + wide <= last.width for x, y, wide, high in found)
    ys = sorted(y for _x, y, *_rest in found)
    assert all(later - earlier >= found[0][3] for earlier, later in pairwise(ys))
    assert 0 < last.numbers[0].y < ys[0]


def test_both_halves_are_as_high_so_that_they_stand_side_by_side() -> None:
    first, last = wall(WEEKS, laid(w0={Outcome.SUCCEEDED: 9}, w23={Outcome.SUCCEEDED: 1}), [], NOW)

    assert (first.height, first.width) == (last.height, last.width)
    assert [one.words for one in (*first.labels, *last.labels)] == [str(week.number) for week in WEEKS]
    assert [one.words for one in last.labels if one.strong] == ["47"]


def test_silence_is_a_gap_in_the_ground_and_told_from_two_weeks_on() -> None:
    told = laid(w0={Outcome.SUCCEEDED: 1}, w2={Outcome.SUCCEEDED: 1}, w6={Outcome.SUCCEEDED: 1})

    last = wall(WEEKS, told, [(NOW.plus(-5), 3), (NOW.plus(-1), 1)], NOW)[-1]

    assert last.silent.count("M") == 4
    assert last.ground.count("M") == PART - 4
    assert [one.x for one in last.hushes] == [(6 * STEP + 8 * STEP + BRICK) / 2]


def test_before_the_first_brick_there_is_no_silence() -> None:
    first, last = wall(WEEKS, laid(w0={Outcome.SUCCEEDED: 1}), [], NOW)

    assert first.is_empty
    assert not last.is_empty
    assert not first.silent


def test_a_wall_of_nothing_is_a_ground_with_weeks() -> None:
    assert all(part.is_empty and not every_brick(part) for part in wall(WEEKS, {}, [], NOW))


def test_each_card_is_a_brick_in_the_row_of_its_block() -> None:
    standing = {("why", CardState.IDEA): 2, ("why", CardState.DONE): 1, ("citizen", CardState.DOING): 3}

    drawn = rows_chart(["why", "citizen", "talents"], standing)

    assert [sum(len(rectangles(path)) for path in row.paths.values()) for row in drawn.rows] == [3, 3, 0]
    ends = [x + wide for row in drawn.rows for path in row.paths.values() for x, _y, wide, _high in rectangles(path)]
    assert max(ends) <= drawn.width


def test_cards_beyond_counting_become_a_bar_that_still_fits() -> None:
    standing = {("why", CardState.DONE): 900, ("why", CardState.IDEA): 100, ("citizen", CardState.IDEA): 10}

    why, citizen = rows_chart(["why", "citizen"], standing).rows

    [(start, _y, wide, _high)] = rectangles(why.paths[CardState.DONE])
    assert start == LABELS
    assert wide == pytest.approx(ROOM * 0.9)
    [(_start, _y, narrow, _high)] = rectangles(citizen.paths[CardState.IDEA])
    assert narrow == pytest.approx(ROOM * 0.01, abs=0.01)


@pytest.mark.parametrize("days", [(), (0,), (1, 2, 3), (0, 400)])
def test_bars_are_as_long_as_their_days_and_leave_room_for_the_number(days: tuple[int, ...]) -> None:
    found = bars(days)

    longs = [rectangles(bar.path)[0][2] for bar in found]
    assert len(found) == len(days)
    assert all(long > 0 for long in longs)
    assert sorted(longs) == [long for _days, long in sorted(zip(days, longs, strict=True))]
    assert all(bar.end < LABELS + ROOM - 50 for bar in found)
