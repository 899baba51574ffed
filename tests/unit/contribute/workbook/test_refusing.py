"""Reports that cannot be right are refused by cell, all at once, and the data stays as it was."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from macros.base.words import texts
from macros.contribute.workbook.faults import FAULTS
from macros.views import addresses
from tests.edits import edit
from tests.unit.contribute.workbook.conftest import GOOD, Office

pytestmark = pytest.mark.slow

TASKS = "Nhiệm vụ"
LONG = "x" * 1001
# Where somebody without a terminal gets the form.
FORM = f"“{texts('vi')['report']['form_link']}”): {addresses.absolute(addresses.index('agency'), 'vi')}"

# What is typed over a good report in row 5: the rule, the cell that is named, part of the message.
CELLS: list[tuple[str, dict[str, Any], str, str]] = [
    ("formula", {"K5": "=1+1"}, "K5", "công thức"),
    ("formula", {"I5": '=IF(1,"Hoàn thành","")'}, "I5", "công thức"),
    ("formula", {"A5": "=A6"}, "A5", "công thức"),
    ("formula", {"J5": ArrayFormula("J5", "=TODAY()")}, "J5", "công thức"),
    ("cell-error", {"K5": "#REF!"}, "K5", "#REF!"),
    ("no-task", {"A5": None}, "A5", "không có mã nhiệm vụ"),
    ("unknown-task", {"A5": "scheme-i-11"}, "A5", "Gần giống: scheme-i-1"),
    ("other-agency", {"A5": "scheme-i-4", "B5": "I.4"}, "A5", "Ủy ban nhân dân thành phố"),
    ("task-number", {"B5": "I.2"}, "B5", "số đúng: I.1"),
    ("missing", {"I5": None}, "I5", "thiếu “Tình trạng mới”"),
    ("missing", {"J5": " "}, "J5", "thiếu “Ngày”"),
    ("missing", {"K5": "\u200b"}, "K5", "thiếu “Nội dung báo cáo”"),
    ("status", {"I5": "Gần xong"}, "I5", "Chưa bắt đầu, Đang thực hiện, Hoàn thành"),
    ("status", {"I5": "Chưa có báo cáo"}, "I5", "Hãy chọn"),
    ("status", {"I5": 3}, "I5", "“3”"),
    ("date", {"J5": "31/02/2026"}, "J5", "31/02/2026"),
    ("date", {"J5": "13/2026"}, "J5", "13/2026"),
    ("date", {"J5": "3/8/26"}, "J5", "3/8/26"),
    ("date", {"J5": "quý III"}, "J5", "quý III"),
    ("date", {"J5": 8}, "J5", "“8”"),
    ("date", {"J5": True}, "J5", "True"),
    ("future", {"J5": "22/11/2026"}, "J5", "22/11/2026 chưa tới"),
    ("not-text", {"K5": 12}, "K5", "“12”"),
    ("too-long", {"K5": LONG}, "K5", "1001"),
    ("too-long", {"L5": LONG}, "L5", "tối đa 1000"),
    ("look-alike", {"K5": "Ðã ký"}, "K5", "“Đ”"),
    ("hidden-character", {"K5": "Đã \u202eký"}, "K5", "U+202E"),
    ("link", {"M5": "http://example.org/"}, "M5", "https://"),
    ("link", {"M5": "javascript:alert(1)"}, "M5", "https://"),
    ("link", {"M5": "https://example.org/a b"}, "M5", "dấu cách"),
    ("no-reason", {"I5": "Tạm dừng"}, "N5", "cần lý do"),
    ("no-reason", {"I5": "Hoàn thành một phần", "N5": " "}, "N5", "“Lý do”"),
    ("date", {"O5": "cuối năm", "M5": "https://example.org/"}, "O5", "cuối năm"),
    ("due-unsourced", {"O5": "31/12/2027"}, "M5", "căn cứ"),
    ("unknown-agency", {"P5": "Sở Ngọai vụ mới"}, "P5", "Sở Ngoại vụ"),
]


def changed(book: Workbook, cells: dict[str, Any]) -> None:
    for address, value in cells.items():
        book[TASKS][address].value = value


def sorted_by_half(book: Workbook) -> None:
    changed(book, GOOD)
    book[TASKS].merge_cells("I5:I6")


def year_in_a_date_cell(book: Workbook) -> None:
    changed(book, {**GOOD, "J5": 2026})
    book[TASKS]["J5"].number_format = "dd/mm/yyyy"


def twice(book: Workbook) -> None:
    changed(book, GOOD)
    changed(book, {"A8": "scheme-i-1", "B8": "I.1", **{f"{name[0]}8": value for name, value in GOOD.items()}})


SHEETS: list[tuple[str, Callable[[Workbook], object], str, str]] = [
    ("merged", sorted_by_half, "I5", "I5:I6"),
    ("date-of-a-year", year_in_a_date_cell, "J5", "1905-07-18"),
    ("task-twice", twice, "A8", "hàng 5"),
    ("not-the-form", lambda book: book.remove(book[TASKS]), "", "Nhiệm vụ"),
    ("not-the-form", lambda book: book.remove(book["_"]), "", FORM),
    ("not-the-form", lambda book: changed_about(book, "B1", "other"), "", FORM),
    ("version", lambda book: changed_about(book, "B2", "2"), "", "phiên bản “2”"),
    ("agency", lambda book: changed_about(book, "B3", "nobody"), "", "nobody"),
    ("columns", lambda book: changed(book, {"K4": "Ghi chú"}), "", "Nội dung báo cáo"),
    ("too-many-rows", lambda book: changed(book, {"K30000": "x"}), "", "30000"),
    ("merged-area", lambda book: book[TASKS].merged_cells.add("N1:Q40000"), "", "N1:Q40000"),
]


def changed_about(book: Workbook, address: str, value: str) -> None:
    book["_"][address] = value


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def with_part(sent: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sent)) as archive:
        return zipped({**{own: archive.read(own) for own in archive.namelist()}, name: content})


def lying_about_its_size(sent: bytes) -> bytes:
    """An entry that says it unpacks to one byte."""
    bomb = with_part(sent, "xl/media/a.bin", b"\0" * 100_000)
    at = bomb.index(b"PK\x01\x02", bomb.index(b"xl/media/a.bin") + 20)
    end = bomb.rindex(b"PK\x01\x02")
    assert at <= end
    return bomb[: end + 24] + struct.pack("<I", 1) + bomb[end + 28 :]


def strict(sent: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sent)) as archive:
        content = archive.read("xl/workbook.xml")
    name = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    return with_part(
        sent, "xl/workbook.xml", content.replace(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", name)
    )


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
FILES: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("empty-file", lambda _: b"", "trống"),
    ("too-big", lambda _: b"PK" + b"x" * 5_000_000, "5000002"),
    ("too-big", lambda sent: with_part(sent, "xl/media/a.bin", b"\0" * 40_000_000), "33554432"),
    ("too-big", lambda sent: with_part(sent, "xl/worksheets/sheet2.xml", b" " * 40_000_000), "quá lớn"),
    (
        "too-big",
        lambda _: zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""} | {f"{n}": b"" for n in range(600)}),
        "",
    ),
    ("password", lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    ("old-excel", lambda _: OLE + "Workbook".encode("utf-16-le"), ".xls"),
    ("other-format", lambda _: "Mã;Số\nscheme-i-1;I.1\n".encode(), "CSV"),
    ("other-format", lambda _: b"<html><table></table></html>", "HTML"),
    ("other-format", lambda _: "\ufeff<?xml version='1.0'?><!DOCTYPE html><html>, ;".encode(), "HTML"),
    ("other-format", lambda _: "\ufeffMã\tSố\n".encode("utf-16-le"), "CSV"),
    ("other-format", lambda _: b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">,', "XML 2003"),
    ("other-format", lambda _: b"MIME-Version: 1.0; a", "MHTML"),
    ("other-format", lambda _: b"{\\rtf1, a}", "RTF"),
    ("other-format", lambda _: zipped({"Index/Document.iwa": b"a"}), "Numbers"),
    ("other-format", lambda _: b"%PDF-1.7", "PDF"),
    ("other-format", lambda _: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "ODS"),
    ("other-format", lambda _: zipped({"a.txt": b"a"}), "ZIP"),
    ("other-format", lambda _: b"\x00\x01\x02\x03", "…"),
    ("other-format", strict, "Strict"),
    ("broken", lambda sent: sent[:3000], "hỏng"),
    ("broken", lambda sent: sent[:200] + b"\0" * 600 + sent[800:], "hỏng"),
    ("broken", lying_about_its_size, "hỏng"),
    ("broken", lambda sent: with_part(sent, "xl/worksheets/sheet2.xml", b"<worksheet"), "hỏng"),
    ("broken", lambda sent: with_part(sent, "xl/workbook.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "hỏng"),
    ("broken", lambda sent: with_part(sent, "xl/workbook.xml", "<a/>".encode("utf-16")), "hỏng"),
    ("broken", lambda sent: with_part(sent, "xl/styles.xml", b"<styleSheet/>"), ""),
]


def refused(office: Office, path: Path | str) -> str:
    result = office.enter(path)
    assert result.returncode == 1
    assert "chưa ghi gì vào dữ liệu" in result.stderr
    assert "nothing was entered into the data" in result.stderr
    assert not (office.root / "data" / "updates").exists()
    assert not list(office.root.glob(".trial-*"))
    return result.stderr


@pytest.mark.parametrize(("rule", "cells", "cell", "words"), CELLS)
def test_a_cell_that_cannot_be_right_is_named(rule: str, cells: dict[str, Any], cell: str, words: str, office: Office):
    said = refused(office, office.filled({**GOOD, **cells}))
    assert f"[{rule}]" in said
    assert f"LỖI: Sở Ngoại vụ, sheet Nhiệm vụ, ô {cell}: " in said
    assert f"ERROR: Department of Foreign Affairs, sheet Nhiệm vụ, cell {cell}: " in said
    assert words in said
    assert said.count("LỖI") == 1


@pytest.mark.parametrize(("rule", "change", "cell", "words"), SHEETS)
def test_a_sheet_that_cannot_be_right_is_refused(
    rule: str, change: Callable[[Workbook], object], cell: str, words: str, office: Office
):
    book = office.book
    change(book)
    said = refused(office, office.saved(book))
    assert f"[{rule}]" in said
    assert words in said
    assert not cell or f"sheet Nhiệm vụ, ô {cell}: " in said


@pytest.mark.parametrize(("rule", "make", "words"), FILES)
def test_a_file_that_is_no_such_workbook_is_refused(
    rule: str, make: Callable[[bytes], bytes], words: str, office: Office
):
    path = office.root / "form.xlsx"
    path.write_bytes(make(office.sent))
    said = refused(office, path)
    assert f"[{rule}]" in said
    assert words in said


@pytest.mark.parametrize("path", ["nowhere.xlsx", "", "."])
def test_a_missing_file_is_said_to_be_missing(path: str, office: Office):
    assert "[no-file]" in refused(office, path)


def test_every_rule_of_the_workbook_is_shown_by_a_test():
    shown = {rule for rule, *_ in (*CELLS, *SHEETS, *FILES)}
    # test_safe_open.py shows what takes too much.
    assert shown | {"no-file", "too-much"} == set(FAULTS)


def test_all_that_is_wrong_is_said_at_once(office: Office):
    cells = {**GOOD, "I5": "xong", "J5": "mai", "M5": "ở đây", "K6": "Thiếu tình trạng và ngày."}
    said = refused(office, office.filled(cells))
    assert [cell for cell in ("I5", "J5", "M5", "I6", "J6") if f"ô {cell}: " in said] == ["I5", "J5", "M5", "I6", "J6"]
    assert "5 lỗi" in said


def test_one_wrong_cell_keeps_the_good_reports_out_too(office: Office):
    refused(office, office.filled({**GOOD, "I6": "Hoàn thành"}))


def test_ten_thousand_wrong_rows_are_counted_not_all_printed(office: Office):
    book = office.book
    for row in range(8, 10_008):
        book[TASKS].cell(row, 1, f"task-{row}")
        book[TASKS].cell(row, 9, "Hoàn thành")
        book[TASKS].cell(row, 10, "2026")
        book[TASKS].cell(row, 11, "Xong.")
    said = refused(office, office.saved(book))
    assert said.count("LỖI") == 100
    assert "10000 lỗi" in said


def test_data_that_are_broken_already_are_said_first(office: Office):
    path = office.root / "data" / "sectors.yaml"
    edit(path, "en: Tourism", "eng: Tourism")
    assert "[unknown-field]" in refused(office, office.filled(GOOD))
