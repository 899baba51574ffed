"""Every file that pages carry is accounted for: the theme's, or ours."""

from __future__ import annotations

import html
import re
from hashlib import sha256
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Page, Route

from macros.catalogue.catalogue import Catalogue
from macros.website.frame.licences import theme_assets, works
from tests.conftest import PROJECT


def test_every_asset_is_the_themes_or_ours(site: Path):
    theme = {sha256(path.read_bytes()).hexdigest() for path in theme_assets().rglob("*") if path.is_file()}
    ours = {sha256(path.read_bytes()).hexdigest() for path in (PROJECT / "docs").rglob("*") if path.is_file()}
    for folder in (site / "assets", site / "en" / "assets"):
        files = [path for path in folder.rglob("*") if path.is_file()]
        assert files
        unknown = [path for path in files if sha256(path.read_bytes()).hexdigest() not in theme | ours]
        assert unknown == []


def test_the_search_brings_only_the_language_that_is_used(site: Path):
    found = {path.name for path in (site / "assets" / "javascripts" / "lunr").rglob("*.js")}
    assert found == {"lunr.vi.min.js", "lunr.stemmer.support.min.js"}


def test_the_theme_loads_our_search_index_in_the_place_of_its_own(site: Path):
    scripts = PROJECT / "docs" / "overrides" / "assets" / "javascripts"
    for root in (site, site / "en"):
        loaded = root / "assets" / "javascripts" / "lunr" / "min" / "lunr.vi.min.js"
        assert loaded.read_bytes() == (scripts / "workers" / "accent_folding_index.js").read_bytes()


@pytest.mark.parametrize(
    "path", ["tasks/", "en/partners/", "en/contribute/record/agreement/", "countries/jp/", "about/"]
)
def test_a_page_asks_ahead_for_the_modules_that_its_scripts_import(path: str, address: str, watched):
    page: Page = watched[0]
    ahead: list[str] = []
    named: list[str] = []

    def withhold(route: Route) -> None:
        source = route.fetch().text()
        ahead.extend(re.findall(r'<link rel="modulepreload" href="[./]*([^"]*)">', html.unescape(source)))
        named.extend(re.findall(r'<script\b[^>]* src="[./]*([^"]*)"', source))
        source = re.sub(r'<link rel="modulepreload"[^>]*>', "", source)
        route.fulfill(body=source, content_type="text/html; charset=utf-8")

    page.route(address + path, withhold)
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if request.resource_type == "script" else None)
    page.goto(address + path)
    root = address + ("en/" if path.startswith("en/") else "")
    imported = {url.removeprefix(root) for url in loaded if "/workers/" not in url} - {*named}
    # Only pages with a register, a form or a card to copy have modules to wait for.
    assert bool(imported) == (path != "about/")
    assert {*ahead} - {*named} == imported


def test_what_is_written_by_hand_is_not_called_minified():
    assert [*(PROJECT / "docs").rglob("*.min.*")] == []


def test_licences_are_listed_in_both_languages_and_reached_from_every_foot_and_from_about(
    site: Path, catalogue: Catalogue
):
    for lang, root in (("vi", site), ("en", site / "en")):
        page = lxml.html.document_fromstring((root / "licences" / "index.html").read_text(encoding="utf-8"))
        listed = "\n".join(page.xpath("//table//tbody/tr/th//text()"))
        assert all(work.name in listed for work in works(catalogue, "vi" if lang == "vi" else "en"))
        for name in ("about", "partners/aoba"):
            links = lxml.html.document_fromstring((root / name / "index.html").read_text(encoding="utf-8"))
            assert links.xpath("//footer//a[contains(@href, 'licences/')]"), name
        about = lxml.html.document_fromstring((root / "about" / "index.html").read_text(encoding="utf-8"))
        assert about.xpath("//article//a[@href='../licences/']")
