"""What strangers send, disturbed at random: every reader ends with records or with a message, never with a traceback.

Bounded: the same few hundred examples each time. ``FUZZ=10`` takes ten times as many, other ones.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.contribute.pull_request.artifact import Unreadable as UnreadableProposal
from macros.contribute.pull_request.artifact import parse, unpack
from macros.contribute.pull_request.comment import LONGEST, comment
from macros.contribute.workbook.faults import Unreadable
from macros.contribute.workbook.read import read as read_workbook
from macros.contribute.workbook.safe_open import contents
from macros.records import yaml_source
from macros.records.check.problem import Problem
from macros.records.check.rules import check
from macros.records.writing.yaml_text import yaml_file
from tests.conftest import SMALL
from tests.unit.contribute.pull_request.test_comment import PLAIN, RUN, zipped
from tests.unit.contribute.workbook.conftest import GOOD, Office, office  # noqa: F401 (a fixture)
from tests.unit.contribute.workbook.test_safe_open import minimal

pytestmark = pytest.mark.slow

TIMES = int(os.environ.get("FUZZ", "1"))
# Pieces that mean something to one of the readers, or to what comes after them.
YAML = (
    "\n",
    " ",
    "  ",
    "- ",
    ": ",
    "#",
    "&a",
    "*a",
    "!!str",
    "|",
    ">",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "\t",
    "<<: ",
    "? ",
)
NUMBERS = ("null", "~", ".inf", "0x1", "1e999", "-1", "9" * 400, "0")
HIDDEN = ("\0", "\x85", "\u2028", "\u202e", "\ufeff", "\ud7ff", "e\u0301", "\U0001f600", "\ufffd", "---\n", "...\n")
MARKUP = (
    "<",
    ">",
    "&#0;",
    "&lt;",
    "<!DOCTYPE a>",
    "]]>",
    "<a>",
    "</a>",
    '"ref"',
    "A1:B2",
    ":::",
    "xmlns",
    "%",
    "\\",
    "`",
)
MEANT = ("{{ x }}", "constructor", "__proto__", "../../x", "javascript:", "@all")
PIECES = st.sampled_from((*YAML, *NUMBERS, *HIDDEN, *MARKUP, *MEANT))
EDITS = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 40), PIECES | st.text(max_size=8)), min_size=1, max_size=6
)


def bounded(number: int) -> settings:
    return settings(max_examples=number * TIMES, deadline=None, derandomize=TIMES == 1, database=None)


def disturbed(text: str, edits: list[tuple[int, int, str]]) -> str:
    """A text in which at each place so many characters are replaced by others."""
    for place, length, piece in edits:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + length :]
    return text


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize("file", ["partners", "tasks", "vocabularies", "documents"])
@bounded(15)
@given(edits=EDITS)
def test_data_files(file: str, edits: list[tuple[int, int, str]]):
    with folder() as root:
        shutil.copytree(SMALL / "data", root / "data")
        path = root / "data" / f"{file}.yaml"
        path.write_text(disturbed(path.read_text(encoding="utf-8"), edits), encoding="utf-8", errors="surrogateescape")
        for problem in check(root)[1]:
            assert problem.text().count("\n") == 2
            assert problem.annotation().count("\n") == 0


@bounded(150)
@given(
    data=st.binary(max_size=300)
    | st.lists(PIECES, max_size=40).map("".join).map(lambda text: text.encode("utf-8", "ignore"))
)
def test_any_bytes_as_a_data_file(data: bytes):
    with folder() as root:
        (root / "x.yaml").write_bytes(data)
        nodes, problems = yaml_source.read_records(root / "x.yaml", "data/x.yaml")
        assert isinstance(nodes, list)
        assert all(isinstance(problem, Problem) for problem in problems)


PAGE = (
    '---\ntitle: Về trang\ndescription: Nói gì.\n---\n\n{{ crumbs("Về trang") }}\n\n# Về { #top }\n\n[x](a.md) **b**\n'
)


@bounded(60)
@given(edits=EDITS)
def test_pages_written_by_hand(edits: list[tuple[int, int, str]]):
    with folder() as root:
        shutil.copytree(SMALL / "data", root / "data")
        (root / "docs" / "vi").mkdir(parents=True)
        text = disturbed(PAGE, edits)
        (root / "docs" / "vi" / "a.md").write_text(text, encoding="utf-8", errors="ignore")
        refused = [problem for problem in check(root)[1] if problem.place.file.startswith("docs/")]
        # Whatever passes holds no call but that of a macro, and nothing that browsers would take for an element.
        rest = text.replace('{{ crumbs("Về trang") }}', "")
        assert refused or not {"{{", "{%", "{#", "<a", "</", "<!"} & {rest[n : n + 2] for n in range(len(rest))}


FIELDS = st.text(max_size=40) | PIECES | st.lists(PIECES, max_size=6).map("".join)


@bounded(120)
@given(note=FIELDS, url=FIELDS, name=FIELDS)
def test_files_that_forms_and_imports_make(note: str, url: str, name: str):
    """A file made of any texts is read again as those texts, or refused."""
    record = {"id": name, "record": "task/x", "event": "progress", "date": "2026", "note": {"vi": note}, "url": url}
    text = yaml_file("updates", [record])
    with folder() as root:
        (root / "x.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
        nodes, problems = yaml_source.read_records(root / "x.yaml", "data/x.yaml")
    if not problems:
        (node,) = nodes
        assert isinstance(node, yaml_source.Mapping)
        assert yaml_source.plain(node) == record


@bounded(60)
@given(part=st.integers(0, 10), edits=EDITS)
def test_parts_of_workbooks_at_the_gate(part: int, edits: list[tuple[int, int, str]]):
    parts = minimal('<mergeCells><mergeCell ref="A1:B2"/></mergeCells>')
    name = sorted(parts)[part % len(parts)]
    parts[name] = disturbed(parts[name].decode(), edits).encode("utf-8", "ignore")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for own, content in parts.items():
            archive.writestr(own, content)
    with folder() as root:
        (root / "a.xlsx").write_bytes(packed.getvalue())
        said: list[str] = []
        try:
            contents(root / "a.xlsx")
        except Unreadable as reason:
            said.append(reason.fault.text())


@bounded(60)
@given(
    data=st.binary(max_size=300), cut=st.integers(0, 10**6), start=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06"])
)
def test_any_bytes_as_a_workbook(data: bytes, cut: int, start: bytes):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    bits = whole.getvalue()
    at = cut % len(bits)
    with folder() as root:
        for content in (start + data, bits[:at] + data + bits[at:], bits[:at]):
            (root / "a.xlsx").write_bytes(content)
            with pytest.raises(Unreadable):
                contents(root / "a.xlsx")


def test_whole_workbooks(office: Office):  # noqa: F811 (the fixture)
    """Forms with disturbed sheets are read in the process of limits; each ends with reports, faults or a message."""
    from tests.unit.contribute.workbook.conftest import joined  # noqa: PLC0415

    records = joined(office.root)
    path = office.filled(GOOD)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    @bounded(12)
    @given(part=st.integers(0, 20), edits=EDITS)
    def disturb(part: int, edits: list[tuple[int, int, str]]) -> None:
        name = sorted(parts)[part % len(parts)]
        content = disturbed(parts[name].decode(errors="replace"), edits).encode("utf-8", "ignore")
        with zipfile.ZipFile(path, "w") as archive:
            for own, before in parts.items():
                archive.writestr(own, content if own == name else before)
        said: list[str] = []
        try:
            read_workbook(path, records)
        except Unreadable as reason:
            said.append(reason.fault.text())

    disturb()


@bounded(100)
@given(edits=EDITS)
def test_descriptions_of_pull_requests(edits: list[tuple[int, int, str]]):
    text = disturbed(json.dumps(PLAIN), edits).encode("utf-8", "surrogatepass")
    for reading in (lambda: parse(text), lambda: unpack(zipped(text))):
        try:
            found = reading()
        except UnreadableProposal:
            continue
        assert len(comment(found, RUN).encode()) <= LONGEST
