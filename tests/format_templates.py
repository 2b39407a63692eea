"""The formatter of our templates, for `make format`: no line over 160 characters, and not a node more on the page.

A formatter of HTML that moves elements to lines of their own puts white space between words and between buttons. This
one breaks a long line only where a break changes nothing: before a Jinja tag whose `-` takes the break away, inside a
Jinja tag, between attributes, and at a space that was there already.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TEMPLATES = Path(__file__).parents[1] / "templates"
LONGEST_LINE = 160
INDENT = "  "
# A break before this column leaves a line that is hardly worth it.
SHORTEST = 40

JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
OPENS = re.compile(r"\{%[-+]?\s*(if|for|call|macro|block|filter|with)\b|\{%[-+]?\s*set\s+[\w, ]+%\}")
CLOSES = re.compile(r"\{%[-+]?\s*end\w+")
ELSE = re.compile(r"\{%[-+]?\s*(else|elif)\b")
# The words of a Jinja tag between which a line may break: strings, brackets, and the spaces before an operator.
TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<comma>,\s)
    |(?P<choice>\s(?=(?:if|else)\s))|(?P<operator>\s(?=(?:and|or|~|\|)\s))""",
    re.VERBOSE,
)
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "use"}
# Elements whose white space a reader sees, by their own nature or by our styles (`white-space: pre-line`).
SPACED = re.compile(r"<(?:pre|textarea|q|title)\b|ob-(?:raad__eigen|samen__tekst|oud|nieuw|lees__zin|regels|brief)\b")


@dataclass(frozen=True)
class Break:
    """A place where a line may end: between `start` and `end` (white space, or nothing) comes `text`."""

    start: int
    end: int
    text: str
    depth: int
    choice: int


@dataclass
class Scanner:
    """Walks a template once and finds every place where a break changes nothing."""

    source: str
    open_elements: list[str] = field(default_factory=list)
    blocks: int = 0
    in_tag: bool = False
    quote: str = ""
    tag_start: int = 0

    @property
    def depth(self) -> int:
        return len(self.open_elements) + self.blocks

    def breaks(self) -> Iterator[Break]:
        at = 0
        for jinja in JINJA.finditer(self.source):
            yield from self._html(at, jinja.start())
            yield from self._jinja(jinja)
            at = jinja.end()
        yield from self._html(at, len(self.source))

    def _html(self, start: int, end: int) -> Iterator[Break]:
        """The part of the source between two Jinja tags."""
        for at in range(start, end):
            sign = self.source[at]
            if self.in_tag:
                yield from self._inside_a_tag(at, sign)
            elif sign == "<" and re.match(r"</?[a-zA-Z{]", self.source[at : at + 3]):
                self._tag_begins(at)
            elif self._is_gap(at) and not any(SPACED.search(element) for element in self.open_elements):
                yield Break(at, at + 1, "", self.depth, 3)

    def _inside_a_tag(self, at: int, sign: str) -> Iterator[Break]:
        if self.quote:
            self.quote = "" if sign == self.quote else self.quote
        elif sign in "\"'":
            self.quote = sign
        elif sign == ">":
            self._tag_ends(at)
        elif self._is_gap(at):
            yield Break(at, at + 1, "", self.depth + 1, 2)

    def _is_gap(self, at: int) -> bool:
        """A single space that stays white space: a break between two Jinja tags is taken away by our settings."""
        around = self.source[at - 1 : at + 2]
        return (
            at > 0
            and around[1] == " "
            and not around[0].isspace()
            and not around[2:].isspace()
            and not (self.source[at - 2 : at] in {"%}", "#}"} and self.source[at + 1 : at + 3] in {"{%", "{#"})
        )

    def _tag_begins(self, at: int) -> None:
        self.in_tag, self.tag_start = True, at
        if self.source[at + 1] == "/" and self.open_elements:
            self.open_elements.pop()

    def _tag_ends(self, at: int) -> None:
        self.in_tag = False
        text = self.source[self.tag_start : at + 1]
        name = re.match(r"<([\w-]+|\{\{)", text)
        if name and not text.endswith("/>") and name[1].lower() not in VOID:
            self.open_elements.append(text)

    def _jinja(self, found: re.Match[str]) -> Iterator[Break]:
        text = found[0]
        if CLOSES.match(text):
            self.blocks -= 1
        outer = self.depth - bool(ELSE.match(text))
        if not self.in_tag and not text.startswith("{#"):
            yield from self._before(found, outer)
        if not text.startswith("{#"):
            yield from self._within(found, outer + 1)
        if OPENS.match(text):
            self.blocks += 1

    def _before(self, found: re.Match[str], depth: int) -> Iterator[Break]:
        """Before a Jinja tag that touches what stands before it: its `-` takes the break away again."""
        start, controlled = found.start(), found[0][2] == "-"
        touches = start > 0 and not self.source[start - 1].isspace()
        if touches and found[0][2] != "+":
            yield Break(start, start + 2, found[0][:2] + ("" if controlled else "-"), depth, 0)

    def _within(self, found: re.Match[str], depth: int) -> Iterator[Break]:
        """Between the words of a Jinja tag, where white space never counts."""
        inner = depth + 2 * self.in_tag
        for token in TOKEN.finditer(self.source, found.start() + 2, found.end() - 2):
            sort = token.lastgroup
            inner += (sort == "open") - (sort == "close")
            if sort == "string":
                yield from _in_a_string(token, inner + 2)
            elif sort == "open":
                yield Break(token.end(), token.end(), "", inner + 1, 1)
            elif sort != "close":
                yield Break(token.end() - 1, token.end(), "", inner + (sort == "operator"), 1)


def _in_a_string(token: re.Match[str], depth: int) -> Iterator[Break]:
    """After a space in a long text: Jinja joins two strings that stand beside each other."""
    quote = token[0][0]
    if len(token[0]) > LONGEST_LINE // 2:
        for space in re.finditer(" ", token[0]):
            at = token.start() + space.end()
            yield Break(at, at, quote + "\n" + quote, depth, 1)


def formatted(source: str) -> str:
    """The template with each line at most LONGEST_LINE characters, as far as a break changes nothing."""
    breaks = list(Scanner(source).breaks())
    lines, start = [], 0
    for line in source.splitlines(keepends=True):
        end = start + len(line)
        lines.append(
            _broken(source, start, end, [place for place in breaks if start < place.start and place.end < end])
        )
        start = end
    return "".join(lines)


def _broken(source: str, start: int, end: int, breaks: list[Break]) -> str:
    """One line of the source, as so many lines as it takes."""
    indent = re.match(r"[ \t]*", source[start:end])
    margin = (indent[0] if indent else "") + INDENT
    made, ahead = "", ""
    while len(ahead) + len(source[start:end].rstrip("\n")) > LONGEST_LINE:
        room = start + LONGEST_LINE - len(ahead)
        fits = [place for place in breaks if start + SHORTEST <= place.start <= room - (place.text.startswith('"\n'))]
        if not fits:
            break
        best = min(fits, key=lambda place: (place.depth, place.choice, -place.start))
        before, _, after = best.text.rpartition("\n")
        made += ahead + source[start : best.start] + before + "\n"
        ahead, start = margin + after, best.end
    return made + ahead + source[start:end]


def main(arguments: list[str]) -> int:
    """Format every template; with `--check` only say which are not formatted. Returns the exit code."""
    stale = [path for path in sorted(TEMPLATES.rglob("*.html")) if formatted(path.read_text()) != path.read_text()]
    for path in stale:
        sys.stdout.write(f"{path.relative_to(TEMPLATES.parent)}\n")
        if "--check" not in arguments:
            path.write_text(formatted(path.read_text()))
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
