"""Every kind of record joined with what belongs to it, each when it is first asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from macros.catalogue.items import (
    ActivityItem,
    AgencyItem,
    AgreementItem,
    CooperationItem,
    CountryItem,
    DocumentItem,
    GroupItem,
    IndicatorItem,
    OrganisationItem,
    PartnerItem,
    PlanItem,
    RecordItem,
    ReportedAgreementItem,
    SectorItem,
    TaskItem,
    TradeAgreementItem,
)
from macros.catalogue.joins import alone, chains, conflicts, countries, documents, figures, relations, work
from macros.catalogue.joins.conflicts import ConflictGroup
from macros.catalogue.lookups import Lookups
from macros.records.dataset import Dataset, Entry
from macros.records.kinds import SINGULAR
from macros.records.locators import Locators
from macros.records.model import (
    Agency,
    Conflict,
    Country,
    Document,
    GlossaryEntry,
    Place,
    Plan,
    PreferredTerm,
    Region,
    Sector,
    Text,
    Update,
)


class Joined:
    """Records by id, joined as of one day. Lists keep the order of the data files, which is that of the documents.

    A kind has its items in the attribute that :attr:`macros.records.kind.Kind.attribute` names; where records alone
    are needed, ``country_records`` and its like have those.
    """

    def __init__(self, dataset: Dataset, as_of: dt.date, known: dt.date) -> None:
        """Prepare to join a data set.

        Args:
            dataset: records that have passed the check.
            as_of: the day that statuses are judged by.
            known: the day that the records speak of.
        """
        self.as_of = as_of
        self.known = known
        self._dataset = dataset
        self._lookups = Lookups(dataset)
        self._alone: dict[str, dict[str, RecordItem]] = {}

    @property
    def country_records(self) -> dict[str, Country]:
        return self._lookups.countries

    @property
    def sector_records(self) -> dict[str, Sector]:
        return self._lookups.sectors

    @property
    def agency_records(self) -> dict[str, Agency]:
        return self._lookups.agencies

    @property
    def document_records(self) -> dict[str, Document]:
        return self._lookups.documents

    @property
    def plan_records(self) -> dict[str, Plan]:
        return self._lookups.plans

    @property
    def updates(self) -> list[Entry[Update]]:
        """Updates with their places, in the order of the files."""
        return self._dataset.of("updates", Update)

    @cached_property
    def glossary(self) -> tuple[GlossaryEntry, ...]:
        return tuple(entry.record for entry in self._dataset.of("glossary", GlossaryEntry))

    @cached_property
    def preferred_terms(self) -> tuple[PreferredTerm, ...]:
        """The preferred forms of the term base, in the order of the file."""
        return tuple(entry.record for entry in self._dataset.of("preferred-terms", PreferredTerm))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Places of the partners, the city and the archipelagos, in the order of the file."""
        return tuple(entry.record for entry in self._dataset.of("places", Place))

    @property
    def terms(self) -> dict[str, dict[str, Text]]:
        """The words for each value of a vocabulary, by the id of the vocabulary, in the order of the file."""
        return self._lookups.terms

    @property
    def headings(self) -> dict[str, dict[str, Text]]:
        """The words over several things of each value of a vocabulary, as :attr:`terms` has those for one."""
        return self._lookups.headings

    @property
    def locators(self) -> Locators:
        """The English of places in documents."""
        return self._lookups.locators

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(entry.record for entry in self._dataset.of("conflicts", Conflict))

    @cached_property
    def conflicts_by_weight(self) -> tuple[ConflictGroup, ...]:
        """All conflicts with the records that they are about, those first on which the most depends."""
        about = dict.fromkeys(conflict.record.partition("/")[0] for conflict in self.conflicts)
        return conflicts.conflicts_by_weight(self.conflicts, {kind: self.of_kind(kind) for kind in about})

    @cached_property
    def activities(self) -> dict[str, ActivityItem]:
        return relations.activities(self._lookups)

    @cached_property
    def organisations(self) -> dict[str, OrganisationItem]:
        return relations.organisations(self._lookups, self.activities)

    @cached_property
    def partners(self) -> dict[str, PartnerItem]:
        return relations.partners(self._lookups, self.activities, self.as_of, self.known)

    @cached_property
    def agreements(self) -> dict[str, AgreementItem]:
        return {item.id: item for partner in self.partners.values() for item in partner.agreements}

    @cached_property
    def chains(self) -> dict[str, tuple[AgreementItem, ...]]:
        """The agreements that belong together, by the id of each."""
        return chains.chains(self.agreements)

    @cached_property
    def reported_agreements(self) -> dict[str, ReportedAgreementItem]:
        """Agreements that are only known to exist; they count in no register."""
        return relations.reported_agreements(self._lookups)

    @cached_property
    def cooperation(self) -> dict[str, CooperationItem]:
        return countries.cooperation(self._lookups)

    @cached_property
    def trade_agreements(self) -> dict[str, TradeAgreementItem]:
        return countries.trade_agreements(self._lookups, self.tasks)

    @cached_property
    def countries(self) -> dict[str, CountryItem]:
        naming = countries.Naming(
            partners=self.partners,
            tasks=self.tasks,
            cooperation=self.cooperation,
            organisations=self.organisations,
            trade_agreements=self.trade_agreements,
            indicators=self.indicators,
            activities=self.activities,
            reported_agreements=self.reported_agreements,
        )
        return countries.countries(self._lookups, naming)

    @cached_property
    def regions(self) -> dict[Region, tuple[CountryItem, ...]]:
        """Countries by region; regions without a country are left out."""
        return countries.by_region(self.countries.values(), self.terms["regions"])

    @cached_property
    def partner_countries(self) -> tuple[CountryItem, ...]:
        """Countries that a partner belongs to; territories count with their country."""
        return countries.partner_countries(self.countries.values(), self.partners.values())

    @cached_property
    def tasks(self) -> dict[str, TaskItem]:
        return work.tasks(self._lookups, self.as_of)

    @cached_property
    def groups(self) -> dict[str, GroupItem]:
        return work.groups(self._lookups, self.tasks)

    @cached_property
    def plans(self) -> dict[str, PlanItem]:
        return work.plans(self._lookups, self.groups)

    @cached_property
    def agencies(self) -> dict[str, AgencyItem]:
        return work.agencies(self._lookups, self.tasks, self.agreements, self.as_of)

    @cached_property
    def sectors(self) -> dict[str, SectorItem]:
        return work.sectors(
            self._lookups,
            partners=self.partners,
            tasks=self.tasks,
            cooperation=self.cooperation,
            activities=self.activities,
            organisations=self.organisations,
            indicators=self.indicators,
        )

    @cached_property
    def documents(self) -> dict[str, DocumentItem]:
        return documents.documents(self._lookups, self.tasks)

    @cached_property
    def indicators(self) -> dict[str, IndicatorItem]:
        return figures.indicators(self._lookups)

    @cached_property
    def indicator_series(self) -> list[list[IndicatorItem]]:
        """Figures that may be drawn together, oldest first."""
        return figures.indicator_series(self.indicators)

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        """Return the joined records of a kind (its singular) by id; none where there is no such kind.

        Records of a kind that nothing here joins come with their place and conflicts.
        """
        described = SINGULAR.get(kind)
        if described is None:
            return {}
        joined = getattr(self, described.attribute, None)
        if isinstance(joined, Mapping):
            return joined
        if kind not in self._alone:
            self._alone[kind] = alone.alone(self._lookups, described)
        return self._alone[kind]
