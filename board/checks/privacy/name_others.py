"""Names that are of no citizen: streets and schools named after people, companies, shops and brands."""

import re

from board.checks.privacy.lists import endings, sure, words
from board.checks.privacy.name_words import Words


def names_place(text: Words, first: int, end: int, titled: bool = False) -> bool:
    """“Jan van Galenstraat”, “Anne Frank school”, “het Willem Dreeshuis”: a place bears the name."""
    last = text[end - 1].plain
    if titled and end - first > 1 and text[end - 2].particle and last in words("straten"):
        return False  # “mevrouw v/d Laan”
    if last not in sure("achternamen") and _ends_as_place(last, ("straten", "gebouwen")):
        return True
    if _place_follows(text, end) or _is_named_building(text, first, end):
        return True
    preceded = text.before(first) in {"het", "de", "'t", "aan", "in", "op"}
    return not titled and preceded and last not in words("achternamen") and _ends_as_place(last, ("straten_ook_naam",))


def _is_named_building(text: Words, first: int, end: int) -> bool:
    """“Rosa Spier Huis”, and not “P. van den Berg”."""
    three = end - first > 2 and all(word.capital and not word.particle for word in text.all[first:end])
    return three and text[end - 1].plain in words("straten_ook_naam")


def _ends_as_place(word: str, lists: tuple[str, ...]) -> bool:
    return any(word.endswith(endings(name)) for name in lists)


def _place_follows(text: Words, end: int) -> bool:
    if end >= len(text) or not (text.joined(end) or text.gap(end) == "-"):
        return False
    following = text[end].plain
    if following in words("gebouwen") or following in words("straten"):
        return True
    return text[end].capital and (following in words("organisatiewoorden") or _ends_as_place(following, ("gebouwen",)))


def is_organisation(text: Words, first: int, end: int) -> bool:
    """“Bakkerij Jan de Vries”, “Jan de Vries BV”."""
    around = (
        {text.before(first), text.before(first, 2)}
        if text.before(first) in {"de", "'t", "van"}
        else {text.before(first)}
    )
    if around & words("organisatiewoorden") or any(word.endswith(endings("organisatie_uitgangen")) for word in around):
        return True
    following = text[end].plain if end < len(text) and text.joined(end) else ""
    capital = end < len(text) and text[end].text[0].isupper()
    ampersand = re.match(r" ?& ?", text.text[text[end - 1].end : text[end - 1].end + 3])
    return bool(ampersand) or (capital and following.rstrip(".") in words("organisatiewoorden"))


def is_known(text: Words, first: int, end: int) -> bool:
    """A name that streets, schools and shops bear: Anne Frank, Albert Heijn."""
    parts = [word.plain for word in text.all[first:end]]
    return any(" ".join(parts[:count]) in words("vernoemd") for count in range(1, len(parts) + 1))
