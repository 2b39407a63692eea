"""The texts by which the privacy check is measured; `python -m tests.checks.privacy_texts` prints the figures."""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from board.checks import privacy

OWN = Path(__file__).with_name("privacy_own.tsv")
KINDS = {"bsn", "iban", "phone", "email", "address", "kenteken", "dob", "name", "handle", "number"}


class Text(NamedTuple):
    """One text, whether it speaks of a person, and of which kinds of data."""

    number: str
    is_personal: bool
    kinds: set[str]
    text: str
    set: str


class Figures(NamedTuple):
    """How many of the texts with personal data were found, and how many clean ones gave an alarm."""

    found: int
    personal: int
    alarms: int
    clean: int

    @property
    def recall(self) -> float:
        """The share of texts with personal data in which something was found."""
        return self.found / self.personal

    @property
    def false_alarms(self) -> float:
        """The share of clean texts in which something was found."""
        return self.alarms / self.clean

    def __str__(self) -> str:
        """As the documentation gives them."""
        return (
            f"found {self.found} of {self.personal} ({self.recall:.1%}), "
            f"false alarms {self.alarms} of {self.clean} ({self.false_alarms:.1%})"
        )


def read(path: Path) -> list[Text]:
    """The texts in a file of tab-separated columns: id, label, kinds, text, and perhaps set."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Text(
            row["id"], row["label"] == "person", set(row["kinds"].split(",")) & KINDS, row["text"], row.get("set") or ""
        )
        for row in rows
    ]


def measure(texts: Iterable[Text]) -> Figures:
    """The figures over some texts."""
    outcomes = [(text.is_personal, bool(privacy.find(text.text))) for text in texts]
    personal = [found for is_personal, found in outcomes if is_personal]
    clean = [found for is_personal, found in outcomes if not is_personal]
    return Figures(sum(personal), len(personal), sum(clean), len(clean))


def main(names: list[str]) -> None:
    """Print the figures of each file, and of each set in it."""
    for path in [Path(name) for name in names] or [OWN]:
        texts = read(path)
        for name in sorted({text.set for text in texts}):
            print(f"{path.name} {name}: {measure(text for text in texts if text.set == name)}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
