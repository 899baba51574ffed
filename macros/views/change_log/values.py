"""Values of fields in words, by the field and the kind of record that has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from macros.base.languages import Lang
from macros.records.field_words import field_words
from macros.records.kinds import DATES, REFERENCES
from macros.records.model.identifiers import PartnerIdentifiers
from macros.views.change_log import plain_values
from macros.views.change_log.names import Names

_FLAGS: Final = frozenset({"lead_all_relevant", "coordinating_all_relevant", "open_ended", "binding"})
_NUMBERS: Final = frozenset({"value", "spearhead"})
# Fields whose values are dates with what happened then.
_DATED: Final = frozenset({"renewed", "established", "successors", "ended"})
# Fields whose values the interface has words for, and their key there.
_WORDS: Final = {
    "instrument": "instruments",
    "region": "regions",
    "scope": "scopes",
    "status": "task_status",
    "event": "events",
}


class Values:
    """Values in one language."""

    def __init__(self, names: Names, lang: Lang) -> None:
        self._names = names
        self._lang: Lang = lang
        self._t = names.words
        self._words: Mapping[str, Any] = self._t["changes"]
        self._words_for: Mapping[str, Mapping[str, Any]] = {
            **{field: self._t[key] for field, key in _WORDS.items()},
            **dict.fromkeys(_FLAGS, self._words["flags"]),
            "qualifier": self._words["qualifiers"],
            "result": self._t["reviews"]["results"],
            "languages": self._t["languages"],
            "access": self._t["agreement"]["text_access"],
        }

    def field(self, name: str) -> str:
        """Return the name of a field; one word for all fields that have none."""
        return str(self._words["fields"].get(name, self._words["other"]))

    def in_words(self, kind: str, field: str, value: Any) -> str:
        """Return a value in words; the value itself where there are none.

        Args:
            kind: the singular of the kind of record that has it.
            field: the field that holds it; empty for a part of a value.
            value: a text, or a list or mapping of values.
        """
        if isinstance(value, dict):
            return self._of_parts(kind, field, value)
        if isinstance(value, list):
            return ", ".join(self.in_words(kind, field, item) for item in value)
        return self._single(kind, field, str(value))

    def term(self, term: Any) -> str:
        """Return the term of an agreement in words; the value itself where it is none."""
        if not isinstance(term, dict) or plain_values.word(self._t["terms"], term.get("kind")) is None:
            return plain_values.raw(term)
        years = term.get("years", "")
        values = {
            "until": self.in_words("agreement", "until", term.get("until", "")),
            "years": self._t["counts"]["years"]["one" if years == "1" else "other"].format(n=years),
        }
        key = "until_years" if term["kind"] == "until" and years else term["kind"]
        return str(self._t["terms"][key].format(**values))

    def _single(self, kind: str, field: str, text: str) -> str:
        if field in DATES:
            return plain_values.date(text, self._lang)
        if field in _NUMBERS:
            return plain_values.number(text, self._lang)
        if field in REFERENCES:
            return self._names.name(REFERENCES[field].singular, text)
        words = self._t.get(f"{kind}_kinds", {}) if field == "kind" else self._words_for.get(field, {})
        return plain_values.word(words, text) or text

    def _of_parts(self, kind: str, field: str, value: Mapping[str, Any]) -> str:
        """A value of several parts: a text, a source, a further signing, another name, a sum, a statement."""
        if plain_values.is_text(value):
            return plain_values.in_language(value, self._lang)
        if field in _DATED:
            return self._dated(field, value)
        if "document" in value:
            return self._names.source(value)
        if field == "amounts":
            sum_ = plain_values.number(str(value.get("value", "")), self._lang)
            return f"{sum_} {value.get('currency', '')}".strip()
        for part in ("name", "text", "value", "access", "url"):
            if part in value:
                return self.in_words(kind, "access" if part == "access" else "", value[part])
        return self._identifiers(value) if field == "identifiers" else plain_values.raw(value)

    def _identifiers(self, value: Mapping[str, Any]) -> str:
        """Identifiers with their words; one that records no longer have stands under its own name."""
        words = {name: field_words(PartnerIdentifiers, name)[0] for name in PartnerIdentifiers.model_fields}
        called = {name: words[name][self._lang] if name in words else name for name in value}
        return ", ".join(f"{called[name]}: {plain_values.raw(known)}" for name, known in value.items())

    def _dated(self, field: str, value: Mapping[str, Any]) -> str:
        """A day with what happened on it: a further signing, the beginning of a relation, the end of an agency."""
        day = plain_values.date(str(value.get("date", "")), self._lang)
        if field == "successors":
            name = self._names.name("agency", str(value.get("agency", "")))
            return str(self._words["succession"].format(name=name, date=day))
        how = plain_values.word(self._t["renewal_kinds"], value.get("kind")) if field == "renewed" else None
        return f"{day} ({how})" if how else day
