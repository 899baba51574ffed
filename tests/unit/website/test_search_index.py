from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.views.page import Page
from macros.views.page_list import pages
from macros.website.search.entries import entries, weight
from macros.website.search.files import GatheredEntries
from macros.website.search.names import initials, page_names


def page(catalogue: Catalogue, path: str) -> Page:
    return next(page for page in pages(catalogue, "vi") if page.path == path)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("countries/jp.md", {"Japan", "Nhật"}),
        ("partners/aoba.md", {"Aoba-machi", "青葉市"}),
        ("agencies/harbour-board.md", {"BQLBC", "Harbour Board"}),
        ("organisations/river-network.md", {"RCN"}),
        ("documents/outlook.md", {"Đề án", "Outlook"}),
        ("tasks/outlook-b-3.md", {"B.3"}),
        ("partners/index.md", set()),
    ],
)
def test_a_record_is_found_by_all_its_names(catalogue: Catalogue, path: str, names: set[str]):
    shown = page(catalogue, path)
    found = page_names(catalogue, shown)
    assert names <= set(found)
    assert shown.title not in found


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sở Ngoại vụ", "SNV"),
        ("Sở Kế hoạch và Đầu tư", "SKHĐT"),
        ("Hải quan", ""),
        ("Tỉnh Quảng Nam – Đà Nẵng", "TQNĐN"),
    ],
)
def test_initials_pass_over_and(name: str, short: str):
    assert initials(name) == short


def test_records_weigh_more_than_registers_and_lists(catalogue: Catalogue):
    weights = [
        weight(page(catalogue, path)) for path in ("countries/jp.md", "tasks/outlook-a-1.md", "partners/index.md")
    ]
    assert weights == sorted(weights, reverse=True)
    assert weight(page(catalogue, "glossary/index.md")) < weight(page(catalogue, "partners/index.md"))


def test_a_page_is_one_entry_and_each_section_with_words_another(catalogue: Catalogue):
    content = """
      <nav class="crumbs"><ol><li>Trang chủ</li></ol></nav>
      <h1 id="top">Aoba</h1>
      <dl class="facts"><div><dt>Tên khác</dt><dd>A &amp; B</dd></div><div><dt>Loại</dt><dd>Thành phố</dd></div></dl>
      <h2 id="done">Đã làm</h2><p>Trao <b>xe</b> đạp<br>năm 2014</p><ul><li>Một</li><li>Hai</li></ul>
      <h2 id="none">Không có gì</h2><p class="empty">Chưa có</p>
      <h2 id="sources">Nguồn</h2><div class="record-foot"><p>Đề án</p></div>
    """
    found = entries(catalogue, page(catalogue, "partners/aoba.md"), "partners/aoba/", ["Aoba"], content)
    assert [(entry["location"], entry["title"], entry["text"]) for entry in found] == [
        ("partners/aoba/", "Aoba", "<p>Tên khác: A &amp; B</p><p>Loại: Thành phố</p>"),
        ("partners/aoba/#done", "Đã làm", "<p>Trao xe đạp năm 2014</p><p>Một</p><p>Hai</p>"),
    ]


def test_rows_keep_their_cells_apart_and_those_that_lead_to_a_record_are_left_to_it(catalogue: Catalogue):
    content = """
      <h1 id="top">Sổ</h1><table><thead><tr><th>Tên</th></tr></thead><tbody>
      <tr><th scope="row"><a href="../jp/">Nhật Bản</a></th><td>4</td></tr>
      <tr><th scope="row">Laos</th><td>7</td></tr></tbody></table>
    """
    (entry,) = entries(catalogue, None, "x/", ["Sổ"], content)
    assert entry["text"] == "<p>Laos · 7</p>"


def test_a_row_with_an_anchor_is_a_record_of_its_own(catalogue: Catalogue):
    content = '<h1 id="top">Từ</h1><table><tr id="bql"><th scope="row">BQL</th><td>Ban quản lý</td></tr></table>'
    _, row = entries(catalogue, page(catalogue, "glossary/index.md"), "glossary/", ["Từ"], content)
    assert (row["location"], row["title"], row["names"]) == ("glossary/#bql", "BQL", [])


def test_what_is_said_in_the_navigation_is_a_name_too(catalogue: Catalogue):
    titles = ["Sổ thỏa thuận", "Thỏa thuận"]
    (entry,) = entries(catalogue, page(catalogue, "agreements/index.md"), "agreements/", titles, "<p>x</p>")
    assert entry["title"] == "Sổ thỏa thuận"
    assert entry["names"] == ["Thỏa thuận", "agreements"]


def test_data_cannot_bring_markup_into_the_results(catalogue: Catalogue):
    (entry,) = entries(catalogue, None, "x/", ["<b>&"], "<p>&lt;script&gt;</p>")
    assert entry["title"] == "&lt;b&gt;&amp;"
    assert entry["text"] == "<p>&lt;script&gt;</p>"


def test_a_block_may_be_kept_out_of_the_search(catalogue: Catalogue):
    (entry,) = entries(catalogue, None, "x/", ["X"], "<p>một</p><div data-search-exclude><p>hai</p></div>ba")
    assert entry["text"] == "<p>một</p><p>ba</p>"


def test_entries_come_in_the_order_of_the_pages_whatever_order_they_were_made_in(tmp_path: Path):
    gathered = GatheredEntries(["one.md", "silent.md", "two.md"])
    gathered.put("two.md", b'{"text":"hai"}')
    gathered.put("one.md", '{"text":"một"},{"text":"1"}'.encode())
    gathered.write(tmp_path / "entries.json")
    written = json.loads((tmp_path / "entries.json").read_text(encoding="utf-8"))
    assert written == [{"text": "một"}, {"text": "1"}, {"text": "hai"}]


def test_without_entries_there_is_an_empty_list(tmp_path: Path):
    GatheredEntries(["one.md"]).write(tmp_path / "entries.json")
    assert (tmp_path / "entries.json").read_text(encoding="utf-8") == "[]"
