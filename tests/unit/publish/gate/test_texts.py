"""Texts of agreements in a built site are compared with the hashes on record."""

from __future__ import annotations

from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.publish.gate.formats import broken
from macros.publish.gate.texts import faults
from macros.views.addresses import text_file
from tests.conftest import TOWN


def test_a_text_is_the_one_that_its_record_vouches_for(tmp_path: Path, catalogue: Catalogue):
    name = text_file("neustein-2021.txt")
    assert [fault.partition(":")[0] for fault in faults(tmp_path, catalogue)] == [name]
    file = tmp_path / name
    file.parent.mkdir()
    file.write_bytes((TOWN / "docs" / "vi" / "texts" / "neustein-2021.txt").read_bytes())
    assert list(faults(tmp_path, catalogue)) == []
    file.write_text("Another text.\n", encoding="utf-8")
    (fault,) = faults(tmp_path, catalogue)
    assert fault.startswith(f"{name}: ")
    assert "neustein-2021" in fault


def test_a_pdf_is_whole(tmp_path: Path):
    file = tmp_path / "text.pdf"
    file.write_bytes(b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n")
    assert broken(file) is None
    file.write_bytes(b"%PDF-1.7\n1 0 obj\n")
    assert broken(file) is not None
    file.write_bytes(b"<html>not found</html>")
    assert broken(file) is not None
