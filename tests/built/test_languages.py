"""Both languages built by MkDocs within the project's own process, from records that are handed over."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.base.languages import LANGS
from macros.base.system.processes import Failed
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import traced
from macros.publish.languages import languages
from macros.publish.preview.made_pages import Results
from macros.records.check.rules import check
from macros.views.addresses import root as root_of
from macros.views.page_list import pages
from tests.conftest import ENVIRONMENT, copy_project
from tests.edits import edit

PAGE = "partners/sakai.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        yield copy_project(tmp_path_factory.mktemp("languages") / "project")


@pytest.fixture(scope="module")
def records(project: Path) -> Catalogue:
    return Catalogue(check(project)[0], dt.date(2026, 11, 21))


@pytest.fixture(scope="module")
def work(project: Path) -> Path:
    return project.parent / "work"


@pytest.fixture(scope="module")
def results(project: Path, work: Path, records: Catalogue) -> Results:
    """Notes of a build of all pages, which are in ``work``."""
    return languages(project, work, traced(records))


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_built_and_noted(lang, results: Results, work: Path, records: Catalogue):
    listed = pages(records, lang)
    assert results[lang].keys() == {page.path for page in listed}
    assert [page.url for page in listed if not (work / lang / page.url / "index.html").is_file()] == []
    assert "sakai" in {key for _, key in results[lang][PAGE].asked}
    assert "sources" in results[lang][PAGE].anchors
    assert json.loads(b"[" + results[lang][PAGE].searched + b"]")[0]["location"] == "partners/sakai/"


@pytest.mark.parametrize("lang", LANGS)
def test_pages_know_the_address_of_their_language(lang, results: Results, work: Path):
    assert results
    address = f'<link rel="canonical" href="https://example.org/danang/{root_of(lang)}partners/sakai/">'
    assert address in (work / lang / "partners" / "sakai" / "index.html").read_text(encoding="utf-8")


def test_records_that_are_not_traced_leave_no_notes(project: Path, records: Catalogue, tmp_path: Path):
    assert languages(project, tmp_path, records) == {"vi": {}, "en": {}}


def test_unchanged_pages_are_not_built_but_the_search_and_the_site_map_know_them(
    project: Path, results: Results, work: Path, records: Catalogue, tmp_path: Path
):
    unchanged = {lang: {path: one for path, one in results[lang].items() if path != PAGE} for lang in LANGS}
    again = languages(project, tmp_path, traced(records), unchanged)
    assert again == {lang: {PAGE: results[lang][PAGE]} for lang in LANGS}
    for lang in LANGS:
        built = {path.relative_to(tmp_path / lang) for path in (tmp_path / lang).rglob("*") if path.is_file()}
        assert Path("partners/sakai/index.html") in built
        assert Path("tasks/scheme-i-1/index.html") not in built
        assert {Path("search/entries.json"), Path("sitemap.xml"), Path("about/index.html")} <= built
        assert [
            name for name in built if (tmp_path / lang / name).read_bytes() != (work / lang / name).read_bytes()
        ] == []


@pytest.fixture
def broken(project: Path, tmp_path: Path) -> Path:
    """A copy to break."""
    return Path(shutil.copytree(project, tmp_path / "project"))


@pytest.fixture
def stopped(broken: Path, records: Catalogue, capsys: pytest.CaptureFixture[str]) -> Callable[[], Failed]:
    """Build the broken copy, which fails."""

    def run() -> Failed:
        # The processes take what they print from the system's streams, not from pytest's.
        with capsys.disabled(), pytest.raises(Failed) as reason:
            languages(broken, broken / "work", records)
        return reason.value

    return run


def test_a_warning_stops_the_build_with_its_text(broken: Path, stopped: Callable[[], Failed]):
    with (broken / "docs" / "en" / "about.md").open("a") as file:
        file.write("\n[x](gone.md)\n")
    reason = stopped()
    assert "WARNING -  Doc file 'about.md' contains a link 'gone.md'" in reason.printed
    assert "Traceback" not in reason.printed
    assert str(reason) == "MkDocs dừng (en). / MkDocs stopped (en)."


def test_an_error_of_a_macro_stops_the_build_with_its_text(broken: Path, stopped: Callable[[], Failed]):
    with (broken / "docs" / "vi" / "about.md").open("a") as file:
        file.write('\n{{ cite("no-such-document", "x") }}\n')
    reason = stopped()
    assert "no-such-document" in reason.printed
    assert str(reason).endswith("MkDocs stopped (vi).")


def test_a_page_that_cannot_be_finished_stops_the_build_and_is_named(broken: Path, stopped: Callable[[], Failed]):
    with (broken / "docs" / "en" / "about.md").open("a") as file:
        file.write("\n<script>alert(1)</script>\n")
    reason = stopped()
    assert "en/about/index.html: mã lạ trong trang / a script within the page" in reason.printed


def test_a_build_whose_last_event_was_not_handled_is_not_taken_for_finished(
    broken: Path, stopped: Callable[[], Failed]
):
    edit(broken / "macros" / "website" / "adapter" / "hooks.py", "on_post_build = _events.on_post_build\n", "")
    assert str(stopped()) == "MkDocs bỏ dở (vi). / MkDocs did not finish (vi)."
