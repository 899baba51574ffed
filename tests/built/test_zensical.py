"""The way forward: Zensical, the named successor of the theme's engine, builds the same pages from stubs on disk."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest

from tests.built.kinds import is_bare
from tests.conftest import ENVIRONMENT, copy_project

# What our hooks add to a page's content; ARCHITECTURE.md says what becomes of it on the day of the move.
FROM_HOOKS = ("rejudged", "other-day", "page-foot", "paper-brief")

# Files that exports write after the pages, whatever built those.
EXPORTED = (
    ".txt",
    ".json",
    ".jsonl",
    ".jsonld",
    ".geojson",
    ".sqlite",
    ".csv",
    ".xlsx",
    ".xml",
    ".ics",
    ".zip",
    ".sha256",
    ".docx",
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small site as MkDocs builds it, and as Zensical does."""
    folder = tmp_path_factory.mktemp("engines")
    root, stubs = copy_project(folder / "project"), folder / "stubs"
    environment = {**os.environ, **ENVIRONMENT, "PYTHONPATH": str(root)}
    zensical = [str(Path(sys.executable).with_name("zensical")), "build", "--strict", "-f"]
    for command, place in (
        ([sys.executable, "scripts/build.py"], root),
        ([sys.executable, "scripts/stubs.py", str(stubs)], root),
        ([*zensical, "mkdocs.yml"], stubs),
        ([*zensical, "mkdocs.en.yml"], stubs),
    ):
        result = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr
    return root / "site", stubs / ".build"


def page(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(path.read_text(encoding="utf-8"))


def main_text(tree: lxml.html.HtmlElement) -> str:
    (article,) = tree.xpath("//article")
    for name in FROM_HOOKS:
        for element in article.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"):
            element.drop_tree()
    return re.sub(r"\s+", " ", str(article.text_content())).strip()


def pairs(both: tuple[Path, Path], lang: str) -> dict[str, tuple[lxml.html.HtmlElement, lxml.html.HtmlElement]]:
    site, other = both[0] / ("en" if lang == "en" else ""), both[1] / lang
    names = {path.relative_to(other).as_posix() for path in other.rglob("index.html")}
    # Cards are written beside the pages, as redirects are.
    ours = {path.relative_to(site).as_posix() for path in site.rglob("index.html") if not is_bare(path)}
    assert names == {name for name in ours if lang == "en" or not name.startswith("en/")}
    return {name: (page(site / name), page(other / name)) for name in sorted(names)}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_says_the_same(lang: str, both: tuple[Path, Path]):
    different = []
    for name, (ours, theirs) in pairs(both, lang).items():
        if main_text(ours) != main_text(theirs):
            different.append(name)
        assert ours.xpath("//article//h1//text()") == theirs.xpath("//article//h1//text()"), name
        assert ours.xpath("//meta[@name='description']/@content") == theirs.xpath(
            "//meta[@name='description']/@content"
        )
        assert set(ours.xpath("//article//*[self::h1 or self::h2 or self::h3]/@id")) <= set(theirs.xpath("//@id")), name
        assert theirs.get("lang") == lang
    assert different == []


def test_links_within_pages_lead_to_pages(both: tuple[Path, Path]):
    broken = []
    for name, (_, theirs) in pairs(both, "vi").items():
        for address in theirs.xpath("//article//a/@href"):
            way = address.partition("#")[0].partition("?")[0]
            if not re.match(r"[a-z]+:|/", way) and not way.endswith(EXPORTED):
                target = (both[1] / "vi" / name).parent / way
                if not (target / "index.html" if target.is_dir() or way.endswith("/") else target).exists():
                    broken.append((name, address))
    assert broken == []
