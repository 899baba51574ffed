from __future__ import annotations

import json
from pathlib import Path

from macros.website.search.files import GatheredEntries


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
