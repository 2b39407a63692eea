"""What holds of the privacy check for any text whatever."""

import random
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from board.checks import privacy

DIGITS = st.integers(0, 10**9).map(random.Random)
LIKELY = st.sampled_from(
    ["mevrouw ", "De Vries", " uit de ", "Kerkstraat", " 12", "1234 AB", "06", "-", ".", "@", "NL91", "999956838",
     "geb. ", "J.", "\u0301", "\u200b", "\0", "’s", " ", "\n", "Jan", "van ", "(", "12-AB-34", "example.nl",
     "wethouder "]
)  # fmt: skip
TEXTS = st.text() | st.lists(LIKELY | st.text(max_size=3), max_size=30).map("".join)
SECRETS = ["NL91ABNA0417164300", "mevrouw O\u0308zt\u00fcrk", "noor\u200b.vis@example.nl", "Kerkstraat 12, 1234 AB"]
SENTENCES = st.sampled_from(
    [
        "Wij regelden het voor {} binnen een dag.",
        "De vraag van {} is beantwoord.",
        "Gisteren: {}",
        "({})",
        "Dank aan {}, het werkt weer",
    ]
)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_places_within_it(text: str) -> None:
    found = privacy.find(text)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert found == sorted(found, key=lambda one: (one.start, one.end, one.kind))
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert privacy.find(text) == found
    assert privacy.kinds(text) == sorted({one.kind for one in found})


@given(st.text(max_size=60), st.sampled_from(SECRETS), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_a_finding_stands_at_its_words_whatever_stands_around_them(before: str, secret: str, after: str) -> None:
    text = f"{before}\n{secret}\n{after}"

    assert secret in {text[one.start : one.end] for one in privacy.find(text)}


@given(DIGITS, SENTENCES)
@settings(deadline=None)
def test_a_valid_bsn_is_found(chance: random.Random, sentence: str) -> None:
    digits = str(chance.randint(10_000_000, 99_999_999))
    check = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 1, -1), strict=True)) % 11
    assume(check < 10)
    number = f"{digits}{check}"
    assert bsn.is_valid(number)

    assert "bsn" in privacy.kinds(sentence.format(number))


@given(DIGITS, SENTENCES, st.sampled_from(["", " "]))
@settings(deadline=None)
def test_a_valid_iban_is_found(chance: random.Random, sentence: str, glue: str) -> None:
    rest = "".join(chance.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=4)) + f"{chance.randint(0, 10**10 - 1):010}"
    number = f"NL{mod_97_10.calc_check_digits(f'{rest}NL')}{rest}"
    assert mod_97_10.is_valid(number[4:] + number[:4])

    written = glue.join(number[place : place + 4] for place in range(0, len(number), 4))
    assert privacy.kinds(sentence.format(written)) == ["iban"]


@given(
    DIGITS,
    SENTENCES,
    st.sampled_from(["06{}", "06-{}", "06 {}", "+316{}", "+31 6 {}", "0031 6 {}", "(06) {}", "+31 (0)6 {}"]),
)
@settings(deadline=None)
def test_a_mobile_number_is_found(chance: random.Random, sentence: str, shape: str) -> None:
    number = shape.format(chance.randint(10_000_000, 99_999_999))

    assert "phone" in privacy.kinds(sentence.format(number))


@given(
    st.sampled_from(["fatima", "j.jansen", "henk_bakker", "s.el.idrissi", "mehmet1980", "kowalski-p"]),
    st.from_regex(r"[a-z]{3,12}\.(nl|com|example|org)", fullmatch=True),
    SENTENCES,
)
@settings(deadline=None)
def test_a_persons_mail_address_is_found(local: str, domain: str, sentence: str) -> None:
    address = f"{local}@{domain}"

    assert "email" in privacy.kinds(sentence.format(address))


@given(
    st.sampled_from(
        ["Z-2026-{:06}", "2026/{:05}", "2026-{:09}", "zaaknummer {:09}", "Kenmerk: {:09}", "Z{:08}", "WL-26-{:05}"]
    ),
    st.integers(0, 99_999),
    SENTENCES,
)
@settings(deadline=None)
def test_a_case_number_gives_no_alarm(shape: str, number: int, sentence: str) -> None:
    assert privacy.kinds(sentence.format(shape.format(number * 9_973 if "09" in shape else number))) == []
