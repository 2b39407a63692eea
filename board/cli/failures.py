"""What went wrong, in one sentence for who runs the command: what, where, and what would help. Never a password."""

import re
import sqlite3

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from board.backup import CannotBackUp
from board.config import Settings, WrongSetting
from board.db import Busy
from board.db.schema import StrangeDatabase
from board.setting_values import reason, without_password

MORE = "Waar het misging: opgavebord --traceback …"
# What databases and drivers say, and what that means here. The first that fits is told.
ON_SQLITE = {
    "unable to open database": "De database {file} is niet te openen: de map is er niet, of geeft geen toegang.",
    "not a database|malformed": "{file} is geen (hele) database. Zet een reservekopie terug: opgavebord restore.",
    "readonly|read-only": "De database {file} is alleen te lezen. Van wie zijn het bestand en zijn map?",
    "is full": "De schijf van {file} is vol.",
    "disk I/O": "De schijf van {file} geeft een fout.",
    "already exists|no such (table|column)": "In {file} staan tabellen die niet van Opgavebord zijn, of half. "
    "Zet een reservekopie terug: opgavebord restore.",
    "is locked": "Een ander programma houdt {file} vast. Probeer het zo nog eens.",
}
ON_POSTGRESQL = {
    "refused|No such file|Is the server running": "Op {server} antwoordt geen database. Draait PostgreSQL daar?",
    "translate host|resolve host|not known|nodename": "De machine {host} is niet te vinden. Klopt de naam?",
    "time.?out|timed out|route to host|unreachable": "{server} is niet te bereiken.",
    "starting up|shutting down|recovery mode": "De database op {server} start of stopt net. Probeer het zo nog eens.",
    "too many|connection slots": "De database op {server} heeft geen verbinding meer over.",
    'database ".*" does not exist': "Op {server} is geen database {database}. Maak haar met: createdb {database}",
    'role ".*" does not exist|authentication|password|pg_hba': "{server} laat gebruiker {user} niet in {database}. "
    "Kloppen naam, wachtwoord en pg_hba.conf?",
    "invalid response|expected auth|unexpected": "Op {server} antwoordt iets dat geen PostgreSQL is. Klopt de poort?",
    "SSL|certificate|TLS": "De beveiligde verbinding met {server} lukt niet. Klopt sslmode?",
    "permission denied|must be owner": "Gebruiker {user} mag in database {database} niet wat Opgavebord moet doen. "
    "Maak hem de eigenaar: ALTER DATABASE … OWNER TO …",
    "already exists|does not exist": "In database {database} staan tabellen die niet van Opgavebord zijn, of half. "
    "Zet een reservekopie terug: opgavebord restore.",
    "read-only": "De database op {server} is alleen te lezen: is het een kopie van een andere?",
    "No space|disk full|could not extend": "De schijf van de database op {server} is vol.",
    "invalid (port|connection|integer|\\w+ value)|could not parse": "In het adres van de database op {host} staat iets "
    "dat PostgreSQL niet kent.",
    "closed the connection|terminat|connection.*(lost|closed|reset)": "De database op {server} verbrak de verbinding.",
}


def failure_sentence(problem: BaseException, settings: Settings | None = None) -> str:
    """One sentence (or two: what helps), on one line."""
    match problem:
        case WrongSetting() | StrangeDatabase() | CannotBackUp():
            text = str(problem)
        case SQLAlchemyError() if settings:
            text = _of_database(problem, settings.database_url)
        case sqlite3.Error() if settings:
            text = _of_database(problem, settings.database_url)
        case OSError():
            text = f"{problem.filename or 'Dit lukt niet'}: {reason(problem)}."
        case Busy():
            text = "Iemand anders schrijft al een tijd in deze database. Probeer het zo nog eens."
        case MemoryError():
            text = "Er is te weinig geheugen."
        case _:
            text = f"Er ging iets mis dat we niet kennen: {_first_line(problem)}. {MORE}"
    return " ".join(_without_secrets(text, settings).split())


def _of_database(problem: Exception, address: str) -> str:
    url = make_url(address)
    host = url.host or str(url.query.get("host", "deze machine"))
    parts = {
        "file": url.database,
        "host": host,
        "server": f"{host}:{url.port or 5432}",
        "database": url.database or url.username or "",
        "user": url.username or "",
    }
    for pattern, meaning in (ON_SQLITE if url.get_backend_name() == "sqlite" else ON_POSTGRESQL).items():
        if re.search(pattern, str(problem), re.IGNORECASE):
            return meaning.format(**parts)
    return f"De database geeft een fout die we niet kennen: {_first_line(problem)}. {MORE}"


def _first_line(problem: BaseException) -> str:
    said = str(problem).partition("\n")[0].strip()
    return f"{type(problem).__name__}, {said[:200]}" if said else type(problem).__name__


def _without_secrets(text: str, settings: Settings | None) -> str:
    """Nothing of ours says them; what a driver or a library says may."""
    text = without_password(text)
    secrets = [settings.secret_key, make_url(settings.database_url).password or ""] if settings else []
    for secret in secrets:
        text = text.replace(str(secret), "…") if len(str(secret)) > 3 else text
    return text
