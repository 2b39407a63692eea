"""Our own answers asked from inside, without a network: for the poster, and for the site as files."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.test import Client

from board.config import Settings


@dataclass(frozen=True)
class InternalResponse:
    """What a citizen would get at one address."""

    status: int
    kind: str
    body: bytes
    etag: str | None = None


class InternalClient:
    """A citizen within the house: the same pages and files, byte for byte."""

    def __init__(self, app: Flask) -> None:
        settings: Settings = app.config["SETTINGS"]
        # All of the application: the files of static/build are answered before Flask sees the request.
        self._client, self.base_url = Client(app, use_cookies=False), settings.base_url
        self.organisation = settings.organisation

    def ask(self, address: str) -> InternalResponse:
        response = self._client.get(address, base_url=self.base_url)
        with response:
            kind = (response.content_type or "").partition(";")[0]
            return InternalResponse(response.status_code, kind, response.get_data(), response.headers.get("ETag"))

    def own(self, url: str) -> str | None:
        """The address here that this URL means; None when it is of another house."""
        ours, asked = urlsplit(self.base_url), urlsplit(url)
        if (asked.scheme, asked.netloc) != (ours.scheme, ours.netloc):
            return None
        return f"{asked.path}?{asked.query}" if asked.query else asked.path
