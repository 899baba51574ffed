"""Abbreviations in running text, with their meanings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.base.languages import Lang
from macros.records.model import GlossaryEntry


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; an abbreviation carries its meaning."""

    text: str
    meaning: str | None = None


class Abbreviations:
    """The abbreviations of the glossary in one language, found as whole words and explained once in a text."""

    def __init__(self, glossary: Sequence[GlossaryEntry], lang: Lang) -> None:
        self._meanings = {entry.abbreviation: entry.meaning[lang] for entry in glossary}
        # Not within numbers of documents such as 1475/KH-UBND. The longest first, so that an entry is found before
        # another that it begins with.
        names = sorted(self._meanings, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w/-])({'|'.join(map(re.escape, names))})(?![\w/-])") if names else None

    def pieces(self, text: str) -> Iterator[Piece]:
        """Yield a text in pieces that join to the same text."""
        if self._pattern is None:
            yield Piece(text)
            return
        explained: set[str] = set()
        position = 0
        for match in self._pattern.finditer(text):
            if match[0] in explained or self._meanings[match[0]] in text:
                continue
            explained.add(match[0])
            if match.start() > position:
                yield Piece(text[position : match.start()])
            yield Piece(match[0], self._meanings[match[0]])
            position = match.end()
        if position < len(text):
            yield Piece(text[position:])
