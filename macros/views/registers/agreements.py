"""The register of agreements, by country and partner."""

from __future__ import annotations

from typing import Any

from macros.base.collation import collation_key
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem
from macros.views.registers.chips import Chips
from macros.views.registers.definition import Definition
from macros.views.registers.facets import Facets, year
from macros.views.registers.names import countries, partner_names
from macros.views.registers.ranks import day
from macros.views.timeline import expiring
from macros.views.vocabularies import interface_words


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    t, facets, chips = interface_words(records, lang), Facets(records, lang), Chips(records, lang)
    statuses = list(t["agreement_status"])
    soon = {item.id for item in expiring(records.agreements.values(), records.as_of)}

    def country(item: AgreementItem) -> Any:
        return collation_key(item.country.name[lang], lang)

    def partner(item: AgreementItem) -> Any:
        return collation_key(item.partner.name[lang], lang)

    def sectors(item: AgreementItem) -> list[str]:
        return [sector.id for sector in records.partners[item.partner.id].sectors]

    def signed(item: AgreementItem) -> list[str]:
        return year(item.record.signed)

    def renewed(item: AgreementItem) -> list[str]:
        return [str(renewal.date.year) for renewal in item.record.renewed]

    return Definition(
        items=tuple(sorted(records.agreements.values(), key=lambda item: (country(item), partner(item)))),
        chips=(
            *chips.statuses("agreement_status"),
            chips.option("ends", "soon", lambda item: item.id in soon),
            chips.years_since("signed_since", "year", _since(records), lambda item: (*signed(item), *renewed(item))),
            chips.option("signings", "again", lambda item: bool(item.record.renewed)),
        ),
        facets={
            "status": facets.fixed("status", "agreement_status", lambda item: [item.status]),
            "country": facets.country(lambda item: countries(item.partner)),
            "region": facets.fixed("region", "regions", lambda item: [item.country.region]),
            "sector": facets.sector(sectors, "partner_sector"),
            "instrument": facets.fixed("instrument", "instruments", lambda item: [item.record.instrument]),
            "ends": facets.fixed("ends", "agreement_ends", lambda item: ["soon"] if item.id in soon else []),
            "signings": facets.fixed("signings", "signings", lambda item: ["again" if item.record.renewed else "once"]),
        },
        ranges={"year": facets.years("signing_year", signed=signed, renewed=renewed)},
        columns={
            "partner": partner,
            "country": country,
            "instrument": lambda item: collation_key(t["instruments"][item.record.instrument], lang),
            "signed": lambda item: day(item.record.signed),
            "renewed": lambda item: max((day(renewal.date) for renewal in item.record.renewed), default=None),
            "term": _end,
            "status": lambda item: statuses.index(item.status),
        },
        words=lambda item: partner_names(item.partner, records, lang),
    )


def _since(records: Catalogue) -> int:
    """The year that begins the newest time of at least five years: 2020 as seen from 2025 to 2029."""
    return (records.as_of.year - 5) // 5 * 5


def _end(item: AgreementItem) -> Any:
    """The end of a term as it sorts: no end after all others; no value where the source leaves it open."""
    return (1,) if item.record.term.kind == "indefinite" else item.expires and (0, item.expires.last_day)
