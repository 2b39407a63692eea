"""What is no markup within a line, though it looks like it: folders on a network, and sums."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, linkify

SCHEME = re.compile(r"(?:^|[^a-z0-9.+-])(https?)$", re.IGNORECASE)
TAIL = len("https") + 2  # and two before it, so that nothing is taken for the beginning of the text
# A folder on a network or a disk, with spaces in its names; what Windows keeps out of a name ends it.
PART = r'[^\n\\<>:"/|?*]*'
NETWORK_PATH = re.compile(rf'(?:\\\\(?=[^\s\\])|(?<![^\W_])[A-Za-z]:\\)(?:{PART}\\)*[^\s\\<>:"/|?*]*')
DRIVE = re.compile(r"(?:^|[^a-z0-9])([a-z]:)$", re.IGNORECASE)


def add_to(parser: MarkdownIt) -> None:
    """Read with these rules."""
    parser.inline.ruler.before("escape", "network_path", _network_path)
    parser.inline.ruler.before("emphasis", "sum", _sum)
    parser.inline.ruler.at("linkify", _linkify)


def _network_path(state: StateInline, silent: bool) -> bool:
    r"""A folder, \\server\wonen\_dossiers_ or H:\wonen: its backslashes and underscores are no markup."""
    if state.src[state.pos] != "\\":
        return False
    start = state.pos - 2 if DRIVE.search(state.pending[-3:]) else state.pos
    found = NETWORK_PATH.match(state.src, start, state.posMax)
    if found is None:
        return False
    if not silent:
        state.pending += found.group()[state.pos - start :]
    state.pos = found.end()
    return True


def _sum(state: StateInline, silent: bool) -> bool:
    """A star between numbers, as in 5*4 or 2*3 m: it multiplies."""
    before, after = state.src[state.pos - 1 : state.pos], state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "*" or not (before.isalnum() and after.isalnum()):
        return False
    if not (before.isdigit() or after.isdigit()):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True


def _linkify(state: StateInline, silent: bool) -> bool:
    """The rule for https://…, which looks for its scheme in all that stands before: here only in the last letters."""
    found = SCHEME.search(state.pending[-TAIL:]) if state.src.startswith("://", state.pos) else None
    if found is None:
        return False
    before = state.pending
    state.pending = before[: -len(found[1])]
    if state.pending and not silent:
        state.pushPending()
    state.pending = found[1]
    is_link = linkify(state, silent)
    if silent:
        state.pending = before
    return is_link
