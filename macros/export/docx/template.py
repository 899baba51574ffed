"""Word templates that officials edit, checked and compiled once, then filled in for each document.

docxtpl reads Jinja's fields out of Word's runs, rows and cells. The rest is narrower than docxtpl: fields are checked
against the type of the values before anything is made, run in a sandbox, and every document is packed without times
and names of people.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from importlib import metadata
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import jinja2
from docx.document import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from macros.base.system import cache, zips
from macros.base.system.zips import member
from macros.export.docx.properties import APPLICATION, Properties, core_properties
from macros.export.docx.sample_values import sample
from macros.export.docx.template_faults import Fault, Place, TemplateRefused
from macros.export.docx.template_fields import FILTERS, wrong_fields
from macros.export.docx.template_file import opened, with_letterhead

V = TypeVar("V")
FOLDER: Final = Path(__file__).parent / "templates"
_TEXT_PART: Final = re.compile(r"word/(document|header|footer)\d*\.xml")
# A new line before each paragraph and each loop or condition between paragraphs, so that lines tell places.
_PARAGRAPH: Final = re.compile(r"<w:p(?=[ >/])")
_BETWEEN: Final = re.compile(r"(</w:(?:p|tbl|tr|tc|tblGrid|tblPr|trPr|tcPr)>|%\}) *(?=\{%)")
_TAG: Final = re.compile(r"<[^<>]*>")
# What a document follows from besides its template and its values.
_CODE: Final = (
    cache.code(Path(__file__).parent, Path(zips.__file__)),
    *(metadata.version(name) for name in ("docxtpl", "jinja2", "lxml", "python-docx")),
)
# The numbers of items in lists that a template is tried with.
_TRIED: Final = (0, 1, 3)
# Parts of a package that tell about the file and not about the document, and a copy of the styles for Word 2007.
_ABOUT: Final = ("/custom-properties", "/metadata/thumbnail", "/stylesWithEffects", "/customXml")


def _environment() -> jinja2.Environment:
    environment = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined, autoescape=True, keep_trailing_newline=True
    )
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.globals.clear()
    environment.tests.clear()
    return environment


class Template(Generic[V]):
    """A template that is in order. ``values`` is the dataclass that it takes its fields from."""

    def __init__(self, path: Path, values: type[V], letterhead: Path | None = None) -> None:
        """Open, check and compile a template.

        Args:
            path: the file.
            values: the dataclass whose fields it may name.
            letterhead: the file put in the place of ``{{p letterhead }}``.

        Raises:
            TemplateRefused: it cannot be used; all reasons at once.
        """
        self._values = values
        document = opened(path)
        if letterhead is not None:
            document = with_letterhead(document, opened(letterhead))
        self._word = DocxTemplate(io.BytesIO())
        others, texts = _split(document)
        self._begun = _packed(others)
        self._fingerprint = hashlib.sha256(repr((_CODE, others, texts)).encode()).hexdigest()
        self._parts: dict[str, jinja2.Template] = {}
        faults = [fault for name, data in texts.items() for fault in self._compile(path.name, name, data)]
        if not faults:
            faults = list(self._tried(path.name))
        if faults:
            raise TemplateRefused(faults)

    def filled(self, values: V, properties: Properties) -> bytes:
        """Return the document with these values; the same bytes for the same values, which are made once."""
        return cache.content(
            lambda: self._made(values, properties), "word", self._fingerprint, repr(values), repr(properties)
        )

    def _made(self, values: V, properties: Properties) -> bytes:
        packed = io.BytesIO(self._begun)
        with zipfile.ZipFile(packed, "a") as archive:
            for name, text in self._texts(values):
                archive.writestr(member(name), self._laid_out(text))
            archive.writestr(member("docProps/core.xml"), core_properties(properties))
        return packed.getvalue()

    def _texts(self, values: V) -> Iterator[tuple[str, str]]:
        given = {field.name: getattr(values, field.name) for field in fields(values)}  # type: ignore[arg-type]
        for name, template in self._parts.items():
            yield name, template.render(given)

    def _laid_out(self, text: str) -> bytes:
        """Return a part whose tables have as many columns as their rows have cells."""
        tree = self._word.fix_tables(text.encode()) if "<w:tbl>" in text else etree.fromstring(text.encode())
        return bytes(etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True))

    def _compile(self, file: str, name: str, data: bytes) -> Iterator[Fault]:
        source = self._word.patch_xml(etree.tostring(etree.fromstring(data), encoding="unicode"))
        source = _BETWEEN.sub(r"\1" + "\n", _PARAGRAPH.sub(r"\n<w:p", source))
        found = _TEXT_PART.fullmatch(name)
        assert found is not None
        places = _Places(file, found[1], source)
        environment = _environment()
        try:
            tree = environment.parse(source)
        except jinja2.TemplateSyntaxError as error:
            yield Fault("syntax", places.at(error.lineno), error.message or "")
            return
        wrong = list(wrong_fields(tree, self._values))
        yield from (Fault(w.rule, places.at(w.line), w.found, w.allowed) for w in wrong)
        if not wrong:
            self._parts[name] = environment.from_string(source)

    def _tried(self, file: str) -> Iterator[Fault]:
        """Fill in made-up values and yield what is then no valid document."""
        for number in _TRIED:
            for _, text in self._texts(sample(self._values, number)):
                try:
                    tree = etree.fromstring(text.encode())
                except etree.XMLSyntaxError as error:
                    yield Fault("layout", Place(file), str(error), "{%p … %}, {%tr … %}, {%tc … %}")
                    return
                if any(len(cell) == 0 or cell[-1].tag != qn("w:p") for cell in tree.iter(qn("w:tc"))):
                    yield Fault("layout", Place(file), "w:tc", "{%p … %}, {%tr … %}, {%tc … %}")
                    return


class _Places:
    """The places of the lines of a part's text."""

    def __init__(self, file: str, part: str, source: str) -> None:
        self._file, self._part, self._lines = file, part, source.split("\n")

    def at(self, line: int) -> Place:
        before = self._lines[:line]
        paragraph = sum(text.startswith("<w:p") for text in before)
        return Place(self._file, self._part, paragraph, _TAG.sub("", before[-1]).strip())


def _packed(parts: dict[str, bytes]) -> bytes:
    """Return an archive of parts, to which others are added: what all documents share is compressed once."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(member(name), data)
    return packed.getvalue()


def _split(document: Document) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the parts of a document that stay as they are, and those that hold fields."""
    relations: Any
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_ABOUT)]:
            del relations[key]
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}
    texts = {name: parts.pop(name) for name in list(parts) if _TEXT_PART.fullmatch(name)}
    if "docProps/app.xml" in parts:
        parts["docProps/app.xml"] = APPLICATION
    return parts, texts
