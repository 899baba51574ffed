"""The gaps of the register: what it holds of the totals that the city states, day by day, and what is missing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from macros.base.dates import PartialDate
from macros.base.formats import number_text
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem, IndicatorItem, PartnerItem
from macros.records.model import Conflict, Source, TotalOf

# The total of a year, which is none of a day.
_OF_YEAR: Final[TotalOf] = "agreements-of-year"
# Totals in the order of the page.
_KINDS: Final[tuple[TotalOf, ...]] = (
    "agreements",
    _OF_YEAR,
    "localities",
    "countries-and-territories",
    "countries",
)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A number of things that the register holds.

    Attributes:
        number: how many.
        further: how often the agreements among them were signed again or renewed, which is no agreement of its own.
        known: further ones that are only known to exist, for their partner or year is missing.
    """

    number: int
    further: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """A total that the city states, with what the register holds of it."""

    figure: IndicatorItem
    held: Held

    @property
    def stated(self) -> int:
        return int(self.figure.record.value)

    @property
    def missing(self) -> int:
        """The number missing; none where the register holds as many or more."""
        return max(0, self.stated - self.held.number)

    @property
    def more(self) -> int:
        """The number that the register holds beyond what the city states."""
        return max(0, self.held.number - self.stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One sort of total with the gap of each day, or year, for which the city states it, newest first."""

    kind: TotalOf
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterGaps:
    """All gaps, and the conflicts between the sources of the stated totals."""

    totals: tuple[Total, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def newest(self) -> Gap | None:
        """The newest gap in agreements."""
        return next((total.gaps[0] for total in self.totals if total.kind == "agreements"), None)


def register_gaps(records: Catalogue) -> RegisterGaps:
    """Subtract what the register holds from each total that is stated for a day up to that of the records."""
    figures = [item for item in records.indicators.values() if item.record.as_of.first_day <= records.as_of]
    stated = sorted(
        (item for item in figures if item.record.total_of is not None),
        key=lambda item: item.record.as_of.last_day,
        reverse=True,
    )
    days = {item.record.as_of.last_day for item in stated if item.record.total_of != _OF_YEAR}
    held = {day: _held_on(records, day) for day in days}

    def gap(item: IndicatorItem, kind: TotalOf) -> Gap:
        date = item.record.as_of
        return Gap(item, _held_of_year(records, date.year) if kind == _OF_YEAR else held[date.last_day][kind])

    found = {kind: tuple(gap(item, kind) for item in stated if item.record.total_of == kind) for kind in _KINDS}
    return RegisterGaps(
        totals=tuple(Total(kind=kind, gaps=gaps) for kind, gaps in found.items() if gaps),
        conflicts=_conflicts(records, stated),
    )


def _held_on(records: Catalogue, day: dt.date) -> Mapping[TotalOf, Held]:
    """Return what the register holds of a day, by what is known today."""
    then = records.on(min(day, records.as_of))
    partners = [item for item in then.partners.values() if _related(item, records.partners[item.id], then)]
    agreements = [agreement for item in partners for agreement in item.agreements if _signed(agreement)]
    reported = then.reported_agreements.values()
    countries = {item.record.country for item in partners}
    territories = {item.record.territory for item in partners if item.record.territory is not None}
    named = {item.record.name.vi for item in partners}
    unlisted = {item.record.country for item in reported if item.record.country is not None} - countries - territories
    unnamed = {item.record.partner_name.vi for item in reported if item.record.partner_name is not None} - named
    return {
        "agreements": Held(
            number=len(agreements),
            further=sum(_further(item, lambda date: date.first_day <= then.as_of) for item in agreements),
            known=len(reported),
        ),
        "localities": Held(number=len(partners), known=len(unnamed)),
        "countries": Held(number=len(countries), known=len(unlisted)),
        "countries-and-territories": Held(number=len(countries | territories), known=len(unlisted)),
    }


def _held_of_year(records: Catalogue, year: int) -> Held:
    """Return the agreements that were signed in a year."""
    listed, reported = records.agreements.values(), records.reported_agreements.values()
    return Held(
        number=sum(item.record.signed is not None and item.record.signed.year == year for item in listed),
        further=sum(_further(item, lambda date: date.year == year) for item in listed),
        known=sum(item.record.year == year for item in reported),
    )


def _signed(item: AgreementItem) -> bool:
    """Tell whether an agreement counts as signed: it is not only announced."""
    return item.status != "announced"


def _further(item: AgreementItem, counts: Callable[[PartialDate], bool]) -> int:
    """Count the later signings of an agreement whose dates count."""
    dates = [renewal.date for renewal in item.record.renewed]
    dates += [update.date for update in item.updates if update.event == "renewed"]
    return sum(counts(date) for date in dates)


def _related(item: PartnerItem, today: PartnerItem, then: Catalogue) -> bool:
    """Tell whether a partner had relations with the city on a day.

    Args:
        item: the partner, with what had begun by that day.
        today: the same with all that is known of it.
        then: the catalogue of that day.
    """
    record, day = item.record, then.as_of
    if record.merged_into is not None and record.merged_into.date.first_day <= day:
        return False
    if record.through is not None and not _taken_over(then, record.through, day):
        return False
    if any(_signed(agreement) for agreement in item.agreements):
        return True
    if record.established is not None:
        return record.established.date.first_day <= day
    return not today.agreements


def _taken_over(then: Catalogue, agency: str, day: dt.date) -> bool:
    """Tell whether a former province, through which a relation came, had gone over to the city by a day."""
    record = then.agency_records[agency]
    days = [successor.date.first_day for successor in record.successors]
    days += [record.ended.date.first_day] if record.ended is not None else []
    return not days or min(days) <= day


def _conflicts(records: Catalogue, totals: list[IndicatorItem]) -> tuple[Conflict, ...]:
    """Return the conflicts about the totals, or in which the place that states one is cited for it, each once."""
    stated = {(*_place(source), _printed(item)) for item in totals for source in item.record.sources}
    found = {conflict.id: conflict for item in totals for conflict in item.conflicts}
    found |= {
        conflict.id: conflict
        for conflict in records.conflicts
        if any(
            (*_place(source), number) in stated
            for claim in conflict.values
            for source in claim.sources
            for number in _NUMBER.findall(claim.value if isinstance(claim.value, str) else claim.value.vi)
        )
    }
    return tuple(found.values())


def _printed(item: IndicatorItem) -> str:
    """The total as Vietnamese texts print it."""
    return number_text(item.record.value, "vi")


def _place(source: Source) -> tuple[str, str]:
    return source.document, source.locator
