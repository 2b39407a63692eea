"""What we call things when a Trello board comes in: refusals, targets, and what is lost and why."""

from typing import Any

from flask_babel import lazy_gettext as _l

from board.exchange.trello.losses import Why
from board.exchange.trello.mapping import Target
from board.exchange.trello.refusals import Refusal

REFUSALS: dict[Refusal, Any] = {
    Refusal.TOO_BIG: _l("Dit bestand is groter dan 50 MB. Haal in Trello oude kaarten weg en exporteer opnieuw."),
    Refusal.EMPTY: _l("Dit bestand is leeg. Exporteer het bord in Trello opnieuw."),
    Refusal.WEB_PAGE: _l("Dit is een webpagina. Kies in Trello: menu, Afdrukken en exporteren, Exporteer als JSON."),
    Refusal.CSV: _l("Dit is een CSV-bestand. Kies in Trello voor ‘Exporteer als JSON’, dan komt er meer mee."),
    Refusal.NOT_JSON: _l("Dit is geen export van Trello, of het bestand is niet heel. Exporteer het bord opnieuw."),
    Refusal.TOO_DEEP: _l("Dit is geen export van Trello. Kies het .json-bestand dat Trello maakt."),
    Refusal.SINGLE_CARD: _l("Dit is één kaart van Trello. Exporteer het hele bord."),
    Refusal.OTHER_TOOL: _l("Dit komt uit een ander programma. Wij lezen alleen borden van Trello."),
    Refusal.NOT_A_BOARD: _l("Dit is geen bord van Trello. Kies het .json-bestand dat Trello maakt."),
}

# A state comes in block 3, Klein; a block gives ideas.
STATE_TARGETS: dict[Target, Any] = {
    Target.IDEA: _l("idee"),
    Target.PLANNED: _l("gepland"),
    Target.DOING: _l("bezig"),
    Target.DONE: _l("gedaan (wacht in bezig op het resultaat)"),
    Target.STOPPED: _l("gestopt (niet op het bord)"),
}
BLOCK_TARGETS: dict[Target, Any] = {
    Target.WHY: _l("1 Waarom"),
    Target.CITIZEN: _l("2 Inwoner"),
    Target.INCREMENTS: _l("3 Klein"),
    Target.LEADERSHIP: _l("4 Leiderschap"),
    Target.TALENTS: _l("5 Talenten"),
}
SKIP_TARGETS: dict[Target, Any] = {Target.SKIP: _l("komt niet mee")}
TARGETS: dict[Target, Any] = STATE_TARGETS | BLOCK_TARGETS | SKIP_TARGETS
# What a select offers, in groups.
OFFERS: tuple[tuple[Any, dict[Target, Any]], ...] = (
    (_l("Als kaart bij Klein"), STATE_TARGETS),
    (_l("Als idee bij een bouwsteen"), BLOCK_TARGETS),
    (_l("Niet op dit bord"), SKIP_TARGETS),
)

LOST: dict[str, Any] = {
    "cards_left_out": _l("kaarten die jij overslaat"),
    "separators": _l("strepen tussen kaarten"),
    "unreadable_cards": _l("kaarten die niet te lezen zijn"),
    "duplicate_cards": _l("kaarten die dubbel in het bestand staan"),
    "members_without_account": _l("mensen bij kaarten die hier geen account hebben"),
    "members_without_name": _l("mensen bij kaarten zonder naam in het bestand"),
    "uploads": _l("bestanden bij kaarten"),
    "older_comments": _l("oudere opmerkingen"),
    "due_time": _l("dag en uur van de einddatum"),
    "start_dates": _l("begindatums"),
    "reminders": _l("herinneringen"),
    "item_dates_and_people": _l("datums en mensen bij regels van een lijstje"),
    "covers": _l("omslagen van kaarten"),
    "stickers": _l("stickers"),
    "votes": _l("stemmen"),
    "label_colours": _l("kleuren van labels"),
    "long_labels": _l("het eind van lange labels"),
    "card_links": _l("links naar andere kaarten in Trello"),
    "mirrors": _l("spiegels van kaarten"),
    "templates": _l("sjablonen"),
    "card_power_ups": _l("gegevens van power-ups bij kaarten"),
    "history": _l("stappen uit de geschiedenis"),
    "comments_before_the_log": _l("misschien nog oudere opmerkingen"),
    "comments_of_removed_cards": _l("opmerkingen bij kaarten die weg zijn"),
    "list_limits": _l("grenzen aan het aantal kaarten in een lijst"),
    "rights": _l("rechten van mensen op het bord"),
    "power_ups": _l("power-ups van het bord"),
    "board_description": _l("beschrijving van het bord"),
    "unused_labels": _l("labels die op geen kaart staan"),
}
WHY: dict[Why, Any] = {
    Why.NEEDS_LOGIN: _l("Ze staan in Trello achter de inlog. De link staat op de kaart."),
    Why.NO_PLACE_HERE: _l("Daar is hier geen plek voor."),
    Why.WEEK_IS_THE_UNIT: _l("Hier plan je per week."),
    Why.NO_ACCOUNTS_ARE_MADE: _l("We maken geen accounts en geven niemand rechten."),
    Why.NOT_IN_FILE: _l("Trello zet dit niet in het bestand."),
    Why.WORKS_ONLY_IN_TRELLO: _l("Dit werkt alleen in Trello."),
    Why.LEFT_OUT_BY_CHOICE: _l("Je koos bij deze lijst: komt niet mee."),
    Why.UNREADABLE: _l("Dit deel van het bestand is stuk."),
    Why.TWICE_IN_FILE: _l("Van elke kaart komt er één mee."),
    Why.NO_WORK: _l("Dat is geen werk."),
    Why.TOO_LONG: _l("Een label heeft hier hoogstens 60 tekens."),
    Why.CARD_IS_GONE: _l("De kaart zelf staat niet in het bestand."),
}
# What stays behind of these is explained better by itself than by the general reason.
WHY_EXACTLY: dict[str, Any] = {
    "members_without_account": _l("We maken geen accounts. Hun naam staat wel op de kaart."),
    "due_time": _l("Hier plan je per week. De week komt mee."),
    "templates": _l("Dit werkt alleen in Trello. Ze komen mee als idee."),
    "card_links": _l("Ze blijven naar Trello wijzen."),
    "label_colours": _l("Daar is hier geen plek voor. De naam komt mee."),
}


def why(what: str, reason: Why) -> str:
    """Why `what` is lost, in one or two sentences."""
    return str(WHY_EXACTLY.get(what, WHY[reason]))
