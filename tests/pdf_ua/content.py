"""What stands on the pages: all of it is either tagged, in the tree of tags, or decoration."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

from tests.pdf_ua.structure import Tree

SHOWS = frozenset(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"])
ARTIFACT = "/Artifact"


def faults(pdf: PdfReader, tree: Tree) -> Iterator[str]:
    held: set[tuple[int, int]] = set()
    for page in pdf.pages:
        number = int(page.get("/StructParents", -1))
        for fault in _faults_of_stream(pdf, page, page.get_contents(), []):
            if isinstance(fault, int):
                if (number, fault) in held or tree.element_of(number, fault) is None:
                    yield f"7.1-3 piece {fault} of page {number + 1} stands in no tag that is read"
                held.add((number, fault))
            else:
                yield f"{fault} (page {number + 1})"
    yield from _lost(tree, held)


def _faults_of_stream(pdf: PdfReader, holder: Any, stream: Any, outside: list[Any]) -> Iterator[str | int]:
    """What is wrong in a stream of drawing, and the numbers of the pieces in it."""
    open_marks: list[Any] = [*outside]
    for operands, name in ContentStream(stream, pdf).operations:
        operator = name.decode()
        if operator in {"BMC", "BDC"}:
            mark = _mark(operands)
            yield from _faults_of_mark(mark, open_marks)
            open_marks.append(mark)
        elif operator == "EMC":
            open_marks.pop()
        elif operator in SHOWS:
            if not open_marks:
                yield f"7.1-3 drawn without a mark: {operator} {str(operands)[:60]}"
            if operator == "Do":
                yield from _faults_inside(pdf, holder, operands[0], open_marks)
    if len(open_marks) != len(outside):
        yield "7.1 marks that are not closed"


def _mark(operands: list[Any]) -> Any:
    """The number of a piece, or that it is decoration."""
    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
    return int(properties["/MCID"]) if "/MCID" in properties else str(operands[0])


def _faults_of_mark(mark: Any, open_marks: list[Any]) -> Iterator[str | int]:
    if isinstance(mark, int):
        yield mark
        if ARTIFACT in open_marks:
            yield f"7.1-2 piece {mark} stands in decoration"
        if any(isinstance(one, int) for one in open_marks):
            yield f"7.1 piece {mark} stands in another piece"
    elif mark != ARTIFACT:
        yield f"7.1-3 a mark that belongs to nothing: {mark}"
    elif any(isinstance(one, int) for one in open_marks):
        yield "7.1-1 decoration stands in a piece of the text"


def _faults_inside(pdf: PdfReader, holder: Any, name: str, open_marks: list[Any]) -> Iterator[str | int]:
    thing = holder["/Resources"]["/XObject"][name].get_object()
    if thing["/Subtype"] == "/Form":
        inner = [*_faults_of_stream(pdf, thing, thing, open_marks)]
        yield from (
            f"7.20 piece {one} stands in a drawing of its own" if isinstance(one, int) else one for one in inner
        )


def _lost(tree: Tree, held: set[tuple[int, int]]) -> Iterator[str]:
    """Pieces that a tag says it holds and that stand on no page."""
    for number, pieces in tree.parents.items():
        several = pieces.get_object() if pieces is not None else None
        if isinstance(several, list):
            for mcid in range(len(several)):
                if tree.element_of(number, mcid) is not None and (number, mcid) not in held:
                    yield f"7.1 piece {mcid} of page {number + 1} is nowhere"


def spoken(pdf: PdfReader, tree: Tree) -> str:
    """The words of the pages that stand in a tag, as a screen reader comes across them."""
    said: list[str] = []
    for page in pdf.pages:
        number = int(page.get("/StructParents", -1))
        marks: list[Any] = []

        def note(operator: bytes, operands: Any, *_matrices: Any, marks: list[Any] = marks) -> None:
            if operator in {b"BMC", b"BDC"}:
                marks.append(_mark(operands))
            elif operator == b"EMC":
                marks.pop()

        def hear(text: str, *_rest: Any, marks: list[Any] = marks, number: int = number) -> None:
            if marks and isinstance(marks[-1], int) and tree.element_of(number, marks[-1]):
                said.append(text)

        page.extract_text(visitor_operand_before=note, visitor_text=hear)
    return " ".join(" ".join(said).split())
