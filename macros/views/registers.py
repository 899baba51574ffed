"""Registers that a reader can filter and sort: each row's keys with their labels, and its rank in every column.

The browser only compares what is computed here: a key is language-neutral (it stands in addresses), a label is in the
language, and a rank is a number that follows the language's own alphabet, the calendar or the size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from macros.base.collation import collation_key
from macros.base.dates import PartialDate
from macros.base.folding import slugify
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import ActivityItem, AgreementItem, DocumentItem, PartnerItem, TaskItem
from macros.records.model import Agency, Partner

# The key of rows that have no value for a facet, where that is worth finding.
NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class Option:
    """A value that rows can be filtered by, and how many have it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A question with its possible answers; only those that some row has."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What the browser needs to know of a row, ready to print.

    ``facets`` is a list of ``facet:key``, ``order`` its rank in each column (``-`` where it has no value), ``words``
    what it is found by besides the text shown.
    """

    facets: str
    order: str
    words: str


@dataclass(frozen=True, slots=True)
class Register:
    """A table with its facets, its columns that can be sorted (name and label), and its rows by id."""

    name: str
    items: tuple[Any, ...]
    facets: tuple[Facet, ...]
    columns: tuple[tuple[str, str], ...]
    rows: Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class _Question:
    """A facet before its rows are known: which keys an item has, and the labels of all keys in reading order."""

    label: str
    keys: Callable[[Any], Iterable[str]]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the rows of one register are filtered, sorted and found."""

    items: tuple[Any, ...]
    questions: Mapping[str, _Question]
    columns: Mapping[str, Callable[[Any], Any]]
    words: Callable[[Any], Iterable[str]]


def register(name: str, records: Catalogue, lang: Lang) -> Register:
    """The register of a kind of record: agreements, tasks, partners, documents or activities.

    Raises:
        KeyError: there is no such register.
    """
    plan = getattr(_Plans(records, lang), name, None)
    if plan is None:
        raise KeyError(name)
    labels = texts(lang)["fields"]
    tokens = {
        item.id: {facet: tuple(dict.fromkeys(question.keys(item))) for facet, question in plan.questions.items()}
        for item in plan.items
    }
    ranks = [_ranks(plan.items, value) for value in plan.columns.values()]
    rows = {
        item.id: Row(
            " ".join(f"{facet}:{key}" for facet, keys in tokens[item.id].items() for key in keys),
            " ".join(column.get(item.id, "-") for column in ranks),
            " ".join(dict.fromkeys(plan.words(item))),
        )
        for item in plan.items
    }
    facets = []
    for facet, question in plan.questions.items():
        counts = Counter(key for keys in tokens.values() for key in keys[facet])
        options = tuple(Option(key, label, counts[key]) for key, label in question.labels.items() if counts[key])
        facets.append(Facet(facet, question.label, options))
    columns = tuple((column, labels[column]) for column in plan.columns)
    return Register(name, plan.items, tuple(facet for facet in facets if facet.options), columns, rows)


def _ranks(items: Iterable[Any], value: Callable[[Any], Any]) -> dict[str, str]:
    """The rank of each item's value among all values; items without a value are left out."""
    values = {item.id: value(item) for item in items}
    order = {found: str(rank) for rank, found in enumerate(sorted({v for v in values.values() if v is not None}))}
    return {name: order[found] for name, found in values.items() if found is not None}


def _years(*dates: PartialDate | None) -> list[str]:
    known = [str(date.year) for date in dates if date is not None]
    return known or [NONE]


def _day(date: PartialDate | None) -> Any:
    """What a date sorts by: its first day; a year before its months, a month before its days."""
    return None if date is None else (date.first_day, date.last_day)


class _Plans:
    """The registers, one property each."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang
        self._t = texts(lang)

    @property
    def agreements(self) -> _Plan:
        partners = self._records.partners

        def order(item: AgreementItem) -> Any:
            return self._key(item.country.name[self._lang]), self._key(item.partner.name[self._lang])

        def ends(item: AgreementItem) -> Any:
            # What has no end comes after all that has one; what the source leaves open has no place.
            return (1,) if item.record.term.kind == "indefinite" else item.expires and (0, item.expires.last_day)

        return _Plan(
            tuple(sorted(self._records.agreements.values(), key=order)),
            {
                "status": self._fixed("status", "agreement_status", lambda item: [item.status]),
                "country": self._country(lambda item: self._places(item.partner)),
                "region": self._fixed("region", "regions", lambda item: [item.country.region]),
                "sector": self._sector(
                    lambda item: [sector.id for sector in partners[item.partner.id].sectors], "partner_sector"
                ),
                "instrument": self._fixed("instrument", "instruments", lambda item: [item.record.instrument]),
                "year": self._year(
                    lambda item: _years(item.record.signed, *(renewal.date for renewal in item.record.renewed))
                ),
            },
            {
                "partner": lambda item: self._key(item.partner.name[self._lang]),
                "country": lambda item: self._key(item.country.name[self._lang]),
                "instrument": lambda item: self._key(self._t["instruments"][item.record.instrument]),
                "signed": lambda item: _day(item.record.signed),
                "term": ends,
                "status": lambda item: list(self._t["agreement_status"]).index(item.status),
            },
            lambda item: self._names(item.partner),
        )

    @property
    def tasks(self) -> _Plan:
        items = tuple(task for plan in self._records.plans.values() for task in plan.tasks)
        position = {item.id: index for index, item in enumerate(items)}
        plans = list(self._records.plans)

        def leads(item: TaskItem) -> Iterator[str]:
            yield from (agency.id for agency in item.lead)
            if item.record.lead_all_relevant:
                yield "all-relevant"
            if not item.lead_named:
                yield NONE

        def first(agencies: tuple[Agency, ...]) -> Any:
            return self._key(agencies[0].name[self._lang]) if agencies else None

        agencies = self._named(
            self._records.agency_records,
            {"all-relevant": self._t["values"]["all_relevant"], NONE: self._t["values"]["no_lead"]},
        )
        return _Plan(
            items,
            {
                "status": self._fixed("status", "task_status", lambda item: [item.status]),
                "agency": _Question(self._t["facets"]["agency"], leads, agencies),
                "plan": _Question(
                    self._t["facets"]["plan"],
                    lambda item: [item.plan.id],
                    {plan.id: plan.name[self._lang] for plan in self._records.plan_records.values()},
                ),
                "sector": self._sector(lambda item: [sector.id for sector in item.sectors]),
                "country": self._country(lambda item: [country.id for country in item.countries]),
                "region": self._fixed("region", "regions", lambda item: [c.region for c in item.countries]),
            },
            {
                "number": lambda item: position[item.id],
                "task": lambda item: self._key(item.record.title[self._lang]),
                "plan": lambda item: plans.index(item.plan.id),
                "lead": lambda item: first(item.lead),
                "coordinating": lambda item: first(item.coordinating),
                "status": lambda item: list(self._t["task_status"]).index(item.status),
            },
            lambda item: [
                word
                for agency in (*item.lead, *item.coordinating)
                for word in (*agency.abbreviations, *self._other(agency.name))
            ],
        )

    @property
    def partners(self) -> _Plan:
        def order(item: PartnerItem) -> Any:
            return self._key(item.country.name[self._lang]), self._key(item.record.name[self._lang])

        return _Plan(
            tuple(sorted(self._records.partners.values(), key=order)),
            {
                "country": self._country(lambda item: self._places(item.record)),
                "region": self._fixed("region", "regions", lambda item: [item.country.region]),
                "sector": self._sector(lambda item: [sector.id for sector in item.sectors]),
                "status": self._fixed(
                    "agreement_status", "agreement_status", lambda item: [a.status for a in item.agreements]
                ),
                "kind": self._fixed("kind", "partner_kinds", lambda item: [item.record.kind]),
                "year": self._year(lambda item: _years(item.since), "since_year"),
            },
            {
                "partner": lambda item: self._key(item.record.name[self._lang]),
                "kind": lambda item: self._key(self._t["partner_kinds"][item.record.kind]),
                "country": lambda item: self._key(item.country.name[self._lang]),
                "since": lambda item: _day(item.since),
                "agreements": lambda item: len(item.agreements),
                "in_force": lambda item: item.in_force,
            },
            lambda item: self._names(item.record),
        )

    @property
    def documents(self) -> _Plan:
        records = self._records.documents.values()
        items = sorted(records, key=lambda item: _day(item.record.date) or (), reverse=True)
        # Issuers have no id; their Vietnamese name makes one key for both languages.
        issuers = {
            slugify(item.record.issuer.vi): item.record.issuer[self._lang] for item in records if item.record.issuer
        }

        def issuer(item: DocumentItem) -> list[str]:
            return [slugify(item.record.issuer.vi) if item.record.issuer is not None else NONE]

        return _Plan(
            tuple(items),
            {
                "kind": self._fixed("kind", "document_kinds", lambda item: [item.record.kind]),
                "issuer": _Question(
                    self._t["facets"]["issuer"], issuer, self._sorted(issuers) | {NONE: self._t["values"]["not_stated"]}
                ),
                "year": self._year(lambda item: _years(item.record.date)),
                "use": self._fixed("use", "document_uses", lambda item: ["source" if item.uses else "named"]),
            },
            {
                "kind": lambda item: self._key(self._t["document_kinds"][item.record.kind]),
                "number": lambda item: _natural(item.record.number),
                "date": lambda item: _day(item.record.date),
                "title": lambda item: self._key(item.record.title[self._lang]),
                "issuer": lambda item: self._key(item.record.issuer[self._lang]) if item.record.issuer else None,
            },
            lambda item: item.record.short[self._lang].split() if item.record.short else [],
        )

    @property
    def activities(self) -> _Plan:
        records = self._records.activities.values()
        items = sorted(records, key=lambda item: _day(item.record.date) or (), reverse=True)
        countries = self._records.country_records

        def places(item: ActivityItem) -> list[str]:
            of_partners = [place for partner in item.partners for place in self._places(partner)]
            return of_partners + [body.country for body in item.organisations if body.country is not None]

        def years(item: ActivityItem) -> list[str]:
            record = item.record
            if record.date is None:
                return [NONE]
            last = record.until.year if record.until is not None else record.date.year
            return [*map(str, range(record.date.year, last + 1)), *(str(date.year) for date in record.also)]

        def words(item: ActivityItem) -> Iterator[str]:
            for partner in item.partners:
                yield from self._names(partner)
            for organisation in item.organisations:
                yield from (*self._other(organisation.name), *organisation.aliases)

        def with_whom(item: ActivityItem) -> Any:
            names = [partner.name for partner in item.partners] + [body.name for body in item.organisations]
            return self._key(names[0][self._lang])

        return _Plan(
            tuple(items),
            {
                "country": self._country(places, "partner_country"),
                "region": self._fixed("region", "regions", lambda item: [countries[c].region for c in places(item)]),
                "year": self._year(years),
                "sector": self._sector(lambda item: item.record.sectors),
            },
            {"date": lambda item: _day(item.record.date), "with_whom": with_whom},
            words,
        )

    def _key(self, text: str) -> Any:
        return collation_key(text, self._lang)

    def _sorted(self, labels: Mapping[str, str]) -> dict[str, str]:
        return dict(sorted(labels.items(), key=lambda pair: self._key(pair[1])))

    def _named(self, records: Mapping[str, Any], further: Mapping[str, str] | None = None) -> dict[str, str]:
        """Labels of records by their name, then further ones."""
        return self._sorted({key: record.name[self._lang] for key, record in records.items()}) | dict(further or {})

    def _fixed(self, label: str, words: str, keys: Callable[[Any], Iterable[str]]) -> _Question:
        """A facet whose values the model fixes; they keep the order of the interface's words."""
        return _Question(self._t["facets"][label], keys, self._t[words])

    def _country(self, keys: Callable[[Any], Iterable[str]], label: str = "country") -> _Question:
        return _Question(self._t["facets"][label], keys, self._named(self._records.country_records))

    def _sector(self, keys: Callable[[Any], Iterable[str]], label: str = "sector") -> _Question:
        return _Question(self._t["facets"][label], keys, self._named(self._records.sector_records))

    def _year(self, keys: Callable[[Any], Iterable[str]], label: str = "year") -> _Question:
        """Newest first, then what has no date."""
        years = {str(year): str(year) for year in range(2100, 1899, -1)}
        return _Question(self._t["facets"][label], keys, years | {NONE: self._t["values"]["not_stated"]})

    def _places(self, partner: Partner) -> list[str]:
        """A territory's partner is found under its country too."""
        return [partner.country, *([partner.territory] if partner.territory is not None else [])]

    def _names(self, partner: Partner) -> Iterator[str]:
        """What a partner is also called, and its country, in both languages."""
        yield from self._other(partner.name)
        yield from (alias.name for alias in partner.aliases)
        for name in self._places(partner):
            country = self._records.country_records[name]
            yield from (country.name.vi, country.name.en, *country.aliases)

    def _other(self, name: Any) -> list[str]:
        """The name in the other language, where it differs."""
        return [] if name.vi == name.en else [name.en if self._lang == "vi" else name.vi]


def _natural(text: str | None) -> Any:
    """Numbers of documents by their value: 57 before 165."""
    if text is None:
        return None
    digits = text[: len(text) - len(text.lstrip("0123456789"))]
    return (int(digits) if digits else 10**9, text)
