"""Texts with each kind of personal data in them."""

import csv
from collections import defaultdict
from pathlib import Path

from tests.checks.privacy_texts import Text

PATH = Path(__file__).with_name("privacy_kinds.tsv")


def read() -> dict[str, list[Text]]:
    """The lines by kind."""
    lines: dict[str, list[Text]] = defaultdict(list)
    with PATH.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = Text(row["id"], row["label"] == "person", set(), row["text"], row["set"])
            lines[row["kind"]].append(text)
    return lines


KINDS = read()
TEXTS = [text for texts in KINDS.values() for text in texts]
