"""Correcting a year by the edit link: from a record's page to its line on GitHub, and back to the pages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from playwright.sync_api import Browser

from scripts.browser import served
from tests import commands
from tests.built.conftest import PHONE, Quiet
from tests.conftest import PROJECT, TOWN
from tests.edits import edit
from tests.repository import Repository

EDIT = "/example/danang/edit/main/"
WORDS = {"": "Sửa bản ghi này", "en/": "Edit this record"}
SIGNED = {"": ("Ngày ký", "Thay đổi", "ngày ký đổi từ 2009 thành 2010"), "en/": ("Signed", "Changes", "2009 to 2010")}


def place(address: str) -> tuple[str, int]:
    """The file and the line that an edit link opens."""
    parts = urlsplit(address)
    assert parts.path.startswith(EDIT), address
    return unquote(parts.path.removeprefix(EDIT)), int(parts.fragment.removeprefix("L"))


def article(site: Path, page: str) -> str:
    tree = lxml.html.document_fromstring((site / page / "index.html").read_text(encoding="utf-8"))
    return " ".join(tree.xpath("string(//article)").split())


def fact(site: Path, page: str, label: str) -> str:
    """The value that a page states under a label."""
    tree = lxml.html.document_fromstring((site / page / "index.html").read_text(encoding="utf-8"))
    (found,) = tree.xpath("//dl//dt[normalize-space()=$label]/following-sibling::dd[1]", label=label)
    return " ".join(found.text_content().split())


def test_a_year_is_corrected_from_the_page_to_both_pages(
    project_copy: Path, build: Callable[[Path], subprocess.CompletedProcess[str]], browser: Browser
):
    repository = Repository(project_copy)
    (project_copy / ".gitignore").write_text((PROJECT / ".gitignore").read_text(encoding="utf-8"), encoding="utf-8")
    assert build(project_copy).returncode == 0
    site = project_copy / "site"
    for root, (signed, *_) in SIGNED.items():
        assert fact(site, f"{root}agreements/sakai-2009", signed) == "2009"

    with served(site, Quiet) as address:
        page = browser.new_page(viewport=PHONE)
        led = []
        for root, words in WORDS.items():
            page.goto(f"{address}{root}agreements/sakai-2009/")
            led.append(page.get_by_role("link", name=words, exact=True).get_attribute("href") or "")
        page.close()
    file, line = place(led[0])
    assert led[0] == led[1]

    # What GitHub's editor shows at that line is the record, and the year stands just below.
    lines = (project_copy / file).read_text(encoding="utf-8").splitlines(keepends=True)
    assert lines[line - 1].strip() == "- id: sakai-2009"
    inside = len(lines[line - 1]) - len(lines[line - 1].lstrip()) + 2
    at = next(n for n in range(line, len(lines)) if lines[n].startswith(" " * inside + "signed: 2009"))
    lines[at] = lines[at].replace("2009", "2010")
    (project_copy / file).write_text("".join(lines), encoding="utf-8")

    checked = commands.run(project_copy / "scripts" / "check.py", cwd=project_copy)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "0 errors" in checked.stdout
    repository.commit()
    result = build(project_copy)
    assert result.returncode == 0, result.stdout + result.stderr
    for root, (signed, changes, said) in SIGNED.items():
        agreement = f"{root}agreements/sakai-2009"
        assert fact(site, agreement, signed) == "2010"
        # The address stays, for ids never change; the title follows the date.
        assert "(2010)" in article(site, agreement)
        assert changes in article(site, agreement)
        assert said in article(site, agreement)
        assert said in article(site, f"{root}changes/2026")
        assert "2010" in article(site, f"{root}partners/sakai")


def test_a_year_mistyped_in_the_editor_is_told_with_its_line_and_keeps_the_site(
    built_copy: Path, build: Callable[[Path], subprocess.CompletedProcess[str]]
):
    before = (built_copy / "site" / "agreements" / "sakai-2009" / "index.html").read_bytes()
    path = built_copy / "data" / "partners.yaml"
    text = path.read_text(encoding="utf-8")
    edit(path, "signed: 2009", "signed: 20010")
    result = build(built_copy)
    line = text[: text.index("signed: 2009")].count("\n") + 1
    assert result.returncode == 1
    assert f"data/partners.yaml:{line}:" in result.stderr
    assert (built_copy / "site" / "agreements" / "sakai-2009" / "index.html").read_bytes() == before


def test_every_edit_link_of_a_record_opens_its_own_line(site: Path):
    seen = 0
    lines: dict[str, list[str]] = {}
    for path in sorted(site.rglob("index.html")):
        tree = lxml.html.document_fromstring(path.read_text(encoding="utf-8"))
        for address in tree.xpath("//article/footer//a[contains(@href, '/edit/') and contains(@href, '#L')]/@href"):
            file, line = place(address)
            known = lines.setdefault(file, (TOWN / file).read_text(encoding="utf-8").splitlines())
            found = re.fullmatch(r"- id: [\"']?([\w-]+)[\"']?", known[line - 1].split("#")[0].strip())
            assert found is not None, (path, address, known[line - 1])
            assert found[1].lower() == path.parent.name, (path, address)
            seen += 1
    assert seen
