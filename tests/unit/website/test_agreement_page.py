"""The page of an agreement: its texts with their gaps, the details of its signing, what replaced it."""

from __future__ import annotations

import html

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.website.printer import Printer


def shown(catalogue: Catalogue, lang: Lang, template: str, name: str = "", depth: int = 0) -> str:
    return html.unescape(Printer(catalogue, lang).show(template, name, depth))


@pytest.mark.parametrize("lang", LANGS)
def test_each_text_of_a_chain_can_be_read_or_its_gap_is_told(lang: Lang, catalogue: Catalogue):
    told = texts(lang)["agreement"]["text_told"]
    page = shown(catalogue, lang, "agreement", "neustein-2015", 2)
    assert told["not-found"] in page
    assert told["unrecorded"] in page
    assert f'href="../../{"" if lang == "vi" else "../"}texts/neustein-2021.txt"' in page
    assert told["withheld"] in shown(catalogue, lang, "agreement", "phu-vieng-2026", 2)
    assert told["unsigned"] in shown(catalogue, lang, "agreement", "minori-2026", 2)


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_source_says_of_a_signing_is_on_the_page(lang: Lang, catalogue: Catalogue):
    words = texts(lang)["agreement"]
    page = shown(catalogue, lang, "agreement", "phu-vieng-2026", 2)
    for part in ("Trần Thị Giả", "Khamla Giả Định", *words["sides"].values()):
        assert part in page
    label, no = texts(lang)["fields"]["binding"], words["binding"]["false"]
    assert f"<dt>{label}</dt><dd>{no}</dd>" in page
    assert catalogue.terms["languages"]["lo"][lang] in page
    assert words["not_signed"] in shown(catalogue, lang, "agreement", "minori-2026", 2)


def test_an_agreement_that_was_replaced_leads_to_the_one_in_its_place(catalogue: Catalogue):
    page = shown(catalogue, "vi", "agreement", "hanbit-2011", 2)
    _, events = page.split("{ #updates }")
    assert "agreements/hanbit-2021/" in events
