"""A field that is read along: what its input carries, and what there is to say of what stands in it now."""

from typing import Any

from flask import current_app, url_for

from board.invisible import LINE_ENDS
from board.team.text_advice.advice import TextAdvice, advise
from board.team.text_advice.purposes import Purpose

LATER = "input changed delay:600ms"


def attributes(name: str, place: str, purpose: str) -> dict[str, str]:
    """What makes an input ask for advice while somebody types. The answer stands under it, and never touches it."""
    return {
        "data-leest": purpose,
        "hx-post": url_for("reading.read", veld=name, plek=place, soort=purpose),
        "hx-trigger": LATER,
        # Of all that stands in the form only this text goes along.
        "hx-params": f"{name},csrf_token",
        "hx-target": f"#lees-{place}",
        "hx-swap": "morph:innerHTML",
        "hx-sync": "this:replace",
    }


def read_along(text: Any, purpose: str, field_name: str = "") -> TextAdvice | None:
    """What the checks say of the text in this field, with the word lists of the organisation."""
    written = LINE_ENDS.sub("\n", str(text or ""))  # a browser counts one for the end of a line, and sends two
    return advise(written, Purpose(purpose), current_app.config["SETTINGS"].words, field_name)
