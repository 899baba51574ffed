"""The records as an investor asks for them: figures, countries and sectors, each once and short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import IndicatorItem, SectorItem
from macros.records.model import Country, Sector
from macros.records.model.scalars import Headline
from macros.views.sector_work import Lead, Wanted, leads, wanted_from

# What data mark as shown first on the page for investors.
PAGE: Final[Headline] = "invest"
# The most figures that fit into two rows of tiles, and the most countries that a card names.
TILES: Final = 6
COUNTRIES: Final = 3
# The kind of the bodies of the Party, which assign work rather than receive investors.
PARTY: Final = "party"
# The darkest shade of a cell; numbers from it on look alike.
DARKEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorCard:
    """A sector as an investor meets it.

    Attributes:
        lead: the agency outside the Party that leads most of its tasks today, if any does.
        party: the body of the Party that leads as many or more, if one does.
        wanted: the countries that it is sought from first.
    """

    item: SectorItem
    lead: Lead | None
    party: Lead | None
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """The number of priorities of a country in a sector, and the shade from 0 to :data:`DARKEST` that shows it."""

    sector: Sector
    number: int

    @property
    def shade(self) -> int:
        return min(self.number, DARKEST)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A country with its priorities in each sector of the grid."""

    country: Country
    cells: tuple[Cell, ...]


def headline_figures(records: Catalogue) -> list[IndicatorItem]:
    """Return the figures that data mark for the page, in the order of the files."""
    return [item for item in records.indicators.values() if item.record.headline == PAGE][:TILES]


def sector_items(records: Catalogue) -> list[SectorItem]:
    """Return the spearhead sectors in their order, then those that data mark for the page."""
    listed = records.sectors.values()
    spearheads = [item for item in listed if item.record.spearhead is not None]
    marked = [item for item in listed if item.record.spearhead is None and item.record.headline == PAGE]
    return sorted(spearheads, key=lambda item: item.record.spearhead or 0) + marked


def sector_cards(records: Catalogue) -> list[SectorCard]:
    """Return a card of each sector of the page."""
    return [_card(item) for item in sector_items(records)]


def _card(item: SectorItem) -> SectorCard:
    found = leads(item)
    lead = next((one for one in found if one.agency.kind != PARTY), None)
    party = next((one for one in found if one.agency.kind == PARTY), None)
    if party is not None and lead is not None and party.tasks < lead.tasks:
        party = None
    return SectorCard(item=item, lead=lead, party=party, wanted=tuple(wanted_from(item)[:COUNTRIES]))


def wanted_countries(records: Catalogue) -> list[Wanted]:
    """Return the countries that the Scheme seeks cooperation with, those with most areas first.

    What it says of a country as background is no area. Equals keep the order of the Scheme.
    """
    areas = [item for item in records.cooperation.values() if item.record.kind != "context"]
    counts = Counter(country.id for item in areas for country in item.countries)
    countries = {country.id: country for item in areas for country in item.countries}
    found = [Wanted(country, counts[name]) for name, country in countries.items()]
    return sorted(found, key=lambda wanted: wanted.areas, reverse=True)


def grid(records: Catalogue) -> list[GridRow]:
    """Return the priorities of each country in the sectors of the page; countries without any there are left out."""
    sectors = sector_items(records)
    counts = Counter((country.id, item.id) for item in sectors for area in item.seeks for country in area.countries)
    rows = (
        GridRow(wanted.country, tuple(Cell(item.record, counts[wanted.country.id, item.id]) for item in sectors))
        for wanted in wanted_countries(records)
    )
    return [row for row in rows if _any(row.cells)]


def _any(cells: Iterable[Cell]) -> bool:
    return any(cell.number for cell in cells)
