"""Adding and breaking records in a copy of the project, then building it."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from tests.built.test_any_text import NASTY, plain
from tests.conftest import built, copy_project
from tests.edits import edit

HOSTILE = [
    "<script>alert(1)</script>",
    "a | b",
    "{{ 7*7 }}",
    "{: onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "`code` *bold* _it_ # one",
    "Dài " * 75,
    # What the property tests are fed with, here through a whole build.
    *(text for text in NASTY if plain(text) == text),
]


def quoted(text: str) -> str:
    return '"' + text.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


def partner(name: str, country: str, text: str) -> str:
    return f"""
- id: {name}
  kind: city
  country: {country}
  name:
    vi: {quoted(text)}
    en: {quoted(text)}
  note:
    vi: {quoted(text)}
    en: {quoted(text)}
  sources:
    - document: scheme
      locator: {quoted(text)}
"""


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small project with a country and its partner, with hostile partners, and with a report."""
    root = copy_project(tmp_path_factory.mktemp("changed") / "project")
    data = root / "data"
    country = (data / "countries.yaml").read_text(encoding="utf-8")
    (data / "countries").mkdir()
    (data / "countries" / "new.yaml").write_text(
        country.replace("id: jp", "id: kr").replace("Nhật Bản", "Hàn Quốc").replace("Japan", "South Korea"),
        encoding="utf-8",
    )
    with (data / "partners.yaml").open("a", encoding="utf-8") as file:
        file.write(partner("daegu", "kr", "Daegu"))
        for number, text in enumerate(HOSTILE):
            file.write(partner(f"hostile-{number}", "jp", f"{number} {text}"))
    (data / "updates").mkdir()
    (data / "updates" / "2026-q4.yaml").write_text(
        "- id: first-report\n  record: task/scheme-i-1\n  event: progress\n  date: 2026-10-01\n"
        "  status: in-progress\n  note:\n    vi: Đang soạn kế hoạch.\n",
        encoding="utf-8",
    )
    return built(root, root / "site")


def test_adding_a_country_and_a_partner_adds_their_pages_in_both_languages(changed: Path):
    for root, name in ((changed, "Hàn Quốc"), (changed / "en", "South Korea")):
        page = lxml.html.document_fromstring((root / "countries" / "kr" / "index.html").read_text(encoding="utf-8"))
        assert name in page.xpath("string(//h1)")
        assert "Daegu" in page.xpath("string(//article)")
        assert (root / "partners" / "daegu" / "index.html").is_file()
        assert "Daegu" in (root / "partners" / "index.html").read_text(encoding="utf-8")
        assert name in (root / "countries" / "index.html").read_text(encoding="utf-8")
    assert '"daegu"' in (changed / "api" / "v1" / "partners.json").read_text(encoding="utf-8")


def test_hostile_text_appears_as_text(changed: Path):
    for root in (changed, changed / "en"):
        index = lxml.html.document_fromstring((root / "partners" / "index.html").read_text(encoding="utf-8"))
        for number, text in enumerate(HOSTILE):
            shown = f"{number} {text.strip()}"
            source = (root / "partners" / f"hostile-{number}" / "index.html").read_text(encoding="utf-8")
            page = lxml.html.document_fromstring(source)
            assert page.xpath("string(//h1)").strip() == shown
            assert page.xpath("string(//title)").startswith(shown)
            assert shown in page.xpath("string(//meta[@name='description']/@content)")
            assert shown in page.xpath("string(//article/p[1])") + page.xpath("string(//article)")
            assert shown in page.xpath("string(//ol[contains(@class, 'sources')])")
            assert shown in index.xpath("string(//table)")
            assert not page.xpath(
                "//*[@onclick] | //a[starts-with(@href, 'javascript')]"
                " | //script[contains(., 'alert')][not(contains(@type, 'json'))]"
            )


def test_bad_data_publish_nothing_and_leave_the_last_good_site(built_copy: Path, build):
    before = (built_copy / "site" / "index.html").read_bytes()
    partners = built_copy / "data" / "partners.yaml"
    edit(partners, "country: jp", "country: xx")

    result = build(built_copy)

    assert result.returncode == 1
    assert "data/partners.yaml:3:12: [unknown-reference]" in result.stderr
    assert "Traceback" not in result.stderr
    assert (built_copy / "site" / "index.html").read_bytes() == before
    assert not list(built_copy.glob(".site.work-*"))


def test_a_broken_template_publishes_nothing(built_copy: Path, build_with_its_code):
    before = (built_copy / "site" / "index.html").read_bytes()
    template = built_copy / "macros" / "website" / "templates" / "partner.md.jinja"
    template.write_text(template.read_text() + "{{ t.no_such_text }}")

    result = build_with_its_code(built_copy)

    assert result.returncode == 1
    assert "no_such_text" in result.stderr
    assert (built_copy / "site" / "index.html").read_bytes() == before


def test_a_broken_link_in_a_hand_written_page_publishes_nothing(project_copy: Path, build):
    about = project_copy / "docs" / "en" / "about.md"
    about.write_text(about.read_text() + "\n[nowhere](partners/index.md#nowhere)\n")

    result = build(project_copy)

    assert result.returncode == 1
    assert "nowhere" in result.stderr
    assert not (project_copy / "site").exists()


def test_a_report_in_data_updates_moves_a_task_from_not_reported(changed: Path):
    english = (changed / "en" / "tasks" / "scheme-i-1" / "index.html").read_text(encoding="utf-8")
    page = lxml.html.document_fromstring(english)
    assert "In progress" in page.xpath("string(//article)")
    assert page.xpath("//ul[@class='updates']//span[@lang='vi']/text()") == ["Đang soạn kế hoạch."]
    assert "English pending" in page.xpath("string(//article)")


def test_two_builds_with_the_same_dates_are_identical(built_copy: Path, build):
    first = {p.relative_to(built_copy): p.read_bytes() for p in (built_copy / "site").rglob("*") if p.is_file()}
    assert build(built_copy).returncode == 0
    second = {p.relative_to(built_copy): p.read_bytes() for p in (built_copy / "site").rglob("*") if p.is_file()}
    assert first == second
