"""The register of figures: those that are neither targets nor drawn as a series, by sector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from macros.base.collation import collation_key
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import IndicatorItem
from macros.views.figure_parts import figure_parts
from macros.views.registers.definition import ChipDefinition, Definition
from macros.views.registers.facets import Facets, year
from macros.views.registers.names import other_language
from macros.views.registers.ranks import day

# As many as leave room for the first figures on a phone.
_MOST_SECTORS: Final = 5


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    facets = Facets(records, lang)
    items = figure_parts(records).others

    def words(item: IndicatorItem) -> Iterator[str]:
        yield from other_language(item.record.label, lang)

    return Definition(
        items=items,
        chips=tuple(_of_sectors(items, records, lang)),
        facets={
            "sector": facets.sector(lambda item: item.record.sectors),
            "scope": facets.fixed("scope", "scopes", lambda item: [item.record.scope]),
        },
        ranges={"year": facets.years("year", year=lambda item: year(item.record.as_of))},
        columns={
            "indicator": lambda item: collation_key(item.record.label[lang], lang),
            "period": lambda item: day(item.record.as_of),
        },
        words=words,
    )


def _of_sectors(items: tuple[IndicatorItem, ...], records: Catalogue, lang: Lang) -> Iterator[ChipDefinition]:
    """Yield chips for the sectors with most figures, the most first; the filters have all of them."""
    counts = Counter(name for item in items for name in item.record.sectors)
    for sector, _ in counts.most_common(_MOST_SECTORS):
        name = records.sector_records[sector].name[lang]
        yield ChipDefinition(text=name, query=f"sector={sector}", holds=_within(sector))


def _within(sector: str) -> Callable[[IndicatorItem], bool]:
    return lambda item: sector in item.record.sectors
