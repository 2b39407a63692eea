"""PDF/UA-1 (ISO 14289-1) as a program can see it: the rules that veraPDF checks, by the number of their clause.

What only a person can judge (whether words are the right words) stands in the tests themselves.
"""

from io import BytesIO

from pypdf import PdfReader

from tests.pdf_ua import content, document, fonts, structure


def faults(data: bytes) -> list[str]:
    """What is not as the standard says, each with its clause; empty for a document that is as it says it is."""
    pdf = PdfReader(BytesIO(data))
    found = [*document.faults(pdf, data)]
    if "/StructTreeRoot" in pdf.root_object:
        tree = structure.Tree(pdf)
        found += [*structure.faults(tree), *content.faults(pdf, tree), *structure.faults_of_links(pdf, tree)]
    return [*found, *fonts.faults(pdf)]
