"""Pages for investors and agencies: short, nothing twice, the answer on the first screen."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views import addresses
from macros.views.figure_parts import by_sector, figure_parts
from macros.views.invest import headline_figures, sector_items, wanted_countries
from macros.views.sector_work import leads
from tests.built.test_built_pages import tree

PHONE = {"width": 390, "height": 780}
DESKTOP = {"width": 1280, "height": 900}


def page_of(path: str, lang: Lang, site: Path) -> lxml.html.HtmlElement:
    return tree(site, addresses.in_language(path, lang))


def article(page: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    (found,) = page.xpath("//article")
    return found


def opened(address: str, browser: Browser, size: dict[str, int]) -> Page:
    """Open a page with everything laid out, as a reader meets it who scrolls through."""
    page = browser.new_context(viewport=size).new_page()  # type: ignore[arg-type]
    page.goto(address)
    page.evaluate(
        """() => { const all = new CSSStyleSheet();
        all.replaceSync('* { content-visibility: visible !important }'); document.adoptedStyleSheets = [all]; }"""
    )
    return page


def screens(page: Page) -> float:
    return float(page.evaluate("document.documentElement.scrollHeight / innerHeight"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("size", "most"), [(DESKTOP, 6), (PHONE, 14)])
def test_invest_is_read_in_a_few_screens(size: dict[str, int], most: int, lang: Lang, address: str, browser: Browser):
    page = opened(f"{address}{addresses.in_language('invest/', lang)}", browser, size)
    assert screens(page) <= most


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_screen_of_a_phone_names_the_financial_centre_and_what_is_not_stated(
    lang: Lang, address: str, browser: Browser
):
    page = opened(f"{address}{addresses.in_language('invest/', lang)}", browser, PHONE)
    centre = page.locator("article a[href*='financial-centre']").first.bounding_box()
    # What is said to be missing stands in bold, before all else.
    missing = page.locator("article #before ~ ul strong").first.bounding_box()
    for box in (centre, missing):
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("lang", LANGS)
def test_invest_is_no_wall_of_links(lang: Lang, site: Path):
    page = page_of("invest", lang, site)
    assert len(page.xpath("//a[@href]")) <= 150
    assert max(len(entry.xpath(".//a")) for entry in page.xpath("//dd")) <= 3


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", ["invest", "sectors/tourism", "sectors/culture", "agencies/visitors-office"])
def test_no_text_of_a_record_stands_twice(path: str, lang: Lang, site: Path, catalogue: Catalogue):
    texts_of = [
        item.record.text[lang] for kind in ("cooperation", "activity") for item in catalogue.of_kind(kind).values()
    ]
    titles = [item.record.title[lang] for item in catalogue.tasks.values()]
    shown = " ".join(article(page_of(path, lang, site)).text_content().split())
    assert [text for text, number in Counter(texts_of + titles).items() if number == 1 and shown.count(text) > 1] == []


@pytest.mark.parametrize("lang", LANGS)
def test_invest_shows_each_figure_that_data_put_first_with_its_period_and_scope(
    lang: Lang, site: Path, catalogue: Catalogue
):
    tiles = page_of("invest", lang, site).xpath("//h2[@id='figures']/following::ul[@class='tiles'][1]/li")
    figures = headline_figures(catalogue)
    assert len(tiles) == len(figures) > 1
    for tile, item in zip(tiles, figures, strict=True):
        words = tile.text_content()
        assert item.record.label[lang] in words
        assert item.record.period[lang] in words
        assert texts(lang)["invest"]["scopes"][item.record.scope] in words


def test_invest_leads_to_every_country_that_is_sought_and_every_sector(site: Path, catalogue: Catalogue):
    links = set(article(page_of("invest", "en", site)).xpath(".//a/@href"))
    assert {f"../countries/{wanted.country.id}/" for wanted in wanted_countries(catalogue)} <= links
    assert {f"../sectors/{item.id}/" for item in sector_items(catalogue)} <= links


@pytest.mark.parametrize("lang", LANGS)
def test_the_grid_has_a_head_for_every_row_and_column(lang: Lang, site: Path, catalogue: Catalogue):
    (table,) = page_of("invest", lang, site).xpath("//table[contains(@class, 'shaded')]")
    columns = table.xpath("./thead/tr/th[@scope='col']")
    assert len(columns) == 1 + len(sector_items(catalogue))
    for row in table.xpath("./tbody/tr"):
        assert len(row.xpath("./th[@scope='row']")) == 1
        assert len(row.xpath("./td")) == len(columns) - 1
        for cell in row.xpath("./td"):
            number = cell.text_content().strip()
            assert (cell.get("class") or "") == (f"shade-{min(int(number), 3)}" if number else "")


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_lead_of_a_sector_is_the_one_with_most_tasks(lang: Lang, site: Path, catalogue: Catalogue):
    for item in catalogue.sectors.values():
        listed = page_of(f"sectors/{item.id}", lang, site).xpath("//ul[@class='leads']/li/a/@href")
        counts = [lead.tasks for lead in leads(item)]
        assert listed == [f"../../agencies/{lead.agency.id}/" for lead in leads(item)]
        assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("agency", ["visitors-office", "quay-office"])
def test_an_agency_finds_how_to_report_on_the_first_screen(agency: str, lang: Lang, address: str, browser: Browser):
    """One that ended leads to the form of the agency that answers today."""
    page = opened(f"{address}{addresses.in_language(f'agencies/{agency}/', lang)}", browser, PHONE)
    way = page.locator("ul.actions a[href*='record/progress']").first
    box = way.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]
    way.click()
    page.locator("form#webform").wait_for()
    assert page.locator("#webform [data-path='record'] option:not([hidden])").count() > 1


def test_the_form_offers_the_tasks_of_the_agency_that_led_to_it(address: str, browser: Browser, catalogue: Catalogue):
    page = browser.new_page()
    offered = "[...document.querySelectorAll(\"[data-path='record'] option:not([hidden])\")].map(o => o.value)"
    item = catalogue.agencies["visitors-office"]
    page.goto(f"{address}contribute/record/progress/?agency={item.id}")
    page.locator("form#webform").wait_for()
    answers_for = {task.id for task in (*item.leads_today, *item.coordinates_today)}
    assert set(page.evaluate(offered)) == answers_for | {""}
    page.goto(f"{address}contribute/record/progress/?agency=no-such-agency")
    page.locator("form#webform").wait_for()
    assert set(page.evaluate(offered)) == {*catalogue.tasks, ""}


@pytest.mark.parametrize("lang", LANGS)
def test_an_agency_says_what_it_leads_and_that_no_source_gives_a_day(lang: Lang, site: Path, catalogue: Catalogue):
    item = catalogue.agencies["harbour-board"]
    page = page_of("agencies/harbour-board", lang, site)
    numbers = [int(words) for words in page.xpath("//ul[@class='strip']/li//strong/text()")]
    overdue = [task for task in item.leads_today if task.status == "overdue"]
    inherited = (*item.inherited_leads, *item.inherited_coordinates)
    assert numbers[:2] == [len(item.leads_today), len(item.coordinates_today)]
    assert numbers[3:] == [len(overdue), len(inherited)]
    words = page.xpath("string(//div[@class='reporting']/p)")
    assert texts(lang)["agency"]["report"].partition(":")[0] in words
    assert texts(lang)["agency"]["no_contact"] in page.xpath("string(//dl[@class='facts'])")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("size", "most"), [(DESKTOP, 10), (PHONE, 25)])
def test_figures_stand_in_lines(size: dict[str, int], most: int, lang: Lang, address: str, browser: Browser):
    page = opened(f"{address}{addresses.in_language('indicators/', lang)}", browser, size)
    page.locator(".browse--ready").wait_for()
    assert screens(page) <= most
    if size is DESKTOP:
        page.evaluate("for (const fold of document.querySelectorAll('.browse .fold')) fold.open = true")
        rows = page.locator(".browse table.figures tbody tr").all()
        assert len(rows) > 1
        heights = [box["height"] for row in rows if (box := row.bounding_box()) is not None]
        assert max(heights) <= 56


@pytest.mark.parametrize("lang", LANGS)
def test_figures_are_folded_by_sector_with_their_number(lang: Lang, site: Path, catalogue: Catalogue):
    folds = page_of("indicators", lang, site).xpath("//div[@data-register]/details[@class='fold']")
    groups = by_sector(figure_parts(catalogue).others, catalogue)
    assert len(folds) == len(groups) > 1
    for fold, group in zip(folds, groups, strict=True):
        if group.sector is not None:
            assert fold.xpath("string(summary)").startswith(group.sector.name[lang])
        assert fold.xpath("string(summary/small)").split()[0] == str(len(group.items))
        assert fold.xpath(".//tbody/tr/@id") == [item.id for item in group.items]


def test_a_search_opens_the_folds_that_hold_what_was_found(address: str, browser: Browser, catalogue: Catalogue):
    page = browser.new_page()
    page.goto(f"{address}en/indicators/")
    page.locator(".browse--ready").wait_for()
    folds = page.locator(".browse details.fold")
    assert page.locator(".browse details.fold[open]").count() == 0
    wanted = figure_parts(catalogue).others[0]
    page.locator("#browse-text").fill(wanted.record.label["en"])
    row = page.locator(f"tr[id='{wanted.id}']")
    row.wait_for()
    shown = [fold for fold in folds.all() if fold.is_visible()]
    assert len(shown) < folds.count()
    assert all(fold.get_attribute("open") is not None for fold in shown)
    page.locator("[data-action=clear]:visible").first.click()
    row.wait_for(state="hidden")
    assert all(fold.is_visible() for fold in folds.all())


def test_an_address_opens_the_fold_of_its_figure(address: str, browser: Browser, catalogue: Catalogue):
    wanted = figure_parts(catalogue).others[-1]
    page = browser.new_page()
    page.goto(f"{address}en/indicators/#{wanted.id}")
    page.locator(f"tr[id='{wanted.id}']").wait_for()
    # Also where the filters leave it out.
    page.goto(f"{address}en/indicators/?find=nothing-is-called-so#{wanted.id}")
    page.locator(f"tr[id='{wanted.id}']").wait_for()


@pytest.mark.parametrize(("path", "name"), [("en/plans/quay/", "quay-1"), ("en/changes/2026/", None)])
def test_what_folds_opens_for_its_address(path: str, name: str | None, address: str, browser: Browser):
    page = browser.new_page()
    page.goto(address + path)
    name = name or page.locator("article details.fold[id]").last.get_attribute("id")
    page.goto(f"{address}{path}#{name}")
    page.locator(f"details[id='{name}'][open]").wait_for()


@pytest.mark.parametrize("lang", LANGS)
def test_a_group_of_a_plan_tells_how_its_tasks_stand(lang: Lang, site: Path, catalogue: Catalogue):
    for item in catalogue.plans.values():
        page = page_of(f"plans/{item.id}", lang, site)
        for group in item.groups:
            said = page.xpath(f"string(//details[@id='{group.id}']/summary/small)")
            numbers = Counter(task.status for task in group.tasks)
            for status, number in numbers.items():
                assert f"{texts(lang)['task_status'][status].lower()}: {number}" in said


@pytest.mark.parametrize("lang", LANGS)
def test_a_figure_is_one_line_with_its_value_period_and_sources(lang: Lang, site: Path, catalogue: Catalogue):
    page = page_of("indicators", lang, site)
    for item in catalogue.indicators.values():
        (row,) = page.xpath(f"//tr[@id='{item.id}']")
        begins = row.xpath("string(th)")
        # A series says once what it counts, above its rows, which then begin with their periods.
        if not (period := row.xpath("string(td[@class='period'])")):
            period, begins = begins, row.xpath("string(ancestor::table/caption)") + begins
        assert item.record.label[lang] in begins
        assert item.record.period[lang] in period
        for mark in row.xpath(".//sup/a/@href"):
            assert page.xpath(f"//ol[contains(@class, 'sources-foot')]/li[@id='{mark.removeprefix('#')}']")
        assert len(row.xpath(".//sup/a")) == len(set(item.record.sources))


@pytest.mark.parametrize(("lang", "shown"), [("vi", "hạng 3"), ("en", "3rd")])
def test_a_rank_reads_as_an_ordinal(lang: Lang, shown: str, site: Path):
    (row,) = page_of("indicators", lang, site).xpath("//tr[@id='rank-trade']")
    assert row.xpath("string(td[@class='figure'])") == shown


def test_targets_are_no_rows_of_the_register(site: Path, catalogue: Catalogue):
    page = page_of("indicators", "en", site)
    rows = set(page.xpath("//div[@data-register]//tr/@id"))
    targets = {item.id for item in catalogue.indicators.values() if item.record.target}
    assert targets
    assert not targets & rows
    assert targets <= set(page.xpath("//h2[@id='targets']/following::table[1]//tr/@id"))


def test_figures_are_filtered_as_a_sector_page_asks(address: str, browser: Browser, catalogue: Catalogue):
    page = browser.new_page()
    page.goto(f"{address}en/sectors/investment/")
    page.locator("a[href*='indicators/?sector=investment']").click()
    page.locator(".browse--ready").wait_for()
    shown = page.evaluate("[...document.querySelectorAll('.browse table tbody tr')].map(row => row.id)")
    assert shown
    assert all(page.locator(f"tr[id='{name}']").is_visible() for name in shown)
    assert all("investment" in catalogue.indicators[name].record.sectors for name in shown)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("path", "most"), [("sectors/tourism/", 12), ("sectors/culture/", 12)])
def test_a_sector_is_read_in_a_few_screens_of_a_phone(path: str, most: int, lang: Lang, address: str, browser: Browser):
    page = opened(f"{address}{addresses.in_language(path, lang)}", browser, PHONE)
    assert screens(page) <= most
