"""Pages at former addresses as the gate reads them: one form is allowed, at those addresses only."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.publish.gate.page import BuiltPage, read_page
from macros.publish.gate.redirects import faults
from macros.views.moved import moved_pages
from macros.website.adapter.content_policy import protect
from macros.website.printer import Printer
from tests.edits import replaced

PATH = "en/partners/lagoa-city/index.html"


def page(catalogue: Catalogue) -> str:
    moved = next(moved for moved in moved_pages(catalogue, "en") if moved.former == "lagoa-city")
    return protect(Printer(catalogue, "en").moved(moved))


def read(tmp_path: Path, source: str, path: str = PATH) -> BuiltPage:
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    return read_page(tmp_path / "page.html", path)


def told(found: BuiltPage, catalogue: Catalogue) -> list[str]:
    return [fault for fault in faults({found.path: found}, catalogue) if fault.startswith(found.path)]


def test_the_page_that_is_written_passes(catalogue: Catalogue, tmp_path: Path):
    found = read(tmp_path, page(catalogue))
    assert found.wrong == ()
    assert told(found, catalogue) == []
    assert found.leads == {"en/partners/lagoa/index.html"}


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("0; url=../lagoa/", "0; url=https://example.org/", "leads to"),
        ("0; url=../lagoa/", "0; url=../lagoa-city/", "leads to"),
        ("0; url=../lagoa/", "5; url=../lagoa/", "leads to"),
        ('<a href="../lagoa/">', '<a href="../minori/">', "no link to"),
        ("/en/partners/lagoa/", "/en/partners/lagoa-city/", "says its address is"),
        ('content="noindex"', 'content="all"', "no noindex"),
    ],
)
def test_any_other_form_is_a_fault(before: str, after: str, fault: str, catalogue: Catalogue, tmp_path: Path):
    (one,) = told(read(tmp_path, replaced(page(catalogue), before, after)), catalogue)
    assert fault in one


def test_no_other_page_may_lead_on_by_itself(catalogue: Catalogue, tmp_path: Path):
    (one,) = told(read(tmp_path, page(catalogue), "en/partners/minori/index.html"), catalogue)
    assert "a page that leads on by itself: 0; url=../lagoa/" in one


def test_a_list_has_its_records_at_the_anchors_that_they_had(catalogue: Catalogue):
    path = "en/activities/index.html"
    assert [fault for fault in faults({path: BuiltPage(path)}, catalogue) if fault.startswith(path)] == [
        f"{path}: thiếu điểm neo cũ / no anchor of before: aoba-visit"
    ]
    built = {path: BuiltPage(path, anchors=frozenset({"aoba-visit"}))}
    assert [fault for fault in faults(built, catalogue) if fault.startswith(path)] == []
