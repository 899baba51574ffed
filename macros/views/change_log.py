"""The history in words: ``Agreement with Daegu (2004): expiry set to 3 August 2023``, in a language.

Values are named by today's records and words. What is no longer there is named by what the old file said, and a value
that no word stands for by itself, so that no history is too old to be told.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Any, Final

from macros.base.clock import HO_CHI_MINH
from macros.base.dates import PartialDate
from macros.base.formats import cut, date_text, number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.history.changes import Change, FieldChange
from macros.records.model import Text
from macros.views import addresses
from macros.views.labels import agreement_title

# From how many records of a kind on, that changed alike in one commit, they are told together.
MANY: Final = 4
# Up to how many of them are named.
LISTED: Final = 50
# A longer value is not repeated before and after: the page has it.
SHORT: Final = 80
# A longer name is cut at a word.
NAME: Final = 100

# What a record is known by, where that is not its name.
_NAMED_BY: Final = {
    "task": "title",
    "document": "title",
    "activity": "text",
    "cooperation": "text",
    "indicator": "label",
    "glossary": "abbreviation",
}
_DATES: Final = frozenset({"signed", "date", "until", "due", "since", "as_of", "next"})
_FLAGS: Final = frozenset({"lead_all_relevant", "coordinating_all_relevant", "open_ended"})
_NUMBERS: Final = frozenset({"value", "spearhead"})
# Fields whose values are ids, and the records that they name.
_REFERENCES: Final = {
    "country": "country",
    "territory": "country",
    "part_of": "country",
    "countries": "country",
    "sectors": "sector",
    "signatory": "agency",
    "lead": "agency",
    "coordinating": "agency",
    "plan": "plan",
    "group": "task-group",
    "partner": "partner",
    "partners": "partner",
    "organisations": "organisation",
    "document": "document",
    "attached_to": "document",
    "gazetteer": "document",
    "tasks": "task",
}
# Fields whose values the interface has words for, and where.
_WORDS: Final = {
    "instrument": "instruments",
    "region": "regions",
    "scope": "scopes",
    "status": "task_status",
    "event": "events",
}
_KINDS: Final = {
    "partner": "partner_kinds",
    "agency": "agency_kinds",
    "organisation": "organisation_kinds",
    "cooperation": "cooperation_kinds",
    "document": "document_kinds",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: what became of a record, or of many alike.

    ``subject`` names what changed, ``details`` say how; ``address`` lies below the language's root, empty where there
    is no page; ``key`` identifies the entry for good; ``records`` are those that it tells of, as ``kind/id``;
    ``members`` are the names and addresses of several, where they are few enough to list.
    """

    key: str
    commit: str
    moment: dt.datetime
    subject: str
    details: tuple[str, ...]
    address: str
    records: tuple[str, ...]
    members: tuple[tuple[str, str], ...] = ()

    @property
    def date(self) -> PartialDate:
        """The day in Vietnam."""
        return PartialDate.of(self.moment.astimezone(HO_CHI_MINH).date())

    @property
    def sentence(self) -> str:
        return f"{self.subject}: {'; '.join(self.details)}"


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of a day in Vietnam."""

    date: PartialDate
    entries: tuple[Entry, ...]


class Narrator:
    """Tells changes in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang
        self._t = texts(lang)
        self._words: Mapping[str, Any] = self._t["changes"]
        self._items: dict[str, Mapping[str, Any]] = {
            "country": records.countries,
            "partner": records.partners,
            "agreement": records.agreements,
            "sector": records.sectors,
            "agency": records.agencies,
            "task": records.tasks,
            "plan": records.plans,
            "task-group": records.groups,
            "document": records.documents,
            "organisation": records.organisations,
            "trade-agreement": records.trade_agreements,
            "activity": records.activities,
            "indicator": records.indicators,
            "cooperation": records.cooperation,
            "conflict": {conflict.id: conflict for conflict in records.conflicts},
            "glossary": {entry.id: entry for entry in records.glossary},
            "place": {place.id: place for place in records.places},
        }

    def entries(self, changes: Iterable[Change]) -> list[Entry]:
        """The changes as lines, in their order; of one commit, what many records share is one line."""
        found = []
        for _, of_commit in groupby(changes, key=lambda change: change.commit):
            alike: dict[tuple[Any, ...], list[Change]] = defaultdict(list)
            for change in of_commit:
                alike[change.kind, change.action, tuple(field.field for field in change.fields)].append(change)
            for group in alike.values():
                found += [self._many(group)] if len(group) >= MANY else [self.entry(change) for change in group]
        return found

    def days(self, changes: Iterable[Change]) -> list[Day]:
        """The lines by day, in the order of the changes."""
        days = groupby(self.entries(changes), key=lambda entry: entry.date)
        return [Day(date, tuple(entries)) for date, entries in days]

    def entry(self, change: Change) -> Entry:
        """One change as a line."""
        kind, _, name = change.about.partition("/")
        return Entry(
            f"{change.commit}/{change.action}/{change.kind}/{change.id}",
            change.commit,
            change.time,
            self._subject(kind, name, change.known_by if change.kind == kind else {}),
            tuple(self._details(change)),
            self.address(kind, name),
            (change.about,),
        )

    def _many(self, changes: Sequence[Change]) -> Entry:
        first = changes[0]
        names = sorted(change.id for change in changes)
        fields = [self._field(field.field) for field in first.fields]
        words = self._words["several" if fields else first.action]
        return Entry(
            f"{first.commit}/{first.action}/{first.kind}/{','.join(names)}/{','.join(f.field for f in first.fields)}",
            first.commit,
            first.time,
            self._words["many"][first.kind].format(n=number_text(len(changes), self._lang)),
            (words.format(fields=", ".join(fields)) if fields else words.format(former="…"),),
            addresses.index(first.kind),
            tuple(sorted({change.about for change in changes})),
            tuple(self._member(change) for change in changes) if len(changes) <= LISTED else (),
        )

    def _member(self, change: Change) -> tuple[str, str]:
        kind, _, name = change.about.partition("/")
        return self._subject(kind, name, change.known_by if change.kind == kind else {}), self.address(kind, name)

    def value(self, change: Change, field: str, value: Any) -> str:
        """What a field held, in words and in full."""
        if field == "term":
            return self._in_words(value)
        return self._value(change.kind, field, value)

    def address(self, kind: str, name: str) -> str:
        """Where a record is shown, below the language's root; empty where it is not."""
        items = self._items.get(kind, {})
        return addresses.record(kind, items[name]) if name in items else ""

    def _subject(self, kind: str, name: str, known_by: Mapping[str, Any]) -> str:
        number = known_by.get("number", "")
        if (item := self._items.get(kind, {}).get(name)) is not None:
            number = getattr(getattr(item, "record", item), "number", number)
        return str(self._words["subjects"][kind].format(name=self._name(kind, name, known_by), number=number))

    def _name(self, kind: str, name: str, known_by: Mapping[str, Any]) -> str:
        """What a record is called; the id where nothing names it."""
        item = self._items.get(kind, {}).get(name)
        if kind == "agreement":
            return agreement_title(item, self._lang) if item is not None else self._former_agreement(known_by, name)
        field = _NAMED_BY.get(kind, "name")
        found = known_by.get(field) if item is None else getattr(getattr(item, "record", item), field, None)
        if found is None and kind in {"conflict", "place", "update"}:
            return self._partner(name) if kind == "place" else name
        called = self._text(found) if found else name
        return cut(called, NAME)

    def _partner(self, name: str) -> str:
        item = self._records.partners.get(name)
        return item.record.name[self._lang] if item is not None else name

    def _former_agreement(self, known_by: Mapping[str, Any], name: str) -> str:
        partner, instrument = known_by.get("partner"), known_by.get("instrument")
        kind = _word(self._t["instruments"], instrument)
        if not isinstance(partner, str) or kind is None:
            return name
        called = known_by.get("partner_name")
        values = {"instrument": kind, "partner": self._text(called) if called else self._partner(partner)}
        if (signed := known_by.get("signed")) is not None:
            return str(self._t["agreement"]["title"].format(**values, date=self._value("agreement", "signed", signed)))
        return str(self._t["agreement"]["title_undated"].format(**values))

    def _details(self, change: Change) -> Iterator[str]:
        words = self._words
        concerned = f"{change.kind}/{change.id}" != change.about
        if concerned:
            prefix = self._concerned(change)
            if change.action != "changed":
                yield words["concerned"][change.action].format(what=prefix)
            else:
                yield from (f"{prefix} – {detail}" for field in change.fields for detail in self._detail(change, field))
        elif change.action == "changed":
            for field in change.fields:
                yield from self._detail(change, field)
        else:
            yield words[change.action].format(former=change.former)

    def _concerned(self, change: Change) -> str:
        """What an update, a conflict or a place is, said of the record that it is about."""
        known = change.known_by
        values = {
            "date": self._value("update", "date", known.get("date", "")),
            "status": self._value("update", "status", known.get("status", "")),
            "until": self._value("update", "until", known.get("until", "")),
            "field": self._field(str(known.get("field", ""))),
        }
        if change.kind != "update":
            return str(self._words["about"][change.kind].format(**values))
        reports = self._words["reports"]
        text = (_word(reports, known.get("event")) or str(reports["progress"])).format(**values)
        return f"{text}{reports['to'].format(**values)}" if known.get("until") else text

    def _field(self, field: str) -> str:
        return str(self._words["fields"].get(field, self._words["other"]))

    def _detail(self, change: Change, field: FieldChange) -> Iterator[str]:
        """What became of a field."""
        before, after = field.before, field.after
        name = self._field(field.field)
        if field.field not in self._words["fields"]:
            yield self._words["rewritten"].format(field=name)
        elif field.field == "term":
            yield self._term(name, before, after)
        elif isinstance(before, list) or isinstance(after, list):
            yield from self._list(change.kind, field)
        elif _is_text(before) and _is_text(after):
            languages = [lang for lang in ("vi", "en") if before.get(lang) != after.get(lang)]
            if len(languages) == 1:
                name = self._words["in_language"][languages[0]].format(field=name)
                shown = [side.get(languages[0]) for side in (before, after)]
            else:
                shown = [self._text(before), self._text(after)]
            yield self._became(name, *shown)
        else:
            shown = [None if side is None else self._value(change.kind, field.field, side) for side in (before, after)]
            yield self._became(name, *shown)

    def _became(self, name: str, before: str | None, after: str | None) -> str:
        """``due date set to 2027``, ``due date changed from 2026 to 2027``; of long values only that they did."""
        words = self._words
        long = max(len(before or ""), len(after or "")) > SHORT or "\n" in f"{before}{after}"
        if before is None:
            return str(words["written"].format(field=name) if long else words["set"].format(field=name, after=after))
        if after is None:
            return str(words["left"].format(field=name) if long else words["unset"].format(field=name, before=before))
        if long or before == after:
            return str(words["rewritten"].format(field=name))
        return str(words["became"].format(field=name, before=before, after=after))

    def _term(self, name: str, before: Any, after: Any) -> str:
        """An end that was set or moved is told as a date, any other term in its words."""
        ends = [side.get("until") if isinstance(side, dict) else None for side in (before, after)]
        if ends[1] is not None and ends[0] != ends[1]:
            shown = [None if end is None else self._value("agreement", "until", end) for end in ends]
            return self._became(self._field("expires"), *shown)
        return self._became(name, *(None if side is None else self._in_words(side) for side in (before, after)))

    def _in_words(self, term: Any) -> str:
        if not isinstance(term, dict) or _word(self._t["terms"], term.get("kind")) is None:
            return _raw(term)
        years = term.get("years", "")
        values = {
            "until": self._value("agreement", "until", term.get("until", "")),
            "years": self._t["counts"]["years"]["one" if years == "1" else "other"].format(n=years),
        }
        key = "until_years" if term["kind"] == "until" and years else term["kind"]
        return str(self._t["terms"][key].format(**values))

    def _list(self, kind: str, field: FieldChange) -> Iterator[str]:
        """What came to a list and what left it."""
        sides = [side if isinstance(side, list) else [] for side in (field.before, field.after)]
        name = self._field(field.field)
        shown = [[self._value(kind, field.field, item) for item in side] for side in sides]
        gone, come = ([text for text in one if text not in other] for one, other in (shown, shown[::-1]))
        for parts, key, long in ((come, "gained", "written"), (gone, "lost", "left")):
            if parts:
                items = "; ".join(parts)
                yield self._words[long if len(items) > SHORT else key].format(field=name, items=items)
        if not gone and not come:
            same = sorted(map(_raw, sides[0])) == sorted(map(_raw, sides[1]))
            yield self._words["reordered" if same else "rewritten"].format(field=name)

    def _value(self, kind: str, field: str, value: Any) -> str:
        """A value in words; itself where there are none."""
        if isinstance(value, dict):
            return self._compound(kind, field, value)
        if isinstance(value, list):
            return ", ".join(self._value(kind, field, item) for item in value)
        text = str(value)
        if field in _DATES:
            return self._date(text)
        if field in _FLAGS:
            return str(self._words["flags"].get(text, text))
        if field in _NUMBERS:
            return self._number(text)
        if field in _REFERENCES:
            return self._name(_REFERENCES[field], text, {})
        if field == "qualifier" and text in self._t["qualifiers"]:
            return str(self._words["qualifiers"][text])
        if field == "result":
            return _word(self._t["reviews"]["results"], text) or text
        key = _KINDS.get(kind, "") if field == "kind" else _WORDS.get(field, "")
        return str(self._t[key].get(text, text)) if key else text

    def _compound(self, kind: str, field: str, value: Mapping[str, Any]) -> str:
        """A value of several parts: a text, a source, a further signing, another name, a sum, a statement."""
        if _is_text(value):
            return self._text(value)
        if "document" in value:
            return self._source(value)
        if field == "renewed":
            kinds = self._t["renewal_kinds"]
            how = kinds.get(value.get("kind"), "")
            return (
                f"{self._date(str(value.get('date', '')))} ({how})" if how else self._date(str(value.get("date", "")))
            )
        if field == "established":
            return self._date(str(value.get("date", "")))
        if field == "amounts":
            return f"{self._number(str(value.get('value', '')))} {value.get('currency', '')}".strip()
        for part in ("name", "text", "value"):
            if part in value:
                return self._value(kind, "", value[part])
        return _raw(value)

    def _source(self, source: Mapping[str, Any]) -> str:
        item = self._records.documents.get(_raw(source["document"]))
        title = _raw(source["document"]) if item is None else (item.record.short or item.record.title)[self._lang]
        return f"{title}, {_raw(source['locator'])}" if "locator" in source else title

    def _text(self, text: Any) -> str:
        if isinstance(text, str):
            return text
        if isinstance(text, dict):
            found = text.get(self._lang) or text.get("vi") or text.get("en") or ""
            return found if isinstance(found, str) else _raw(found)
        return text[self._lang] if isinstance(text, Text) else _raw(text)

    def _date(self, text: str) -> str:
        try:
            return date_text(PartialDate.parse(text), self._lang)
        except ValueError:
            return text

    def _number(self, text: str) -> str:
        try:
            return number_text(Decimal(text), self._lang)
        except (InvalidOperation, ValueError):
            return text


class Repeater(Narrator):
    """Tells each change once, for files that list it again and again.

    Not for pages: what each of them asks of the records is noted (:mod:`macros.catalogue.dependencies`).
    """

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        super().__init__(records, lang)
        self._told: dict[tuple[str, str, str, str], Entry] = {}

    def entry(self, change: Change) -> Entry:
        """One change as a line."""
        key = change.commit, change.action, change.kind, change.id
        if key not in self._told:
            self._told[key] = super().entry(change)
        return self._told[key]


@functools.lru_cache(maxsize=2)
def repeater(records: Catalogue, lang: Lang) -> Repeater:
    """The one that all exports share."""
    return Repeater(records, lang)


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and set(value) <= {"vi", "en"}


def _word(words: Mapping[str, Any], key: Any) -> str | None:
    """The word for a key; ``None`` where there is none, whatever the key is."""
    return str(words[key]) if isinstance(key, str) and key in words else None


def _raw(value: Any) -> str:
    """A value without words of its own, part by part."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_raw(part)}" for name, part in value.items())
    if isinstance(value, list):
        return ", ".join(map(_raw, value))
    return str(value)
