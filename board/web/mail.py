"""Mail: for now each message becomes a file in the instance folder, which only the administrator can read."""

import logging
import os
import secrets
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from pathlib import Path
from urllib.parse import urlsplit

from flask import current_app, has_request_context

from board.config import Settings
from board.core.record.weeks import now
from board.web.retries import afterwards

log = logging.getLogger(__name__)


def send(to: str, subject: str, text: str) -> None:
    """Write one message; in a request when all it did is kept, so that no letter tells of what was not."""
    if has_request_context():
        afterwards(lambda: _send(to, subject, text))
    else:
        _send(to, subject, text)


def _send(to: str, subject: str, text: str) -> None:
    """The log says that a message was written, never to whom or what: it may hold a link."""
    settings: Settings = current_app.config["SETTINGS"]
    message = EmailMessage(policy=SMTP)
    message["From"] = settings.contact_email or f"opgavebord@{urlsplit(settings.base_url).hostname}"
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = now()
    message.set_content(text, cte="8bit")  # a link stays in one piece for who reads the file
    _write(settings.instance / "mail", message.as_bytes())
    log.info("A mail was written.")


def _write(folder: Path, message: bytes) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    name = f"{now():%Y%m%d-%H%M%S}-{secrets.token_hex(4)}.eml"
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(message)
    except OSError:
        (folder / name).unlink()  # half a letter is none
        raise


def discard_letters(address: str) -> None:
    """Throw away what was written to this address, for it holds a name."""
    settings: Settings = current_app.config["SETTINGS"]
    for file in (settings.instance / "mail").glob("*.eml"):
        if BytesParser(policy=SMTP).parsebytes(file.read_bytes(), headersonly=True)["To"] == address:
            file.unlink(missing_ok=True)
