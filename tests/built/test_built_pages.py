"""Built pages, read as HTML."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.publish.gate.gate import verify
from macros.records.dataset import Dataset
from macros.records.history import git
from tests.built.kinds import is_bare
from tests.conftest import DAY, ENVIRONMENT, PROJECT


def tree(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def text(site: Path, path: str) -> str:
    return re.sub(r"\s+", " ", tree(site, path).xpath("string(//article)"))


@pytest.fixture(scope="module")
def all_pages(site: Path) -> dict[str, lxml.html.HtmlElement]:
    """All pages but those at former addresses and cards (test_old_addresses.py, test_cards.py)."""
    return {
        path.relative_to(site).as_posix(): lxml.html.document_fromstring(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
        if not is_bare(path)
    }


def test_the_real_site_passes_its_own_gate(real_site: Path, real_dataset: Dataset):
    assert verify(real_site, Catalogue(real_dataset, DAY, git.read(PROJECT))) == []


def test_every_page_has_its_twin(all_pages):
    vietnamese = {path for path in all_pages if not path.startswith("en/")}
    assert {f"en/{path}" for path in vietnamese} == set(all_pages) - vietnamese


def test_the_picture_beside_a_link_is_there(all_pages, site: Path):
    pictures = {found for page in all_pages.values() for found in page.xpath("//meta[@property='og:image']/@content")}
    assert len(pictures) == 2
    assert all((site / picture.removeprefix(ENVIRONMENT["SITE_URL"])).is_file() for picture in pictures)


def test_every_page_says_its_language_has_one_h1_and_its_own_description(all_pages):
    descriptions: dict[str, list[str]] = {}
    for path, page in all_pages.items():
        assert page.get("lang") == ("en" if path.startswith("en/") else "vi"), path
        assert len(page.xpath("//h1")) == 1, path
        assert page.xpath("//title[normalize-space()]"), path
        descriptions.setdefault(page.xpath("string(//meta[@name='description']/@content)"), []).append(path)
    assert "" not in descriptions
    repeated = [paths for paths in descriptions.values() if len(paths) > 1]
    assert sorted(repeated) == [["404.html", "index.html"], ["en/404.html", "en/index.html"]]


def test_every_page_says_as_of_which_date_it_speaks(all_pages):
    for path, page in all_pages.items():
        assert page.xpath("//footer//time/@datetime") == [ENVIRONMENT["AS_OF"]], path


def test_every_page_but_home_and_404_has_breadcrumbs(all_pages):
    for path, page in all_pages.items():
        if path.removeprefix("en/") not in {"index.html", "404.html"}:
            assert page.xpath("//nav[contains(@class, 'crumbs')]//*[@aria-current='page']"), path


def test_headings_do_not_skip_a_level(all_pages):
    for path, page in all_pages.items():
        levels = [int(h.tag[1]) for h in page.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_the_language_switch_leads_to_the_same_page(all_pages, site: Path):
    for path, page in all_pages.items():
        if path.endswith("404.html"):
            continue
        address = page.xpath("//a[contains(@class, 'language-switch')]/@href")[0]
        target = (site / path).parent / address / "index.html"
        twin = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
        assert target.resolve() == (site / twin).resolve(), path


def test_record_pages_name_sources_with_locators_and_lead_to_the_file_and_line(site: Path, catalogue: Catalogue):
    page = tree(site, "partners/minori")
    assert "Phụ lục A, dòng 3" in page.xpath("string(//ol[contains(@class, 'sources')])")
    line = catalogue.partners["minori"].place.line
    assert page.xpath("//a[@class='edit-link']/@href") == [
        f"https://github.com/example/danang/edit/main/data/partners.yaml#L{line}"
    ]


def test_locators_are_marked_as_vietnamese_on_english_pages(site: Path):
    marked = tree(site, "en/partners/aoba").xpath("//ol[contains(@class, 'sources')]//span/@lang")
    assert set(marked) == {"vi"}


def test_a_country_page_shows_partners_agreements_with_status_and_tasks(site: Path):
    japan = text(site, "en/countries/jp")
    for part in ("Aoba", "Minori", "In force", "Expired", "A.2", "Other names"):
        assert part in japan


def test_a_country_without_partners_says_so_in_a_sentence(site: Path, catalogue: Catalogue):
    for lang, path in (("vi", "countries/il"), ("en", "en/countries/il")):
        name = catalogue.countries["il"].record.name[lang]
        assert texts(lang)["country"]["lead_none"].format(name=name) in text(site, path)


def test_a_territory_stands_under_its_country_and_on_its_own_page(site: Path):
    assert "Macao" in text(site, "en/countries/cn")
    assert tree(site, "en/countries/mo").xpath("//a[contains(@href, 'partners/lagoa/')]")


def test_the_agreement_register_has_every_agreement(site: Path, catalogue: Catalogue):
    rows = tree(site, "agreements").xpath("//table[contains(@class, 'register')]//tbody/tr")
    assert len(rows) == len(catalogue.agreements)


def test_one_register_holds_the_tasks_of_all_plans_and_names_every_plan_and_group(site: Path, catalogue: Catalogue):
    page = tree(site, "tasks")
    (table,) = page.xpath("//table[contains(@class, 'register')]")
    numbers = [cell.strip() for cell in table.xpath(".//tbody/tr/td[1]/text()")]
    assert numbers == [task.record.number for plan in catalogue.plans.values() for task in plan.tasks]
    assert {*catalogue.plans, *catalogue.groups} <= set(page.xpath("//@id"))


def test_counts_lead_to_the_rows_that_they_count(site: Path):
    home = tree(site, "en")
    assert home.xpath("//a[@href='./agreements/?status=in-force']")
    assert home.xpath("//a[@href='./tasks/?status=overdue']")
    assert home.xpath("//th/a[@href='./tasks/?standing=overdue']")
    assert tree(site, "en/tasks").xpath("//th/a[@href='?standing=not-reported']")
    assert tree(site, "agencies/visitors-office").xpath("//a[@href='../../tasks/?agency=visitors-office']")
    assert tree(site, "countries/jp").xpath("//a[@href='../../agreements/?country=jp']")


def test_tasks_without_a_lead_say_so(site: Path):
    assert texts("vi")["values"]["no_lead"] in text(site, "tasks/quay-1-4")
    assert texts("en")["values"]["no_lead"] in text(site, "en/tasks/quay-1-4")


def test_tasks_nobody_reported_on_say_so(site: Path):
    assert texts("en")["task_status"]["not-reported"] in text(site, "en/tasks/outlook-a-1")
    assert texts("vi")["task"]["no_updates"] in text(site, "tasks/outlook-a-1")


def test_an_agency_page_shows_what_it_leads_and_coordinates(site: Path, catalogue: Catalogue):
    page = tree(site, "agencies/visitors-office")
    agency = catalogue.agencies["visitors-office"]
    for anchor, tasks in (("leads", agency.leads), ("coordinates", agency.coordinates)):
        cards = page.xpath(f"//h2[@id='{anchor}']/following::h2[1]/preceding::li[@class='row-card']")
        before = page.xpath(f"//h2[@id='{anchor}']/preceding::li[@class='row-card']")
        assert len(cards) - len(before) == len(tasks) > 0


def test_conflicting_sources_are_shown_at_the_record(site: Path):
    page = text(site, "en/tasks/outlook-b-3")
    assert texts("en")["record"]["conflicts"] in page
    assert "Two places name two agencies." in page
    assert "Trade Promotion Board" in page


def test_the_404_page_speaks_both_languages(site: Path):
    page = lxml.html.document_fromstring((site / "404.html").read_text(encoding="utf-8"))
    assert page.xpath("//section/@lang") == ["vi", "en"]
    assert [section.xpath(".//a/@href")[0] for section in page.xpath("//section")] == ["/danang/", "/danang/en/"]


def test_the_sitemap_lists_every_page_with_both_languages(site: Path, all_pages):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    for folder, lang in (("", "vi"), ("en/", "en")):
        root = ET.parse(site / folder / "sitemap.xml").getroot()
        listed = {url.findtext("s:loc", namespaces=names) for url in root.findall("s:url", names)}
        expected = {
            f"https://example.org/danang/{path.removesuffix('index.html')}"
            for path in all_pages
            if path.startswith("en/") == (lang == "en") and not path.endswith("404.html")
        }
        assert listed == expected
        for url in root.findall("s:url", names):
            links = {link.get("hreflang"): link.get("href") or "" for link in url.findall("x:link", names)}
            assert set(links) == {"vi", "en", "x-default"}
            assert links["en"].replace("/danang/en/", "/danang/") == links["vi"]


def test_no_page_asks_another_host(all_pages):
    for path, page in all_pages.items():
        fetched = page.xpath("//script/@src | //link[@rel!='canonical']/@href | //img/@src | //source/@src")
        assert not [address for address in fetched if "//" in address], path


def test_a_country_page_shows_what_the_city_wants_and_what_was_done(site: Path):
    page = tree(site, "en/countries/jp")
    assert page.xpath("//h2[@id='cooperation']/following::details[1]/@id") == ["jp-priority-1"]
    assert page.xpath("//h2[@id='activities']/following::ol[@class='history']/li[@id='aoba-1']")
    assert "Consulate of Laos" in text(site, "en/countries/la")


def test_each_thing_done_cites_its_place(site: Path):
    items = tree(site, "en/partners/aoba").xpath("//ol[@class='history']/li[@id]")
    assert len(items) == 3
    assert all(item.xpath(".//sup[@class='source-marks']/a") for item in items)


@pytest.mark.parametrize("lang", LANGS)
def test_each_thing_done_says_its_kind_on_the_page_and_in_the_register(lang: Lang, site: Path, catalogue: Catalogue):
    root = "" if lang == "vi" else "en/"
    words = catalogue.terms["activity-kinds"]["aid"][lang]
    (item,) = tree(site, f"{root}partners/aoba").xpath("//li[@id='aoba-2']")
    assert words in item.text_content()
    (row,) = tree(site, f"{root}activities").xpath("//tr[@id='aoba-2']")
    assert words in row.xpath("td/text()")


def test_the_matrix_counts_areas_by_country_and_sector(site: Path, catalogue: Catalogue):
    page = tree(site, "sectors")
    rows = page.xpath("//div[@class='matrix']//tbody/tr")
    assert len(rows) == len(catalogue.matrix) > 0
    total = sum(int(number) for number in page.xpath("//div[@class='matrix']//td/a/text()"))
    expected = sum(len(item.countries) * len(item.sectors) for item in catalogue.cooperation.values())
    assert total == expected


def test_abbreviations_are_explained_where_they_stand(site: Path):
    titles = tree(site, "en/countries/jp").xpath("//abbr[text()='ODA']/@title")
    assert titles[0] == "Official development assistance"


def test_charts_stand_above_a_folded_table_with_the_same_values(site: Path):
    page = tree(site, "en/indicators")
    figures = page.xpath("//figure[@class='chart']")
    assert figures
    for figure in figures:
        assert [child.tag for child in figure] == ["figcaption", "svg"]
        drawn = figure.xpath(".//*[local-name()='rect']/following-sibling::*[1]/text()")
        (table,) = figure.xpath("following-sibling::details[1]//table")
        written = [
            re.sub(r"^(about|over|nearly) ", "", cell.strip()) for cell in table.xpath(".//tbody/tr/td[1]/text()")
        ]
        assert written[: len(drawn)] == written
        assert len(figure.xpath(".//*[local-name()='rect']")) == len(written) > 2
        # Each row begins with its period; the label of all stands above them once.
        series = table.xpath("string(caption)")
        assert not [row for row in table.xpath(".//tbody/tr/th") if row.text_content().strip().startswith(series)]


def test_every_conflict_stands_on_the_page_of_conflicts_and_links_to_its_record(site: Path, catalogue: Catalogue):
    page = tree(site, "en/conflicts")
    sections = page.xpath("//section[contains(@class, 'conflict--brief')]")
    assert {section.get("id") for section in sections} == {conflict.id for conflict in catalogue.conflicts}
    assert all(section.xpath("h3/a/@href") and section.xpath(".//span[@class='cites']/a") for section in sections)


def test_counts_that_disagree_are_drawn_as_dots_one_for_each_version(site: Path):
    (section,) = tree(site, "en/conflicts").xpath("//section[@id='outlook-ports']")
    (figure,) = section.xpath(".//figure[@class='strip-plot']")
    assert figure.xpath("figcaption/text()") == ["berths"]
    assert figure.xpath(".//*[local-name()='text']/text()") == ["12", "15"]
    assert len(figure.xpath(".//*[local-name()='circle']")) == 2


def test_the_document_library_has_papers_then_reports_each_from_the_newest(site: Path, catalogue: Catalogue):
    rows = tree(site, "en/documents").xpath("//table//tbody/tr")
    assert len(rows) == len(catalogue.documents)
    for form in ("paper", "report"):
        of_form = [row for row in rows if f"form:{form}" in row.get("data-facets").split()]
        dates = [date[:4] for row in of_form for date in row.xpath("td[1]//time/@datetime")]
        assert dates
        assert dates == sorted(dates, reverse=True)
    listed = tree(site, "en/issuers").xpath("//table//tbody/tr/th/a/@href")
    assert len(set(listed)) == len(catalogue.documents)


def test_a_document_page_names_the_tasks_that_name_its_number(site: Path):
    assert "Survey the quay" in text(site, "en/documents/quay-programme")


def test_background_pages_cite_after_every_section(real_site: Path):
    for source in (PROJECT / "docs").glob("*/background/*.md"):
        root = "" if source.parent.parent.name == "vi" else "en/"
        page = tree(real_site, f"{root}background/{source.stem}")
        assert page.xpath("//span[@class='cites']"), source
        for heading in page.xpath("//article//h2"):
            following = [found for found in heading.itersiblings() if found.tag == "h2"]
            within = heading.xpath("./following-sibling::*")
            section = within[: within.index(following[0])] if following else within
            assert any(part.xpath(".//span[@class='cites']") for part in section), (source, heading.text_content())


def test_the_data_quality_page_says_what_is_missing(site: Path, catalogue: Catalogue):
    page = text(site, "en/data-quality")
    silent = sum(not item.updates for item in catalogue.tasks.values())
    words = texts("en")["quality"]
    assert words["not_reported_text"].format(n=silent) in page
    assert words["conflicts_text"].format(n=len(catalogue.conflicts)) in page


@pytest.mark.parametrize("path", ["", "tasks", "plans/shore", "agencies/harbour-board"])
@pytest.mark.parametrize("lang", LANGS)
def test_wherever_tasks_are_counted_they_are_counted_against_their_deadlines(lang: Lang, path: str, site: Path):
    t = texts(lang)
    page = tree(site, f"en/{path}" if lang == "en" else path)
    (table,) = [found for found in page.xpath("//table") if found.findtext("caption") == t["standing"]["title"]]
    assert [th.text_content().strip() for th in table.xpath("./thead/tr/th")] == [
        t["standing"]["column"],
        *t["supports"].values(),
    ]
    counted = [th.text_content().strip() for th in table.xpath("./tbody/tr/th")]
    four = ("done-on-time", "done-late", "within-deadline", "overdue", "not-reported")
    assert [words for words in counted if words in {t["standings"][name] for name in four}] == [
        t["standings"][name] for name in four
    ]


def test_a_task_shows_who_answers_today_and_why_it_stands_as_it_does(site: Path):
    t = texts("en")
    moved, paused = text(site, "en/tasks/shore-1-6"), text(site, "en/tasks/shore-1-3")
    assert t["task"]["moved"].format(n=2) in moved
    assert t["task"]["printed_due"].format(date="30 September 2025") in moved
    assert t["task"]["nobody"] in moved
    assert f"{t['task']['reason']}: Waiting for money." in paused
    assert t["done_unproven"] in text(site, "en/tasks/shore-1-2")
    assert t["done_unproven"] not in text(site, "en/tasks/shore-1-1")
    led = tree(site, "en/tasks/shore-1-1").xpath("//dl[@class='facts']//a/@href")
    assert {"../../agencies/quay-office/", "../../agencies/harbour-board/"} <= set(led)


def test_an_agency_that_ended_leads_on_and_its_successor_lists_what_came(site: Path):
    former = tree(site, "agencies/quay-office")
    (notice,) = former.xpath("//div[@class='notice']")
    assert texts("vi")["agency"]["over"] in notice.text_content()
    assert {"../../agencies/customs-house/", "../../agencies/harbour-board/"} <= set(notice.xpath(".//a/@href"))
    came = tree(site, "agencies/harbour-board").xpath("//h2[@id='inherited']/following::li[@class='row-card']//a/@href")
    assert "../../tasks/shore-1-1/" in came
    assert texts("vi")["agency"]["over_short"] in text(site, "agencies")
