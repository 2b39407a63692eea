"""Names of accounts: on social media and of who logs in; the account of a body is not one."""

import re
from collections.abc import Iterator

from board.checks.privacy.finding import Finding
from board.checks.privacy.house_numbers import is_about_somebody
from board.checks.privacy.lists import endings, plain, spoken, sure, words
from board.checks.privacy.mail import holds_name, is_shared
from board.checks.privacy.persons import before, sentence_beside

AT = re.compile(r"(?<![\w.@/%+\-])@(?P<handle>[\w][\w.\-]{1,40}\w)")
PROFILE = re.compile(
    r"(?i)(?<![\w@])(?:https?://)?(?:[\w\-]{1,10}\.)?(?:facebook|instagram|twitter|x|tiktok|linkedin|snapchat|"
    r"youtube|threads|"
    r"strava|vinted|fb|t)\.(?:com|net|me|nl)/(?:in/|u/|add/|@|user/|member/|athletes/|"
    r"profile/)?(?P<handle>[\w.\-]{3,60}\w)"
)
CALLED = re.compile(
    r"(?i)(?<![\w\-])(?:(?P<login>digid-?(?:naam)?|(?:digid-?|in)?(?:gebruikers|inlog|log-?in|login|user|schuil|"
    r"account|profiel|"
    r"scherm)-?naam|username|"
    r"login|nickname|nick|gamertag|skypenaam|alias|handle)|(?P<media>facebook|fb|insta(?:gram)?|snapchat|snap|"
    r"tiktok|twitter|telegram|"
    r"discord|mastodon|bluesky|marktplaats|vinted|roblox|fortnite|minecraft|twitch|skype|youtube|linkedin|strava|"
    r"signal)"
    r"(?:-?(?:account|profiel|naam|gebruiker|pagina|id))?|account|profiel)"
    r"(?:[ ,:(\"']{1,3}[a-zéëï]{1,14}(?!\w)){0,6}?[ ,:(\"']{1,3}"
    r"(?=[\w.\-#]{0,40}(?:\d|_|\w\.\w|-\w{1,20}-))(?P<handle>[A-Za-z][\w.\-#]{2,40}\w)(?![\w@])"
)
# As nobody writes a word: digits, dots and lines in it.
TYPED = re.compile(r"\d|_|\w\.\w|\w-\w+-\w")
OURS = re.compile(
    r"\b(?:volg|volgt|ons|onze|uw gemeente|deel|tag|officiële|pagina van (?:de|het)|wij|we plaatsen|programma)\b"
)
MEDIA_BODY = re.compile(
    r"(?:gemeente|stad|stads|dorp|wijk|buurt|politie|brandweer|ggd|bieb|biblio|radio|tv|krant|nieuws|team|club|"
    r"school|museum|"
    r"waterschap|provincie|regio|werk|zorg|natuur|sport|veilig|infra|verkeer|rijks|nederland|nl$|official|zwembad|"
    r"theater|"
    r"festival|loket|jongeren|scouting|kerk|stichting|haven|station|ov$|bus|trein|markt|winkel|hotel|cafe|repair|"
    r"groen|beweegt|leeft|helpt|samen|vooruit|actief|info|online)"
)


def find(text: str) -> Iterator[Finding]:
    """Each name of an account that seems to be of one person."""
    for pattern in (AT, PROFILE):
        for match in pattern.finditer(text):
            if _is_of_a_person(text, match):
                yield Finding("handle", *match.span())
    for match in CALLED.finditer(text):
        if TYPED.search(match["handle"]) and _is_of_a_person(text, match):
            yield Finding("handle", *match.span("handle"))


def _is_of_a_person(text: str, found: re.Match[str]) -> bool:
    handle = plain(found["handle"])
    sentence = sentence_beside(text, *found.span("handle"))
    parts = [part for part in re.split(r"[\W\d_]+", handle) if part]
    if len(parts) > 1 and any(part in sure("voornamen") for part in parts):
        return True
    if MEDIA_BODY.search(handle) or OURS.search(before(text, found.start("handle"), 40)):
        return False
    if any(part in words("organisatiewoorden") or part.endswith(endings("organisatie_uitgangen")) for part in parts):
        return False
    if _is_typed_by_a_person(handle, parts):
        return True
    return bool(spoken("iemand").search(sentence)) or is_about_somebody(sentence)


def _is_typed_by_a_person(handle: str, parts: list[str]) -> bool:
    """A name in it, or a year: “lisa_vd_veen93”."""
    if any(part in sure("voornamen") or part in sure("achternamen") or holds_name(part) for part in parts):
        return True
    return not is_shared(handle, "voorbeeld.nl", invited=False) and any(mark.isdigit() for mark in handle)
