"""What an error says: what happened, and what to do now. True for everybody who can get to see it."""

from typing import NamedTuple

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString


class ErrorMessage(NamedTuple):
    """`title` says what happened, `advice` what to do now."""

    title: LazyString
    advice: LazyString


OURS = ErrorMessage(_l("Er ging iets mis"), _l("Dat ligt aan ons. Probeer het over een paar minuten opnieuw."))
ERROR_MESSAGES = {
    "400": ErrorMessage(
        _l("Dit konden we niet lezen"),
        _l("Er klopt iets niet in het adres of in wat je browser stuurde. Probeer het opnieuw."),
    ),
    "form_too_old": ErrorMessage(_l("Dit formulier stond te lang open"), _l("Verstuur het nog een keer.")),
    "no_https": ErrorMessage(
        _l("Deze pagina is open zonder https"),
        _l("Inloggen lukt alleen op het adres dat met https:// begint. Zet dat in de adresbalk voor het adres."),
    ),
    "no_cookie": ErrorMessage(
        _l("Ons cookie kwam niet mee"),
        _l("Open de pagina opnieuw en log dan in. Lukt het weer niet? Sta cookies van dit adres toe in je browser."),
    ),
    "401": ErrorMessage(_l("Je bent uitgelogd"), _l("Log in, dan kun je verder.")),
    "403": ErrorMessage(_l("Dit kun je hier niet doen"), _l("Vraag de opgavemanager van je team wie dit wel kan.")),
    "404": ErrorMessage(_l("Deze pagina is er niet"), _l("Misschien is het adres veranderd, of staat er een fout in.")),
    "405": ErrorMessage(
        _l("Dit adres opent zo niet"),
        _l("Hier komt alleen wat je met een formulier verstuurt. Begin bij de pagina zelf."),
    ),
    "408": ErrorMessage(
        _l("Het versturen duurde te lang"),
        _l("Niet alles kwam aan. Probeer het opnieuw als je verbinding beter is."),
    ),
    "409": ErrorMessage(
        _l("Een collega was je net voor"), _l("Kijk eerst wat er veranderd is, en verstuur het dan opnieuw.")
    ),
    "removed": ErrorMessage(
        _l("Een collega haalde dit net weg"),
        _l("Wil je het toch bewaren? Vraag of het terug mag, of schrijf het op een nieuwe plek op."),
    ),
    "413": ErrorMessage(
        _l("Dit is te groot"), _l("Wij nemen dit zo niet aan. Kies een kleiner bestand of maak je tekst korter.")
    ),
    "422": ErrorMessage(
        _l("Dit kan nog niet"), _l("Er klopt iets niet in wat je invulde. Kijk het na en probeer het opnieuw.")
    ),
    "personal_data": ErrorMessage(
        _l("Hier lijken gegevens van een mens te staan"),
        _l("Daarom is er niets veranderd. Open de tekst, schrijf hem anders of zeg waarom het er mag staan."),
    ),
    "429": ErrorMessage(_l("Dit ging te vaak achter elkaar"), _l("Wacht een kwartier en probeer het opnieuw.")),
    "busy": ErrorMessage(
        _l("Het is nu even te druk"), _l("Veel collega’s bewaren tegelijk. Probeer het over een paar tellen opnieuw.")
    ),
    "away": ErrorMessage(
        _l("We kunnen er nu even niet bij"), _l("Dat ligt aan ons. Probeer het over een minuut opnieuw.")
    ),
    "unsure": ErrorMessage(
        _l("De verbinding met onze gegevens viel weg"),
        _l("We weten niet of het bewaard is. Kijk dat eerst na, voordat je het opnieuw verstuurt."),
    ),
    "503": ErrorMessage(
        _l("We kunnen er nu even niet bij"), _l("Dat ligt aan ons. Probeer het over een minuut opnieuw.")
    ),
}


def error_message(code: int, kind: str | None = None) -> ErrorMessage:
    """The words for this kind of error, else for this status, else for whose fault it is."""
    fallback = OURS if code >= 500 else ERROR_MESSAGES["400"]
    return ERROR_MESSAGES.get(kind or str(code), ERROR_MESSAGES.get(str(code), fallback))
