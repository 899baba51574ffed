"""The messages of the check for the guides, each with an example of what it mends."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from macros.base.languages import Lang
from macros.records.check.messages import GROUPS

# Lines that break a rule, as in tests/unit/records/invalid/<rule>.yaml, and lines that keep it; ⏎ is a line break.
EXAMPLES: Final[Mapping[str, tuple[str, str]]] = {
    "yaml-syntax": ("lead: [foreign-affairs", "lead: [foreign-affairs]"),
    "duplicate-key": ("region: east-asia ⏎ region: europe", "region: east-asia"),
    "anchor": ("name: &japan", "name:"),
    "tag": ("en: !!str Japan", "en: Japan"),
    "key-is-text": ("en: {{ name }}", 'en: "{{ name }}"'),
    "list-of-records": ("jp:", "- id: jp"),
    "wrong-shape": ("name: Nhật Bản", "name: ⏎   vi: Nhật Bản ⏎   en: Japan"),
    "both-languages": ("vi: Du lịch", "vi: Du lịch ⏎ en: Tourism"),
    "unknown-field": ("sigend: 2009", "signed: 2009"),
    "not-allowed": ("kind: stronger", "kind: strengthened"),
    "not-listed": ("instrument: treaty", "instrument: agreement"),
    "empty-text": ('en: ""', "en: Tourism"),
    "id-format": ("id: Du lịch", "id: tourism"),
    "reserved-id": ("id: con", "id: conferences"),
    "country-code": ("id: JPN", "id: jp"),
    "identifier-form": ("wikidata: Q-17", "wikidata: Q17"),
    "https-link": ("url: javascript:alert(1)", "url: https://danang.gov.vn/"),
    "record-reference": ("record: sakai-2009", "record: agreement/sakai-2009"),
    "source-missing": ("sources: []", "sources: ⏎   - document: scheme-2887 ⏎     locator: Phần I, mục 1"),
    "date": ("signed: 2009-02-30", "signed: 2009-02-28"),
    "true-or-false": ("coordinating_all_relevant: yes", "coordinating_all_relevant: true"),
    "whole-number": ("spearhead: two", "spearhead: 2"),
    "number": ("value: 12.400 USD", "value: 12400 ⏎ currency: USD"),
    "activity-alone": ("- id: sakai-1", "- id: sakai-1 ⏎   partners: [sakai]"),
    "reported-unknown": ("- id: japan-2020", "- id: japan-2020 ⏎   country: jp"),
    "number-range": ("spearhead: 6", "spearhead: 5"),
    "term": ("kind: until", "kind: until ⏎ until: 2026-12-31"),
    "announced-and-signed": ("announced: 2010-02 ⏎ signed: 2009", "signed: 2009"),
    "agreement-circle": ("- id: sakai-2009 ⏎   amends: [sakai-2009]", "- id: sakai-2009"),
    "replaced-by": ("event: replaced ⏎ by: sakai-2009", "event: replaced ⏎ by: sakai-2026"),
    "text-published": ("access: published", "access: published ⏎ url: https://example.org/sakai-2009"),
    "text-unpublished": ("access: withheld ⏎ url: https://example.org/text", "access: withheld"),
    "text-file-name": ("file: ../Văn bản.docx", "file: sakai-2009.pdf"),
    "unknown-reference": ("signatory: peoples-comittee", "signatory: peoples-committee"),
    "former-id-in-use": ("former_ids: [foreign-affairs]", "former_ids: [external-relations]"),
    "retired-in-future": ("date: 2100-01-01", "date: 2026-11-30"),
    "repeated-reference": ("countries: [jp, jp]", "countries: [jp]"),
    "place-partner": ("id: sakay", "id: sakai"),
    "conflict-field": ("field: colour", "field: signed"),
    "title-words": (
        "en: Learn about the docks, the ferries, the ropeways and every other way of crossing",
        "en: Learn about ways of crossing the water",
    ),
    "avoided-form": ("en: The Harbour of the town", "en: The Port of the town"),
    "locator-phrase": ("vi: dòng {n} ⏎ en: row", "vi: dòng {n} ⏎ en: row {n}"),
    "locator-unknown": ("locator: Danh mục từ viết tắt dòng 3", "locator: Danh mục từ viết tắt, dòng 3"),
    "address-day": (
        "url: https://danang.gov.vn/quyet-dinh",
        "url: https://danang.gov.vn/quyet-dinh ⏎ seen: 2026-11-30",
    ),
    "english-pending": ("vi: Đã làm xong.", "vi: Đã làm xong. ⏎ en: Done."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A rule of the check.

    Attributes:
        rule: its name.
        group: what it is about, a key of ``GROUPS``.
        severity: ``error`` or ``warning``.
        text: its message, with dots for what differs from case to case.
        wrong: the lines of the example.
        right: those lines mended.
    """

    rule: str
    group: str
    severity: str
    text: str
    wrong: Sequence[str] = ()
    right: Sequence[str] = ()


class _Dots(string.Formatter):
    """Formatter that fills every place with dots, and places for hints, which may be empty, with nothing."""

    def get_field(self, field_name: str, _args: Sequence[Any], _kwargs: Mapping[str, Any]) -> tuple[str, str]:
        return ("" if field_name.startswith("hint") else "…"), field_name


def check_messages(lang: Lang) -> list[Row]:
    """Return every rule of the check, in the order of its table."""
    return [
        Row(rule, group, message.severity, _text(getattr(message, lang)), *map(_lines, EXAMPLES.get(rule, ("", ""))))
        for group, messages in GROUPS.items()
        for rule, message in messages.items()
    ]


def _text(message: str) -> str:
    # Dots at the end of a sentence are its full stop as well.
    return _Dots().format(message).replace("….", "…")


def _lines(example: str) -> list[str]:
    return [line.rstrip() for line in example.split("⏎ ")] if example else []
