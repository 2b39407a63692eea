"""Why a file is not taken for a Trello board; the words for the user are the screen's."""

from enum import Enum


class Refusal(Enum):
    """What is wrong with the file, in the terms that help somebody to choose a better one."""

    TOO_BIG = "too_big"
    EMPTY = "empty"
    WEB_PAGE = "web_page"
    CSV = "csv"
    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    SINGLE_CARD = "single_card"
    OTHER_TOOL = "other_tool"
    NOT_A_BOARD = "not_a_board"


IN_ENGLISH = {
    Refusal.TOO_BIG: "the file is larger than 50 MB",
    Refusal.EMPTY: "the file is empty",
    Refusal.WEB_PAGE: "the file is a web page, not a JSON export",
    Refusal.CSV: "the file is a CSV export, not a JSON export",
    Refusal.NOT_JSON: "the file is not JSON, or it is cut off",
    Refusal.TOO_DEEP: "the file is nested deeper than any Trello board",
    Refusal.SINGLE_CARD: "the file is the export of one card, not of a board",
    Refusal.OTHER_TOOL: "the file is the export of another program",
    Refusal.NOT_A_BOARD: "the file is JSON, but not a Trello board",
}


class NotATrelloBoard(Exception):
    """The file is refused, with a reason that a screen can put into words."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(IN_ENGLISH[reason])
        self.reason = reason
