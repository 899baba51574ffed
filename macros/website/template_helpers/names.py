"""Names and texts of records in the language of a page, and lists in the order of its alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from macros.base.collation import collate
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem
from macros.records.model import Document, Text
from macros.views.abbreviations import Abbreviations, Piece
from macros.views.labels import agreement_title, label


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the filters for texts in two languages and for lists of named records."""
    names = Names(lang, Abbreviations(records.glossary, lang))
    environment.filters |= {
        "tr": names.in_language,
        "pieces": names.pieces,
        "by_name": names.by_name,
        "by_country": names.by_country,
        "by_kind": names.by_kind,
        "short_title": names.short_title,
    }
    environment.globals |= {"agreement_title": names.agreement_title, "record_label": names.record_label}


@dataclass(frozen=True, slots=True)
class OfKind:
    """The records of one kind, such as the companies among the organisations, with the kind's name."""

    kind: str
    label: str
    items: tuple[Any, ...]


class Names:
    """Names and texts in one language."""

    def __init__(self, lang: Lang, abbreviations: Abbreviations) -> None:
        self._lang: Lang = lang
        self._abbreviations = abbreviations

    def in_language(self, text: Text | str | None) -> str:
        """Return a text in the language; one that is the same in both as it is, and nothing for none."""
        if text is None or isinstance(text, str):
            return text or ""
        return str(text[self._lang])

    def short_title(self, document: Document) -> str:
        """Return the name that a document is cited by, where it has one, else its title."""
        return self.in_language(document.short or document.title)

    def pieces(self, text: Text) -> list[Piece]:
        """Return a text cut at the abbreviations that the glossary explains."""
        return list(self._abbreviations.pieces(text[self._lang]))

    def agreement_title(self, item: AgreementItem) -> str:
        return agreement_title(item, self._lang)

    def record_label(self, kind: str, item: Any) -> str:
        """Return what readers call a record of a kind, which is given by its singular."""
        return label(kind, item, self._lang)

    def by_name(self, items: Iterable[Any]) -> list[Any]:
        """Return records, or items with a record, in the order of their names."""
        return collate(items, lambda item: getattr(item, "record", item).name[self._lang], self._lang)

    def by_country(self, items: Iterable[Any]) -> list[Any]:
        """Return partners or agreements by country, then by the partner's name, then as they come."""
        named = collate(items, lambda item: getattr(item, "partner", item.record).name[self._lang], self._lang)
        return collate(named, lambda item: item.country.name[self._lang], self._lang)

    def by_kind(self, items: Iterable[Any], kinds: Mapping[str, str]) -> list[OfKind]:
        """Return items below their kinds, each in the order of their names; kinds without any are left out.

        Args:
            items: items whose records have a kind.
            kinds: the names of the kinds, in the order of the result.
        """
        named = self.by_name(items)
        groups = (
            OfKind(kind, label, tuple(item for item in named if item.record.kind == kind))
            for kind, label in kinds.items()
        )
        return [group for group in groups if group.items]
