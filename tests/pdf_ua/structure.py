"""The tree of tags: which kinds there are, which stands in which, and what each must bring along."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from pypdf import PdfReader

# ISO 32000-1, 14.8.4.
STANDARD = {
    *(
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
    ),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead"),
    *("TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "Warichu"),
    *("Figure", "Formula", "Form"),
}
# 7.2: what may stand in what.
KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}


class Element(NamedTuple):
    """One tag: its kind, its own entry in the file, and what it is in."""

    kind: str
    entry: Any
    parent: "Element | None"
    number: int


class Tree:
    """All tags in the order in which they are read, and the tag of each piece of each page."""

    def __init__(self, pdf: PdfReader) -> None:
        catalogue: Any = pdf.root_object
        self.root: Any = catalogue["/StructTreeRoot"]
        self.elements = [element for kid in _kids(self.root) for element in _below(kid, None)]
        self.by_number = {element.number: element for element in self.elements}
        nums = self.root["/ParentTree"]["/Nums"]
        self.parents: dict[int, Any] = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}

    def element_of(self, page_parents: int, mcid: int) -> Element | None:
        """The tag that says it holds this piece of a page, and that a reader comes across."""
        pieces = self.parents.get(page_parents)
        pieces = pieces.get_object() if pieces is not None else []
        raw = pieces[mcid] if mcid < len(pieces) else None
        return self.by_number.get(getattr(raw, "idnum", -1))


def _kids(entry: Any) -> list[Any]:
    kids = entry.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    return [kid for kid in kids if isinstance(kid.get_object(), dict)]


def _below(reference: Any, parent: Element | None) -> Iterator[Element]:
    entry = reference.get_object()
    if entry.get("/Type") in {"/OBJR", "/MCR"}:
        return
    element = Element(str(entry["/S"]).lstrip("/"), entry, parent, getattr(reference, "idnum", -1))
    yield element
    for kid in _kids(entry):
        yield from _below(kid, element)


def faults(tree: Tree) -> Iterator[str]:
    if tree.root.get("/RoleMap"):
        yield f"7.1-5 kinds of our own: {tree.root['/RoleMap']}"
    for element in tree.elements:
        kids = [str(kid.get_object()["/S"]).lstrip("/") for kid in _kids(element.entry) if "/S" in kid.get_object()]
        yield from _faults_of(element, kids)
    yield from _faults_of_headings([one.kind for one in tree.elements])


def _faults_of(element: Element, kids: list[str]) -> Iterator[str]:
    kind, entry = element.kind, element.entry
    parent = element.parent.kind if element.parent else ""
    if kind not in STANDARD:
        yield f"7.1-5 no kind of the standard: {kind}"
    if "/P" not in entry:
        yield f"7.1-12 a {kind} without what it is in"
    if kind in PARENTS and parent not in PARENTS[kind]:
        yield f"7.2 a {kind} in a {parent}"
    if kind in KIDS and not set(kids) <= KIDS[kind]:
        yield f"7.2 a {kind} with {sorted(set(kids) - KIDS[kind])} in it"
    if not entry.get("/K") and kind not in {"TD", "TH"}:
        yield f"7.1 an empty {kind}: a reader hears that something is there, and nothing follows"
    yield from _faults_of_what_is_no_text(kind, entry)


def _faults_of_what_is_no_text(kind: str, entry: Any) -> Iterator[str]:
    if kind in {"Figure", "Formula"} and not (str(entry.get("/Alt", "")).strip() or "/ActualText" in entry):
        yield f"7.3-1 a {kind} without words"
    if kind == "Figure" and "/BBox" not in entry.get("/A", {}):
        yield "7.3 a Figure that does not say where it stands"
    if kind == "Note" and not entry.get("/ID"):
        yield "7.9 a Note without a name"


def _faults_of_headings(kinds: list[str]) -> Iterator[str]:
    levels = [int(kind[1]) for kind in kinds if kind[0] == "H" and kind[1:].isdigit()]
    if "H" in kinds:
        yield "7.4.4 headings without a level"
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"7.4.2 the headings do not begin with one H1: {levels}"
    if any(then > before + 1 for before, then in pairwise(levels)):
        yield f"7.4.2 a level of headings is passed over: {levels}"


def faults_of_links(pdf: PdfReader, tree: Tree) -> Iterator[str]:
    for page in pdf.pages:
        annotations = [reference.get_object() for reference in page.get("/Annots", [])]
        if annotations and page.get("/Tabs") != "/S":
            yield "7.18.3 tabs do not go as the text goes"
        for one in annotations:
            yield from _faults_of_link(one, tree)


def _faults_of_link(annotation: Any, tree: Tree) -> Iterator[str]:
    if annotation["/Subtype"] != "/Link":
        yield f"7.18.1 a {annotation['/Subtype']} that nobody looked at"
    if not str(annotation.get("/Contents", "")).strip():
        yield "7.18.5-2 a link without words"
    held = tree.parents.get(int(annotation.get("/StructParent", -1)))
    element = tree.by_number.get(getattr(held, "idnum", -1)) if held is not None else None
    if element is None or element.kind != "Link":
        yield f"7.18.5-1 a link in no Link: {annotation.get('/Contents')}"
        return
    objects = [kid.get_object() for kid in element.entry["/K"] if isinstance(kid.get_object(), dict)]
    if not any(kid.get("/Type") == "/OBJR" and kid["/Obj"] == annotation for kid in objects):
        yield f"7.18.5-1 a Link that does not point back: {annotation.get('/Contents')}"
