"""What the page for investors shows, in the words of its language."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment

from macros.base.formats import number_text, quantity_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import IndicatorItem
from macros.views import invest
from macros.views.sector_work import leads, wanted_from


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the figures, countries, cards and grid; each is made when a page asks for it."""
    page = InvestPage(records, lang)
    environment.globals |= {
        "headline_figures": page.figures,
        "wanted_chips": page.countries,
        "sector_cards": lambda: invest.sector_cards(records),
        "priority_grid": lambda: invest.grid(records),
    }
    environment.filters |= {"leads": leads, "wanted_from": wanted_from}


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

    def countries(self, url: Callable[[str, str], str]) -> list[dict[str, str]]:
        """Return the countries that the Scheme seeks cooperation with, as chips with the number of areas.

        Args:
            url: gives the address of a page from that which is printed.
        """
        return [
            {
                "text": wanted.country.name[self._lang],
                "url": url("country", wanted.country.id),
                "count": number_text(wanted.areas, self._lang),
            }
            for wanted in invest.wanted_countries(self._records)
        ]
