"""What a file is, when it is no JSON: by its first bytes, whatever its name says."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from board.exchange.trello.refusals import Refusal

# Only so much of the file is looked at.
HEAD = 2000
BEGINNINGS: tuple[tuple[bytes, Refusal], ...] = (
    (b"\xd0\xcf\x11\xe0", Refusal.WORKBOOK),  # Excel of before 2007
    (b"%PDF", Refusal.DOCUMENT),
    (b"{\\rtf", Refusal.DOCUMENT),
    (b"\x89PNG", Refusal.PICTURE),
    (b"\xff\xd8\xff", Refusal.PICTURE),
    (b"GIF8", Refusal.PICTURE),
    (b"RIFF", Refusal.PICTURE),
    (b"Rar!", Refusal.ZIP),
    (b"7z\xbc\xaf", Refusal.ZIP),
    (b"\x1f\x8b", Refusal.ZIP),
    (b"BZh", Refusal.ZIP),
    (b"\xfd7zXZ", Refusal.ZIP),
)
ZIP = b"PK\x03\x04"
# What an archive of these programs always holds.
IN_WORKBOOK = ("xl/",)
IN_DOCUMENT = ("word/", "ppt/")
DELIMITERS = ",;\t|"


def kind_of(data: bytes) -> Refusal:
    """What this file is. Raises nothing, whatever is in it."""
    if data.startswith(ZIP):
        return _in_zip(data)
    found = next((kind for start, kind in BEGINNINGS if data.startswith(start)), None)
    if found:
        return found
    text = _text(data[:HEAD]).lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return Refusal.WEB_PAGE
    if text.startswith(("{", "[")):
        return Refusal.CUT_OFF
    return Refusal.CSV if _is_table(text) else Refusal.NOT_JSON


def _in_zip(data: bytes) -> Refusal:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if any(name.startswith(IN_WORKBOOK) for name in names):
                return Refusal.WORKBOOK
            if any(name.startswith(IN_DOCUMENT) for name in names):
                return Refusal.DOCUMENT
            if "mimetype" in names:  # of LibreOffice
                is_sheet = b"spreadsheet" in archive.read("mimetype")[:100]
                return Refusal.WORKBOOK if is_sheet else Refusal.DOCUMENT
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        pass
    return Refusal.ZIP


def _text(head: bytes) -> str:
    """The beginning as text. A spreadsheet may write its tables in UTF-16."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")


def _is_table(text: str) -> bool:
    """Whether the first lines look like a row of names with something between them."""
    first = text.split("\n", 1)[0].rstrip("\r")
    if not first.replace("\t", " ").isprintable():
        return False
    return first.lower().startswith("sep=") or any(first.count(delimiter) >= 2 for delimiter in DELIMITERS)
