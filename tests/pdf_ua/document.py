"""What the document says of itself: its header, title, language, and what may not be in it."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import fromstring

from pypdf import PdfReader

UA, DC = "{http://www.aiim.org/pdfua/ns/id/}", "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")


def faults(pdf: PdfReader, data: bytes) -> Iterator[str]:
    root: Any = pdf.root_object
    if not re.match(rb"%PDF-1\.[0-7][\r\n]", data):
        yield "6.1 the header names no version from 1.0 to 1.7"
    marks = root.get("/MarkInfo", {})
    if marks.get("/Marked") is None or not marks["/Marked"]:
        yield "6.2 the document does not say that it is marked"
    if marks.get("/Suspects"):
        yield "7.1-4 the document suspects its own tags"
    yield from _faults_of_the_catalogue(pdf)
    yield from _metadata(pdf)


def _faults_of_the_catalogue(pdf: PdfReader) -> Iterator[str]:
    root: Any = pdf.root_object
    if "/StructTreeRoot" not in root:
        yield "7.1-11 no tags"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "7.1-10 a window shows the name of the file, not the title"
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield f"7.2 no language: {root.get('/Lang')!r}"
    if pdf.is_encrypted:
        yield "7.16 it is locked"
    for name, clause in (("/AcroForm", "7.15"), ("/OCProperties", "7.10"), ("/OpenAction", "7.19"), ("/AA", "7.19")):
        if name in root:
            yield f"{clause} there is a {name} that nobody looked at"


def _metadata(pdf: PdfReader) -> Iterator[str]:
    root: Any = pdf.root_object
    if "/Metadata" not in root:
        yield "7.1-8 no metadata"
        return
    told = fromstring(root["/Metadata"].get_data())  # noqa: S314  our own words
    parts = [part for one in told.iter(f"{RDF}Description") if (part := one.get(f"{UA}part"))]
    if parts != ["1"]:
        yield f"5 the metadata does not say PDF/UA-1: {parts}"
    titles = [one.text for title in told.iter(f"{DC}title") for one in title.iter(f"{RDF}li")]
    if not titles or not (titles[0] or "").strip():
        yield "7.1-9 no title"
    elif not pdf.metadata or pdf.metadata.title != titles[0]:
        yield "7.1-9 two titles"
