"""Properties of Word documents that python-docx has no name for, set as elements of Office Open XML."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}


def shade(properties: Any, colour: str) -> None:
    """Give a paragraph or cell a background.

    Args:
        properties: the properties element of the paragraph or cell.
        colour: six hexadecimal digits.
    """
    element = _element("w:shd", val="clear", color="auto", fill=colour)
    properties.insert_element_before(
        element, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:noWrap", "w:tcMar", "w:vAlign", "w:rPr"
    )


def rule_above(paragraph: Paragraph) -> None:
    """Draw a thin line above a paragraph, as wide as its indents leave it."""
    borders = OxmlElement("w:pBdr")
    borders.append(_element("w:top", val="single", sz="6", space="1", color="000000"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def keep_whole(row: Any) -> None:
    """Let no page end within a row of a table."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeat(row: Any) -> None:
    """Repeat a row at the top of every page that its table is on."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def set_language(properties: Any, lang: str) -> None:
    """Say which language a run or style is in, for spelling and hyphenation.

    Args:
        properties: the properties element of the run or style.
        lang: ``vi`` or ``en``.
    """
    stated = properties.find(qn("w:lang"))
    if stated is None:
        stated = OxmlElement("w:lang")
        properties.append(stated)
    stated.set(qn("w:val"), _LANGUAGES[lang])


def set_font(properties: Any, font: str) -> None:
    """Use a font for all scripts, in place of the fonts of the template's theme, which would win."""
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def add_page_number(paragraph: Paragraph) -> None:
    """Add the number of the page, as a field that Word fills in."""
    run = paragraph.add_run()
    run.font.size = Pt(13)
    instruction = OxmlElement("w:instrText")
    instruction.text = "PAGE"
    for element in (_element("w:fldChar", fldCharType="begin"), instruction, _element("w:fldChar", fldCharType="end")):
        run._r.append(element)


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
