"""The register of figures: those that are neither targets nor drawn as a series, by sector."""

from __future__ import annotations

from collections.abc import Iterator

from macros.base.collation import collation_key
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import IndicatorItem
from macros.views.figure_parts import figure_parts
from macros.views.registers.chips import Chips
from macros.views.registers.definition import Definition
from macros.views.registers.facets import Facets, year
from macros.views.registers.names import other_language
from macros.views.registers.ranks import day


def definition(records: Catalogue, lang: Lang) -> Definition:
    """Return the definition of the register."""
    facets, chips = Facets(records, lang), Chips(records, lang)
    items = figure_parts(records).others

    def words(item: IndicatorItem) -> Iterator[str]:
        yield from other_language(item.record.label, lang)

    return Definition(
        items=items,
        # Sectors are no chips, for the folds of the page are those.
        chips=(
            chips.years_since(
                "figures_since",
                "year",
                records.as_of.year - 1,
                lambda item: year(item.record.as_of),
                undated=False,
            ),
            chips.option("sources", "disagree", lambda item: bool(item.conflicts)),
        ),
        facets={
            "sector": facets.sector(lambda item: item.record.sectors),
            "sources": facets.fixed(
                "figure_sources", "figure_sources", lambda item: ["disagree" if item.conflicts else "agree"]
            ),
            "scope": facets.fixed("scope", "scopes", lambda item: [item.record.scope]),
        },
        ranges={"year": facets.years("year", year=lambda item: year(item.record.as_of))},
        columns={
            "indicator": lambda item: collation_key(item.record.label[lang], lang),
            "period": lambda item: day(item.record.as_of),
        },
        words=words,
    )
