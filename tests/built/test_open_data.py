"""The page on open data: every file has its address there, and the examples run as they are printed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import lxml.html
import pytest

PAGES = ["open-data/", "en/open-data/"]
SITE = "https://example.org/danang/"


def page(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def example(site: Path, path: str, language: str, address: str) -> str:
    """An example as printed, with the address where the tests serve the site."""
    (code,) = page(site, path).xpath(f"//code[contains(@class, 'language-{language}')]")
    assert SITE in code.text_content()
    return str(code.text_content()).replace(SITE, address)


@pytest.mark.parametrize("path", PAGES)
def test_every_list_table_and_whole_file_has_its_address(path: str, site: Path):
    links = page(site, path).xpath("//article//a/@href")
    named = {(site / path / link).resolve() for link in links if not link.startswith(("http", "#"))}
    data = site / ("en/data" if path.startswith("en/") else "data")
    tables = {file for file in data.rglob("*.*") if not file.name.endswith(".csv-metadata.json")}
    lists = {file for file in (site / "api/v1").iterdir() if file.suffix == ".json" and ".record." not in file.name}
    lists -= {site / "api/v1" / name for name in ("index.schema.json", "changes.schema.json")}
    assert {file.resolve() for file in tables | lists} <= named
    assert all(file.exists() for file in named)


def test_it_and_the_page_to_follow_stand_in_the_navigation(site: Path):
    for root in ("", "en/"):
        links = page(site, f"{root}documents/").xpath("//a[not(ancestor::article)]/@href")
        assert {"../open-data/", "../follow/"} <= set(links)


@pytest.mark.parametrize("path", PAGES)
def test_licence_and_citation_are_named(path: str, site: Path):
    opened = page(site, path)
    assert set(opened.xpath("//a[@rel='license']/@href")) == {"https://creativecommons.org/licenses/by/4.0/"}
    cited = opened.xpath("string(//blockquote)")
    assert SITE in cited
    assert "2026" in cited


@pytest.mark.parametrize("path", PAGES)
def test_the_curl_example_runs(path: str, site: Path, address: str):
    code = example(site, path, "bash", address)
    result = subprocess.run(["bash", "-euc", code], capture_output=True, check=True)
    text = result.stdout.decode("utf-8")
    assert '"id": "aoba-2003"' in text
    assert "id,partner,partner_name," in text


@pytest.mark.parametrize("path", PAGES)
def test_the_python_example_runs(path: str, site: Path, address: str):
    code = example(site, path, "python", address)
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "minori-2018 expired 2023-11-22" in result.stdout


@pytest.mark.parametrize("path", PAGES)
def test_the_javascript_example_runs(path: str, site: Path, address: str, watched: Any):
    opened, wrong = watched
    logged: list[str] = []
    opened.on("console", lambda message: logged.append(message.text))
    opened.goto(address + path)
    opened.evaluate(f"async () => {{ {example(site, path, 'javascript', address)} }}")
    assert any("1.2" in line for line in logged), logged
    assert wrong == []
