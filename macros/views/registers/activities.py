"""The register of activities, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.base.collation import collation_key
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import ActivityItem
from macros.records.model import Country, Organisation, Partner
from macros.views.registers.chips import Chips
from macros.views.registers.definition import NONE, Definition
from macros.views.registers.facets import Facets
from macros.views.registers.names import countries, former_names, other_language, partner_names
from macros.views.registers.ranks import day
from macros.views.vocabularies import interface_words


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    t, facets, chips = interface_words(records, lang), Facets(records, lang), Chips(records, lang)

    def regions(item: ActivityItem) -> list[str]:
        return [records.country_records[name].region for name in _countries(item)]

    def words(item: ActivityItem) -> Iterator[str]:
        for partner in item.partners:
            yield from partner_names(partner, records, lang)
        for organisation in item.organisations:
            yield from (*other_language(organisation.name, lang), *organisation.aliases)
            yield from former_names(organisation.former_names)

    def with_whom(item: ActivityItem) -> Any:
        everybody: list[Partner | Organisation | Country] = [*item.partners, *item.organisations, *item.countries]
        return collation_key(everybody[0].name[lang] if everybody else t["activity"]["hosted"], lang)

    return Definition(
        items=tuple(sorted(records.activities.values(), key=lambda item: day(item.record.date) or (), reverse=True)),
        chips=chips.frequent("kind", "activity_kinds", (item.record.kind for item in records.activities.values())),
        facets={
            "country": facets.country(_countries, "partner_country"),
            "kind": facets.fixed("kind", "activity_kinds", lambda item: [item.record.kind]),
            "region": facets.fixed("region", "regions", regions),
            "sector": facets.sector(lambda item: item.record.sectors),
        },
        ranges={"year": facets.years("year", year=_years)},
        columns={
            "date": lambda item: day(item.record.date),
            "with_whom": with_whom,
            "kind": lambda item: collation_key(t["activity_kinds"][item.record.kind], lang),
        },
        words=words,
    )


def _countries(item: ActivityItem) -> list[str]:
    """The countries of the partners and organisations of an activity, and those that it names itself."""
    of_partners = [name for partner in item.partners for name in countries(partner)]
    of_bodies = [body.country for body in item.organisations if body.country is not None]
    return [*of_partners, *of_bodies, *item.record.countries]


def _years(item: ActivityItem) -> list[str]:
    """The years that an activity went on in or was repeated in."""
    record = item.record
    if record.date is None:
        return [NONE]
    last = record.until.year if record.until is not None else record.date.year
    return [*map(str, range(record.date.year, last + 1)), *(str(date.year) for date in record.also)]
