"""How the text of a setting becomes a value; a wrong one is told in a sentence that says what would work."""

import errno
import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from board.invisible import single_line

STATUSES = "ABCDE"
LOGOS = (".svg", ".png")
LARGEST_LOGO, LARGEST_THEME = 200_000, 1_000_000
MAIL = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"tel:\+?[\d-]{4,}")
CSS_CLASS = re.compile(r"[A-Za-z_][\w-]*")
# RFC 9116: what is further away is not believed.
AT_MOST_AHEAD = timedelta(days=365)


SHORTEST_KEY = 32
# A number outside these works in no installation, or only stands for a slip of the keyboard.
RANGES = {
    "WORKERS": (1, 128),
    "PROXIES": (0, 9),
    "SESSION_HOURS": (1, 8760),
    "POLL_SECONDS": (1, 3600),
    "DOING_AT_ONCE": (1, 1000),
    "CLAIM_WORKDAYS": (1, 1000),
}
WEEKS = (1, 520)
REASONS = {
    errno.EACCES: "geen toegang",
    errno.EPERM: "dat mag niet",
    errno.EROFS: "hier is alles alleen te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijfruimte van deze gebruiker is op",
    errno.EISDIR: "dat is een map",
    errno.ENOTDIR: "dat is een bestand, geen map",
    errno.ENOENT: "dat is er niet",
    errno.EEXIST: "dat is er al",
    errno.EIO: "de schijf geeft een fout",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de verwijzingen lopen in een kring",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENFILE: "er staan te veel bestanden open",
    errno.ENOMEM: "er is te weinig geheugen",
}


class WrongSetting(Exception):
    """A setting that cannot work; the message says which one, and what would. It never shows a password."""

    def __init__(self, message: str) -> None:
        super().__init__(without_password(message))


def without_password(text: str) -> str:
    """The text, in which an address keeps its host and loses who signs in there."""
    return re.sub(r"//[^\s“”/]*:[^\s“”]*@", "//…@", text)


def reason(problem: OSError) -> str:
    """Why the machine said no, in Dutch where we know the reason."""
    return REASONS.get(problem.errno or 0) or problem.strerror or type(problem).__name__


def whole_number(name: str, text: str) -> int:
    setting = name.removeprefix("OPGAVEBORD_")
    least, most = WEEKS if setting.endswith("_WEEKS") else RANGES[setting]
    if not text.isdecimal() or not least <= int(text[:9]) <= most:
        raise WrongSetting(f"{name} moet een heel getal zijn van {least} tot en met {most}, niet “{text}”.")
    return int(text)


def secret(name: str, text: str) -> str:
    if len(text) < SHORTEST_KEY:
        raise WrongSetting(f"{name} moet ten minste {SHORTEST_KEY} tekens hebben, en door niemand te raden zijn.")
    return text


def yes_or_no(name: str, text: str) -> bool:
    answers = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if text.lower() not in answers:
        raise WrongSetting(f"{name} moet 1 of 0 zijn, niet “{text}”.")
    return answers[text.lower()]


def words(_name: str, text: str) -> str:
    return single_line(text)


def path(_name: str, text: str) -> Path:
    return Path(text)


def day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongSetting(f"{name} moet een datum zijn zoals 2027-06-30, niet “{text}”.") from None


def end_day(name: str, text: str) -> date:
    """A date less than a year away. One that passed may stand: then the file is gone, and Beheer says why."""
    found = day(name, text)
    if found - date.today() >= AT_MOST_AHEAD:  # noqa: DTZ011  a day more or less is no matter here
        raise WrongSetting(f"{name} moet minder dan een jaar vooruit liggen, niet op {found}.")
    return found


def status(name: str, text: str) -> str:
    if len(text) != 1 or text.upper() not in STATUSES:
        raise WrongSetting(f"{name} moet de letter uit het register zijn: A, B, C, D of E, niet “{text}”.")
    return text.upper()


def web_address(name: str, text: str) -> str:
    if not _split(text, "https"):
        raise WrongSetting(f"{name} moet een adres zijn dat begint met https://, niet “{text}”.")
    return text


def is_origin(text: str) -> bool:
    """Whether it is http(s):// with a host, and a port if you like, and nothing behind it."""
    try:
        parts = urlsplit(text)
        bare = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0 and not parts.path.strip("/")
    except ValueError:
        return False
    return bool(bare) and not (parts.query or parts.fragment) and parts.username is None


def authority(name: str, text: str) -> str:
    """The address with which ids begin; a bare name is one that begins with https://."""
    address = text if "://" in text else f"https://{text}"
    if not is_origin(address) or re.search(r"\s", address):
        raise WrongSetting(
            f"{name} moet een naam zijn zoals bord.gemeente.nl, of een adres zoals https://bord.gemeente.nl, "
            f"zonder iets erachter, niet “{text}”."
        )
    return address.rstrip("/")


def contact(name: str, text: str) -> str:
    """As security.txt wants it: an address with its scheme."""
    if not (MAIL.fullmatch(text) or PHONE.fullmatch(text) or _split(text, "https")):
        raise WrongSetting(
            f"{name} moet lijken op mailto:veilig@gemeente.nl of https://gemeente.nl/lek, niet op “{text}”."
        )
    return text


def hosts(name: str, text: str) -> tuple[str, ...]:
    """Origins, apart by spaces or commas."""
    return tuple(dict.fromkeys(_origin(name, origin) for origin in re.split(r"[\s,]+", text) if origin))


def _origin(name: str, text: str) -> str:
    parts = _split(text, "https")
    # It becomes a part of a header, so nothing else may come along.
    if not parts or parts.path.strip("/") or parts.query or parts.fragment or parts.username is not None:
        raise WrongSetting(
            f"{name} moet sites noemen zoals https://www.gemeente.nl, met spaties ertussen, niet “{text}”."
        )
    return f"https://{parts.netloc.lower()}"


def css_class(name: str, text: str) -> str:
    if not CSS_CLASS.fullmatch(text):
        raise WrongSetting(f"{name} moet de naam van één klasse zijn, zoals gemeente-theme, niet “{text}”.")
    return text


def logo(name: str, text: str) -> Path:
    if not text.lower().endswith(LOGOS):
        raise WrongSetting(f"{name} moet een .svg- of .png-bestand zijn, niet “{text}”.")
    return _readable(name, text, LARGEST_LOGO)


def theme(name: str, text: str) -> Path:
    if not text.lower().endswith(".css"):
        raise WrongSetting(f"{name} moet een .css-bestand met design tokens zijn, niet “{text}”.")
    return _readable(name, text, LARGEST_THEME)


def word_lists(name: str, text: str) -> Path:
    """A folder with word lists: see docs/taal.md."""
    folder = Path(text).resolve()
    if not folder.is_dir():
        raise WrongSetting(f"{name} moet een map met woordenlijsten zijn; {folder} is dat niet.")
    for file in sorted(folder.glob("*.txt")):
        try:
            file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            why = reason(problem) if isinstance(problem, OSError) else "het is geen UTF-8"
            raise WrongSetting(f"{name}: de lijst {file} is niet te lezen: {why}.") from None
    return folder


def _readable(name: str, text: str, largest: int) -> Path:
    file = Path(text).resolve()
    try:
        with file.open("rb") as opened:
            size = len(opened.read(largest + 1))
    except OSError as problem:
        raise WrongSetting(f"{name}: het bestand {file} is niet te lezen: {reason(problem)}.") from None
    if not 0 < size <= largest:
        raise WrongSetting(f"{name}: het bestand {file} moet 1 tot en met {largest} bytes groot zijn.")
    return file


def _split(text: str, scheme: str) -> SplitResult | None:
    """The parts of an address with this scheme and a host, without anything that no address holds."""
    try:
        parts = urlsplit(text)
        _port = parts.port
    except ValueError:
        return None
    fits = parts.scheme == scheme and parts.hostname and re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", parts.netloc)
    return parts if fits and not re.search(r"[\s\"'<>;,\\]", text) else None
