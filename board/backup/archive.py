"""The file of a backup: a tar with the database, the secret key and the mail, and a list of what should be in it."""

import hashlib
import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

LIST = "opgavebord.json"
DATABASE, KEY, MAIL = "database", "secret_key", "mail"
OURS = re.compile(rf"{LIST}|{DATABASE}|{KEY}|{MAIL}/[\w.-]+\.eml")
CHUNK = 1 << 20


class CannotBackUp(Exception):
    """Why there is no backup, or why it is not put back; the message says so in one sentence."""


@dataclass(frozen=True)
class Contents:
    """What a backup says of itself. `files` holds the SHA-256 of each file in it, by its name."""

    kind: str
    revision: str
    opgavebord: str
    made_at: str
    tool: int
    files: dict[str, str]


def pack(folder: Path, target: Path, contents: Contents) -> None:
    """Write all files of the list, which lie in `folder`, into `target`."""
    (folder / LIST).write_text(json.dumps(asdict(contents), indent=2), encoding="utf-8")
    with tarfile.open(target, "w:gz", compresslevel=3) as tar:
        for name in (LIST, *contents.files):
            tar.add(folder / name, arcname=name, recursive=False)


def contents(archive: Path) -> Contents:
    """What is in this backup, after every byte of it was read. Raises CannotBackUp when it is not whole."""
    try:
        with tarfile.open(archive, "r:gz") as tar:
            sums = {member.name: _sum(file) for member, file in _files(tar, archive) if member.name != LIST}
            listed = tar.extractfile(LIST)
            found = Contents(**json.load(listed)) if listed else None
    except (tarfile.TarError, EOFError, KeyError, TypeError, ValueError, OSError) as problem:
        if isinstance(problem, OSError) and problem.errno:
            raise
        raise CannotBackUp(f"{archive} is geen hele reservekopie van Opgavebord.") from None
    if found is None or found.files != sums or DATABASE not in sums:
        raise CannotBackUp(f"{archive} is beschadigd: er ontbreekt iets, of er is iets in veranderd.")
    return found


def unpack(archive: Path, folder: Path) -> None:
    """Put the files in `folder`; call `contents` first."""
    with tarfile.open(archive, "r:gz") as tar:
        for member, file in _files(tar, archive):
            place = folder / member.name
            place.parent.mkdir(exist_ok=True)
            with place.open("wb") as out:
                while block := file.read(CHUNK):
                    out.write(block)


def _files(tar: tarfile.TarFile, archive: Path) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    for member in tar:
        file = tar.extractfile(member) if member.isfile() and OURS.fullmatch(member.name) else None
        if file is None:
            raise CannotBackUp(f"In {archive} zit iets dat er niet hoort: {member.name}.")
        yield member, file


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return _sum(file)


def _sum(file: IO[bytes]) -> str:
    total = hashlib.sha256()
    while block := file.read(CHUNK):
        total.update(block)
    return total.hexdigest()
