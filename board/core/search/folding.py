"""Letters as they are compared: without case, accents, or signs that only some keyboards have."""

import unicodedata

# Letters that Unicode does not take apart by itself, as a Dutch keyboard writes them.
LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "ng",
        "ĸ": "k",
        "ə": "e",
        "ƒ": "f",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
        "ƴ": "y",
        "ɛ": "e",
        "ɔ": "o",
    }
)


def fold(word: str) -> str:
    """Letters and digits in lower case, without accents: “Cafés” is “cafes”, “Yıldız” is “yildiz”."""
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(filter(str.isalnum, word.lower()))
    apart = unicodedata.normalize("NFKD", word.casefold()).casefold().translate(LETTERS)
    return "".join(_digit(letter) for letter in apart if letter.isalnum())


def _digit(letter: str) -> str:
    """Figures of other alphabets as ours."""
    return str(unicodedata.digit(letter)) if letter.isdecimal() else letter
