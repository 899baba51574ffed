"""The page for investors: figures that data mark, countries, sectors with their leads, the grid of priorities."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views.invest import DARKEST, TILES, grid, headline_figures, sector_cards, wanted_countries
from macros.views.sector_work import headline, leads, recent

SOURCES = "sources: [{document: scheme, locator: Phần III}]"
WORDS = "{vi: Chữ, en: Words}"


def add(root: Path, kind: str, *records: str) -> None:
    """Add records in YAML's short form, each with a source."""
    path = root / "data" / f"{kind}.yaml"
    lines = "".join(f"\n- {{{record}, {SOURCES}}}\n" for record in records)
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")


def sector(root: Path, name: str, more: str = "") -> None:
    add(root, "sectors", f"id: {name}, name: {WORDS}, description: {WORDS}{more}")


def agency(root: Path, name: str, kind: str) -> None:
    add(root, "agencies", f"id: {name}, kind: {kind}, name: {{vi: {name}, en: {name}}}")


def task(root: Path, number: int, lead: str) -> None:
    text = f"vi: Việc thứ {number}, en: Task {number}"
    add(
        root,
        "tasks",
        f"id: extra-{number}, plan: scheme, group: scheme-i, number: I.9{number}, title: {{{text}}}, "
        f"summary: {{{text}}}, lead: [{lead}], sectors: [ships]",
    )


def area(root: Path, name: str, countries: str, kind: str = "priority", sectors: str = "ships") -> None:
    text = f"{{vi: Nội dung {name}, en: Area {name}}}"
    add(
        root,
        "cooperation",
        f"id: {name}, countries: [{countries}], kind: {kind}, text: {text}, sectors: [{sectors}]",
    )


def korea(root: Path) -> None:
    add(root, "countries", "id: kr, name: {vi: Hàn Quốc, en: South Korea}, region: east-asia")


def joined(root: Path) -> Catalogue:
    dataset, problems = check(root)
    assert errors(problems) == []
    return Catalogue(dataset, dt.date(2026, 11, 21))


def test_figures_are_those_that_data_mark_as_many_as_fit(small_root: Path):
    figure = f"label: {WORDS}, unit: {WORDS}, period: {WORDS}, as_of: 2025, scope: unstated"
    for number in range(TILES + 2):
        marked = ", headline: invest" if number != 1 else ""
        add(small_root, "indicators", f"id: f-{number}, value: {number}, series: f-{number}, {figure}{marked}")
    shown = [item.id for item in headline_figures(joined(small_root))]
    assert shown == [f"f-{number}" for number in range(TILES + 2) if number != 1][:TILES]


def test_spearheads_come_in_their_order_before_the_sectors_that_data_mark(small_root: Path):
    sector(small_root, "banks", ", headline: invest")
    sector(small_root, "ships", ", spearhead: 5")
    sector(small_root, "chips", ", spearhead: 3")
    sector(small_root, "choirs")
    shown = [card.item.id for card in sector_cards(joined(small_root))]
    marked = [name for name in shown if name in {"banks", "ships", "chips", "choirs"}]
    assert marked == ["chips", "ships", "banks"]


def test_the_lead_is_whom_investors_can_approach_and_a_party_body_that_leads_more_is_named_apart(small_root: Path):
    sector(small_root, "ships", ", spearhead: 5")
    agency(small_root, "committee", "party")
    agency(small_root, "harbour", "city-department")
    for number, lead in enumerate(["committee", "committee", "harbour"]):
        task(small_root, number, lead)
    records = joined(small_root)
    (card,) = [card for card in sector_cards(records) if card.item.id == "ships"]
    assert card.lead is not None
    assert card.party is not None
    assert (card.lead.agency.id, card.lead.tasks, card.lead.of) == ("harbour", 1, 3)
    assert (card.party.agency.id, card.party.tasks) == ("committee", 2)
    assert [(lead.agency.id, lead.tasks) for lead in leads(card.item)] == [("committee", 2), ("harbour", 1)]


def test_a_party_body_that_leads_less_is_left_out(small_root: Path):
    sector(small_root, "ships", ", spearhead: 5")
    agency(small_root, "committee", "party")
    agency(small_root, "harbour", "city-department")
    for number, lead in enumerate(["committee", "harbour", "harbour"]):
        task(small_root, number, lead)
    (card,) = [card for card in sector_cards(joined(small_root)) if card.item.id == "ships"]
    assert card.lead is not None
    assert (card.lead.agency.id, card.party) == ("harbour", None)


def test_a_sector_is_sought_first_where_it_has_most_priorities(small_root: Path):
    korea(small_root)
    sector(small_root, "ships", ", spearhead: 5")
    area(small_root, "one", "jp")
    area(small_root, "two", "kr")
    area(small_root, "three", "kr")
    area(small_root, "four", "jp", kind="context")
    (card,) = [card for card in sector_cards(joined(small_root)) if card.item.id == "ships"]
    assert [(wanted.country.id, wanted.areas) for wanted in card.wanted] == [("kr", 2), ("jp", 1)]


def test_countries_count_every_area_that_seeks_them_but_not_background(small_root: Path):
    korea(small_root)
    sector(small_root, "ships", ", spearhead: 5")
    before = {wanted.country.id: wanted.areas for wanted in wanted_countries(joined(small_root))}
    area(small_root, "one", "kr", kind="general")
    area(small_root, "two", "kr", kind="context")
    after = {wanted.country.id: wanted.areas for wanted in wanted_countries(joined(small_root))}
    assert after["kr"] == before.get("kr", 0) + 1


def test_the_grid_counts_priorities_only_and_the_shade_ends_at_the_darkest(small_root: Path):
    korea(small_root)
    sector(small_root, "ships", ", spearhead: 5")
    for number in range(DARKEST + 1):
        area(small_root, f"kr-{number}", "kr")
    sector(small_root, "chips", ", spearhead: 3")
    area(small_root, "jp-chips", "jp", sectors="chips")
    area(small_root, "jp-ships", "jp", kind="other")
    rows = {row.country.id: row for row in grid(joined(small_root))}
    (cell,) = [cell for cell in rows["kr"].cells if cell.sector.id == "ships"]
    assert (cell.number, cell.shade) == (DARKEST + 1, DARKEST)
    assert not any(cell.number for cell in rows["jp"].cells if cell.sector.id == "ships")


def test_the_last_activities_are_those_with_the_latest_dates(catalogue: Catalogue):
    shown = recent(catalogue.activities.values(), 3)
    dates = [item.record.date for item in catalogue.activities.values() if item.record.date is not None]
    assert [item.record.date for item in shown] == sorted(dates, key=lambda date: date.last_day, reverse=True)[:3]


def test_the_figures_of_a_sector_that_data_put_first_come_before_newer_ones(catalogue: Catalogue):
    figures = list(catalogue.indicators.values())
    shown = headline(figures, len(figures))
    marked = [item.record.headline is not None for item in shown]
    assert marked == sorted(marked, reverse=True)
    unmarked = [item.record.as_of.last_day for item in shown if item.record.headline is None]
    assert unmarked == sorted(unmarked, reverse=True)
