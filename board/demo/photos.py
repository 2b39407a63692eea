"""Photos of the work in the demo, and what its people chose of how they are seen."""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from board.core.people.people import Person, Visibility
from board.core.publishing import result_photos
from board.core.publishing.faces import WORDING, FaceChoice
from board.core.record.photos import take
from board.core.record.pictures import WORK
from board.db import session
from board.demo import pictures
from board.demo.opgave import OpgaveLoader, noon

FILE = Path(__file__).parent / "beeld.toml"
SCENES = {"zebra": pictures.zebra, "envelope": pictures.envelope, "chairs": pictures.chairs}
Row = dict[str, Any]


def load(opgaven: Mapping[str, OpgaveLoader], people: Mapping[str, Person], today: date) -> None:
    """Let people choose, and put photos beside results."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for row in rows["choice"]:
        _choice(people[row["by"]], row, noon(date.fromordinal(today.toordinal() - row["days_ago"])))
    for row in rows["photo"]:
        _photo(opgaven[row["opgave"]], people[row["by"]], row)
    session.flush()


def _choice(person: Person, row: Row, at: Any) -> None:
    """What somebody chose on that day; the last one is how the demo finds them."""
    visibility, words = Visibility(row["visibility"]), row.get("own_words", "")
    kept = {"person_id": person.id, "chosen_at": at, "visibility": visibility, "own_words": words}
    session.add(FaceChoice(with_photo=False, asked=WORDING, **kept))
    person.visibility, person.own_words = visibility, words


def _photo(loader: OpgaveLoader, by: Person, row: Row) -> None:
    result = loader.cards[row["card"]].result
    if result is None:
        return
    changed = result.changed_at
    photo = result_photos.new_photo(result, take(SCENES[row["scene"]](), WORK), by)
    photo.edit(row["alt"], row["credit"], by)
    session.add(photo)
    # It stood there from the first day.
    result.changed_at, photo.confirmed_at = changed, noon(result.happened_on)
