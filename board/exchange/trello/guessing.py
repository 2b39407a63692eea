"""Guesses from the name of a list what its cards are: a state, a building block, or just ideas."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

# In order: the first that fits wins, so what turns a meaning round comes first. A state says more than
# a block, because a card keeps its text but a state that is lost is lost. A line: the target, and its phrases.
PHRASES = """
gepland: klaar voor, klaar om, ready for, ready to, klaar te zetten, gereed voor
gepland: nog niet begonnen, niet begonnen, niet gestart, not started, to be done, undone, nog doen, nog oppakken
gedaan: niet gelukt, mislukt
bezig: bijna klaar, almost done, bijna af, nog niet helemaal klaar, deels klaar, deels gedaan, half af
gestopt: gestopt, stopgezet, gestaakt, stopped, geannuleerd, cancelled, canceled, vervallen, vervalt, afgewezen
gestopt: rejected, won t do, wont do, dropped, abandoned, obsolete, prullenbak, trash, geschrapt, ingetrokken
gestopt: doen we niet, niet doen, niet meer doen, gaat niet door, gaan niet door, afgeblazen, afgevallen
gestopt: niet meer nodig, niet nodig
idee: geparkeerd, parkeren, parkeerplaats, uitgesteld, ijskast, koelkast, vriezer, op de plank, parked, icebox
bezig: wacht, wachten, wachtend, wachtkamer, afwachten, in de wacht, waiting, on hold, pending, opgeschort
bezig: blocked, geblokkeerd, vastgelopen, loopt vast, ter controle, controle, controleren, nakijken, review, qa
bezig: testing, testen, in test, ter goedkeuring, ter akkoord, goedkeuring, feedback, in concept
gedaan: gedaan, done, klaar, afgerond, afgeronde, gereed, voltooid, opgeleverd, geleverd, afgemaakt, klaargezet
gedaan: complete, completed, finished, closed, gesloten, afgehandeld, afgesloten, opgelost, gefikst, gefixt
gedaan: resolved, released, shipped, delivered, deployed, behaald, gehaald, gelukt, geslaagd, fini, termine
gedaan: uitgevoerd, besproken, behandeld, geregeld, verwerkt, verstuurd, verzonden, gepubliceerd, gerealiseerd
gedaan: bereikt, beantwoord, betaald, goedgekeurd, vastgesteld, besloten, gebeld, gemaild, gesproken, ingevoerd
archief: archief, archive, archived, gearchiveerd, archiveren, oude kaarten
gepland: toegewezen, geprioriteerd, geselecteerd, geagendeerd, agenda, op de agenda
bezig: bezig, doing, in progress, inprogress, wip, work in progress, in uitvoering, lopend, lopende, loopt
bezig: mee bezig, in behandeling, onderhanden, onder handen, ongoing, started, gestart, opgestart, opgepakt
bezig: working on, werken aan, aan het werk, aan de slag, active, in voorbereiding, in onderzoek, in overleg
bezig: in ontwikkeling, in development, nu, now, vandaag, today, uitgezet, aangevraagd, op dit moment, onderweg
gepland: to do, todo, to dos, todos, te doen, gepland, geplande, planned, planning, ingepland, inplannen, scheduled
gepland: deze week, this week, volgende week, next week, next, volgende, up next, hierna, komende week, eerstvolgende
gepland: deze maand, volgende maand, this month, sprint, klaarzetten, actielijst, actiepunten, takenlijst, aan de beurt
gepland: binnenkort, straks, morgen, maandag, dinsdag, woensdag, donderdag, vrijdag, kwartaal, prioriteit, prioriteiten
gepland: ter bespreking, agendapunten, bespreekpunten, oppakken, doorpakken, voorbereiden, uitzoeken, uitvoeren
idee: backlog, idee, ideeen, ideetjes, idea, ideas, brainstorm, inbox, later, ooit, misschien, someday, maybe
idee: wensen, wens, wensenlijst, wishlist, wish list, voorstel, voorstellen, suggesties, inspiratie, verzamelbak
idee: nieuw, nieuwe, new, binnengekomen, ingekomen, aangemeld, ingediend, longlist
why: waarom, why, zorg, zorgen, aanleiding, het probleem, problemen, waar lig je wakker van
citizen: inwoner, inwoners, bewoner, bewoners, burger, burgers, citizen, citizens
citizen: resident, residents, behoefte, behoeften, klant, klanten, user needs
leadership: leiderschap, leadership, eigenaarschap, ownership, gezicht, gezichten
talents: talent, talenten, talents, vaardigheden, skills, wie kan dit, wie helpt
increments: klein, kleine stap, kleine stappen, stapjes, quick wins, quick win, small steps
"""
KINDS = tuple(
    (target, tuple(phrase.strip() for phrase in phrases.split(",")))
    for target, phrases in (line.split(":") for line in PHRASES.strip().splitlines())
)
# Words that mean something only when they are the whole name.
WHOLE = {
    "doen": "gepland",
    "actie": "gepland",
    "acties": "gepland",
    "taken": "gepland",
    "ready": "gepland",
    "week": "gepland",
    "test": "bezig",
    "actief": "bezig",
    "uitvoering": "bezig",
    "resultaat": "gedaan",
    "resultaten": "gedaan",
    "live": "gedaan",
    "akkoord": "gedaan",
    "oud": "archief",
    "af": "gedaan",
    "ok": "gedaan",
    "v": "gedaan",
    "x": "gedaan",
}
DEFAULT = "idee"
# “Niet gedaan”, “nog niet klaar”, “not yet done”: what is said to be done, is not.
NOT = re.compile(r" (?:niet|nooit|not|nog|yet|geen)(?: \w+)? $")
# “Te bespreken”, “uit te voeren”, “af te ronden”: work that waits. Not “te laat”.
TO_BE_DONE = re.compile(r" te \w+(?:en|gaan|zien|doen) ")
# “Uitgezocht”, “opgeruimd”, “doorgegeven”: a participle of a verb in two parts says that it happened.
HAPPENED = re.compile(r" (?:af|op|uit|in|aan|na|door|mee|toe|bij|terug|weg|over|vast)ge\w{2,}(?:d|t|en) ")


@lru_cache(maxsize=2000)
def guess_key(name: str) -> str:
    """The key of the target that fits the name of a list best; "idee" when nothing fits."""
    words = fold(name)
    if words in WHOLE:
        return WHOLE[words]
    padded = f" {words} "
    found = next(((key, at) for key, phrases in KINDS for p in phrases if (at := padded.find(f" {p} ")) >= 0), None)
    if found is None:
        return _by_form(padded)
    is_not = found[0] == "gedaan" and NOT.search(padded[: found[1] + 1])
    return "gepland" if is_not else found[0]


def _by_form(padded: str) -> str:
    """What the form of a word says, when no word is known."""
    if TO_BE_DONE.search(padded):
        return "gepland"
    return "gedaan" if HAPPENED.search(padded) else DEFAULT


def fold(name: str) -> str:
    """A name without case, accents, pictures and punctuation: “Ideeën! 💡” is "ideeen"."""
    plain = "".join(each for each in normalize("NFKD", name.casefold()) if not combining(each))
    return " ".join(re.findall(r"[^\W_]+", plain))
