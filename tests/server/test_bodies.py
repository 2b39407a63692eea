"""What is sent is taken in whole, within bounds, before anybody's time goes into it."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import pytest

from board.server.bodies import BodyLimits, Senders, TooLarge, TooSlow, WentAway, pass_over, take_in
from tests.loop import run

HURRIED = BodyLimits(silence=0.05, whole=0.2, slowest=1_000_000, longest=0.4)
PATIENT = BodyLimits()


async def sent(*parts: bytes, every: float = 0.0, then: float = 0.0) -> AsyncIterator[bytes]:
    """These parts, with so many seconds before each, and after the last."""
    for part in parts:
        await asyncio.sleep(every)
        yield part
    await asyncio.sleep(then)


def take(parts: AsyncIterator[bytes], length: int | None, most: int = 100, limits: BodyLimits = PATIENT) -> bytes:
    async def taken() -> bytes:
        body, size = await take_in(parts, length, most, limits)
        with body:
            found = body.read()
        assert size == len(found)
        return found

    return run(taken())


def test_a_form_comes_in_whole() -> None:
    assert take(sent(b"naam=", b"Ruth"), 9) == b"naam=Ruth"
    assert take(sent(b"naam=", b"Ruth"), None) == b"naam=Ruth"  # who does not know yet how much it will be
    assert take(sent(), None) == b""
    assert take(sent(b"x" * 600_000, b"y"), 600_001, most=1_000_000) == b"x" * 600_000 + b"y"


def test_nothing_more_is_waited_for_than_what_was_announced() -> None:
    assert take(sent(b"naam", then=60), 4, limits=HURRIED) == b"naam"


@pytest.mark.parametrize("length", [9, None])
def test_who_falls_silent_is_not_waited_for(length: int | None) -> None:
    with pytest.raises(TooSlow):
        take(sent(b"naam=", then=60), length, limits=HURRIED)


def test_who_drips_is_not_waited_for() -> None:
    with pytest.raises(TooSlow):
        take(sent(*[b"x"] * 90, every=0.02), 90, limits=HURRIED)


def test_a_line_that_breaks_is_no_form() -> None:
    with pytest.raises(WentAway):
        take(sent(b"naam="), 9)


@pytest.mark.parametrize(("length", "came"), [(101, 0), (None, 120)])
def test_what_is_too_large_is_not_kept(length: int | None, came: int) -> None:
    with pytest.raises(TooLarge) as refused:
        take(sent(b"x" * 60, b"x" * 60), length)
    assert (refused.value.size, refused.value.came) == (length or 120, came)


@pytest.mark.parametrize(("size", "passed"), [(300, 300), (100_000, 1000)])
def test_a_browser_may_end_what_is_a_little_too_large(size: int, passed: int) -> None:
    """It shows our answer only then; what is far too large is cut off."""
    came: list[int] = []

    async def much() -> AsyncIterator[bytes]:
        for _ in range(size // 100):
            came.append(100)
            yield b"x" * 100

    run(pass_over(much(), TooLarge(size, 0, 100), PATIENT))
    assert sum(came) == passed


def both(*senders: Coroutine[Any, Any, str]) -> list[str]:
    async def all_at_once() -> list[str]:
        return await asyncio.gather(*senders)

    return run(all_at_once())


async def send(senders: Senders, address: str, seconds: float) -> str:
    try:
        with senders.admit(address):
            await asyncio.sleep(seconds)
    except TooSlow:
        return "made room"
    return "sent"


def test_one_address_takes_no_room_from_others() -> None:
    many = Senders(most=100, most_from_one=2)
    theirs = [send(many, "10.0.0.1", 0.2) for _ in range(6)]

    assert both(send(many, "10.0.0.2", 0.2), *theirs, send(many, "10.0.0.2", 0.2)) == [
        "sent",
        *["made room"] * 4,
        *["sent"] * 3,
    ]
    assert not many.all
    assert not many.by_address


def test_who_keeps_forms_open_makes_room_for_who_sends() -> None:
    many = Senders(most=3, most_from_one=3)
    silent = [send(many, f"10.0.0.{number}", 0.3) for number in range(3)]

    sent = [send(many, f"10.0.1.{number}", 0) for number in range(2)]
    assert both(*silent, *sent) == ["made room", "made room", "sent", "sent", "sent"]
