"""Text with a little markup reads as it was typed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.web.markdown import as_html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Zie https://www.gemeente.example/plan.", 'Zie <a href="https://www.gemeente.example/plan"'),
        ("https://a.example/b%20c", ">https://a.example/b%20c</a>"),
        ("Mail els@lindewaard.nl", '<a href="mailto:els@lindewaard.nl"'),
        ("[bel](tel:+31301234567)", '<a href="tel:+31301234567"'),
        ("Bel tel:+31301234567.", '<a href="tel:+31301234567"'),
        ("4. Bel de wijkagent\n5. Bel de school", '<ol start="4">'),
        ("1. Gebeld\n\nWacht.\n\n2. Brief", '<ol start="2">'),
        ("1. Bel\n3. Schrijf\n4. Kijk", '<li>Bel</li>\n<li value="3">Schrijf</li>\n<li>Kijk'),
        ("1. Bel\n1. Schrijf", "<li>Bel</li>\n<li>Schrijf"),
        ("2026. Dat was een goed jaar.", '<ol start="2026">'),
        ("Uit de notulen:\n4. Bel", "4. Bel"),
        (r"Zie \\server\wonen\_dossiers_ maar", r"Zie \\server\wonen\_dossiers_ maar"),
        (r"Zie \\server\Mijn map\_oud_\[1]", r"\\server\Mijn map\_oud_\[1]"),
        ("In H:\\Wonen\\_x_\\", "H:\\Wonen\\_x_\\"),
        (r"een \*ster\*", "een *ster*"),
        ("- [ ] Bel\n- [x] Schrijf", "<li>☐ Bel</li>\n<li>☑ Schrijf"),
        ("[ ] Bel\n[X] Schrijf", "☐ Bel<br>\n☑ Schrijf"),
        ("[x](https://a.example)", '<a href="https://a.example"'),
        ("5*4 en 3*2 meter", "5*4 en 3*2 meter"),
        ("*nadruk* en **vet**", "<em>nadruk</em> en <strong>vet</strong>"),
        (">18 jaar\n> 3 maanden", "&gt;18 jaar<br>\n&gt; 3 maanden"),
        ("> zei zij", "<blockquote>\n<p>zei zij"),
        ("[1]: https://a.example", "[1]: <a"),
        ("Ja of nee\n-", "Ja of nee<br>\n-"),
        ("    ingesprongen uit een mail", "<p>ingesprongen uit een mail"),
        ("[map](file:///g/wonen)", "[map](file:///g/wonen)"),
        ('[plan](https://a.example "Het plan")', 'title="Het plan"'),
        ("```let op\nx\n```", "let op\nx"),
    ],
)
def test_what_was_typed_is_what_is_read(typed: str, shown: str) -> None:
    assert shown in as_html(typed)


NO_LINKS = ["Het is gebeld.De wijkagent komt.", "Klaar.Nu de brief", "Mw.De Vries", "om 12.30 uur", "//server/map"]
NOR_THESE = ["javascript:alert(1)", "[x](javascript:alert(1))", "hotel: vol", "tel: 12"]


@pytest.mark.parametrize("typed", [*NO_LINKS, *NOR_THESE])
def test_an_ordinary_sentence_holds_no_link(typed: str) -> None:
    assert "<a " not in as_html(typed)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", ">", "* 1. > "])
@pytest.mark.parametrize("deep", [3, 25, 80, 3000])
def test_however_deep_it_lies_it_is_read(mark: str, deep: int) -> None:
    html = as_html(f"{mark * deep}helemaal onderin\n\nen erna")

    assert "helemaal onderin" in html
    assert "en erna" in html


MARKS = [
    "> ",
    "- ",
    "1. ",
    "3) ",
    "*",
    "**",
    "`",
    "```\n",
    "\n",
    "    ",
    "\\",
    "[",
    "](",
    ")",
    "# ",
    "~~",
    "---\n",
    "_",
]
WORDS = ["brief", "school", "https://a.example/x", "els@a.example"]


@settings(max_examples=50)
@given(st.lists(st.sampled_from(MARKS) | st.sampled_from(WORDS)))
def test_no_word_is_ever_lost(parts: list[str]) -> None:
    typed = " ".join(parts)
    html = as_html(typed)
    read = re.sub("<[^>]*>", "", html) + " ".join(re.findall(r'="([^"]*)"', html))

    assert all(read.count(word) >= typed.count(word) for word in ("brief", "school"))
