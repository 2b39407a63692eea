"""What the privacy check found: of which kind, and where; never the text itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A place in a text that seems to be about one person. It holds no text, so that no log can show it."""

    kind: str
    start: int
    end: int
