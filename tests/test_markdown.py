"""Text with a little markup reads as it was typed."""

import pytest

from board.markdown import as_html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Zie https://www.gemeente.example/plan.", 'Zie <a href="https://www.gemeente.example/plan"'),
        ("Mail els@lindewaard.nl", '<a href="mailto:els@lindewaard.nl"'),
        ("[bel](tel:+31301234567)", '<a href="tel:+31301234567"'),
        ("4. Bel de wijkagent\n5. Bel de school", '<ol start="4">'),
        ("2026. Dat was een goed jaar.", '<ol start="2026">'),
        (r"Zie \\server\wonen\_dossiers_ maar", r"Zie \\server\wonen\_dossiers_ maar"),
        (r"een \*ster\*", "een *ster*"),
    ],
)
def test_what_was_typed_is_what_is_read(typed: str, shown: str) -> None:
    assert shown in as_html(typed)


NO_LINKS = ["Het is gebeld.De wijkagent komt.", "Klaar.Nu de brief", "Mw.De Vries", "om 12.30 uur", "//server/map"]


@pytest.mark.parametrize("typed", [*NO_LINKS, "javascript:alert(1)"])
def test_an_ordinary_sentence_holds_no_link(typed: str) -> None:
    assert "<a " not in as_html(typed)
