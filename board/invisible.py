"""Characters that nobody sees: what a phone, Word or a web page leaves in a text, taken out at the door."""

import re

# What no page or feed can hold, and PostgreSQL partly refuses; nobody means to type it.
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff"
# Where a word may break (Word, web pages), and what joins or parts words without being seen. Not the joiners inside
# emoji and in some alphabets (U+200C, U+200D), nor the marks of writing from right to left: these mean something.
UNSEEN = re.compile(f"[{CONTROLS}\u00ad\u200b\u2060\ufeff]")
# Spaces of another width than the one on the keyboard; searching and comparing would not take them for spaces.
ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
# What can stand in a text and yet show nothing at all.
SHOWS_NOTHING = "\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2061-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0"
BLANK = re.compile(f"[\\s{SHOWS_NOTHING}]*")


def tidied(text: str) -> str:
    """A text as it was meant: lines end in one way, spaces are spaces, and what is empty to the eye is empty."""
    seen = ODD_SPACES.sub(" ", UNSEEN.sub("", LINE_ENDS.sub("\n", text))).strip()
    return "" if BLANK.fullmatch(seen) else seen


def one_line(text: str) -> str:
    """The same in one line: lines that were pasted into it become spaces, so that no two words grow together."""
    return " ".join(tidied(text).split())
