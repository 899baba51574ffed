"""The register of agreements, by country and partner."""

from __future__ import annotations

from typing import Any

from macros.base.collation import collation_key
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem
from macros.views.registers.definition import Definition
from macros.views.registers.facets import Facets, years
from macros.views.registers.names import countries, partner_names
from macros.views.registers.ranks import day
from macros.views.vocabularies import interface_words


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    t, facets = interface_words(records, lang), Facets(records, lang)
    statuses = list(t["agreement_status"])

    def country(item: AgreementItem) -> Any:
        return collation_key(item.country.name[lang], lang)

    def partner(item: AgreementItem) -> Any:
        return collation_key(item.partner.name[lang], lang)

    def sectors(item: AgreementItem) -> list[str]:
        return [sector.id for sector in records.partners[item.partner.id].sectors]

    def signings(item: AgreementItem) -> list[str]:
        return years(item.record.signed, *(renewal.date for renewal in item.record.renewed))

    return Definition(
        items=tuple(sorted(records.agreements.values(), key=lambda item: (country(item), partner(item)))),
        facets={
            "status": facets.fixed("status", "agreement_status", lambda item: [item.status]),
            "country": facets.country(lambda item: countries(item.partner)),
            "region": facets.fixed("region", "regions", lambda item: [item.country.region]),
            "sector": facets.sector(sectors, "partner_sector"),
            "instrument": facets.fixed("instrument", "instruments", lambda item: [item.record.instrument]),
            "year": facets.year(signings),
        },
        columns={
            "partner": partner,
            "country": country,
            "instrument": lambda item: collation_key(t["instruments"][item.record.instrument], lang),
            "signed": lambda item: day(item.record.signed),
            "term": _end,
            "status": lambda item: statuses.index(item.status),
        },
        words=lambda item: partner_names(item.partner, records, lang),
    )


def _end(item: AgreementItem) -> Any:
    """The end of a term as it sorts: no end after all others; no value where the source leaves it open."""
    return (1,) if item.record.term.kind == "indefinite" else item.expires and (0, item.expires.last_day)
