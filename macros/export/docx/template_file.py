"""Opening a Word template as somebody saved it: whole, self-contained and without anything that runs.

A template comes with a pull request. So nothing in it may reach outside (a picture by its address, a template of the
template), and the names of those who edited it stay out of what is published.
"""

from __future__ import annotations

import copy
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from macros.export.docx.template_faults import Fault, Place, TemplateRefused

# The largest template, packed and unpacked, in bytes: some pages with a logo.
LARGEST: Final = 2 << 20
LARGEST_UNPACKED: Final = 20 << 20
# A file with a password is an OLE compound file, as an old .doc is.
_OLE: Final = b"\xd0\xcf\x11\xe0"
# The fields of Word that a template may hold.
_WORD_FIELDS: Final = frozenset({"PAGE", "NUMPAGES", "HYPERLINK"})
_ACTIVE: Final = re.compile(r"vbaProject|/embeddings/|/activeX/|/attachedToolbars|/afchunk", re.IGNORECASE)
_TRACKED: Final = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo", "commentReference"))
_LETTERHEAD: Final = re.compile(r"\{\{p?\s*letterhead\s*\}\}")
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)


def opened(path: Path) -> Document:
    """Open a template.

    Raises:
        TemplateRefused: it is missing, locked, damaged, or holds what a template must not; all reasons at once.
    """
    place = Place(path.name)
    parts = _parts(path, place)
    if faults := [*_relations(parts, place), *_contents(parts, place)]:
        raise TemplateRefused(faults)
    try:
        return docx.Document(io.BytesIO(_repacked(parts)))
    except (ValueError, KeyError, AttributeError) as reason:
        raise TemplateRefused([Fault("template-broken", place, str(reason))]) from reason


def with_letterhead(document: Document, letterhead: Document) -> Document:
    """Put the letterhead with its pictures in the place of ``{{p letterhead }}``; return the document."""
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        if not _LETTERHEAD.fullmatch(paragraph.text.strip()):
            continue
        for element in letterhead.element.body:
            if element.tag != qn("w:sectPr"):
                paragraph.addprevious(_moved(element, letterhead, document))
        paragraph.getparent().remove(paragraph)
    return document


def _moved(element: Any, old: Document, new: Document) -> Any:
    """Return a copy of an element for another document, which gets its pictures."""
    found = copy.deepcopy(element)
    for picture in found.iter(qn("a:blip")):
        blob = old.part.related_parts[picture.get(qn("r:embed"))].blob
        picture.set(qn("r:embed"), new.part.get_or_add_image(io.BytesIO(blob))[0])
    return found


def _parts(path: Path, place: Place) -> dict[str, bytes]:
    """Return the parts of the file by name."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as reason:
        raise TemplateRefused([Fault("template-missing", place, path.name)]) from reason
    except OSError as reason:
        raise TemplateRefused([Fault("template-locked", place, reason.strerror or str(reason))]) from reason
    if data.startswith(_OLE):
        raise TemplateRefused([Fault("template-password", place)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = max(len(data) * LARGEST_UNPACKED // LARGEST, sum(entry.file_size for entry in archive.infolist()))
            if size > LARGEST_UNPACKED:
                raise TemplateRefused([Fault("template-too-big", place, str(len(data)), str(LARGEST))])
            found = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zipfile.LargeZipFile) as reason:
        raise TemplateRefused([Fault("template-broken", place, str(reason))]) from reason
    if "word/document.xml" not in found:
        raise TemplateRefused([Fault("template-broken", place, "word/document.xml")])
    return found


def _relations(parts: dict[str, bytes], place: Place) -> Iterator[Fault]:
    """Yield the parts that the file names and lacks, and those that lie outside it."""
    for name, data in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in _tree(data, place):
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if relation.get("TargetMode") == "External":
                if not (kind.endswith("/hyperlink") and target.startswith(("https://", "mailto:"))):
                    yield Fault("linked", place, target)
            elif posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") not in parts:
                yield Fault("picture-missing", place, target)


def _contents(parts: dict[str, bytes], place: Place) -> Iterator[Fault]:
    """Yield macros, objects, fields that fetch or run something, tracked changes and comments."""
    allowed = ", ".join(sorted(_WORD_FIELDS))
    for name, data in parts.items():
        if _ACTIVE.search(name):
            yield Fault("active", place, name, allowed)
        if not (name.startswith("word/") and name.endswith(".xml")):
            continue
        tree = _tree(data, place)
        fields = [element.text or "" for element in tree.iter(qn("w:instrText"))]
        fields += [element.get(qn("w:instr")) or "" for element in tree.iter(qn("w:fldSimple"))]
        for field in fields:
            if field.strip() and field.split()[0].upper() not in _WORD_FIELDS:
                yield Fault("active", place, field.strip(), allowed)
        if next(tree.iter(*_TRACKED), None) is not None:
            yield Fault("tracked", place)


def _tree(data: bytes, place: Place) -> Any:
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as reason:
        raise TemplateRefused([Fault("template-broken", place, str(reason))]) from reason


def _repacked(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()
