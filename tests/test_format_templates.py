"""The formatter of our templates: a long line is broken where nobody who reads the page can tell."""

import re

import pytest
from jinja2 import Environment

from tests.format_templates import LONGEST_LINE, formatted

AS_OURS = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)
SENTENCE = "Een zin die lang genoeg is om een regel mee te vullen, en die niet mag veranderen. "
WORD = '<span class="ob-woord">{{ word }}</span>'
IF = '{% if word %}<b class="ob-woord ob-woord--groot">{{ word }}</b>{% endif %}'


@pytest.mark.parametrize(
    "long",
    [
        pytest.param(WORD * 6, id="elements that touch"),
        pytest.param(f"{WORD} " * 6, id="elements with a space between them"),
        pytest.param(IF * 4, id="conditions that touch"),
        pytest.param(f"{IF} " * 4, id="conditions with a space between them"),
        pytest.param(f"<p>{SENTENCE * 4}</p>", id="a long sentence in the page"),
        pytest.param(f'<p>{{{{ "{SENTENCE * 4}" }}}}</p>', id="a long sentence in a tag"),
        pytest.param(f'<p>{{{{ "{SENTENCE}" if word else "{SENTENCE}" }}}}</p>', id="a choice of two"),
        pytest.param(f'<p class="{"ob-woord " * 6}" {"hidden " * 20} title="{{{{ word }}}}">x</p>', id="attributes"),
    ],
)
def test_a_long_line_is_broken_and_the_page_stays_as_it_was(long: str) -> None:
    source = f"<div>\n    {long}\n</div>\n"
    short = formatted(source)

    assert max(len(line) for line in source.splitlines()) > LONGEST_LINE
    assert max(len(line) for line in short.splitlines()) <= LONGEST_LINE
    assert words(short) == words(source)
    assert formatted(short) == short


@pytest.mark.parametrize("element", ["textarea", "pre", 'p class="ob-regels"'])
def test_text_of_which_the_reader_sees_the_spaces_is_left_alone(element: str) -> None:
    source = f"<{element}>{SENTENCE * 3}</{element.split(maxsplit=1)[0]}>\n"

    assert formatted(source) == source


def test_what_fits_is_left_alone() -> None:
    source = "<div>\n  <p>{{ word }}</p>  \n</div>"

    assert formatted(source) == source


def words(source: str) -> str:
    """What the template makes, as a browser reads it: so much white space is one space, none is none."""
    return re.sub(r"\s+", " ", AS_OURS.from_string(source).render(word="woord")).replace(" >", ">")
