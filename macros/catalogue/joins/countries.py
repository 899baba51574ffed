"""Countries with everything that names them: areas of cooperation, trade agreements, partners, tasks, figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.catalogue.items import (
    ActivityItem,
    CooperationItem,
    CountryItem,
    IndicatorItem,
    OrganisationItem,
    PartnerItem,
    ReportedAgreementItem,
    TaskItem,
    TradeAgreementItem,
)
from macros.catalogue.joins.by_key import by_key
from macros.catalogue.lookups import Lookups
from macros.records.model import Cooperation, Country, Region, TradeAgreement


def cooperation(lookups: Lookups) -> dict[str, CooperationItem]:
    """Join areas of cooperation with their countries and sectors."""
    return {
        entry.record.id: CooperationItem(
            record=entry.record,
            countries=lookups.countries_of(entry.record.countries),
            sectors=lookups.sectors_of(entry.record.sectors),
            place=entry.place,
        )
        for entry in lookups.dataset.of("cooperation", Cooperation)
    }


def trade_agreements(lookups: Lookups, tasks: Mapping[str, TaskItem]) -> dict[str, TradeAgreementItem]:
    """Join trade agreements with the countries and tasks that they concern."""
    return {
        entry.record.id: TradeAgreementItem(
            record=entry.record,
            countries=lookups.countries_of(entry.record.countries),
            tasks=tuple(tasks[name] for name in entry.record.tasks),
            conflicts=lookups.conflicts_of("trade-agreement", entry.record.id),
            place=entry.place,
        )
        for entry in lookups.dataset.of("trade-agreements", TradeAgreement)
    }


@dataclass(frozen=True, kw_only=True)
class Naming:
    """The joined records that name countries, by id."""

    partners: Mapping[str, PartnerItem]
    tasks: Mapping[str, TaskItem]
    cooperation: Mapping[str, CooperationItem]
    organisations: Mapping[str, OrganisationItem]
    trade_agreements: Mapping[str, TradeAgreementItem]
    indicators: Mapping[str, IndicatorItem]
    activities: Mapping[str, ActivityItem]
    reported_agreements: Mapping[str, ReportedAgreementItem]


def countries(lookups: Lookups, naming: Naming) -> dict[str, CountryItem]:
    """Join countries with everything that names them; a partner in a territory also counts with its country."""
    partners_of = by_key(
        naming.partners.values(), lambda item: (item.record.country, item.record.territory or item.record.country)
    )
    tasks_of = by_key(naming.tasks.values(), lambda item: item.record.countries)
    parts_of = by_key(lookups.countries.values(), lambda country: (country.part_of or "",))
    cooperation_of = by_key(naming.cooperation.values(), lambda item: item.record.countries)
    organisations_of = by_key(naming.organisations.values(), lambda item: (item.record.country or "",))
    trade_agreements_of = by_key(naming.trade_agreements.values(), lambda item: item.record.countries)
    indicators_of = by_key(naming.indicators.values(), lambda item: item.record.countries)
    activities_of = by_key(naming.activities.values(), lambda item: item.record.countries)
    reported_of = by_key(naming.reported_agreements.values(), lambda item: (item.record.country or "",))
    return {
        entry.record.id: CountryItem(
            record=entry.record,
            partners=partners_of[entry.record.id],
            tasks=tasks_of[entry.record.id],
            parts=parts_of[entry.record.id],
            part_of=lookups.countries.get(entry.record.part_of or ""),
            cooperation=cooperation_of[entry.record.id],
            organisations=organisations_of[entry.record.id],
            trade_agreements=trade_agreements_of[entry.record.id],
            indicators=indicators_of[entry.record.id],
            activities_naming_it=activities_of[entry.record.id],
            reported_agreements=reported_of[entry.record.id],
            conflicts=lookups.conflicts_of("country", entry.record.id),
            place=entry.place,
        )
        for entry in lookups.dataset.of("countries", Country)
    }


def by_region(countries: Iterable[CountryItem], regions: Iterable[Region]) -> dict[Region, tuple[CountryItem, ...]]:
    """Group countries by region; regions without a country are left out."""
    items = tuple(countries)
    found = {region: tuple(item for item in items if item.record.region == region) for region in regions}
    return {region: listed for region, listed in found.items() if listed}


def partner_countries(countries: Iterable[CountryItem], partners: Iterable[PartnerItem]) -> tuple[CountryItem, ...]:
    """Return the countries that a partner belongs to, as the register counts them: territories with their country."""
    own = {partner.record.country for partner in partners}
    return tuple(item for item in countries if item.id in own)
