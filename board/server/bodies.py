"""Taking in what somebody sends, bounded in bytes and in seconds: a slow line costs nobody else anything."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any

# What is larger waits on the disk until it is whole.
IN_MEMORY = 256_000
FAR_TOO_LARGE = 10


@dataclass(frozen=True)
class BodyLimits:
    """How patient we are: seconds without a byte, seconds in all, and bytes a second that give more of these."""

    silence: float = 15.0
    whole: float = 60.0
    slowest: int = 10_000
    longest: float = 1200.0
    # Senders at the same moment, in one process: of all, and from one network address.
    at_once: int = 256
    from_one: int = 32


class TooSlow(Exception):
    """It did not come in time, or whoever sends made room for others."""


class WentAway(Exception):
    """The line broke before all had come, so nobody waits for an answer."""


class TooLarge(Exception):
    """More comes than may come here; so many bytes were announced, or came."""

    def __init__(self, size: int, came: int, most: int) -> None:
        super().__init__()
        self.size, self.came, self.most = size, came, most


class Senders:
    """Who is sending at this moment. When these are too many, whoever began first makes room for who came last:
    an honest form takes no second, and who keeps a hundred of them open is never the last."""

    def __init__(self, most: int, most_from_one: int) -> None:
        self.most, self.most_from_one = most, most_from_one
        self.all: dict[asyncio.Task[Any], str] = {}
        self.by_address: dict[str, dict[asyncio.Task[Any], None]] = {}

    @contextmanager
    def admit(self, address: str) -> Iterator[None]:
        """Send, in the current task. Raises TooSlow when others needed the room."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("outside a task")
        beside = self.by_address.setdefault(address, {})
        self.all[task], beside[task] = address, None
        if len(beside) > self.most_from_one:
            self._end(next(iter(beside)))
        elif len(self.all) > self.most:
            self._end(next(iter(self.all)))
        try:
            yield
        except asyncio.CancelledError:
            task.uncancel()
            raise TooSlow from None
        finally:
            self._leave(task)

    def _end(self, task: asyncio.Task[Any]) -> None:
        self._leave(task)
        task.cancel()

    def _leave(self, task: asyncio.Task[Any]) -> None:
        address = self.all.pop(task, None)
        if address is not None:
            del self.by_address[address][task]
            if not self.by_address[address]:
                del self.by_address[address]


async def take_in(
    parts: AsyncIterator[bytes], length: int | None, most: int, limits: BodyLimits
) -> tuple[IO[bytes], int]:
    """All that is sent, and its size. Raises TooLarge, TooSlow or WentAway."""
    if length is not None and length > most:
        raise TooLarge(length, 0, most)
    body: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  whoever reads it closes it
    try:
        size = await _fill(body, parts, length, most, limits)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body, size


async def _fill(body: IO[bytes], parts: AsyncIterator[bytes], length: int | None, most: int, limits: BodyLimits) -> int:
    size, began = 0, asyncio.get_running_loop().time()
    while size != length and (part := await _next(parts, began, size, limits)):
        size += len(part)
        if size > most:
            raise TooLarge(size, size, most)
        body.write(part)
    if length is not None and size != length:
        raise WentAway
    return size


async def pass_over(parts: AsyncIterator[bytes], refused: TooLarge, limits: BodyLimits) -> None:
    """A browser shows our answer only after it has sent all it had; what is far too large is cut off."""
    left, began = min(refused.size, FAR_TOO_LARGE * refused.most) - refused.came, asyncio.get_running_loop().time()
    passed = 0
    while passed < left and (part := await _next(parts, began, passed, limits)):
        passed += len(part)


async def _next(parts: AsyncIterator[bytes], began: float, size: int, limits: BodyLimits) -> bytes:
    """The next part; empty at the end. Raises TooSlow."""
    now = asyncio.get_running_loop().time()
    whole = min(limits.whole + size / limits.slowest, limits.longest)
    try:
        async with asyncio.timeout_at(min(now + limits.silence, began + whole)):
            # Not `anext(parts, b"")`: that wants more of what it awaits than the futures of granian can do.
            return await parts.__anext__()
    except StopAsyncIteration:
        return b""
    except TimeoutError:
        raise TooSlow from None
