"""The register of partners, by country and name."""

from __future__ import annotations

from typing import Any

from macros.base.collation import collation_key
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import PartnerItem
from macros.views.registers.chips import Chips
from macros.views.registers.definition import Definition
from macros.views.registers.facets import Facets, year
from macros.views.registers.names import countries, partner_names
from macros.views.registers.ranks import day
from macros.views.vocabularies import interface_words


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    t, facets, chips = interface_words(records, lang), Facets(records, lang), Chips(records, lang)

    def country(item: PartnerItem) -> Any:
        return collation_key(item.country.name[lang], lang)

    def name(item: PartnerItem) -> Any:
        return collation_key(item.record.name[lang], lang)

    def statuses(item: PartnerItem) -> list[str]:
        return [agreement.status for agreement in item.agreements]

    return Definition(
        items=tuple(sorted(records.partners.values(), key=lambda item: (country(item), name(item)))),
        chips=(
            chips.option("status", "in-force", lambda item: "in-force" in statuses(item)),
            *chips.frequent("kind", "partner_kinds", (item.record.kind for item in records.partners.values())),
        ),
        facets={
            "country": facets.country(lambda item: countries(item.record)),
            "region": facets.fixed("region", "regions", lambda item: [item.country.region]),
            "sector": facets.sector(lambda item: [sector.id for sector in item.sectors]),
            "status": facets.fixed("agreement_status", "agreement_status", statuses),
            "kind": facets.fixed("kind", "partner_kinds", lambda item: [item.record.kind]),
        },
        ranges={"year": facets.years("since_year", year=lambda item: year(item.since))},
        columns={
            "partner": name,
            "kind": lambda item: collation_key(t["partner_kinds"][item.record.kind], lang),
            "country": country,
            "since": lambda item: day(item.since),
            "agreements": lambda item: len(item.agreements),
            "in_force": lambda item: item.in_force,
        },
        words=lambda item: partner_names(item.record, records, lang),
    )
