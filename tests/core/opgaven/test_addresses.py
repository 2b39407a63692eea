"""The address of an opgave is made of its name, and there always is one."""

import pytest

from board.core.opgaven.opgaven import slug_of


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Veilig naar school", "veilig-naar-school"),
        ("  Café ’t Hoekje!  ", "cafe-t-hoekje"),
        ("!!!", "opgave"),
        ("学校", "opgave"),
        ("een " * 40, ("een-" * 15)),
    ],
)
def test_an_address_is_readable_and_never_empty(name: str, address: str) -> None:
    assert slug_of(name) == address
