"""Parts of a sentence that tell of nothing, beside a part that tells of the work: “niet geverfd, wel aangevraagd”."""

from collections.abc import Sequence

from board.checks.language.tagging import Tagged

NOT = frozenset({"niet", "geen", "niemand", "niets", "niks", "nooit"})
ENDED = frozenset({"meer", "langer", "hoeft", "hoeven", "hoefde", "hoefden", "zonder"})  # “niet meer” is news
# Looking whether it is in order: beside a list or a report nothing was mended.
LOOKING = frozenset({"controleren", "keuren", "bezoeken", "scannen", "toezien", "langsgaan", "inspecteren"})


def is_heading(first: Sequence[Tagged]) -> bool:
    """Whether what comes after is only the topic: “Bespreken met de wethouder: parkeren markt”."""
    colon = any(item.token.text == ":" for item in first[1:])
    verb = first[0].verb
    return colon and verb is not None and verb.kind == "process" and first[0].token.lower == verb.word


def says_nothing(parts: Sequence[Sequence[Tagged]]) -> bool:
    """Whether a part of a sentence, in its clauses, only says what was not done, or that something was looked at."""
    main = parts[0] if parts else []
    return undone(main) or only_looked(main)


def undone(main: Sequence[Tagged]) -> bool:
    """“We hebben de zebra niet geverfd”; not “niet de aannemer maar wij …”, “op het pad en niet in huis”."""
    words = [item.token.lower for item in main if item.token.is_word]
    if words[:1] == ["niet"] and any(item.verb for item in main[:2]):  # “Niet bouwen, maar …”
        return True
    if ENDED.intersection(words):
        return False
    first = next((place for place, word in enumerate(words) if word in NOT), None)
    items = [item for item in main if item.token.is_word]
    verb = next((place for place, item in enumerate(items) if item.verb or item.auxiliary), None)
    if first is None or verb is None or first < verb or words[first - 1] in {"en", "maar"}:
        return False
    return "maar" not in words[first:]


def only_looked(main: Sequence[Tagged]) -> bool:
    """Every verb of it is one of looking."""
    verbs = [item.verb.word for item in main if item.verb and not item.auxiliary and not item.noun]
    return bool(verbs) and all(verb in LOOKING for verb in verbs)
