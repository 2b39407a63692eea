"""People told of in fewer words than a name: notes, a class, a birthday, an account, an illness; all invented."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from board.checks import privacy
from tests.checks.privacy_texts import Text

PATH = Path(__file__).with_name("privacy_people.tsv")


def read() -> dict[str, list[Text]]:
    """The lines by kind."""
    lines: dict[str, list[Text]] = defaultdict(list)
    with PATH.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = Text(row["id"], row["label"] == "person", set(), row["text"], row["set"])
            lines[row["kind"]].append(text)
    return lines


KINDS = read()


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_told_of_is_seen_and_what_only_looks_like_it_is_not(kind: str) -> None:
    wrong = [text.text for text in KINDS[kind] if bool(privacy.find(text.text)) is not text.is_personal]

    assert not wrong


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Op Instagram reageerde @lisa_vd_veen93 weer.", "handle", "@lisa_vd_veen93"),
        ("Paspoort NX4K82L19 van de vrouw lag er nog.", "number", "NX4K82L19"),
        ("Dennis heeft schizofrenie en kreeg een begeleider.", "name", "Dennis"),
        ("In klas 2b van het Zernike zit Elif zonder les.", "name", "Elif"),
        ("De jongen is op 19 juni 18 geworden.", "dob", "19 juni"),
        ("Mvr J. Beukenstraat: scootmobiel staat klaar", "name", "Mvr J."),
        ("Zij slaapt in caravan 23 op de camping.", "address", "caravan 23"),
        ("De man in de Poolse bestelwagen, WX 4821K, sliep er.", "kenteken", "WX 4821K"),
    ],
)
def test_what_is_found_is_no_more_than_what_tells_who_it_is(text: str, kind: str, words: str) -> None:
    (found,) = privacy.find(text)

    assert (found.kind, text[found.start : found.end]) == (kind, words)
