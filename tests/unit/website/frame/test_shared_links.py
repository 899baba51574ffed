"""What others show of a link to a page: its title, a sentence, and a picture of our own that is there."""

from __future__ import annotations

import struct

import lxml.html
import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views import addresses
from macros.website.printer import Printer
from tests.conftest import PROJECT
from tests.unit.website.frame.about import SITE, shown


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_says_what_a_link_to_it_shows(lang: Lang, catalogue: Catalogue):
    about = shown(catalogue, "partners/hanbit.md", lang)
    head = lxml.html.document_fromstring(f"<html><head>{Printer(catalogue, lang).head(about)}</head></html>")
    said = {meta.get("property") or meta.get("name"): meta.get("content") for meta in head.xpath("//meta")}
    assert said["og:title"] == about.title
    assert said["og:url"] == SITE + addresses.in_language("partners/hanbit/", lang)
    assert said["og:locale"] == texts(lang)["page_foot"]["locale"]
    assert said["og:image"] == SITE + addresses.in_language(addresses.SHARE, lang)
    assert said["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize("lang", LANGS)
def test_the_picture_has_the_size_that_pages_state(lang: Lang, catalogue: Catalogue):
    picture = (PROJECT / "docs" / lang / addresses.SHARE).read_bytes()
    assert picture.startswith(b"\x89PNG")
    size = struct.unpack(">II", picture[16:24])
    head = Printer(catalogue, lang).head(shown(catalogue, "partners/index.md", lang))
    stated = [
        f'<meta property="og:image:{name}" content="{value}">'
        for name, value in zip(("width", "height"), size, strict=True)
    ]
    assert all(line in head for line in stated)
    assert len(picture) < 60 * 1024
