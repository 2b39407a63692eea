"""Our own words on public pages: what we ask of teams holds for us too."""

import re
from pathlib import Path

import pytest

from board.config import HERE, files

QUOTED = re.compile(r'\b(?:_|_l|ngettext)\(\s*"([^"]+)"(?:,\s*"([^"]+)")?')
PROCESS = re.compile(
    r"proces|project|traject|faciliteer|faciliter|borg(?:en|t|ing)|implement|uitrol|stakeholder|afstem|monitor"
    r"|regie|beleid|programma|pilot|inventaris|co[oö]rdin|overleg|werkgroep|aanpak|optimaliser|klant",
    re.IGNORECASE,
)
STATES = re.compile(r"\b(?:idee|bezig|gedaan|gestopt|kaart(?:en)?|bord)\b", re.IGNORECASE)


def own_texts() -> dict[str, str]:
    """Each text of ours that a citizen may read, with the file where it stands."""
    places = [*(files("templates") / "public").rglob("*.html"), *(HERE / "public").rglob("*.py")]
    found: dict[str, str] = {}
    for place in places:
        for pair in QUOTED.findall(place.read_text(encoding="utf-8")):
            found |= dict.fromkeys(filter(None, pair), _named(place))
    return found


def _named(place: Path) -> str:
    return "/".join(place.parts[-2:])


@pytest.mark.parametrize("words", [PROCESS, STATES])
def test_we_use_no_word_of_process_and_no_name_of_a_state(words: re.Pattern[str]) -> None:
    texts = own_texts()
    assert len(texts) > 150

    assert not {text: place for text, place in texts.items() if words.search(text)}


def test_we_write_short_sentences() -> None:
    """At most 25 words, as the check on language asks of others."""
    long = [
        (len(sentence.split()), sentence)
        for text in own_texts()
        for sentence in re.split(r"(?<=[.!?:])\s", text)
        if len(sentence.split()) > 25
    ]
    assert not long
