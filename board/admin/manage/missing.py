"""What is still missing: what inwoners or the law miss as long as the organisation did not set it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask_babel import gettext as _

from board.config import PREFIX, Settings
from board.public.statements import is_old_test
from board.web.labels import day
from board.web.proxies import is_silent, is_undeclared

SOON = timedelta(days=30)


@dataclass(frozen=True)
class Missing:
    """Something to set: what is missed, why it matters, the setting, and an example of what to fill in."""

    what: str
    why: str
    setting: str
    example: str

    @property
    def name(self) -> str:
        return PREFIX + self.setting


def missing(settings: Settings, on: date) -> list[Missing]:
    """What an administrator still has to do, what inwoners miss most first. Empty when all is set."""
    return [
        *_contact(settings),
        *_proxies(settings),
        *_accessibility(settings, on),
        *_privacy(settings),
        *_security(settings, on),
    ]


def _contact(settings: Settings) -> Iterator[Missing]:
    if not settings.contact_phone:
        why = _("Inwoners kunnen je niet bellen.")
        yield Missing(_("Een telefoonnummer voor inwoners"), why, "CONTACT_PHONE", "14 0123")
    if not settings.contact_email:
        why = _("Inwoners kunnen je niet schrijven als er een fout staat.")
        yield Missing(_("Een e-mailadres voor inwoners"), why, "CONTACT_EMAIL", "bord@gemeente.nl")
    if not settings.https:
        why = _("Zonder https kan een ander meelezen als een collega inlogt. De wet vraagt het ook.")
        yield Missing(_("Een adres dat met https begint"), why, "BASE_URL", "https://bord.gemeente.nl")
    elif is_of_this_machine(settings.authority):
        why = _(
            "De namen in feeds en open data beginnen nog met %(name)s, want daar draaide dit bord voor het eerst. Elk "
            "bord ter wereld kan zo heten. Kies één keer een naam die van jullie is. Wie de feed al volgt, ziet dan "
            "alles één keer opnieuw.",
            name=settings.authority,
        )
        example = settings.base_url.removeprefix("https://")
        yield Missing(_("Een eigen naam voor feeds en open data"), why, "ID_AUTHORITY", example)


def is_of_this_machine(address: str) -> bool:
    """Whether the host of an address is this machine itself, which every other machine calls so too."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _proxies(settings: Settings) -> Iterator[Missing]:
    """Who tries too many passwords waits; that works only when we know who comes."""
    if is_undeclared(settings):
        why = _(
            "Alle bezoekers lijken nu één adres. Typt iemand vaak een verkeerd wachtwoord, dan wacht iedereen die "
            "nog niet eerder inlogde."
        )
        yield Missing(_("Het aantal proxy's dat ervoor staat"), why, "PROXIES", "1")
    elif is_silent(settings):
        why = _(
            "Je proxy geeft niet door van wie een verzoek komt, dus lijken alle bezoekers één adres. Zet in nginx: "
            "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for. Staat er geen proxy voor? Vul dan 0 in."
        )
        yield Missing(_("Een proxy die zegt wie er komt"), why, "PROXIES", "0")


def _accessibility(settings: Settings, on: date) -> Iterator[Missing]:
    if not settings.accessibility_status:
        why = _("Elke overheid zegt hoe toegankelijk haar site is. De letter staat in het register.")
        yield Missing(_("De status in het register van toegankelijkheid"), why, "ACCESSIBILITY_STATUS", "B")
    if not settings.accessibility_url:
        why = _("Inwoners vinden je verklaring niet. Vul haar in op toegankelijkheidsverklaring.nl.")
        example = "https://www.toegankelijkheidsverklaring.nl/register/…"
        yield Missing(_("Het adres van de toegankelijkheidsverklaring"), why, "ACCESSIBILITY_URL", example)
    tested, example = settings.accessibility_tested, _("JJJJ-MM-DD")
    if tested is None:
        why = _("Niemand weet wanneer de site voor het laatst op toegankelijkheid is getest.")
        yield Missing(_("De datum van de laatste test"), why, "ACCESSIBILITY_TESTED", example)
    elif is_old_test(tested, on):
        why = _("De laatste test was op %(date)s. Een test geldt 36 maanden.", date=day(tested))
        yield Missing(_("Een nieuwe test op toegankelijkheid"), why, "ACCESSIBILITY_TESTED", example)


def _privacy(settings: Settings) -> Iterator[Missing]:
    if not settings.privacy_controller:
        why = _("De privacywet (AVG) wil dat inwoners weten wie verantwoordelijk is. Vaak is dat het college.")
        example = _("het college van burgemeester en wethouders")
        yield Missing(_("Wie verantwoordelijk is voor de wet"), why, "PRIVACY_CONTROLLER", example)
    if not settings.privacy_officer:
        why = _("Inwoners moeten de functionaris gegevensbescherming kunnen bereiken.")
        yield Missing(_("Hoe je de functionaris bereikt"), why, "PRIVACY_OFFICER", "privacy@gemeente.nl")
    if not settings.privacy_url:
        why = _("Daar lezen inwoners wat je met een bericht of een telefoontje doet.")
        yield Missing(_("De eigen privacyverklaring"), why, "PRIVACY_URL", "https://www.gemeente.nl/privacy")
    if not settings.privacy_logs:
        why = _("Inwoners mogen weten hoe lang je server bewaart wie wat opvroeg.")
        yield Missing(_("Hoe lang de server zijn logs bewaart"), why, "PRIVACY_LOGS", _("14 dagen"))


def _security(settings: Settings, on: date) -> Iterator[Missing]:
    if not settings.security_contact:
        why = _("Wie een zwakke plek vindt, weet niet aan wie. Elke overheid heeft een security.txt.")
        example = "mailto:veilig@gemeente.nl"
        yield Missing(_("Een adres voor wie een zwakke plek vindt"), why, "SECURITY_CONTACT", example)
    until, example = settings.security_expires, f"{on + timedelta(days=360)}"
    if settings.security_contact and until is not None and until - on <= SOON:
        passed = until <= on
        gone = _("security.txt gold tot %(date)s en is nu weg. Klopt het adres nog?", date=day(until))
        soon = _("security.txt geldt tot %(date)s. Daarna is het weg. Klopt het adres nog?", date=day(until))
        what = _("Een nieuwe datum voor security.txt")
        yield Missing(what, gone if passed else soon, "SECURITY_EXPIRES", example)
