"""Characters that nobody sees: what a phone, Word or a web page leaves in a text, taken out at the door.

static/js/counters.js counts as this does; a test holds both together.
"""

import re
import unicodedata

# Where a line ends: for Word also where it breaks within a paragraph (U+000B) and at the end of a page (U+000C).
ODD_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
LINE_ENDS = re.compile(f"\r\n?|{ODD_LINE_ENDS.pattern}")
# What no page or feed can hold, and PostgreSQL partly refuses; nobody means to type it.
CONTROLS = "\x00-\x08\x0e-\x1d\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
# Where a word may break (Word, web pages), what joins or parts words without being seen, and what stands for a picture
# that did not come along. Not the marks of writing from right to left: these mean something.
UNSEEN = re.compile(f"[{CONTROLS}\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc]")
# Joiners mean something inside emoji, and in Arabic or Indic writing; between letters of ours they only hide.
OURS = "\x00-\u058f\u2000-\u206f"
IDLE_JOINERS = re.compile(f"(?<![^{OURS}])[\u200c\u200d]+(?![^{OURS}])")
IDLE_SELECTORS = re.compile("(?<=[A-Za-z\u00c0-\u024f\\s])[\ufe00-\ufe0f]+")
# Letters in disguise belong to a flag, as that of Wales, and to nothing else.
TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0000-\U000e00ff]")
# Spaces of another width than the one on the keyboard, and dashes at which a line may not break: searching and
# comparing would not take them for what they are.
ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
ODD_DASHES = re.compile("[\x1e\u2010\u2011]")
# What stands before a line of a list.
MARK = re.compile(r"^\s*(?:[-*•‣▪●○–]\s+)?(?:\[[ xX]?\]\s+|[☐☑☒]\s*)?")
NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
# Letters and signs that leave the paper white.
WHITE = frozenset("\u115f\u1160\u2800\u3164\uffa0\U0001d159")


def tidied(text: str) -> str:
    """A text as it was meant: lines end in one way, spaces are spaces, and what is empty to the eye is empty."""
    if not text.isascii():
        text = _without_the_unseen(LINE_ENDS.sub("\n", text))
    seen = UNSEEN.sub("", ODD_DASHES.sub("-", LINE_ENDS.sub("\n", text))).strip()
    return seen if shows_something(seen) else ""


def single_line(text: str) -> str:
    """The same in one line: lines that were pasted into it become spaces, so that no two words grow together."""
    return " ".join(tidied(text).split())


def lines_of_list(text: str) -> list[str]:
    """The lines of a list that was pasted, without its dots, boxes and numbers; empty ones are passed over."""
    lines = [line for typed in tidied(text).split("\n") if (line := single_line(MARK.sub("", typed)))]
    if len(lines) > 1 and all(map(NUMBERED.match, lines)):
        lines = [NUMBERED.sub("", line) for line in lines]
    return lines


def shows_something(text: str) -> bool:
    """Whether there is something to see in it: a letter, a number, a sign. An accent alone has nothing to stand on."""
    return any(letter not in WHITE and _has_ink(unicodedata.category(letter)) for letter in text)


def _has_ink(category: str) -> bool:
    """Whether signs of this category of Unicode are seen by themselves; Co are those of somebody's own font."""
    return category[0] in "LNPS" or category == "Co"


def _without_the_unseen(text: str) -> str:
    shown = UNSEEN.sub("", ODD_SPACES.sub(" ", text))
    return IDLE_SELECTORS.sub("", IDLE_JOINERS.sub("", TAGS.sub(r"\1", shown)))
