"""Papers that were kept from an earlier build: the same as if they were made anew, whatever has changed since."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from macros.base.system import cache
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook import write
from macros.contribute.workbook.write import workbook
from macros.export.docx.brief_document import brief_document
from macros.export.docx.properties import Properties
from macros.export.docx.report_document import report_document
from macros.export.docx.template import Template
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views.briefs.compose import country_brief, partner_brief
from macros.views.briefs.wording import Wording
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from tests.edits import edit
from tests.unit.export.docx_reader import opened

DAY = dt.date(2026, 11, 21)
LATER = dt.date(2026, 11, 22)
BRIEFS = {"partner vi", "partner en", "country vi", "country en"}
EVERY = {*BRIEFS, "report vi", "report en", "form"}


def papers(root: Path, day: dt.date = DAY) -> dict[str, bytes]:
    """A paper of each sort, from the data of a project."""
    dataset, problems = check(root)
    assert errors(problems) == []
    records = Catalogue(dataset, day)
    made = report(Period(2026), records)
    found = {"form": workbook(records, records.agencies["foreign-affairs"])}
    for lang in ("vi", "en"):
        wording = Wording(records, lang)
        found[f"partner {lang}"] = brief_document(partner_brief(wording, records.partners["sakai"]), wording)
        found[f"country {lang}"] = brief_document(country_brief(wording, records.countries["jp"]), wording)
        found[f"report {lang}"] = report_document(made, lang)
    return found


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Begins with nothing kept."""
    numbers = itertools.count()

    def begin() -> None:
        monkeypatch.setattr(cache, "FOLDER", tmp_path / f"cache-{next(numbers)}")

    begin()
    return begin


def test_a_kept_paper_is_the_one_that_would_be_made(
    small_root: Path, empty: Callable[[], None], monkeypatch: pytest.MonkeyPatch
):
    made = papers(small_root)
    assert set(made) == EVERY
    with monkeypatch.context() as patch:
        # Neither can make anything: what they answer was kept.
        patch.delattr(Template, "_made")
        patch.setattr(write._Writer, "written", None)
        kept = papers(small_root)
    empty()
    assert kept == made == papers(small_root)


def name_the_partner(root: Path, _patch: pytest.MonkeyPatch) -> None:
    edit(root / "data" / "partners.yaml", "    vi: Sakai\n    en: Sakai\n", "    vi: Sakaï\n    en: Sakaï\n")


def name_the_task(root: Path, _patch: pytest.MonkeyPatch) -> None:
    edit(root / "data" / "tasks.yaml", "    vi: Lập kế hoạch hội nhập\n", "    vi: Lập kế hoạch hội nhập mới\n")


def report_on_the_task(root: Path, _patch: pytest.MonkeyPatch) -> None:
    (root / "data" / "updates.yaml").write_text(
        "- id: a\n  record: task/scheme-i-1\n  event: progress\n  date: 2026-05-03\n  status: in-progress\n"
        "  note: {vi: A., en: A.}\n",
        encoding="utf-8",
    )


def count_in_other_words(_root: Path, patch: pytest.MonkeyPatch) -> None:
    for lang in ("vi", "en"):
        for number in ("one", "other"):
            patch.setitem(texts(lang)["counts"]["tasks"], number, "{n} công việc")


def write_dates_otherwise(_root: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(write, "day_text", lambda day, _lang: day.isoformat())


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (name_the_partner, BRIEFS),
        (name_the_task, {"partner vi", "country vi", "report vi", "form"}),
        (report_on_the_task, EVERY),
        (count_in_other_words, EVERY),
        (write_dates_otherwise, {"form"}),
    ],
)
def test_a_changed_value_is_never_answered_with_what_was_kept(
    change: Callable[[Path, pytest.MonkeyPatch], None],
    changed: set[str],
    small_root: Path,
    empty: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
):
    before = papers(small_root)
    change(small_root, monkeypatch)
    after = papers(small_root)
    empty()
    assert after == papers(small_root)
    assert {name for name, paper in after.items() if paper != before[name]} == changed


def test_a_paper_of_another_day_is_another(small_root: Path, empty: Callable[[], None]):
    before, after = papers(small_root), papers(small_root, LATER)
    assert [name for name, paper in after.items() if paper == before[name]] == []
    empty()
    assert after == papers(small_root, LATER)


@dataclass(frozen=True)
class Values:
    name: str


@pytest.mark.usefixtures("empty")
def test_a_template_that_was_edited_makes_another_paper(tmp_path: Path):
    properties = Properties("A", "B", DAY, "en")
    found = []
    for wording in ("Dear {{ name }}", "Esteemed {{ name }}"):
        document = docx.Document()
        document.add_paragraph(wording)
        document.save(str(tmp_path / "letter.docx"))
        paper = Template(tmp_path / "letter.docx", Values).filled(Values("An"), properties)
        found.append(opened(paper).paragraphs[0].text)
    assert found == ["Dear An", "Esteemed An"]
