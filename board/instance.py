"""The folder of one installation, and what lies in it: for its owner only."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from board.setting_values import SHORTEST_KEY, WrongSetting, reason

FOR_THE_OWNER = 0o077
"""What a umask takes away, so that what we write is for the owner only."""
# Of a machine, or of all that somebody has: an installation that closes such a folder closes too much.
SHARED = {
    Path("/"),
    *(
        Path("/") / name
        for name in ["bin", "boot", "dev", "etc", "home", "lib", "media", "mnt", "opt", "proc", "root", "run"]
    ),
}
SHARED |= {Path("/") / name for name in ["sbin", "srv", "sys", "tmp", "usr", "var"]} | {
    Path("/var/lib"),
    Path("/usr/local"),
}


SERVED_AT = "address"


def prepare(folder: Path, *others: Path) -> None:
    """Make the folder when it is not there, and close it and all in it to other accounts; `others` lie elsewhere.

    Raises WrongSetting when it cannot be this installation's own folder.
    """
    if folder in SHARED or folder == Path.home():
        raise WrongSetting(
            f"{folder} is niet alleen van Opgavebord. Kies met OPGAVEBORD_INSTANCE een eigen map, "
            f"zoals {folder / 'opgavebord'}."
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise WrongSetting(f"{folder} is een bestand. Kies met OPGAVEBORD_INSTANCE een map.") from None
    except OSError as problem:
        raise WrongSetting(
            f"De map {folder} kan niet worden gemaakt: {reason(problem)}. Kies een andere met OPGAVEBORD_INSTANCE."
        ) from None
    for path in (folder, *_all_in(folder), *others):
        _close(path)


def _all_in(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        yield from (Path(place) / name for name in (*folders, *files))


def _close(path: Path) -> None:
    """Nobody but the owner; what belongs to another account, or is a link to elsewhere, stays as it is."""
    with suppress(OSError):
        found = path.lstat()
        if not stat.S_ISLNK(found.st_mode) and found.st_mode & FOR_THE_OWNER and found.st_uid == os.geteuid():
            path.chmod(stat.S_IMODE(found.st_mode) & ~FOR_THE_OWNER)


def secret_key(folder: Path) -> str:
    """The secret key in the folder, made at the first start. Raises WrongSetting when it cannot be used."""
    file = folder / "secret_key"
    try:
        if not file.exists():
            _write_once(file, secrets.token_hex(32))
        key = file.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        raise WrongSetting(f"{file} is geen tekst. {RENEW}") from None
    except OSError as problem:
        raise WrongSetting(
            f"De geheime sleutel {file} is niet te lezen of te maken: {reason(problem)}. "
            "Kies een andere map met OPGAVEBORD_INSTANCE, of geef een sleutel in OPGAVEBORD_SECRET_KEY."
        ) from None
    if len(key) < SHORTEST_KEY:
        raise WrongSetting(f"De sleutel in {file} is leeg of te kort. {RENEW}")
    return key


RENEW = "Haal dat bestand weg, dan komt er een nieuwe sleutel; iedereen logt dan opnieuw in."


def _give_name(unfinished: Path, file: Path) -> None:
    """Raises FileExistsError when somebody else was first."""
    try:
        file.hardlink_to(unfinished)
    except PermissionError:  # a disk that knows no second names
        unfinished.rename(file)


def _write_once(file: Path, text: str) -> None:
    """Whole or not at all; of two that start at once, one is first and both read what that one wrote."""
    unfinished = file.with_name(f"{file.name}-{secrets.token_hex(4)}")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            _give_name(unfinished, file)
    finally:
        unfinished.unlink(missing_ok=True)


def remember_address(folder: Path, address: str) -> None:
    """Keep at which address this installation is served, so that a command knows it where nobody set it."""
    handle = os.open(folder / SERVED_AT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as out:
        out.write(address)


def remembered_address(folder: Path) -> str:
    """The address at which this installation was served last; empty when it never was."""
    with suppress(OSError, UnicodeDecodeError):
        return (folder / SERVED_AT).read_text().strip()
    return ""
