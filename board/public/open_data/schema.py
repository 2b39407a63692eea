"""What stands in the open data, field by field: a JSON Schema, and the columns of the CSV."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from board.config import Settings
from board.core.opgaven.results import EvidenceKind, Outcome

# `x_of_y` is the field x of y.
COLUMNS = (
    "id",
    "number",
    "week",
    "date",
    "outcome",
    "sentence",
    "deed",
    "lesson",
    "kind_of_evidence",
    "text_of_evidence",
    "url_of_evidence",
    "id_of_opgave",
    "name_of_opgave",
    "title_of_opgave",
    "url_of_photo",
    "alt_of_photo",
    "published_at",
    "corrected_at",
    "licence",
    # What came later comes last, so that nothing moves for who counts columns.
    "iso_week",
    "url",
    "url_of_opgave",
)
Schema = dict[str, Any]


def schema(settings: Settings) -> Schema:
    """A JSON Schema (2020-12) of the JSON; its descriptions are also what the page tells."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": settings.authority + url_for("open_data.schema_json"),
        "title": _("Resultaten die inwoners merken"),
        **_object(_of_the_whole()),
        "$defs": {"result": _object(_of_a_result())},
    }


def _of_the_whole() -> dict[str, Schema]:
    return {
        "$schema": _address(_("Het adres van deze beschrijving.")),
        "title": _text(_("Wat dit is.")),
        "publisher": _text(_("Welke organisatie dit uitgeeft.")),
        "homepage": _address(_("De pagina's waar inwoners dit lezen.")),
        "documentation": _address(_("De uitleg.")),
        "licence": _address(_("Het adres van de licentie.")),
        "language": {"const": "nl", "description": _("De taal van de teksten.")},
        "results": {
            "type": "array",
            "items": {"$ref": "#/$defs/result"},
            "description": _("Alle resultaten die nu te lezen zijn. Wat is ingetrokken, staat er niet meer in."),
        },
    }


def _of_a_result() -> dict[str, Schema]:
    return {
        "id": _address(_("De naam van het resultaat, als adres. Die blijft, ook als de site verhuist.")),
        "url": _address(_("Waar het resultaat nu te lezen is.")),
        "number": {"type": "integer", "minimum": 1, "description": _("Het vaste nummer.")},
        "week": _pattern(r"^\d{4}-\d{2}$", _("De week waarin het gebeurde, als jaar en weeknummer: 2026-05.")),
        "iso_week": _pattern(
            r"^\d{4}-W\d{2}$",
            _("Dezelfde week, zoals ISO 8601 haar schrijft: 2026-W05. Geen computer houdt dat voor een maand."),
        ),
        "date": _form("date", _("De dag waarop het gebeurde.")),
        "outcome": _one_of(Outcome, _("Hoe het ging: gelukt, deels gelukt, of niet gelukt en wel geleerd.")),
        "sentence": _text(_("Wat de inwoner ervan merkt, in één zin.")),
        "deed": _text(_("Wat we deden. Leeg als dat er niet bij staat.")),
        "lesson": _text(_("Wat we leerden. Leeg als dat er niet bij staat.")),
        "evidence": _or_nothing(_evidence(), _("Hoe we weten dat een inwoner het merkt.")),
        "opgave": {**_object(_opgave()), "description": _("De opgave waar het bij hoort.")},
        "photo": _or_nothing(
            _photo(), _("Een foto van het werk. Wie haar maakte, staat op de pagina van het resultaat.")
        ),
        "published_at": _form("date-time", _("Wanneer het voor het eerst te lezen was (UTC).")),
        "corrected_at": {
            **_form("date-time", _("Wanneer de tekst voor het laatst is verbeterd; leeg als dat nooit gebeurde.")),
            "type": ["string", "null"],
        },
    }


def _evidence() -> dict[str, Schema]:
    url = {"type": ["string", "null"], "format": "uri", "description": _("Waar meer te lezen is.")}
    kind = _one_of(EvidenceKind, _("Wat voor bewijs: een aantal, een uitspraak, een foto of een link."))
    return {"kind": kind, "text": _text(_("In woorden.")), "url": url}


def _opgave() -> dict[str, Schema]:
    return {
        "id": _address(_("De naam van de opgave, als adres. Die blijft, ook als de site verhuist.")),
        "url": _address(_("Waar de opgave nu te lezen is.")),
        "name": _text(_("De korte naam.")),
        "title": _text(_("Waar het om begonnen is.")),
    }


def _photo() -> dict[str, Schema]:
    return {
        "url": _address(_("Het adres van de foto.")),
        "alt": _text(_("Wat erop te zien is.")),
    }


def _object(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_nothing(properties: dict[str, Schema], words: str) -> Schema:
    return {"description": words, "oneOf": [{"type": "null"}, _object(properties)]}


def _text(words: str) -> Schema:
    return {"type": "string", "description": words}


def _address(words: str) -> Schema:
    return _form("uri", words)


def _form(name: str, words: str) -> Schema:
    return {"type": "string", "format": name, "description": words}


def _pattern(pattern: str, words: str) -> Schema:
    return {"type": "string", "pattern": pattern, "description": words}


def _one_of(words_of: type[Outcome] | type[EvidenceKind], words: str) -> Schema:
    return {"enum": [member.value for member in words_of], "description": words}
