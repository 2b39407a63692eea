"""Words that somebody typed, and where they come back."""

import re
from html import unescape

from werkzeug.test import TestResponse

OWN = {"Sec-Fetch-Site": "same-origin"}
TYPED = {
    "action": "Bel tien huurders",
    "citizen_result": "U krijgt één brief.\r\nEn geen drie.",
    "description": '<script>alert("x")</script> & "aanhalingstekens"',
    "owner_id": "0",
    "block": "why",
    "week": "0",
}


def field_values(answer: TestResponse) -> dict[str, str]:
    """What a reader sees in the fields of the page, by label."""
    page = answer.text
    labels = dict(re.findall(r'<label class="ob-label" for="(woord-\d+)">(.*?)</label>', page))
    lines = re.findall(r'type="text" id="(woord-\d+)" name="\w+" value="(.*?)"', page)
    texts = re.findall(r'<textarea[^>]* id="(woord-\d+)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return {unescape(labels[place]): unescape(text) for place, text in [*lines, *texts]}


def unseen(answer: TestResponse) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', answer.text))
