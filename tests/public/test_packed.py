"""What is made of words goes out packed, whatever it is: a page, a table, a feed, a description."""

import gzip
import re

from flask import Flask
from werkzeug.test import Client as Plain

from board import db
from board.public.site import pages as site
from tests.builders import Builder

MADE_OF_WORDS = re.compile(r"^text/|json|xml|calendar")
SMALL = 500  # bytes, below which it does not pay


def test_every_public_address_sends_its_words_packed(app: Flask, a: Builder) -> None:
    opgave = a.opgave("Schulden")
    for number in range(4):
        a.public_result(opgave, f"U krijgt {number} brieven minder per jaar.")
    db.session.commit()
    reader, packed = Plain(app), set()
    for address in site.addresses(app):
        if address.endswith(".pdf"):
            continue
        plain = reader.get(address)
        if plain.status_code == 200 and MADE_OF_WORDS.search(str(plain.mimetype)) and len(plain.data) >= SMALL:
            sent = reader.get(address, headers={"Accept-Encoding": "gzip"})
            assert sent.headers.get("Content-Encoding") == "gzip", f"{address} ({plain.mimetype})"
            assert gzip.decompress(sent.data) == plain.data, address
            assert len(sent.data) < len(plain.data), address
            assert "Accept-Encoding" in plain.headers["Vary"], address
            packed.add(plain.mimetype)
    assert {"text/html", "text/csv", "application/json", "application/schema+json", "application/atom+xml"} <= packed
