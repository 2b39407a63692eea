"""The tags of a PDF, mended where WeasyPrint leaves them short of PDF/UA-1 (ISO 14289-1).

What has words is read aloud. What has none is decoration, and says so: a screen reader passes over an artifact, and
stops at a figure without words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

# The types of what a PDF is made of come from pydyf, which has none.
Thing = Any
Finish = Callable[[Thing, Thing], None]
PRINTED = 4  # what a link says of itself: on paper too, and nowhere hidden


class NoSuchLetter(Exception):
    """Signs that no font has. A PDF for everyone may not show an empty box for them (7.21.8)."""

    def __init__(self, signs: set[int]) -> None:
        super().__init__(signs)
        self.signs = signs


def mended(words_of_links: Mapping[str, str]) -> Finish:
    """What WeasyPrint calls with the document and its PDF, right before it is written.

    `words_of_links`: what a link says, by where it leads: an address, or the id of a place in the document.
    Raises NoSuchLetter.
    """

    def finish(document: Thing, pdf: Thing) -> None:
        if missing := {sign for font in document.fonts.values() for sign in font.missing}:
            raise NoSuchLetter(missing)
        tree = Tree(pdf.objects)
        tree.drop_what_has_no_words()
        read = tree.read()
        for page in tree.pages:
            _make_artifacts(page, tree, read)
            for link in _links_of(page, tree):
                leads_to = (link["A"]["URI"] if "A" in link else link["Dest"]).string
                link["Contents"].string = words_of_links.get(leads_to) or leads_to
                link["F"] = PRINTED

    return finish


class Tree:
    """The structure of the document: its elements, and which of them a reader comes across."""

    def __init__(self, objects: list[Thing]) -> None:
        self.by_reference = {thing.reference: thing for thing in objects if thing.number is not None}
        [self.root] = _of_type(objects, "Type", "/StructTreeRoot")
        self.pages = sorted(_of_type(objects, "Type", "/Page"), key=lambda page: page["StructParents"])
        self.parents: list[Thing] = self.by_reference[self.root["ParentTree"]]["Nums"]

    def drop_what_has_no_words(self) -> None:
        """Figures that nobody wrote words for, and then what holds nothing any more."""
        self.root["K"][:] = [reference for reference in self.root["K"] if self._holds(self.by_reference[reference])]

    def _holds(self, element: Thing) -> bool:
        """Whether something of this element is left to read, after what was not was taken out of it."""
        if element["S"] == "/Figure" and not ("Alt" in element or "ActualText" in element):
            return False
        element["K"][:] = [kid for kid in element["K"] if self._is_read(kid, element)]
        return bool(element["K"]) or element["S"] in {"/TD", "/TH"}  # each row keeps as many cells as the others

    def _is_read(self, kid: Thing, element: Thing) -> bool:
        if isinstance(kid, int):  # a piece of the page
            return True
        thing = self.by_reference[kid]
        if thing["Type"] == "/OBJR":  # what stands in a link gets a link of its own too, which is one too many
            return bool(element["S"] == "/Link")
        return self._holds(thing)

    def read(self) -> set[bytes]:
        """The references of the elements that a reader comes across."""
        return set(self._below(self.root))

    def _below(self, element: Thing) -> Iterator[bytes]:
        for kid in element["K"]:
            if not isinstance(kid, int) and self.by_reference[kid]["Type"] == "/StructElem":
                yield kid
                yield from self._below(self.by_reference[kid])

    def pieces_of(self, page: Thing) -> list[Thing]:
        """The element of each piece of a page, by the number of that piece."""
        pieces: list[Thing] = self.parents[self.parents.index(page["StructParents"]) + 1]
        return pieces


def _make_artifacts(page: Thing, tree: Tree, read: set[bytes]) -> None:
    """Pieces of a page that belong to nothing a reader comes across are decoration, such as its number."""
    pieces = tree.pieces_of(page)
    unread = {number for number, element in enumerate(pieces) if element not in read}
    stream = tree.by_reference[page["Contents"]].stream
    for at, part in enumerate(stream):
        if isinstance(part, dict) and part.get("MCID") in unread:
            stream[at - 1] = "/Artifact"
            part.clear()
    for number in unread:
        pieces[number] = "null"


def _links_of(page: Thing, tree: Tree) -> list[Thing]:
    """The links of a page, after those that belong to no element of a link were taken from it."""
    numbers = {tree.by_reference[reference]["StructParent"]: reference for reference in page.get("Annots", [])}
    for number, reference in numbers.items():
        at = tree.parents.index(number) + 1
        if tree.by_reference[tree.parents[at]]["S"] != "/Link":
            page["Annots"].remove(reference)
            del tree.parents[at - 1 : at + 1]
    return [tree.by_reference[reference] for reference in page.get("Annots", [])]


def _of_type(objects: Iterable[Thing], name: str, value: str) -> list[Thing]:
    return [thing for thing in objects if isinstance(thing, dict) and thing.get(name) == value]
