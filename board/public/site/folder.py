"""A folder of plain files that we keep: what changed is written, what is gone is removed, what is not ours stays."""

import gzip
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from board.web.responses import MADE_OF_WORDS

# One file a line, relative to the folder; behind a tab what it was made of. Nothing else is ever removed.
LIST = ".opgavebord-site"
HEAD = "# Gemaakt door “opgavebord export site”. Alleen wat hier staat, verandert of verwijdert een volgende keer.\n"
PACKED = (".gz", ".br")
UNFINISHED = ".opgavebord-new"


class NotOurFolder(Exception):
    """A folder in which others keep their things; the message says so in one sentence."""


@dataclass
class Report:
    """What one run did, file by file. A compressed copy counts with its file."""

    made: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    # Files of somebody else, at a place where one of ours would come.
    left_alone: list[str] = field(default_factory=list)
    # Addresses, not files: what gave an error instead of a page.
    broken: list[str] = field(default_factory=list)


class SiteFolder:
    """The folder during one run. `keep` each file, then `remove_the_rest`."""

    def __init__(self, root: Path) -> None:
        self.root, self.report = root, Report()
        self._before = _prepared(root)
        self._now: dict[str, str] = {}
        for unfinished in root.rglob(f"*{UNFINISHED}"):
            unfinished.unlink()

    def made_of(self, name: str) -> str | None:
        """What the file that lies there was made of; None when it does not lie there."""
        return self._before.get(name) if (self.root / name).is_file() else None

    def keep_as_it_is(self, name: str) -> None:
        copies = (f"{name}{ending}" for ending in PACKED if f"{name}{ending}" in self._before)
        self._now |= {copy: self._before[copy] for copy in (name, *copies)}
        self.report.unchanged.append(name)

    def read(self, name: str) -> bytes:
        return (self.root / name).read_bytes()

    def keep(self, name: str, content: bytes, kind: str, made_of: str = "") -> None:
        """Put this file there, with compressed copies beside it, unless it is there already."""
        path = self.root / name
        ours, there = name in self._before, path.is_file()
        same = there and path.read_bytes() == content
        if there and not ours and not same:
            self.report.left_alone.append(name)
            return
        (self.report.unchanged if same else self.report.changed if there else self.report.made).append(name)
        self._put(name, content, same, made_of)
        for copy, packed in _packed(name, content, kind):
            # A packing program of another version packs otherwise; that is no reason to write again.
            self._put(copy, packed, same and (self.root / copy).is_file())

    def remove_the_rest(self) -> None:
        """What an earlier run made and this one did not; then the list tells of this run only."""
        for name in sorted(self._before.keys() - self._now.keys()):
            (self.root / name).unlink(missing_ok=True)
            self._remove_empty(self.root / name)
            if not name.endswith(PACKED):
                self.report.removed.append(name)
        lines = (f"{name}\t{made_of}" if made_of else name for name, made_of in sorted(self._now.items()))
        self._write(self.root / LIST, (HEAD + "".join(f"{line}\n" for line in lines)).encode())

    def _put(self, name: str, content: bytes, same: bool, made_of: str = "") -> None:
        if name not in self._before and name not in self._now:
            # On the list before it lies there: a run that is broken off leaves nothing that nobody removes.
            with (self.root / LIST).open("a", encoding="utf-8") as known:
                known.write(f"{name}\n")
        self._now[name] = made_of
        if not same:
            self._write(self.root / name, content)

    def _write(self, path: Path, content: bytes) -> None:
        """At once: who reads gets the old file or the new one, never a half."""
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}{UNFINISHED}")
        unfinished.write_bytes(content)
        os.replace(unfinished, path)

    def _remove_empty(self, path: Path) -> None:
        for folder in path.parents:
            if folder == self.root or not folder.is_dir() or any(folder.iterdir()):
                return
            folder.rmdir()


def _prepared(root: Path) -> dict[str, str]:
    """The list of an earlier run. Raises NotOurFolder when there are files and no list."""
    if root.exists() and not root.is_dir():
        raise NotOurFolder(f"{root} is geen map.")
    root.mkdir(parents=True, exist_ok=True)
    listing = root / LIST
    if not listing.is_file():
        if any(root.iterdir()):
            raise NotOurFolder(f"In {root} staan al bestanden die niet van ons zijn. Kies een lege map.")
        listing.write_text(HEAD, encoding="utf-8")
    lines = listing.read_text(encoding="utf-8").splitlines()
    named = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {name: made_of for name, _tab, made_of in named if _is_inside(name)}


def _is_inside(name: str) -> bool:
    return not name.startswith("/") and ".." not in name.split("/")


def _packed(name: str, content: bytes, kind: str) -> Iterator[tuple[str, bytes]]:
    """Smaller copies for a web server to send as they are."""
    if kind not in MADE_OF_WORDS:
        return
    packed = {".gz": gzip.compress(content, 9, mtime=0)}
    with suppress(ImportError):
        packed[".br"] = import_module("brotli").compress(content)
    for ending, smaller in packed.items():
        if len(smaller) < len(content):
            yield f"{name}{ending}", smaller
