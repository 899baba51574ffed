"""Names and addresses of the records that changes are about, also of those that are no longer there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from macros.base.formats import cut
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import SINGULAR
from macros.views import addresses
from macros.views.change_log import plain_values
from macros.views.labels import agreement_title, reported_title
from macros.views.vocabularies import interface_words

# A longer name is cut at a word.
LONGEST: Final = 100
_NOTHING: Final[Mapping[str, Any]] = {}


class Names:
    """Names of records in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang
        self.words = interface_words(records, lang)

    def subject(self, kind: str, name: str, known_by: Mapping[str, Any]) -> str:
        """Return a record as the subject of a sentence: ``Task I.7 – Review the agreements``.

        Args:
            kind: the singular of its kind.
            name: its id.
            known_by: the fields that named it in the data file, for a record that is no longer there.
        """
        item = self._item(kind, name)
        number = known_by.get("number", "") if item is None else getattr(item.record, "number", "")
        words = self.words["changes"]["subjects"].get(kind, "{name}")
        return str(words.format(name=self.name(kind, name, known_by), number=number))

    def name(self, kind: str, name: str, known_by: Mapping[str, Any] = _NOTHING) -> str:
        """Return the name of a record; its id where nothing names it."""
        item = self._item(kind, name)
        if kind == "agreement":
            return agreement_title(item, self._lang) if item is not None else self._former_agreement(name, known_by)
        if kind == "reported-agreement":
            return reported_title(item, self._lang) if item is not None else name
        if kind not in SINGULAR or SINGULAR[kind].about_another:
            # An update or conflict has no name but its id.
            return name
        field = SINGULAR[kind].label
        found = known_by.get(field) if item is None else getattr(item.record, field)
        if found is None and kind == "place":
            return self._partner(name)
        return cut(plain_values.in_language(found, self._lang) if found else name, LONGEST)

    def address(self, kind: str, name: str) -> str:
        """Return the place of a record below the language's root; empty for a record that is no longer there."""
        item = self._item(kind, name)
        return "" if item is None else addresses.record(kind, item)

    def source(self, source: Mapping[str, Any]) -> str:
        """Return a source of a data file as the document with the place in it."""
        name = plain_values.raw(source["document"])
        item = self._records.documents.get(name)
        title = name if item is None else (item.record.short or item.record.title)[self._lang]
        if "locator" not in source:
            return title
        return f"{title}, {self._records.locators.said(plain_values.raw(source['locator']), self._lang)}"

    def _item(self, kind: str, name: str) -> Any:
        # A record that has another id now is still the same.
        now, _, current = self._records.history.now(f"{kind}/{name}").partition("/")
        return self._records.of_kind(now).get(current)

    def _partner(self, name: str) -> str:
        item = self._records.partners.get(name)
        return name if item is None else str(item.record.name[self._lang])

    def _former_agreement(self, name: str, known_by: Mapping[str, Any]) -> str:
        """The title of an agreement that is no longer there, of the fields that its file had."""
        partner, signed = known_by.get("partner"), known_by.get("signed")
        announced = known_by.get("announced")
        instrument = plain_values.word(self.words["instruments"], known_by.get("instrument"))
        if not isinstance(partner, str) or instrument is None:
            return name
        called = known_by.get("partner_name")
        title = "title" if signed is not None else "title_undated" if announced is None else "title_announced"
        words = self.words["agreement"][title]
        return str(
            words.format(
                instrument=instrument,
                partner=plain_values.in_language(called, self._lang) if called else self._partner(partner),
                date=plain_values.date(plain_values.raw(signed or announced), self._lang),
            )
        )
