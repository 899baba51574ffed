"""Rules about the term base: one thing has one name in records, in pages written by hand and in the interface."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from macros.base.languages import LANGS, Lang
from macros.base.system.leftovers import is_leftover
from macros.records.check.problem import Place, Problem
from macros.records.check.rules.traversal import every_value, problem
from macros.records.dataset import Dataset
from macros.records.locators import PHRASES
from macros.records.model import Note, PreferredTerm, Text

# Kinds whose texts are titles as printed, or that list the forms themselves; so are the phrases of places.
_AS_PRINTED: Final = frozenset({"documents", "preferred-terms"})
# Words of the interface, by the language.
WORDS: Final = "macros/base/words/{lang}.yaml"
# Parts of a page that readers do not read as its text: calls of macros, addresses, code.
_UNREAD: Final = re.compile(r"\{\{[^{}]*\}\}|\]\([^()]*\)|`[^`]*`")
# What a text quotes stays as printed.
_QUOTED: Final = re.compile(r"“[^“”]*”")


class Avoided(NamedTuple):
    """A form that is to be avoided, where it begins in a text, and the term that names the preferred one."""

    form: str
    start: int
    term: PreferredTerm


class TermBase:
    """The terms of one language, ready to be looked for in texts."""

    def __init__(self, terms: Iterable[PreferredTerm], lang: Lang) -> None:
        own = [term for term in terms if term.lang == lang and term.retired is None]
        self._terms = {form: term for term in own for form in term.avoid}
        right = {form for term in own for form in (term.preferred, *term.apart_from)}
        # Longest first: a form within a longer one, which may be right, is passed over with it.
        forms = sorted(right | self._terms.keys(), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)") if own else None

    def avoided(self, text: str) -> Iterator[Avoided]:
        """Yield the forms in a text that are to be avoided; quotations are passed over."""
        if self._pattern is None:
            return
        read = _QUOTED.sub(lambda match: " " * len(match[0]), text)
        for match in self._pattern.finditer(read):
            if (term := self._terms.get(match[0])) is not None and match[0] != term.preferred:
                yield Avoided(match[0], match.start(), term)


def term_bases(dataset: Dataset) -> dict[Lang, TermBase]:
    """Return the terms of each language."""
    terms = [entry.record for entry in dataset.of("preferred-terms", PreferredTerm)]
    return {lang: TermBase(terms, lang) for lang in LANGS}


def avoided_in_records(dataset: Dataset) -> Iterator[Problem]:
    """The texts of records use the preferred forms; titles of documents stay as printed."""
    bases = term_bases(dataset)
    for kind, entry, path, value in every_value(dataset):
        if kind in _AS_PRINTED or entry.record.id == PHRASES or not isinstance(value, (Text, Note)):
            continue
        for lang, base in bases.items():
            for found in base.avoided(getattr(value, lang) or ""):
                yield problem(
                    "avoided-form",
                    kind,
                    entry,
                    path,
                    at=(lang,),
                    found=found.form,
                    allowed=found.term.preferred,
                    term=found.term.id,
                )


def avoided_in_pages(dataset: Dataset, root: Path) -> Iterator[Problem]:
    """Pages written by hand and the words of the interface below ``root`` use the preferred forms."""
    for lang, base in term_bases(dataset).items():
        folder = root / "docs" / lang
        pages = sorted(path for path in folder.rglob("*.md") if not is_leftover(path, folder))
        for path in (*pages, root / WORDS.format(lang=lang)):
            if path.is_file() and not path.is_symlink():
                yield from _in_lines(path, path.relative_to(root).as_posix(), base)


def _in_lines(path: Path, shown: str, base: TermBase) -> Iterator[Problem]:
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        read = _UNREAD.sub(lambda match: " " * len(match[0]), line)
        for found in base.avoided(read):
            yield Problem(
                Place(shown, number, found.start + 1),
                "avoided-form",
                found=found.form,
                allowed=found.term.preferred,
                details=(("term", found.term.id),),
            )
