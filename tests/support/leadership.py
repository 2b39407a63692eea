"""Words of a manager, of every kind, for the tests of leadership."""

import pytest

TOLD = {
    "notities": ({"note": "Het spreekuur liep leeg.", "did_not_work": "y"}, "note", "Het spreekuur liep leeg."),
    "besluiten": ({"decision": "Wij bellen eerst."}, "decision", "Wij bellen eerst."),
    "open-vragen": ({"question": "Mag het zonder paraaf?"}, "question", "Mag het zonder paraaf?"),
}
every_kind = pytest.mark.parametrize("kind", TOLD)
