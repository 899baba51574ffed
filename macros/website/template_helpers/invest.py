"""Tiles and chips of the page for investors and of sectors, in the words of a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from jinja2 import Environment

from macros.base.formats import number_text, quantity_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import IndicatorItem, SectorItem
from macros.views import invest
from macros.views.sector_work import Wanted, headline, wanted_from

# Gives the address of a page from that which is printed.
Address = Callable[[str, str], str]
# The figures of a sector in sight; the others stand with all figures.
FIGURES: Final = 6


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the figures, countries, cards and grid; each is made when a page asks for it."""
    page = InvestPage(records, lang)
    environment.globals |= {
        "headline_figures": page.figures,
        "wanted_chips": page.countries,
        "sector_cards": lambda: invest.sector_cards(records),
        "priority_grid": lambda: invest.grid(records),
        "country_chips": page.of_sector,
        "sectors_figures": page.sector_figures,
    }


class InvestPage:
    """Tiles and chips in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def figures(self) -> list[dict[str, str]]:
        """Return the figures that data put first, as tiles; each has its own period and scope."""
        return [self.tile(item) for item in invest.headline_figures(self._records)]

    def tile(self, item: IndicatorItem) -> dict[str, str]:
        """Return a figure as a tile, its period and scope in small print."""
        record, t = item.record, texts(self._lang)
        value = quantity_text(record.value, record.unit[self._lang], self._lang)
        return {
            "value": t["qualifiers"][record.qualifier].format(value=value),
            "label": record.label[self._lang],
            "note": f"{record.period[self._lang]}; {t['invest']['scopes'][record.scope]}",
        }

    def countries(self, url: Address) -> list[dict[str, str]]:
        """Return the countries that the Scheme seeks cooperation with, as chips with the number of areas.

        Args:
            url: gives the address of a page from that which is printed.
        """
        return self._chips(url, invest.wanted_countries(self._records))

    def of_sector(self, url: Address, item: SectorItem) -> list[dict[str, str]]:
        """Return the countries that a sector is sought from, as chips with the number of priorities."""
        return self._chips(url, wanted_from(item))

    def sector_figures(self, url: Address, item: SectorItem) -> list[dict[str, str]]:
        """Return the figures of a sector that come first, as tiles that lead to the list of all."""
        listed = url("indicator", "")
        return [self.tile(figure) | {"url": f"{listed}#{figure.id}"} for figure in headline(item.indicators, FIGURES)]

    def _chips(self, url: Address, countries: Iterable[Wanted]) -> list[dict[str, str]]:
        return [
            {
                "text": wanted.country.name[self._lang],
                "url": url("country", wanted.country.id),
                "count": number_text(wanted.areas, self._lang),
            }
            for wanted in countries
        ]
