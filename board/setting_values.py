"""How the text of a setting becomes a value; a wrong one is told in a sentence that says what would work."""

import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

STATUSES = "ABCDE"
LOGOS = (".svg", ".png")
LARGEST_LOGO, LARGEST_THEME = 200_000, 1_000_000
MAIL = re.compile(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"tel:\+?[\d-]{4,}")
CSS_CLASS = re.compile(r"[A-Za-z_][\w-]*")
# RFC 9116: what is further away is not believed.
AT_MOST_AHEAD = timedelta(days=365)


class WrongSetting(Exception):
    """A setting that cannot work; the message says which one, and what would."""


def whole_number(name: str, text: str) -> int:
    if not text.isdecimal():
        raise WrongSetting(f"{name} must be a whole number of 0 or more, not “{text}”.")
    return int(text)


def yes_or_no(name: str, text: str) -> bool:
    answers = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if text.lower() not in answers:
        raise WrongSetting(f"{name} must be 1 or 0, not “{text}”.")
    return answers[text.lower()]


def words(_name: str, text: str) -> str:
    return text


def path(_name: str, text: str) -> Path:
    return Path(text)


def day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongSetting(f"{name} must be a date like 2027-06-30, not “{text}”.") from None


def end_day(name: str, text: str) -> date:
    """A date less than a year away. One that passed may stand: then the file is gone, and Beheer says why."""
    found = day(name, text)
    if found - date.today() >= AT_MOST_AHEAD:  # noqa: DTZ011  a day more or less is no matter here
        raise WrongSetting(f"{name} must be less than a year from now, not {found}.")
    return found


def status(name: str, text: str) -> str:
    if len(text) != 1 or text.upper() not in STATUSES:
        raise WrongSetting(f"{name} must be the letter of the register, A, B, C, D or E, not “{text}”.")
    return text.upper()


def web_address(name: str, text: str) -> str:
    if not _split(text, "https"):
        raise WrongSetting(f"{name} must be an address that begins with https://, not “{text}”.")
    return text


def contact(name: str, text: str) -> str:
    """As security.txt wants it: an address with its scheme."""
    if not (MAIL.fullmatch(text) or PHONE.fullmatch(text) or _split(text, "https")):
        raise WrongSetting(f"{name} must look like mailto:veilig@gemeente.nl or https://gemeente.nl/lek, not “{text}”.")
    return text


def hosts(name: str, text: str) -> tuple[str, ...]:
    """Origins, apart by spaces or commas."""
    return tuple(dict.fromkeys(_origin(name, one) for one in re.split(r"[\s,]+", text) if one))


def _origin(name: str, text: str) -> str:
    parts = _split(text, "https")
    # It becomes a part of a header, so nothing else may come along.
    if not parts or parts.path.strip("/") or parts.query or parts.fragment or parts.username is not None:
        raise WrongSetting(f"{name} must be hosts like https://www.gemeente.nl with spaces between, not “{text}”.")
    return f"https://{parts.netloc.lower()}"


def css_class(name: str, text: str) -> str:
    if not CSS_CLASS.fullmatch(text):
        raise WrongSetting(f"{name} must be the name of one class, like gemeente-theme, not “{text}”.")
    return text


def logo(name: str, text: str) -> Path:
    if not text.lower().endswith(LOGOS):
        raise WrongSetting(f"{name} must be an .svg or .png file, not “{text}”.")
    return _readable(name, text, LARGEST_LOGO)


def theme(name: str, text: str) -> Path:
    if not text.lower().endswith(".css"):
        raise WrongSetting(f"{name} must be a .css file with design tokens, not “{text}”.")
    return _readable(name, text, LARGEST_THEME)


def word_lists(name: str, text: str) -> Path:
    """A folder with word lists: see docs/taal.md."""
    folder = Path(text).resolve()
    if not folder.is_dir():
        raise WrongSetting(f"{name} must be a folder with word lists; {folder} is not one.")
    for file in sorted(folder.glob("*.txt")):
        try:
            file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            why = problem.strerror if isinstance(problem, OSError) else "it is not UTF-8"
            raise WrongSetting(f"{name}: the list {file} cannot be read ({why}).") from None
    return folder


def _readable(name: str, text: str, largest: int) -> Path:
    file = Path(text).resolve()
    try:
        with file.open("rb") as opened:
            size = len(opened.read(largest + 1))
    except OSError as problem:
        raise WrongSetting(f"{name}: the file {file} cannot be read ({problem.strerror}).") from None
    if not 0 < size <= largest:
        raise WrongSetting(f"{name}: the file {file} must hold at least 1 and at most {largest:,} bytes.")
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
