"""Why a file is not taken for a Trello board; `phrases` has the words, for screen and terminal alike."""

from enum import Enum


class Refusal(Enum):
    """What is wrong with the file, in the terms that help somebody to choose a better one."""

    TOO_BIG = "too_big"
    TOO_BIG_AT_ALL = "too_big_at_all"
    EMPTY = "empty"
    WEB_PAGE = "web_page"
    ZIP = "zip"
    WORKBOOK = "workbook"
    DOCUMENT = "document"
    PICTURE = "picture"
    CSV = "csv"
    CUT_OFF = "cut_off"
    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    SINGLE_CARD = "single_card"
    SINGLE_LIST = "single_list"
    CARDS_ONLY = "cards_only"
    WORKSPACE = "workspace"
    SEVERAL_BOARDS = "several_boards"
    OTHER_TOOL = "other_tool"
    NOT_A_BOARD = "not_a_board"


IN_ENGLISH = {
    Refusal.TOO_BIG: "the file is larger than what may come through the page",
    Refusal.TOO_BIG_AT_ALL: "the file is larger than what the command takes",
    Refusal.EMPTY: "the file is empty",
    Refusal.WEB_PAGE: "the file is a web page, not a JSON export",
    Refusal.ZIP: "the file is a zip or another archive",
    Refusal.WORKBOOK: "the file is a spreadsheet",
    Refusal.DOCUMENT: "the file is a document, such as a PDF",
    Refusal.PICTURE: "the file is a picture",
    Refusal.CSV: "the file is a CSV export, not a JSON export",
    Refusal.CUT_OFF: "the file begins as JSON, and is cut off or damaged",
    Refusal.NOT_JSON: "the file is not JSON",
    Refusal.TOO_DEEP: "the file is nested deeper than any Trello board",
    Refusal.SINGLE_CARD: "the file is the export of one card, not of a board",
    Refusal.SINGLE_LIST: "the file is the export of one list, not of a board",
    Refusal.CARDS_ONLY: "the file holds cards without their board",
    Refusal.WORKSPACE: "the file is about a workspace, not a board",
    Refusal.SEVERAL_BOARDS: "the file holds several boards",
    Refusal.OTHER_TOOL: "the file is the export of another program",
    Refusal.NOT_A_BOARD: "the file is JSON, but not a Trello board",
}


class NotATrelloBoard(Exception):
    """The file is refused, with a reason that a screen can put into words.

    `of` is what that reason needs to be said: the limit in MB, the program it came from, the number of boards.
    """

    def __init__(self, reason: Refusal, of: str = "") -> None:
        super().__init__(IN_ENGLISH[reason])
        self.reason, self.of = reason, of
