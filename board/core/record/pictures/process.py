"""A process of its own for what costs much: with a limit to its memory and its time, and gone when it is done.

Whatever is wrong with a file, also when it makes its reader crash, nobody else notices.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

from board.core.record.pictures import Picture, PictureRefused, RefusalReason, Shape

# Bytes that it may hold; with its programs this stays under 400 MB.
MEMORY = 350 * 1024 * 1024
# Seconds of a processor, and on the clock.
WORK, PATIENCE = 25, 40
# Loads nothing of the rest of the application, which would take more memory than the photo.
BOOT = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from board.core.record.pictures import process
process.serve(json.loads(sys.argv[2]))
"""
DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def pictures(file: IO[bytes], shape: Shape) -> list[Picture]:
    """The widths of the photo in this file, the smallest first. Raises Refused, and nothing else."""
    with _on_disk(file) as place, contextlib.suppress(OSError):
        wanted = json.dumps([list(shape.widths), shape.square, shape.short_side])
        command = [sys.executable, "-I", "-c", BOOT, json.dumps(sys.path), wanted]
        child = subprocess.Popen(
            command, stdin=place, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        )
        try:
            answer, _nothing = child.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise PictureRefused(RefusalReason.TOO_COSTLY) from None
        finally:
            if child.poll() is None:
                child.kill()
                child.communicate()
        return _understood(answer, child.returncode)
    raise PictureRefused(RefusalReason.BUSY)  # no process can be started now


def _environment() -> dict[str, str]:
    """Nothing of ours goes along: it knows no address and no key."""
    known = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}
    return known | {"MALLOC_ARENA_MAX": "1"}


@contextlib.contextmanager
def _on_disk(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """The file where another process can read it."""
    try:
        file.fileno()
    except OSError:
        with TemporaryFile() as copy:
            file.seek(0)
            while part := file.read(1_000_000):
                copy.write(part)
            yield _from_the_start(copy)
    else:
        yield _from_the_start(file)


def _from_the_start(file: IO[bytes]) -> IO[bytes]:
    file.flush()
    file.seek(0)
    os.lseek(file.fileno(), 0, os.SEEK_SET)
    return file


def _understood(answer: bytes, status: int) -> list[Picture]:
    """What the process says. Raises Refused, also when it fell away before it could say anything."""
    if status < 0:
        raise PictureRefused(
            RefusalReason.TOO_COSTLY if -status in {signal.SIGKILL, signal.SIGXCPU} else RefusalReason.BROKEN
        )
    head, _end, rest = answer.partition(b"\n")
    try:
        said = json.loads(head)
        if "refused" in said:
            raise PictureRefused(RefusalReason(said["refused"]))
        made = []
        for width, height, length in said["pictures"]:
            made.append(Picture(int(width), int(height), rest[:length]))
            rest = rest[length:]
    except (ValueError, KeyError, TypeError):
        raise PictureRefused(RefusalReason.BROKEN) from None
    return made


def serve(wanted: tuple[list[int], bool, int]) -> None:
    """Make the pictures of the file on standard input, and tell of them on standard output."""
    _limit()
    try:
        made = _made(sys.stdin.buffer, Shape(*wanted))
    except PictureRefused as refused:
        _tell({"refused": refused.reason.value})
    except Exception as problem:
        no_room = isinstance(problem, MemoryError) or "memory" in str(problem).lower()
        _tell({"refused": (RefusalReason.TOO_LARGE if no_room else RefusalReason.BROKEN).value})
    else:
        _tell({"pictures": [(picture.width, picture.height, len(picture.content)) for picture in made]}, made)


def _made(file: IO[bytes], shape: Shape) -> list[Picture]:
    from board.core.record.pictures import kinds, making

    return making.pictures(file, kinds.kind_of(file), shape)


def _tell(said: object, made: list[Picture] | None = None) -> None:
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + b"".join(picture.content for picture in made or ()))
    sys.stdout.buffer.flush()


def _limit() -> None:
    """No more memory and time than this, after the others, and no longer than who asked for it lives."""
    import resource

    for what, most in ((resource.RLIMIT_DATA, MEMORY), (resource.RLIMIT_CPU, WORK), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(OSError, ValueError):  # a machine may have a lower one already
            resource.setrlimit(what, (most, most))
    os.nice(10)
    with contextlib.suppress(Exception):
        import ctypes

        ctypes.CDLL(None).prctl(DIES_WITH_PARENT, signal.SIGKILL)
    if os.getppid() == 1:
        sys.exit(1)
