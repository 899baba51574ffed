"""Word templates as officials save them: each fault named with its place before anything is made, data never obeyed."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.document import Document

from macros.export.docx.properties import Properties
from macros.export.docx.template import Template
from macros.export.docx.template_faults import FAULTS, Fault, Place, TemplateRefused
from macros.export.docx.template_list import template_faults
from tests.unit.export.docx_reader import opened, rows


@dataclass(frozen=True)
class Guest:
    name: str
    office: str


@dataclass(frozen=True)
class Visit:
    title: str
    guests: tuple[Guest, ...]


VISIT = Visit("<w:b/> & {{ 7*7 }} {% raw %}", (Guest("An", "Mayor & host"), Guest("Bình", "")))
PROPERTIES = Properties("Visit & <talk>", "The site", dt.date(2026, 11, 21), "en")


def saved(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def faults(path: Path) -> list[Fault]:
    with pytest.raises(TemplateRefused) as refused:
        Template(path, Visit)
    return list(refused.value.faults)


def repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def made(path: Path) -> Document:
    return opened(Template(path, Visit).filled(VISIT, PROPERTIES))


def test_the_templates_of_the_project_are_in_order():
    assert template_faults() == []


def test_values_stand_as_they_are_whatever_they_look_like(tmp_path: Path):
    path = saved(
        tmp_path / "a.docx", "{{ title }}", "{%p for guest in guests %}", "{{ guest.name|upper }}", "{%p endfor %}"
    )
    assert [paragraph.text for paragraph in made(path).paragraphs] == [VISIT.title, "AN", "BÌNH"]


def test_rows_of_a_table_repeat(tmp_path: Path):
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, (left, right) in enumerate(
        [("{%tr for guest in guests %}", ""), ("{{ guest.name }}", "{{ guest.office }}"), ("{%tr endfor %}", "")]
    ):
        table.cell(row, 0).text, table.cell(row, 1).text = left, right
    document.save(str(tmp_path / "table.docx"))
    assert rows(made(tmp_path / "table.docx").tables[0]) == [["An", "Mayor & host"], ["Bình", ""]]


def test_the_same_values_make_the_same_bytes_without_names_of_people(tmp_path: Path):
    document = docx.Document()
    document.core_properties.author = document.core_properties.last_modified_by = "Nguyễn Văn A"
    document.add_paragraph("{{ title }}")
    document.save(str(tmp_path / "a.docx"))
    template = Template(tmp_path / "a.docx", Visit)
    made = template.filled(VISIT, PROPERTIES)
    assert made == Template(tmp_path / "a.docx", Visit).filled(VISIT, PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert not any("Nguyễn".encode() in archive.read(name) for name in archive.namelist())
    properties = opened(made).core_properties
    assert (properties.title, properties.created and properties.created.date()) == ("Visit & <talk>", PROPERTIES.day)


def test_every_unknown_field_is_named_with_its_paragraph_and_those_that_there_are(tmp_path: Path):
    path = saved(
        tmp_path / "visit.vi.docx",
        "Thăm: {{ titel }}",
        "{%p for guest in guests %}",
        "Khách: {{ guest.nmae }}, {{ guest.office }}",
        "{%p endfor %}",
    )
    first, second = faults(path)
    assert (first.found, first.allowed) == ("titel", "title, guests")
    assert (second.found, second.allowed) == ("guest.nmae", "name, office")
    text = second.text()
    assert "visit.vi.docx, thân văn bản, đoạn 2 “Khách: {{ guest.nmae }}, {{ guest.office }}”" in text
    assert "visit.vi.docx, body, paragraph 2" in text


def test_a_field_in_the_header_is_found_there(tmp_path: Path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ tilte }}"
    document.save(str(tmp_path / "a.docx"))
    (fault,) = faults(tmp_path / "a.docx")
    assert (fault.place.part, fault.place.text, fault.found) == ("header", "{{ tilte }}", "tilte")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{{ title", "syntax"),
        ("{{ }}", "syntax"),
        ("{% for guest in guests %}", "syntax"),
        ("{% nothing %}", "syntax"),
        ("{{ guests }}", "not-printable"),
        ("{% for letter in title %}{{ letter }}{% endfor %}", "not-a-list"),
        ("{{ title.__class__.__mro__ }}", "unknown-field"),
        ("{{ title.upper() }}", "not-allowed"),
        ("{{ 10 ** 10 }}", "not-allowed"),
        ("{{ cycler(1) }}", "not-allowed"),
        ("{{ title|safe }}", "not-allowed"),
        ("{% set a = title %}", "not-allowed"),
        ("{% include 'x' %}", "not-allowed"),
        ("{% for a in guests if a.name %}{{ a.name }}{% endfor %}", "not-allowed"),
    ],
)
def test_a_broken_or_powerful_field_is_refused(text: str, rule: str, tmp_path: Path):
    found = faults(saved(tmp_path / "a.docx", text))
    assert [fault.rule for fault in found][:1] == [rule]
    assert rule == "syntax" or found[0].place.text == text


def test_a_loop_across_a_table_is_refused_before_a_document_would_break(tmp_path: Path):
    document = docx.Document()
    document.add_paragraph("{% for guest in guests %}")
    document.add_table(1, 1).cell(0, 0).text = "{% endfor %}"
    document.save(str(tmp_path / "a.docx"))
    assert [fault.rule for fault in faults(tmp_path / "a.docx")] == ["layout"]


def test_a_missing_file_a_folder_and_other_files_are_told_apart(tmp_path: Path):
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "text.docx").write_bytes(b"no archive")
    (tmp_path / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with zipfile.ZipFile(tmp_path / "empty.docx", "w") as archive:
        archive.writestr("x", b"")
    repacked(saved(tmp_path / "big.docx"), lambda parts: parts.update({"word/media/a.png": bytes(21 << 20)}))
    names = ("none", "folder", "text", "old", "empty", "big")
    found = {name: faults(tmp_path / f"{name}.docx")[0].rule for name in names}
    assert found == {
        "none": "template-missing",
        "folder": "template-locked",
        "text": "template-broken",
        "old": "template-password",
        "empty": "template-broken",
        "big": "template-too-big",
    }


def test_a_picture_that_is_missing_or_elsewhere_is_named(tmp_path: Path):
    def cut_out(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        link = b'<Relationship Id="rId99" Type="http://x/image" Target="%s"%s/></Relationships>'
        ours = parts[name].replace(b"</Relationships>", link % (b"media/logo.png", b""))
        parts[name] = ours.replace(b"</Relationships>", (link % (b"http://x/a.png", b' TargetMode="External"')), 1)
        parts[name] = parts[name].replace(b'"rId99"', b'"rId98"', 1)

    path = repacked(saved(tmp_path / "a.docx", "{{ title }}"), cut_out)
    assert [(fault.rule, fault.found) for fault in faults(path)] == [
        ("picture-missing", "media/logo.png"),
        ("linked", "http://x/a.png"),
    ]


@pytest.mark.parametrize(
    ("inside", "rule"),
    [
        (b"<w:r><w:instrText>INCLUDEPICTURE http://x</w:instrText></w:r>", "active"),
        (b'<w:fldSimple w:instr="DDEAUTO c"/>', "active"),
        (b"<w:ins><w:r><w:t>x</w:t></w:r></w:ins>", "tracked"),
    ],
)
def test_fields_that_fetch_and_tracked_changes_are_refused(inside: bytes, rule: str, tmp_path: Path):
    def put_in(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:p>", inside + b"</w:p>", 1)

    assert [fault.rule for fault in faults(repacked(saved(tmp_path / "a.docx", "x"), put_in))] == [rule]


def test_a_macro_is_refused(tmp_path: Path):
    path = repacked(saved(tmp_path / "a.docx", "x"), lambda parts: parts.update({"word/vbaProject.bin": b"x"}))
    assert [fault.rule for fault in faults(path)] == ["active"]


def test_every_fault_can_be_said_in_both_languages():
    for rule in FAULTS:
        text = Fault(rule, Place("a.docx", "document", 3, "x" * 200), "found {x}", "allowed").text()
        assert text.count("\n") == 2
        assert len(text) < 1000
