"""The gate before publishing names whatever is wrong with a built site: each test breaks one thing in a good one."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.publish.gate import budgets
from macros.publish.gate.gate import page_names, read_pages, verify
from macros.publish.gate.page import BuiltPage, read_page
from macros.records.check.rules import check
from tests import commands, edits
from tests.conftest import PROJECT

PAGE = "en/partners/sakai/index.html"


@pytest.fixture(scope="module")
def good(small_project: Path) -> Path:
    """A project with its built site."""
    return small_project


@pytest.fixture(scope="module")
def records(good: Path) -> Catalogue:
    return Catalogue(check(good)[0], dt.date(2026, 11, 21))


@pytest.fixture(scope="module")
def read(good: Path) -> dict[str, BuiltPage]:
    """The pages of the good site as they are read."""
    return read_pages(good / "site", page_names(good / "site"))


@pytest.fixture
def site(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good / "site", tmp_path / "site"))


@pytest.fixture
def faults(site: Path, good: Path, records: Catalogue, read: dict[str, BuiltPage]) -> Callable[[], list[str]]:
    """What the gate finds in the site; pages that are as they were are not read again."""

    def found() -> list[str]:
        names = page_names(site)
        same = {
            name for name in names if name in read and (site / name).read_bytes() == (good / "site" / name).read_bytes()
        }
        pages = read_pages(site, [name for name in names if name not in same])
        return verify(site, records, good, {name: pages.get(name) or read[name] for name in names})

    return found


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        path = site / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def into_page(markup: str) -> Callable[[Path], None]:
    return edit(PAGE, "</article>", f"{markup}</article>")


def write(name: str, content: bytes | str) -> Callable[[Path], None]:
    def change(site: Path) -> None:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def remove(name: str) -> Callable[[Path], None]:
    return lambda site: (site / name).unlink()


def cut(name: str) -> Callable[[Path], object]:
    return lambda site: (site / name).write_bytes((site / name).read_bytes()[:-200])


def archive(site: Path) -> None:
    path = site / "data.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.txt", "hello hello")
    path.write_bytes(path.read_bytes().replace(b"hello hello", b"hello jello"))


def search_entry(site: Path) -> None:
    path = site / "search" / "entries.json"
    entries = json.loads(path.read_text(encoding="utf-8"))
    entries.append({"location": "partners/gone/", "title": "x", "text": "y"})
    path.write_text(json.dumps(entries), encoding="utf-8")


def search_emptied(site: Path) -> None:
    (site / "en" / "search" / "entries.json").write_text("[]", encoding="utf-8")


def a_heavy_style_sheet(site: Path) -> None:
    path = site / "en" / "assets" / "stylesheets" / "site.css"
    path.write_text(f"{path.read_text(encoding='utf-8')}/* {NOISE * 4} */", encoding="utf-8")


EVENT = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n"
NOISE = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=40_000))
BROKEN = {
    "a page is missing": (remove(PAGE), f"{PAGE}: thiếu trang / missing page"),
    "a page stands alone": (remove(PAGE), "partners/sakai/index.html: chỉ có ở một ngôn ngữ / in one language only"),
    "a page too many": (
        lambda site: shutil.copytree(site / "partners" / "sakai", site / "partners" / "old"),
        "partners/old/index.html: trang thừa / a page that nothing makes",
    ),
    "an empty page": (write(PAGE, ""), f"{PAGE}: trang rỗng hoặc bị cắt / empty or cut page"),
    "a cut page": (cut(PAGE), f"{PAGE}: trang rỗng hoặc bị cắt / empty or cut page"),
    "another language": (edit(PAGE, '<html lang="en"', '<html lang="vi"'), f"{PAGE}: lang='vi'"),
    "two headings": (into_page("<h1>x</h1>"), f"{PAGE}: 2 h1"),
    "no description": (edit(PAGE, '<meta name="description"', '<meta name="x"'), f"{PAGE}: thiếu mô tả"),
    "no title": (edit(PAGE, "<title>", "<title></title><!--"), f"{PAGE}: thiếu tiêu đề"),
    "a repeated id": (into_page('<p id="a"></p><p id="a"></p>'), f"{PAGE}: id trùng / repeated id 'a'"),
    "an unrendered value": (into_page("{{ item.name }}"), f"{PAGE}: còn mẫu chưa dựng / unrendered '{{{{'"),
    "an unrendered block": (into_page("{% if x %}"), f"{PAGE}: còn mẫu chưa dựng / unrendered '{{%'"),
    "a published traceback": (into_page("Traceback (most recent call last):"), f"{PAGE}: còn mẫu chưa dựng"),
    "a dead link": (
        into_page('<a href="../gone/">x</a>'),
        f"{PAGE}: liên kết hỏng / broken link en/partners/gone/index.html",
    ),
    "a dead anchor": (
        into_page('<a href="../#gone">x</a>'),
        f"{PAGE}: không có điểm neo / no such anchor en/partners/index.html#gone",
    ),
    "a dead anchor of its own": (
        into_page('<a href="#gone">x</a>'),
        f"{PAGE}: không có điểm neo / no such anchor {PAGE}#gone",
    ),
    "a dead picture": (
        into_page('<img src="x.png" alt="">'),
        f"{PAGE}: liên kết hỏng / broken link en/partners/sakai/x.png",
    ),
    "a link that runs code": (
        into_page('<a href=" JavaScript:alert(1)">x</a>'),
        f"{PAGE}: địa chỉ lạ / an address that",
    ),
    "an inline script": (into_page("<script>alert(1)</script>"), f"{PAGE}: mã lạ trong trang"),
    "a handler": (into_page('<p ONCLICK="x()">x</p>'), f"{PAGE}: phần tử lạ / element that is not ours: <p onclick>"),
    "a style": (into_page('<p style="color: red">x</p>'), f"{PAGE}: phần tử lạ / element that is not ours: <p style>"),
    "a frame": (
        into_page('<iframe src="./"></iframe>'),
        "phần tử lạ / element that is not ours: <iframe src>",
    ),
    "another host": (into_page('<img src="https://example.com/x.png" alt="">'), f"{PAGE}: gọi máy khác"),
    "another host without a scheme": (into_page('<img src="//example.com/x.png" alt="">'), f"{PAGE}: gọi máy khác"),
    "no policy": (edit(PAGE, "Content-Security-Policy", "X"), f"{PAGE}: thiếu hoặc sai Content-Security-Policy"),
    "a wider policy": (
        edit(PAGE, "script-src 'self'", "script-src 'unsafe-inline' 'self'"),
        f"{PAGE}: thiếu hoặc sai Content-Security-Policy",
    ),
    "a strange script": (write("assets/javascripts/x.js", "alert(1)"), "assets/javascripts/x.js: mã lạ"),
    "a changed script": (
        edit("assets/javascripts/registers.js", "const", "var"),
        "assets/javascripts/registers.js: mã lạ",
    ),
    "a missing script": (
        remove("assets/javascripts/registers.js"),
        "broken link assets/javascripts/registers.js",
    ),
    "an empty style sheet": (write("assets/stylesheets/site.css", ""), "assets/stylesheets/site.css: tệp rỗng"),
    "cut JSON": (cut("api/v1/partners.json"), "api/v1/partners.json: JSON hỏng / broken"),
    "no API": (remove("api/v1/index.json"), "api/v1/index.json: thiếu / missing"),
    "a cut site map": (cut("sitemap.xml"), "sitemap.xml: XML hỏng / broken"),
    "no site map": (remove("en/sitemap.xml"), "en/sitemap.xml: thiếu / missing"),
    "a site map without a page": (
        edit("sitemap.xml", "/partners/sakai/</loc>", "/partners/gone/</loc>"),
        "sitemap.xml: thiếu / missing: https://example.org/danang/partners/sakai/",
    ),
    "a cut packed file": (cut("sitemap.xml.gz"), "sitemap.xml.gz: GZ hỏng / broken"),
    "XML that is none": (write("feed.xml", "<feed><entry></feed>"), "feed.xml: XML hỏng / broken"),
    "a table with a short row": (write("data.csv", "a,b\r\n1\r\n"), "data.csv: CSV hỏng / broken: dòng / row 2"),
    "a table that is not UTF-8": (write("data.csv", b"a,b\r\n\xe0,1\r\n"), "data.csv: CSV hỏng / broken"),
    "a calendar with an open event": (write("all.ics", EVENT), "all.ics: ICS hỏng / broken: VEVENT"),
    "a calendar with bare line ends": (write("all.ics", EVENT.replace("\r", "")), "all.ics: ICS hỏng / broken"),
    "a workbook that is none": (write("data.xlsx", "hello"), "data.xlsx: XLSX hỏng / broken"),
    "an archive with a changed byte": (archive, "data.zip: ZIP hỏng / broken"),
    "a link to a file": (lambda site: (site / "x.txt").symlink_to("/etc/hostname"), "x.txt: liên kết tệp"),
    "a search that leads nowhere": (search_entry, "search/entries.json: dẫn tới chỗ không có / leads nowhere"),
    "a search that knows nothing": (
        search_emptied,
        "en/search/entries.json: không tìm được trang",
    ),
    "a search without settings": (remove("search/search_index.json"), "search/search_index.json: thiếu / missing"),
    "no search": (remove("search/entries.json"), "search/entries.json: thiếu / missing"),
    "a first visit that fetches too much": (
        a_heavy_style_sheet,
        "en/countries/jp/index.html: lần xem đầu tải / a first visit fetches",
    ),
    "a heavy page": (
        edit("agreements/sakai-2009/index.html", "</article>", f"<p>{NOISE}</p></article>"),
        "agreements/sakai-2009/index.html: ",
    ),
    "a heavy first visit": (
        edit("assets/stylesheets/site.css", "body", f"/* {NOISE * 4} */ body"),
        "countries/jp/index.html: lần xem đầu tải / a first visit fetches",
    ),
}


def test_a_good_site_passes(site: Path, good: Path, records: Catalogue):
    assert verify(site, records, good) == []


@pytest.mark.parametrize(("change", "message"), BROKEN.values(), ids=BROKEN)
def test_the_gate_names_what_is_broken(
    change: Callable[[Path], object], message: str, site: Path, faults: Callable[[], list[str]]
):
    change(site)
    found = faults()
    assert any(message in fault for fault in found), found[:10]


def test_the_whole_site_has_a_limit(faults: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(budgets, "WHOLE_SITE", 1_000_000)
    assert [fault.partition(" / ")[2].split()[:3] for fault in faults()] == [["the", "whole", "site"]]


def test_a_page_that_gathers_more_may_weigh_more(site: Path):
    page = read_page(site / "tasks" / "index.html", "tasks/index.html")
    longer = replace(page, rows=page.rows + 100, links=page.links + 300)
    assert budgets.page_budget(longer) == budgets.page_budget(page) + 14_000
    record = read_page(site / "tasks" / "scheme-i-1" / "index.html", "tasks/scheme-i-1/index.html")
    assert budgets.page_budget(replace(record, rows=500, links=500)) == budgets.BUDGETS[0].page


def test_the_first_visit_of_a_country_page_has_a_limit(site: Path, faults: Callable[[], list[str]]):
    path = "countries/jp/index.html"
    page = site / path
    words = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(4000))
    edits.edit(page, "</article>", f"<p>{words}</p></article>")
    found = [fault for fault in faults() if fault.startswith(path)]
    assert ["most" in fault for fault in found] == [True, True]
    assert f"at most {budgets.FIRST_VISIT}" in "".join(found)


def command(site: Path) -> subprocess.CompletedProcess[str]:
    return commands.run(site.parent / "scripts" / "verify.py", str(site), cwd=site.parent)


def test_the_command_prints_every_fault_and_fails(good: Path, tmp_path: Path):
    root = Path(shutil.copytree(good, tmp_path / "project"))
    result = command(root / "site")
    assert result.returncode == 0
    assert " pages, 0 faults." in result.stdout

    remove(PAGE)(root / "site")
    (root / "site" / "x.json").write_text("{")
    result = command(root / "site")

    assert result.returncode == 1
    assert f"{PAGE}: thiếu trang / missing page" in result.stderr
    assert "x.json: JSON hỏng / broken" in result.stderr


def test_the_command_says_when_there_is_no_site(good: Path, tmp_path: Path):
    result = commands.run(good / "scripts" / "verify.py", str(tmp_path), cwd=good)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "is not a built site" in result.stderr


def test_the_workflow_verifies_before_it_uploads():
    workflow = (PROJECT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    assert 0 < workflow.index("make build") < workflow.index("make verify") < workflow.index("upload-pages-artifact")
