"""llms.txt leads to files that are there, and names the pages written by hand."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from markdown_it import MarkdownIt

from macros.base.languages import LANGS, Lang
from macros.views import addresses
from tests.conftest import ENVIRONMENT, PROJECT

SITE = ENVIRONMENT["SITE_URL"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_address_is_there_and_every_page_written_by_hand_is_named(lang: Lang, site: Path):
    text = (site / addresses.root(lang) / "llms.txt").read_text(encoding="utf-8")
    tree = lxml.html.fragment_fromstring(MarkdownIt("commonmark").render(text), create_parent="div")
    found = [str(a) for a in tree.xpath(".//li/a/@href")]
    assert len(found) == len(set(found))
    for address in found:
        path = address.removeprefix(SITE)
        assert path != address, address
        assert (site / (f"{path}index.html" if path.endswith("/") else path)).is_file(), address
    background = [path.stem for path in (PROJECT / "docs" / lang / "background").glob("*.md")]
    assert background
    assert {f"{SITE}{addresses.in_language(f'background/{name}/', lang)}" for name in background} <= set(found)
