"""What to say of each kind of personal data: why it is one, and what to do. Dutch, for the web layer to translate."""

from typing import NamedTuple


class Advice(NamedTuple):
    """The words that go with a kind of personal data."""

    name: str
    reason: str
    suggestion: str
    # What a press is called that takes it out of the text.
    removal: str


def N_(wording: str) -> str:  # noqa: N802 - the name that collectors of translatable text know
    """Marks a wording that the web layer translates."""
    return wording


NUMBER = N_("Laat het nummer weg. Verwijs naar de zaak met het zaaknummer.")
ADVICE = {
    "bsn": Advice(N_("BSN"), N_("Dit lijkt een burgerservicenummer."), NUMBER, N_("Haal het BSN weg")),
    "iban": Advice(
        N_("rekeningnummer"),
        N_("Dit lijkt een rekeningnummer."),
        N_("Laat het rekeningnummer weg."),
        N_("Haal het rekeningnummer weg"),
    ),
    "phone": Advice(
        N_("telefoonnummer"),
        N_("Dit lijkt het telefoonnummer van een mens."),
        N_("Laat het weg, of noem het algemene nummer van je organisatie."),
        N_("Haal het telefoonnummer weg"),
    ),
    "email": Advice(
        N_("e-mailadres"),
        N_("Dit lijkt het e-mailadres van een mens."),
        N_("Laat het weg, of noem de postbus van je team."),
        N_("Haal het e-mailadres weg"),
    ),
    "handle": Advice(
        N_("accountnaam"),
        N_("Dit lijkt de accountnaam van een mens."),
        N_("Laat de naam van het account weg."),
        N_("Haal de accountnaam weg"),
    ),
    "number": Advice(
        N_("persoonlijk nummer"),
        N_("Dit lijkt een nummer waarmee iemand te vinden is."),
        NUMBER,
        N_("Haal het nummer weg"),
    ),
    "address": Advice(
        N_("adres"),
        N_("Dit lijkt het adres van een woning."),
        N_("Noem hooguit de straat of de buurt, zonder huisnummer."),
        N_("Haal het huisnummer weg"),
    ),
    "kenteken": Advice(
        N_("kenteken"), N_("Dit lijkt een kenteken."), N_("Laat het kenteken weg."), N_("Haal het kenteken weg")
    ),
    "dob": Advice(
        N_("geboortedatum"),
        N_("Dit lijkt een geboortedatum."),
        N_("Laat de datum weg. Moet de leeftijd erbij? Schrijf dan bijvoorbeeld: een dertiger."),
        N_("Haal de datum weg"),
    ),
    "name": Advice(
        N_("naam"),
        N_("Dit lijkt de naam van een inwoner."),
        N_("Schrijf wie het is zonder naam. Bijvoorbeeld: een bewoner, een moeder."),
        N_("Haal de naam weg"),
    ),
}
