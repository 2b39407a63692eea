"""Guesses from the name of a list what its cards are: a state, a building block, or just ideas."""

import re
from unicodedata import combining, normalize

# In order: the first that fits wins, so what turns a meaning round comes first. A state says more than
# a block, because a card keeps its text but a state that is lost is lost.
PHRASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("gepland", ("klaar voor", "klaar om", "ready for", "ready to", "nog te doen", "to be done")),
    ("gepland", ("nog niet gedaan", "niet gedaan", "nog niet klaar", "niet klaar", "not done", "undone")),
    ("gepland", ("nog niet begonnen", "niet begonnen", "niet gestart", "not started", "nog doen")),
    ("bezig", ("bijna klaar", "almost done", "bijna af")),
    ("gestopt", ("gestopt", "stopped", "geannuleerd", "cancelled", "canceled", "vervallen", "afgewezen")),
    (
        "gestopt",
        ("rejected", "archief", "archive", "archived", "gearchiveerd", "won t do", "wont do", "dropped"),
    ),
    (
        "gestopt",
        ("abandoned", "obsolete", "prullenbak", "trash", "doen we niet", "gaat niet door", "afgeblazen"),
    ),
    ("gedaan", ("gedaan", "done", "klaar", "afgerond", "gereed", "voltooid", "opgeleverd", "geleverd")),
    (
        "gedaan",
        ("complete", "completed", "finished", "closed", "gesloten", "afgehandeld", "afgesloten", "opgelost"),
    ),
    (
        "gedaan",
        ("resolved", "released", "shipped", "delivered", "deployed", "behaald", "gelukt", "fini", "termine"),
    ),
    (
        "bezig",
        ("bezig", "doing", "in progress", "inprogress", "wip", "work in progress", "in uitvoering", "lopend"),
    ),
    (
        "bezig",
        (
            "mee bezig",
            "in behandeling",
            "onderhanden",
            "ongoing",
            "started",
            "gestart",
            "working on",
            "active",
        ),
    ),
    (
        "bezig",
        (
            "review",
            "testing",
            "testen",
            "in test",
            "qa",
            "wacht",
            "wachten",
            "wachten op",
            "waiting",
            "on hold",
        ),
    ),
    (
        "bezig",
        ("blocked", "geblokkeerd", "pending", "in ontwikkeling", "in development", "nu", "now", "vandaag"),
    ),
    ("bezig", ("today", "mee aan de slag", "loopt")),
    (
        "gepland",
        ("to do", "todo", "to dos", "todos", "te doen", "gepland", "planned", "planning", "ingepland"),
    ),
    (
        "gepland",
        ("deze week", "this week", "volgende week", "next week", "next", "volgende", "up next", "hierna"),
    ),
    (
        "gepland",
        (
            "sprint",
            "klaarzetten",
            "scheduled",
            "komende week",
            "deze maand",
            "this month",
            "actielijst",
        ),
    ),
    (
        "idee",
        ("backlog", "idee", "ideeen", "idea", "ideas", "brainstorm", "inbox", "icebox", "later", "ooit"),
    ),
    (
        "idee",
        (
            "someday",
            "wensen",
            "wensenlijst",
            "wishlist",
            "wish list",
            "voorstel",
            "voorstellen",
            "suggesties",
        ),
    ),
    (
        "why",
        (
            "waarom",
            "why",
            "zorg",
            "zorgen",
            "aanleiding",
            "het probleem",
            "problemen",
            "waar lig je wakker van",
        ),
    ),
    ("citizen", ("inwoner", "inwoners", "bewoner", "bewoners", "burger", "burgers", "citizen", "citizens")),
    ("citizen", ("resident", "residents", "behoefte", "behoeften", "klant", "klanten", "user needs")),
    ("leadership", ("leiderschap", "leadership", "eigenaarschap", "ownership", "gezicht", "gezichten")),
    ("talents", ("talent", "talenten", "talents", "vaardigheden", "skills", "wie kan dit", "wie helpt")),
    (
        "increments",
        ("klein", "kleine stap", "kleine stappen", "stapjes", "quick wins", "quick win", "small steps"),
    ),
)
# Words that mean something only when they are the whole name.
WHOLE = {
    "doen": "gepland",
    "actie": "gepland",
    "acties": "gepland",
    "ready": "gepland",
    "test": "bezig",
    "af": "gedaan",
    "ok": "gedaan",
    "v": "gedaan",
    "x": "gedaan",
}
DEFAULT = "idee"


def guess_key(name: str) -> str:
    """The key of the target that fits the name of a list best; "idee" when nothing fits."""
    words = fold(name)
    if words in WHOLE:
        return WHOLE[words]
    padded = f" {words} "
    return next((key for key, phrases in PHRASES if any(f" {p} " in padded for p in phrases)), DEFAULT)


def fold(name: str) -> str:
    """A name without case, accents, pictures and punctuation: “Ideeën! 💡” is "ideeen"."""
    plain = "".join(each for each in normalize("NFKD", name.casefold()) if not combining(each))
    return " ".join(re.findall(r"[^\W_]+", plain))
