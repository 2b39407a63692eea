"""An event loop of our own, also where a browser test left one running in this thread."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def run(work: Coroutine[Any, Any, Answer]) -> Answer:
    """What this work gives, as `asyncio.run` does, in a thread of its own."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, work).result()
