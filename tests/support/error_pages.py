"""What each error page has."""

import re

from werkzeug import Response

OURS = "Er ging iets mis"
NUMBER = re.compile(r"<strong>([2-9B-Z]{6})</strong>")


def number_in(answer: Response) -> str:
    found = NUMBER.search(answer.get_data(as_text=True))
    assert found, answer.get_data(as_text=True)
    return found[1]
