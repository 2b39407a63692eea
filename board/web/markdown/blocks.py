"""What a line begins with and what it means here: numbers as they were typed, boxes, quotations, and code."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_block import StateBlock, blockquote
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

BOX = re.compile(r"\[([ xX]?)\](?=\s)")
QUOTED = re.compile(r">(?!\s?\d)(?=[\s>]|$)", re.MULTILINE)
BREAKS = {"softbreak", "hardbreak"}


def add_to(parser: MarkdownIt) -> None:
    """Read with these rules."""
    parser.block.ruler.at("blockquote", _quotation, {"alt": ["paragraph", "blockquote", "list"]})
    parser.core.ruler.push("own_numbers", _own_numbers)
    parser.core.ruler.push("boxes", _boxes)
    parser.add_render_rule("fence", _code)


def _quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A quotation has a space behind its mark: “>18 jaar” and “> 3 maanden” say more than."""
    place = state.bMarks[start] + state.tShift[start]
    return QUOTED.match(state.src, place) is not None and blockquote(state, start, end, silent)


def _own_numbers(state: StateCore) -> None:
    """Each number as it was typed, also where one is passed over. Only 1, 1, 1 counts by itself."""
    for items in _ordered_lists(state.tokens):
        numbers = [int(item.info) for item in items]
        if len(set(numbers)) == 1:
            continue
        for item, number, before in zip(items[1:], numbers[1:], numbers, strict=False):
            if number != before + 1:
                item.attrSet("value", number)


def _ordered_lists(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The items of each list with numbers."""
    open_lists: list[list[Token]] = []
    for token in tokens:
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            open_lists.append([])
        elif token.type == "list_item_open" and token.info:
            open_lists[-1].append(token)
        elif token.type in {"ordered_list_close", "bullet_list_close"} and (items := open_lists.pop()):
            yield items


def _boxes(state: StateCore) -> None:
    """[ ] and [x] at the start of a line are boxes."""
    for token in state.tokens:
        parts = token.children or []
        for before, part in zip([None, *parts], parts, strict=False):
            begins = part.type == "text" and (before is None or before.type in BREAKS)
            if begins and (box := BOX.match(part.content)):
                part.content = ("☑" if box[1].strip() else "☐") + part.content[box.end() :]


def _code(_renderer: Any, tokens: Sequence[Token], place: int, *_more: Any) -> str:
    """Code as it stands; what was typed behind its first fence is its first line."""
    name, content = tokens[place].info.strip(), tokens[place].content
    shown = f"{name}\n{content}" if name else content
    return f"<pre><code>{escapeHtml(shown)}</code></pre>\n"
