"""What we call things when a Trello board comes in: refusals, targets, and what is lost and why."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from board.blocks import BLOCKS
from board.exchange.trello.plan.lists import Target, add_block
from board.exchange.trello.plan.losses import LossReason
from board.exchange.trello.read.files import NotATrelloBoard, Refusal

# `of`: see NotATrelloBoard; `slug`: of the opgave.
REFUSALS: dict[Refusal, Any] = {
    Refusal.TOO_BIG: _l(
        "Dit bestand is groter dan %(of)s MB. Meer past er niet door deze pagina. Vraag je beheerder om deze opdracht "
        "op de server, die neemt meer aan: opgavebord import trello bord.json --opgave %(slug)s"
    ),
    Refusal.TOO_BIG_AT_ALL: _l(
        "Dit bestand is groter dan %(of)s MB. Verplaats in Trello een deel van de lijsten naar een tweede bord, en "
        "exporteer beide borden."
    ),
    Refusal.EMPTY: _l("Dit bestand is leeg. Exporteer het bord in Trello opnieuw."),
    Refusal.WEB_PAGE: _l(
        "Dit is een webpagina. Kies in Trello in het menu van het bord: Afdrukken, exporteren en delen, en dan "
        "Exporteer als JSON."
    ),
    Refusal.ZIP: _l("Dit is een zip-bestand. Pak het uit, en kies van één bord het bestand dat eindigt op .json."),
    Refusal.WORKBOOK: _l(
        "Dit is een Excel-bestand. Wij lezen hier een bord van Trello: kies in Trello voor ‘Exporteer als JSON’."
    ),
    Refusal.DOCUMENT: _l("Dit is een document. Kies in Trello voor ‘Exporteer als JSON’, en dan dat bestand."),
    Refusal.PICTURE: _l("Dit is een afbeelding. Kies in Trello voor ‘Exporteer als JSON’, en dan dat bestand."),
    Refusal.CSV: _l("Dit is een CSV-bestand. Kies in Trello voor ‘Exporteer als JSON’, dan komt er meer mee."),
    Refusal.CUT_OFF: _l("Dit bestand is niet heel: het breekt ergens af. Exporteer het bord in Trello opnieuw."),
    Refusal.NOT_JSON: _l(
        "Dit is geen export van Trello. Kies in Trello voor ‘Exporteer als JSON’, en dan het bestand dat eindigt op "
        ".json."
    ),
    Refusal.TOO_DEEP: _l("Dit is geen export van Trello. Kies het .json-bestand dat Trello maakt."),
    Refusal.SINGLE_CARD: _l("Dit is één kaart van Trello. Exporteer het hele bord."),
    Refusal.SINGLE_LIST: _l("Dit is één lijst van Trello. Exporteer het hele bord."),
    Refusal.CARDS_ONLY: _l("Dit zijn kaarten van Trello zonder hun bord. Exporteer het hele bord."),
    Refusal.WORKSPACE: _l("Dit is een werkruimte van Trello. Open er één bord, en exporteer dat als JSON."),
    Refusal.SEVERAL_BOARDS: _l("In dit bestand staan %(of)s borden van Trello. Exporteer elk bord apart als JSON."),
    Refusal.OTHER_TOOL: _l("Dit komt uit een ander programma: %(of)s. Wij lezen hier alleen borden van Trello."),
    Refusal.NOT_A_BOARD: _l("Dit is geen bord van Trello. Kies het .json-bestand dat Trello maakt."),
}

# A state comes in block 3, Klein; a block gives ideas.
STATE_TARGETS: dict[Target, Any] = {
    Target.IDEA: _l("idee"),
    Target.PLANNED: _l("gepland"),
    Target.DOING: _l("bezig"),
    Target.DONE: _l("gedaan (wacht in bezig op het resultaat)"),
    Target.ARCHIVE: _l("archief (klaar wacht op het resultaat, rest gestopt)"),
    Target.STOPPED: _l("gestopt (niet op het bord)"),
}
BLOCK_TARGETS: dict[Target, Any] = {
    add_block(block.key, (block.slug,)): LazyString(lambda block=block: f"{block.number} {block.title}")
    for block in BLOCKS
}
SKIP_TARGETS: dict[Target, Any] = {Target.SKIP: _l("komt niet mee")}
TARGETS: dict[Target, Any] = STATE_TARGETS | BLOCK_TARGETS | SKIP_TARGETS
# For the cards that lie in the archive, out of any list.
AWAY_TARGETS: dict[Target, Any] = {
    Target.ARCHIVE: _l("wat klaar was wacht op het resultaat, de rest is gestopt"),
    Target.STOPPED: _l("gestopt (niet op het bord)"),
    Target.SKIP: _l("komt niet mee"),
}
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
    "odd_due_dates": _l("einddatums die geen datum zijn"),
    "recurrences": _l("kaarten die steeds terugkomen"),
    "coordinates": _l("plekken op de kaart van Trello"),
    "sources": _l("pagina’s waar een kaart van gemaakt is"),
    "first_names": _l("eerdere titels van kaarten"),
    "nameless_fields": _l("velden die het bord niet meer kent"),
    "empty_checklists": _l("lijstjes zonder regels"),
    "lost_choices": _l("keuzes in velden die het bord niet meer kent"),
    "empty_lines": _l("lege regels van een lijstje"),
    "empty_comments": _l("lege opmerkingen"),
    "empty_labels": _l("labels zonder naam en zonder kleur"),
    "empty_attachments": _l("bijlagen zonder naam en zonder adres"),
    "senders": _l("e-mailadressen van wie een kaart mailde"),
    "lists_not_in_file": _l("kaarten uit een lijst die niet in het bestand staat"),
    "reminders": _l("herinneringen"),
    "item_dates_and_people": _l("datums en mensen bij regels van een lijstje"),
    "covers": _l("omslagen van kaarten"),
    "stickers": _l("stickers"),
    "votes": _l("stemmen"),
    "label_colours": _l("kleuren van labels"),
    "long_labels": _l("het eind van lange labels"),
    "long_names": _l("het eind van lange namen bij opmerkingen"),
    "card_links": _l("links naar andere kaarten in Trello"),
    "mirrors": _l("spiegels van kaarten"),
    "link_cards": _l("kaarten die alleen een link of een ander bord zijn"),
    "other_cards": _l("kaarten van een soort die wij niet kennen"),
    "templates": _l("sjablonen"),
    "card_power_ups": _l("gegevens van power-ups bij kaarten"),
    "history": _l("stappen uit de geschiedenis"),
    "comments_before_the_log": _l("misschien nog oudere opmerkingen"),
    "comments_of_removed_cards": _l("opmerkingen bij kaarten die weg zijn"),
    "double_comments": _l("opmerkingen die dubbel in het bestand staan"),
    "empty_comments_of_removed_cards": _l("lege opmerkingen bij kaarten die weg zijn"),
    "checklists_of_removed_cards": _l("lijstjes van kaarten die weg zijn"),
    "lines_of_removed_cards": _l("regels van lijstjes van kaarten die weg zijn"),
    "list_limits": _l("grenzen aan het aantal kaarten in een lijst"),
    "empty_lists": _l("lijsten zonder kaarten"),
    "background": _l("achtergrond van het bord"),
    "same_labels": _l("labels die er hetzelfde uitzien als een ander"),
    "unused_fields": _l("velden die op geen kaart zijn ingevuld"),
    "rights": _l("rechten van mensen op het bord"),
    "power_ups": _l("power-ups van het bord"),
    "board_description": _l("beschrijving van het bord"),
    "unused_labels": _l("labels die op geen kaart staan"),
}
WHY: dict[LossReason, Any] = {
    LossReason.NEEDS_LOGIN: _l("Ze staan in Trello achter de inlog. De link staat op de kaart."),
    LossReason.NO_PLACE_HERE: _l("Daar is hier geen plek voor."),
    LossReason.KEPT_AS_TEXT: _l("Het staat in de toelichting van de kaart."),
    LossReason.NO_ACCOUNTS_ARE_MADE: _l("We maken geen accounts en geven niemand rechten."),
    LossReason.NOT_IN_FILE: _l("Trello zet dit niet in het bestand."),
    LossReason.WORKS_ONLY_IN_TRELLO: _l("Dit werkt alleen in Trello."),
    LossReason.LEFT_OUT_BY_CHOICE: _l("Je koos bij deze lijst: komt niet mee."),
    LossReason.UNREADABLE: _l("Dit deel van het bestand is stuk."),
    LossReason.TWICE_IN_FILE: _l("Van elke kaart komt er één mee."),
    LossReason.NO_WORK: _l("Dat is geen werk."),
    LossReason.TOO_LONG: _l("Een label heeft hier hoogstens 60 tekens."),
    LossReason.NOTHING_IN_IT: _l("Er staat niets in."),
    LossReason.LOOKS_THE_SAME: _l("Ze worden samen één label."),
    LossReason.CARD_IS_GONE: _l("De kaart zelf staat niet in het bestand."),
}
# What stays behind of these is explained better by itself than by the general reason.
WHY_EXACTLY: dict[str, Any] = {
    "members_without_account": _l("We maken geen accounts. Hun naam staat wel op de kaart."),
    "due_time": _l("Hier plan je per week. Dag en uur staan in de toelichting van de kaart."),
    "start_dates": _l("Hier plan je per week. De datum staat in de toelichting van de kaart."),
    "odd_due_dates": _l("Wat er stond, staat in de toelichting van de kaart."),
    "recurrences": _l("Hier komt een kaart niet vanzelf terug. Hoe vaak staat in de toelichting van de kaart."),
    "coordinates": _l("Hier is geen landkaart. De plek staat als getallen in de toelichting."),
    "sources": _l("De link staat in de toelichting van de kaart."),
    "nameless_fields": _l("Wat er staat komt mee in de toelichting. Hoe het veld heet staat niet in het bestand."),
    "empty_checklists": _l("De naam staat in de toelichting van de kaart."),
    "double_comments": _l("Van elke opmerking komt er één mee."),
    "lost_choices": _l("Welke keuze het was, staat niet in het bestand."),
    "senders": _l("Dat adres nemen we niet over. Het staat nog in Trello."),
    "lists_not_in_file": _l("Ze komen mee als idee. Hoe de lijst heet staat niet in het bestand."),
    "long_names": _l("Een naam heeft hier hoogstens 120 tekens."),
    "link_cards": _l("Ze komen mee als kaart met alleen dat adres."),
    "mirrors": _l("Ze komen mee als kaart. De kaart waar ze bij horen staat op een ander bord."),
    "other_cards": _l("Ze komen mee als gewone kaart."),
    "empty_lists": _l("Hier ordenen bouwstenen en weken de kaarten."),
    "templates": _l("Dit werkt alleen in Trello. Ze komen mee als idee."),
    "card_links": _l("Ze blijven naar Trello wijzen."),
    "label_colours": _l("Daar is hier geen plek voor. De naam komt mee."),
}

# What differs on a card that is here already.
FIELDS: dict[str, Any] = {
    "action": _l("wat we doen"),
    "description": _l("de toelichting"),
    "origin": _l("waar hij vandaan komt"),
    "state": _l("waar de kaart staat"),
    "block": _l("de bouwsteen"),
    "week": _l("de week"),
    "labels": _l("de labels"),
    "people": _l("wie het doet"),
    "text": _l("de tekst"),
    "done": _l("of het klaar is"),
    "line": _l("een regel op het lijstje"),
    "note": _l("een opmerking"),
}


def refusal(refused: NotATrelloBoard, slug: str) -> str:
    """The sentence that helps somebody to choose a better file for this opgave."""
    return str(REFUSALS[refused.reason]) % {"of": refused.of, "slug": slug}


def why(what: str, reason: LossReason) -> str:
    """Why `what` is lost, in one or two sentences."""
    return str(WHY_EXACTLY.get(what, WHY[reason]))
