"""Workbooks that are made to get past the gate, to keep it busy or to fill the memory; and odd ones that are fine."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from macros.contribute.workbook import read
from macros.contribute.workbook.faults import Unreadable
from macros.contribute.workbook.safe_open import contents
from tests.unit.contribute.workbook.conftest import GOOD, Office
from tests.unit.contribute.workbook.test_refusing import zipped

pytestmark = pytest.mark.slow

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
Parts = dict[str, bytes]


def minimal(sheet: str = "", name: str = SHEET, more: Mapping[str, bytes] = {}) -> Parts:
    """The parts of a workbook of one sheet, as small as may be."""
    return {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>".encode(),
        "xl/workbook.xml": f"<workbook {MAIN}/>".encode(),
        name: f"<worksheet {MAIN}>{sheet}</worksheet>".encode(),
        **more,
    }


def opened(folder: Path, parts: Mapping[str, bytes]) -> Parts:
    path = folder / "form.xlsx"
    path.write_bytes(zipped(dict(parts)))
    with zipfile.ZipFile(io.BytesIO(contents(path))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def refusal(folder: Path, parts: Mapping[str, bytes]) -> str:
    start = time.process_time()
    with pytest.raises(Unreadable) as reason:
        opened(folder, parts)
    assert time.process_time() - start < 10
    return reason.value.fault.rule


MERGED = '<mergeCells><mergeCell ref="{}"/></mergeCells>'
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "{}">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("ref", "rule"),
    [
        ("A1:XFD1048576", "merged-area"),
        ("A1&#58;XFD1048576", "merged-area"),
        ("A&#x31;&#x3A;XFD1048576", "merged-area"),
        ("A:XFD", "merged-area"),
        ("1:1048576", "merged-area"),
        ("$A$1:$Z$99999", "merged-area"),
        (":" * 10_000, "broken"),
        ("A" * 10_000, "broken"),
        ("A1:" * 10_000, "broken"),
        ("B2:A1", "broken"),
        ("A1:ZZZ1", "broken"),
        ("A1:A9999999", "broken"),
        ("A1:B2 C1:D2", "broken"),
        ("x" * 40_000, "broken"),
    ],
)
@pytest.mark.parametrize("name", [SHEET, "xl/worksheets/sheet1.bin", "xl/worksheets/SHEET1", "xl/media/a.png"])
def test_an_area_is_measured_whatever_it_is_written_like_and_its_part_is_called(
    ref: str, rule: str, name: str, tmp_path: Path
):
    assert refusal(tmp_path, minimal(MERGED.format(ref), name)) == rule
    link = f'<hyperlinks><hyperlink ref="{ref}"/></hyperlinks>'
    assert refusal(tmp_path, minimal(link, name)) == rule


@pytest.mark.parametrize("ref", ["A1", "A1:B2", "$A$1:$B$2", "A1:A1000"])
def test_ordinary_areas_pass(ref: str, tmp_path: Path):
    assert SHEET in opened(tmp_path, minimal(MERGED.format(ref)))


@pytest.mark.parametrize("name", ["xl/styles.xml", "xl/STYLES", "xl/media/a.png", "customXml/item1.xml"])
@pytest.mark.parametrize(
    "content",
    [
        DOCTYPE.encode(),
        b"\n" + DOCTYPE.encode(),
        ("\ufeff" + DOCTYPE).encode(),
        DOCTYPE.encode("utf-16"),
        ('<?xml version="1.0" encoding="utf-16"?>' + DOCTYPE).encode("utf-16"),
        b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>',
        b'<?xml version="1.0" encoding="cp037"?><a/>',
        b"<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
    ],
)
def test_no_part_has_a_document_type_or_an_encoding_to_hide_one(name: str, content: bytes, tmp_path: Path):
    assert refusal(tmp_path, minimal(more={name: content})) == "broken"


@pytest.mark.parametrize("encoding", ["UTF-8", "us-ascii", "ISO-8859-1"])
def test_encodings_that_every_reader_knows_pass(encoding: str, tmp_path: Path):
    parts = minimal()
    parts["xl/workbook.xml"] = f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + parts["xl/workbook.xml"]
    assert SHEET in opened(tmp_path, parts)


def test_elements_and_depth_have_a_limit(tmp_path: Path):
    assert refusal(tmp_path, minimal("<c/>" * 1_000_001)) == "too-much"
    assert refusal(tmp_path, minimal("<c>" * 200 + "</c>" * 200)) == "too-much"


@pytest.mark.parametrize(
    "relations",
    [
        "<Relationships/>",
        f'<Relationships><Relationship Type="{OFFICE}/officeDocument" Target="../../etc/passwd"/></Relationships>',
        f'<Relationships><Relationship Type="{OFFICE}/officeDocument" Target="{SHEET}"/></Relationships>',
        f'<Relationships><Relationship Type="{OFFICE}/officeDocument" Target="xl/workbook.xml" TargetMode="External"/>'
        "</Relationships>",
    ],
)
def test_a_file_whose_relations_lead_to_no_workbook_is_none(relations: str, tmp_path: Path):
    assert refusal(tmp_path, minimal() | {"_rels/.rels": relations.encode()}) == "broken"


def test_two_parts_of_one_name_are_refused(tmp_path: Path):
    assert refusal(tmp_path, minimal() | {"XL/Workbook.xml": b"<a/>"}) == "broken"


def changed(office: Office, change: Callable[[str], str], text: Callable[[bytes], bytes] = lambda b: b) -> Path:
    """A filled form whose parts have other names."""
    path = office.filled(GOOD)
    with zipfile.ZipFile(path) as archive:
        parts = {change(name): text(archive.read(name)) for name in archive.namelist()}
    path.write_bytes(zipped(parts))
    return path


def test_a_main_part_of_another_number_is_read_as_excel_saves_it_at_times(office: Office):
    def text(content: bytes) -> bytes:
        return content.replace(b"xl/workbook.xml", b"xl/workbook22.xml")

    path = changed(office, lambda name: name.replace("workbook.xml", "workbook22.xml"), text)
    assert office.enter(path).returncode == 0
    assert len(office.updates) == 1


@pytest.mark.parametrize("change", [str.upper, str.lower, lambda name: name.replace("/", "\\")])
def test_names_of_parts_may_be_written_in_either_case_or_with_backslashes(change: Callable[[str], str], office: Office):
    result = office.enter(changed(office, change))
    assert (result.returncode, result.stderr) == (0, "")


def test_macros_backslashes_and_times_of_other_programs_keep_no_report_out(office: Office):
    """Saved with macros and renamed; written by a program that spells times and the places of parts its own way."""
    path = office.filled(GOOD)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changes = {
        "[Content_Types].xml": (
            b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
        "xl/_rels/workbook.xml.rels": (b"/xl/worksheets/", b"worksheets\\"),
        "docProps/core.xml": (b"Z</dcterms:created>", b" o'clock</dcterms:created>"),
    }
    for name, (before, after) in changes.items():
        assert before in parts[name], name
        parts[name] = parts[name].replace(before, after)
    path.write_bytes(zipped({**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0", "xl/": b"", "__MACOSX/._a": b"\0"}))
    assert office.enter(path).returncode == 0
    assert len(office.updates) == 1


def never_ends(*_args: Any, **_settings: Any) -> None:
    while True:
        time.sleep(0.1)


def fills_the_memory(*_args: Any, **_settings: Any) -> None:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


@pytest.mark.parametrize("library", [never_ends, fills_the_memory])
def test_a_library_that_is_kept_busy_is_stopped(
    library: Callable[..., None], office: Office, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(read, "load_workbook", library)
    monkeypatch.setattr(read, "SECONDS", 3.0 if library is never_ends else 60.0)
    result = office.enter(office.filled(GOOD))
    assert result.returncode == 1
    assert "[too-much]" in result.stderr
    assert result.stderr.count("LỖI") == 1
