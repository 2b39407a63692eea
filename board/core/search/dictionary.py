"""The Dutch dictionary of simplemma: which words there are, and the form that each is listed under."""

from collections.abc import Mapping
from functools import cache, lru_cache

SMALL = ("je", "tje", "etje", "pje")


@cache
def _words() -> Mapping[str, str]:
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY  # only who searches waits for it

    # Its large dictionary answers faster and takes 50 MB more of each worker; we remember the answers ourselves.
    return LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary("nl")


def listed(word: str) -> str | None:
    """The form under which the dictionary lists this word in lower case: “liep” under “lopen”. None: it has it not."""
    found = _words().get(word)
    return found.replace("_", "") if found else None


@lru_cache(maxsize=30_000)
def is_word(word: str) -> bool:
    """Whether the dictionary has it."""
    return _words().get(word) is not None


def has_small(word: str) -> bool:
    """Whether there is a small one of it in the dictionary: only of nouns there is."""
    return any(is_word(word + small) for small in SMALL) or is_word(f"{word}{word[-1:]}etje")
