"""Text of a page of PDF, read by line: a reader may tell letters with marks of a line apart, behind the others."""

from __future__ import annotations

import unicodedata
from collections import Counter

from pypdf import PageObject


def lines_with(page: PageObject, *texts: str) -> list[int]:
    """The number of the first line that has all letters of each text."""
    lines = [letters(line) for line in page.extract_text().splitlines()]
    return [next(number for number, line in enumerate(lines) if letters(text) <= line) for text in texts]


def letters(text: str) -> Counter[str]:
    return Counter("".join(unicodedata.normalize("NFC", text).split()))
