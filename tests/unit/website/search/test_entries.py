from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.views.page import Page
from macros.views.page_list import pages
from macros.website.search.entries import entries, weight


def page(catalogue: Catalogue, path: str) -> Page:
    return next(page for page in pages(catalogue, "vi") if page.path == path)


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
    found = entries(catalogue, page(catalogue, "partners/aoba.md"), "partners/aoba/", ["Aoba"], content, "vi")
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
    (entry,) = entries(catalogue, None, "x/", ["Sổ"], content, "vi")
    assert entry["text"] == "<p>Laos · 7</p>"


def test_a_row_with_an_anchor_is_a_record_of_its_own(catalogue: Catalogue):
    content = '<h1 id="top">Từ</h1><table><tr id="bql"><th scope="row">BQL</th><td>Ban quản lý</td></tr></table>'
    _, row = entries(catalogue, page(catalogue, "glossary/index.md"), "glossary/", ["Từ"], content, "vi")
    assert (row["location"], row["title"], row["names"]) == ("glossary/#bql", "BQL", [])


def test_what_is_said_in_the_navigation_is_a_name_too(catalogue: Catalogue):
    titles = ["Sổ thỏa thuận", "Thỏa thuận"]
    entry, *_ = entries(catalogue, page(catalogue, "agreements/index.md"), "agreements/", titles, "<p>x</p>", "vi")
    assert entry["title"] == "Sổ thỏa thuận"
    assert entry["names"] == ["Thỏa thuận", "agreements"]


def test_data_cannot_bring_markup_into_the_results(catalogue: Catalogue):
    (entry,) = entries(catalogue, None, "x/", ["<b>&"], "<p>&lt;script&gt;</p>", "vi")
    assert entry["title"] == "&lt;b&gt;&amp;"
    assert entry["text"] == "<p>&lt;script&gt;</p>"


def test_a_block_may_be_kept_out_of_the_search(catalogue: Catalogue):
    (entry,) = entries(catalogue, None, "x/", ["X"], "<p>một</p><div data-search-exclude><p>hai</p></div>ba", "vi")
    assert entry["text"] == "<p>một</p><p>ba</p>"


def test_a_list_of_records_without_pages_weighs_what_its_kind_says(catalogue: Catalogue):
    lists = {path: weight(page(catalogue, f"{path}/index.md")) for path in ("conflicts", "activities", "partners")}
    assert lists["conflicts"] < lists["activities"] < lists["partners"] < weight(None)


def test_a_sector_does_not_repeat_what_the_pages_of_others_say(catalogue: Catalogue):
    content = '<h1 id="top">X</h1><p>own</p><ul class="cooperation"><li>of a country</li></ul>'
    (sector,) = entries(catalogue, page(catalogue, "sectors/tourism.md"), "sectors/tourism/", ["X"], content, "vi")
    country, *_ = entries(catalogue, page(catalogue, "countries/jp.md"), "countries/jp/", ["X"], content, "vi")
    assert "of a country" not in sector["text"]
    assert "of a country" in country["text"]


def test_records_that_share_a_page_are_found_by_their_names(catalogue: Catalogue):
    (agreement, *_) = catalogue.trade_agreements.values()
    content = f'<h1 id="top">X</h1><h2 id="{agreement.id}">Y</h2><p>z</p><h2 id="other">Y</h2><p>z</p>'
    shown = page(catalogue, "trade-agreements/index.md")
    _, section, other = entries(catalogue, shown, "trade-agreements/", ["X"], content, "vi")
    assert {agreement.record.name.vi, agreement.record.name.en} <= set(section["names"])
    assert "names" not in other
