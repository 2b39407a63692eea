"""The guess of a list knows the everyday words of Dutch teams, and the form of words that it does not know."""

import pytest

from board.exchange.trello.plan.lists import guess_key

WORDS = {
    "gepland": (
        *(
            "Te doen",
            "Nog te doen",
            "To do",
            "Deze week",
            "Volgende week",
            "Deze maand",
            "Gepland",
            "Ingepland",
            "Sprint 4",
        ),
        *(
            "Acties",
            "Actiepunten",
            "Aan de beurt",
            "Binnenkort",
            "Oppakken",
            "Klaar voor uitvoering",
            "Klaar om te testen",
        ),
        *("Nog niet gedaan", "Niet klaar", "Nog niet afgerond", "Nog niet gelukt", "Not yet done", "Nog niet begonnen"),
        *("Te bespreken", "Nog te regelen", "Uit te zoeken", "Af te ronden", "Maandag", "Prioriteit"),
    ),
    "bezig": (
        *("Bezig", "Mee bezig", "Mee bezig (max 3)", "Wachten op", "Wacht op akkoord", "Wacht op reactie gemeente"),
        *(
            "In behandeling",
            "In uitvoering",
            "Lopend",
            "Lopende zaken",
            "Loopt",
            "Opgepakt",
            "Controle",
            "Ter goedkeuring",
        ),
        *(
            "Aan het werk",
            "In voorbereiding",
            "Bijna klaar",
            "In de wacht",
            "Onderhanden",
            "Doing ⚙️",
            "Review",
            "Vandaag",
        ),
    ),
    "gedaan": (
        *(
            "Gedaan",
            "Klaar",
            "Klaar! 🎉",
            "Afgerond",
            "Afgehandeld",
            "Besproken",
            "Uitgevoerd",
            "Voltooid",
            "Gereed",
            "Done",
        ),
        *("Afgesloten", "Opgelost", "Geregeld", "Verstuurd", "Goedgekeurd", "Niet gelukt", "Gedaan deze week", "Af"),
        *("Uitgezocht", "Opgeruimd", "Doorgegeven", "Nagevraagd", "Afgerond in maart", "Archief gedaan"),
    ),
    "archief": ("Archief", "Archief 2025", "Gearchiveerd", "Archive", "Oude kaarten"),
    "gestopt": ("Gestopt", "Geannuleerd", "Vervallen", "Doen we niet", "Gaat niet door", "Afgewezen", "Prullenbak"),
    "idee": (
        *("Ideeën", "IDEEËN 💡", "Ooit", "Ooit / misschien", "Later", "Backlog", "Product backlog", "Geparkeerd"),
        *("Parkeerplaats", "Uitgesteld", "IJskast", "Wensen", "Nieuw", "Inbox", "Voorstellen", "Binnengekomen"),
        # Subjects, not states: nothing in them is a guess.
        *(
            "Gemeente",
            "Oud Zuid",
            "Gebiedsteam",
            "Vergunningen",
            "Begroting 2026",
            "Gezond leven",
            "Geldzaken",
            "",
            "🙂",
        ),
    ),
    "citizen": ("Inwoners", "Behoeften van bewoners"),
    "why": ("Waarom?", "Zorgen"),
}


@pytest.mark.parametrize("key", WORDS)
def test_a_list_is_guessed_by_its_name(key: str) -> None:
    assert {name: guess_key(name) for name in WORDS[key]} == dict.fromkeys(WORDS[key], key)
