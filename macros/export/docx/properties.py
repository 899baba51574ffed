"""Properties of a Word file: what it is and the day it speaks of, and nobody's name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

# Of the program that saved a template, with the names of its user and company, nothing stays.
APPLICATION: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CORE: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>{lang}</dc:language>"
    "<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified>'
    "</cp:coreProperties>"
)


@dataclass(frozen=True, slots=True)
class Properties:
    """Properties of a document beside its text: its title, its author, the day it speaks of, and its language."""

    title: str
    author: str
    day: dt.date
    lang: str


def core_properties(properties: Properties) -> bytes:
    """Return the part of a Word file that holds its properties."""
    values = {"title": properties.title, "author": properties.author, "lang": properties.lang}
    time = f"{properties.day.isoformat()}T00:00:00Z"
    return _CORE.format(**{name: escape(text) for name, text in values.items()}, time=time).encode()
