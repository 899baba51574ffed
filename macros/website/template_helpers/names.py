"""Names and texts of records in the language of a page, and lists in the order of its alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment

from macros.base.collation import collate
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem
from macros.records.model import Text
from macros.views.abbreviations import Abbreviations, Piece
from macros.views.labels import agreement_title


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the filters for texts in two languages and for lists of named records."""
    names = Names(lang, Abbreviations(records.glossary, lang))
    environment.filters |= {
        "tr": names.in_language,
        "pieces": names.pieces,
        "by_name": names.by_name,
        "by_country": names.by_country,
    }
    environment.globals |= {"agreement_title": names.agreement_title}


class Names:
    """Names and texts in one language."""

    def __init__(self, lang: Lang, abbreviations: Abbreviations) -> None:
        self._lang: Lang = lang
        self._abbreviations = abbreviations

    def in_language(self, text: Text) -> str:
        return str(text[self._lang])

    def pieces(self, text: Text) -> list[Piece]:
        """Return a text cut at the abbreviations that the glossary explains."""
        return list(self._abbreviations.pieces(text[self._lang]))

    def agreement_title(self, item: AgreementItem) -> str:
        return agreement_title(item, self._lang)

    def by_name(self, items: Iterable[Any]) -> list[Any]:
        """Return records, or items with a record, in the order of their names."""
        return collate(items, lambda item: getattr(item, "record", item).name[self._lang], self._lang)

    def by_country(self, items: Iterable[Any]) -> list[Any]:
        """Return partners or agreements by country, then by the partner's name, then as they come."""
        named = collate(items, lambda item: getattr(item, "partner", item.record).name[self._lang], self._lang)
        return collate(named, lambda item: item.country.name[self._lang], self._lang)
