"""Cards as the gate reads them: they run nothing, lead to their record's page, and stay out of searches."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.publish.gate.cards import faults
from macros.publish.gate.page import BuiltPage, read_page
from macros.views.cards import Card
from macros.website.adapter.content_policy import CARD_DIRECTIVES, protect
from macros.website.printer import Printer
from tests.edits import replaced

PATH = "en/embed/partners/lagoa/index.html"


def source(catalogue: Catalogue) -> str:
    return protect(Printer(catalogue, "en").card(Card("partner", "lagoa", "lagoa")), CARD_DIRECTIVES)


def read(tmp_path: Path, text: str, path: str = PATH) -> BuiltPage:
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    return read_page(tmp_path / "page.html", path)


def test_the_card_that_is_written_passes(catalogue: Catalogue, tmp_path: Path):
    found = read(tmp_path, source(catalogue))
    assert found.wrong == ()
    assert list(faults({PATH: found}, catalogue)) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('../partners/lagoa/"', '../partners/minori/"', "no link to"),
        ("/en/partners/lagoa/", "/en/embed/partners/lagoa/", "says its address is"),
        ('content="noindex"', 'content="all"', "no noindex"),
    ],
)
def test_any_other_form_is_a_fault(before: str, after: str, fault: str, catalogue: Catalogue, tmp_path: Path):
    (one,) = faults({PATH: read(tmp_path, replaced(source(catalogue), before, after))}, catalogue)
    assert fault in one


@pytest.mark.parametrize(
    "change",
    [
        ("</body>", '<script src="../../../assets/javascripts/status.js"></script></body>'),
        ("default-src 'none'", "default-src 'self'"),
        ("; form-action 'none'", ""),
    ],
)
def test_a_card_runs_nothing_and_has_the_policy_of_cards(change: tuple[str, str], catalogue: Catalogue, tmp_path: Path):
    assert read(tmp_path, replaced(source(catalogue), *change)).wrong


def test_no_other_page_may_have_the_policy_of_cards(catalogue: Catalogue, tmp_path: Path):
    assert any("policy" in fault for fault in read(tmp_path, source(catalogue), "en/partners/lagoa/index.html").wrong)
