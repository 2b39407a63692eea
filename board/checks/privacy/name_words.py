"""The words of a text as names are read: initials, particles (van der, El), words with a capital; and runs of them."""

import re
from dataclasses import dataclass

from board.checks.privacy.lists import plain, words

WORD = re.compile(
    r"(?:[^\W\d_]\.){1,5}(?=[ ]?[^\W\d_]|[,\s):;]|$)|(?:Th|Chr|Ph|Joh|Jac|Tj|Sj|IJ)\.(?= ?[^\W\d_])"
    r"|[Vv]/[Dd]\b|'[tsn]\b|[^\W\d_]+(?:['\-][^\W\d_]+)*"
)
# These stand before names (in 't Veld, op den Kamp), and far more often before places.
LOOSE_PREPOSITIONS = frozenset({"op", "in", "aan", "uit", "te"})
SPACE = re.compile(r"[ \t]{1,3}")
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, and where it stands."""

    text: str
    plain: str
    start: int
    end: int

    @property
    def initials(self) -> bool:
        """“J.” or “P.J.”, and not “v.d.”."""
        return self.text.endswith(".") and self.text[0].isupper()

    @property
    def particle(self) -> bool:
        """Van, de, El: part of a name, and none by itself."""
        return self.plain in words("tussenvoegsels")

    @property
    def capital(self) -> bool:
        """Starts as a name does; a single letter is nobody's name."""
        return self.text[0].isupper() and not self.initials and len(self.text) > 1

    @property
    def bare(self) -> str:
        """Without the s of whose it is: Bouazza's, De Vries'."""
        return re.sub(r"'s?$", "", self.plain)


class Words:
    """All words of a text in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = [Word(match.group(), plain(match.group()), *match.span()) for match in WORD.finditer(text)]

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, place: int) -> Word:
        return self.all[place]

    def gap(self, place: int) -> str:
        """What stands between a word and the one before."""
        if not 0 < place < len(self.all):
            return "\n"
        return self.text[self.all[place - 1].end : self.all[place].start]

    def joined(self, place: int) -> bool:
        """Whether nothing but a space stands before a word."""
        gap = self.gap(place)
        return bool(SPACE.fullmatch(gap)) or (gap == "" and self.all[place - 1].text.endswith("."))

    def starts_sentence(self, place: int) -> bool:
        """Whether a capital here says nothing, as it is the first word."""
        return place == 0 or bool(re.search(r"[.!?:\n]", self.gap(place)))

    def before(self, place: int, back: int = 1) -> str:
        """The word before, if only a space is between; else nothing."""
        near = all(self.joined(place - step) for step in range(back))
        return self.all[place - back].plain if near and place >= back else ""

    def run(self, first: int, titled: bool = False) -> int:
        """Where the name ends that starts at a word: after its last word with a capital; the start if there is none."""
        end = first
        for place in range(first, min(first + LONGEST, len(self.all))):
            word = self.all[place]
            if place > first and not self.joined(place):
                break
            if word.capital and not word.particle:
                if self._is_no_name(word, titled) or self.text[word.end : word.end + 1].isdigit():
                    break
                end = place + 1
            elif not (self._is_initial(word, titled) or (word.particle and self._may_join(place))):
                break
        return end

    def _is_initial(self, word: Word, titled: bool) -> bool:
        """After a form of address the dot may lack: dhr K Lubbers."""
        return word.initials or (titled and len(word.text) == 1 and word.text.isupper())

    def _may_join(self, place: int) -> bool:
        if self.all[place].plain not in LOOSE_PREPOSITIONS:
            return True
        return place + 1 < len(self.all) and self.all[place + 1].plain in {"'t", "den", "der"}

    def _is_no_name(self, word: Word, titled: bool) -> bool:
        surname = word.plain in words("achternamen")
        if not surname and (word.plain in words("functies") or word.plain in words("ambten")):
            return True
        named = surname or word.plain in words("voornamen")
        return word.plain in words("geen_namen") and not (titled and named)

    def capitals(self, first: int, end: int) -> list[Word]:
        """The words of a name that are no initials or particles."""
        return [word for word in self.all[first:end] if word.capital and not word.particle]
