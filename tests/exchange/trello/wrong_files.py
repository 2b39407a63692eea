"""Files that are no board of Trello, with what is said of them: on the page and at a terminal the same."""

import gzip
import json
from io import BytesIO
from zipfile import ZipFile

from board.exchange.trello.read.files import Refusal
from tests.exchange.trello import trello


def zipped(*names: str) -> bytes:
    holder = BytesIO()
    with ZipFile(holder, "w") as archive:
        for name in names:
            archive.writestr(name, "cards,lists,members")
    return holder.getvalue()


def an_open_document(kind: str) -> bytes:
    holder = BytesIO()
    with ZipFile(holder, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
    return holder.getvalue()


BOARD = trello.board(cards=[trello.card()])
CARD = {"id": "1", "name": "Bel", "idList": "2", "idBoard": "3", "idShort": 4}
LIST = {"id": "2", "name": "Te doen", "idBoard": "3", "pos": 1, "closed": False}
WHOLE = trello.as_file(BOARD)


def as_json(found: object) -> bytes:
    return json.dumps(found).encode()


# What it is, its bytes, the reason, and words that must be in the sentence.
WRONG: list[tuple[str, bytes, Refusal, str]] = [
    ("nothing", b"", Refusal.EMPTY, "leeg"),
    ("blanks", b"\xef\xbb\xbf \r\n", Refusal.EMPTY, "leeg"),
    ("a saved page", b"\n<!DOCTYPE html><title>Log in to Trello</title>", Refusal.WEB_PAGE, "webpagina"),
    ("a zip of a workspace", zipped("boards/bord.json", "boards/bord.csv"), Refusal.ZIP, "Pak het uit"),
    ("a zip that is cut off", zipped("bord.json")[:40], Refusal.ZIP, "Pak het uit"),
    ("a gzip", gzip.compress(WHOLE), Refusal.ZIP, "Pak het uit"),
    ("an xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), Refusal.WORKBOOK, "Excel"),
    ("an old xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal.WORKBOOK, "Excel"),
    ("an ods", an_open_document("spreadsheet"), Refusal.WORKBOOK, "Excel"),
    ("a docx", zipped("word/document.xml"), Refusal.DOCUMENT, "document"),
    ("an odt", an_open_document("text"), Refusal.DOCUMENT, "document"),
    ("a pdf", b"%PDF-1.7\n%\xe2\xe3", Refusal.DOCUMENT, "document"),
    ("a photo", b"\xff\xd8\xff\xe0\x00\x10JFIF", Refusal.PICTURE, "afbeelding"),
    ("a csv of Trello", b"Card ID,Card Name,Card URL\r\n1,Bel,x", Refusal.CSV, "CSV"),
    ("a Dutch csv", "Kaart-ID;Kaartnaam;Één\n1;Bel;x".encode("cp1252"), Refusal.CSV, "CSV"),
    ("a csv of Excel", b"\xef\xbb\xbfsep=;\nTitel;Lijst\n", Refusal.CSV, "CSV"),
    ("a table of Deck", "Kaarttitel\tBeschrijving\tLijstnaam\n".encode("utf-16"), Refusal.CSV, "CSV"),
    ("half a board", WHOLE[: len(WHOLE) // 2], Refusal.CUT_OFF, "niet heel"),
    ("half a board in UTF-16", WHOLE.decode().encode("utf-16")[:99], Refusal.CUT_OFF, "niet heel"),
    ("words", b"Beste allemaal", Refusal.NOT_JSON, "geen export van Trello"),
    ("one card", as_json(CARD), Refusal.SINGLE_CARD, "één kaart"),
    ("one list", as_json(LIST), Refusal.SINGLE_LIST, "één lijst"),
    ("one list with its cards", as_json({**LIST, "cards": [CARD]}), Refusal.SINGLE_LIST, "één lijst"),
    ("all lists", as_json([LIST, LIST]), Refusal.SINGLE_LIST, "één lijst"),
    ("all cards", as_json([CARD, CARD]), Refusal.CARDS_ONLY, "zonder hun bord"),
    ("cards alone", as_json({"cards": [CARD]}), Refusal.CARDS_ONLY, "zonder hun bord"),
    ("a workspace", as_json({"id": "1", "displayName": "Team", "idBoards": []}), Refusal.WORKSPACE, "werkruimte"),
    ("names of boards", as_json({"boards": [{"id": "1", "name": "A"}]}), Refusal.WORKSPACE, "werkruimte"),
    ("two boards", as_json([BOARD, BOARD]), Refusal.SEVERAL_BOARDS, "2 borden"),
    ("two boards in a wrapping", as_json({"boards": [BOARD, BOARD]}), Refusal.SEVERAL_BOARDS, "2 borden"),
    ("WeKan", as_json({"_format": "wekan-board-1.0.0", "cards": [], "lists": []}), Refusal.OTHER_TOOL, "WeKan"),
    ("Deck", as_json({"boards": [{"id": 1, "title": "x", "stacks": []}]}), Refusal.OTHER_TOOL, "Nextcloud Deck"),
    ("an old Deck", as_json({"188": {"id": 1, "title": "x", "stacks": []}}), Refusal.OTHER_TOOL, "Nextcloud Deck"),
    ("Planka", as_json({"item": {"id": "1"}, "included": {"cards": []}}), Refusal.OTHER_TOOL, "Planka"),
    ("Jira", as_json({"startAt": 0, "issues": [{"key": "A-1"}]}), Refusal.OTHER_TOOL, "Jira"),
    ("Planner", as_json({"buckets": [], "tasks": []}), Refusal.OTHER_TOOL, "Planner"),
    ("an empty list", b"[]", Refusal.NOT_A_BOARD, "geen bord van Trello"),
    ("something else", b'{"a": 1}', Refusal.NOT_A_BOARD, "geen bord van Trello"),
    ("a number", b"3", Refusal.NOT_A_BOARD, "geen bord van Trello"),
]
# A board all the same: alone in a list or a wrapping, and as editors save it.
RIGHT = [
    as_json([BOARD]),
    as_json({"board": BOARD}),
    as_json({"boards": [BOARD]}),
    b"\xef\xbb\xbf" + WHOLE,
    WHOLE.decode().encode("utf-16"),
    json.dumps(trello.board(name="Ideeën", cards=[trello.card()]), ensure_ascii=False).encode("cp1252"),
]
