"""`make fmt`: order and style change, what a file says does not."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.records.writing.canonical import canonical
from macros.records.writing.yaml_text import yaml_file
from macros.records.yaml_source import parse_records, plain
from tests.conftest import PROJECT
from tests.edits import edit
from tests.unit.records.strategies import TEXT

PARTNER = """# đầu tệp

- country: jp   # nước
  id: sakai
  name: {vi: Sakai, en: "NO"}
  # vì sao
  kind: 'city'
  agreements:
  - signed: 2009
    # của thỏa thuận
    instrument: agreement

    id: sakai-2009
    note:
      en: >-
        Folded text
        of two lines.
      vi: |
        Dòng một

        # không phải chú thích
        dòng ba
    sources:
    - {locator: 'dòng 1', document: scheme}
    - locator: "0236"
      document: scheme


  sources: [ {document: scheme, locator: x} ]


# của osaka
- kind: city
  id: osaka
  aliases: []   # chưa có
# cuối tệp
"""
IN_ORDER = """# yaml-language-server: $schema=../schemas/partners.schema.json
# đầu tệp

- id: sakai
  # vì sao
  kind: 'city'
  country: jp # nước
"""


def values(text: str) -> list[Any]:
    nodes, problems = parse_records(text, "x")
    assert problems == []
    return [plain(node) for node in nodes]


def test_keys_get_the_order_of_the_model_and_comments_stay_with_theirs():
    made, problems = canonical(PARTNER, "partners", 1, "x")
    assert problems == []
    assert made.startswith(IN_ORDER)
    assert "    - id: sakai-2009\n      # của thỏa thuận\n      instrument: agreement\n      signed: 2009\n" in made
    assert (
        "        vi: |\n          Dòng một\n\n          # không phải chú thích\n          dòng ba\n        en: >-\n"
        in made
    )
    assert "\n\n# của osaka\n- id: osaka\n  kind: city\n" in made
    for comment in ("# nước", "# chưa có", "# cuối tệp"):
        assert comment in made


def test_nothing_is_lost_and_a_second_time_changes_nothing():
    made, _ = canonical(PARTNER, "partners", 1, "x")
    assert values(made) == values(PARTNER)
    assert canonical(made, "partners", 1, "x") == (made, [])


def test_a_mark_after_an_escape_stays_escaped():
    text = '- id: sakai\n  locator: "a\\n\\u0300"\n'
    made, _ = canonical(text, "partners", 1, "x")
    assert made.endswith(text)


TWO = st.fixed_dictionaries({"vi": TEXT, "en": TEXT})
SOURCES = st.lists(st.fixed_dictionaries({"document": TEXT, "locator": TEXT}), min_size=1, max_size=2)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"id": TEXT, "name": TWO, "sources": SOURCES},
        optional={"note": TWO, "kind": TEXT, "sectors": st.lists(TEXT, min_size=1, max_size=3)},
    ),
    min_size=1,
    max_size=3,
)


def shuffled(value: Any, order: random.Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: shuffled(value[key], order) for key in keys}
    return [shuffled(item, order) for item in value] if isinstance(value, list) else value


@settings(max_examples=40, deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_whatever_a_file_says_it_says_after_formatting(records: list[dict[str, Any]], order: random.Random):
    text = yaml_file("partners", [shuffled(record, order) for record in records])
    made, problems = canonical(text, "partners", 2, "x")
    assert problems == []
    assert values(made) == values(text) == records
    assert canonical(made, "partners", 2, "x")[0] == made


def fmt(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROJECT / "scripts" / "fmt.py"), "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_formats_and_names_what_it_changed(small_root: Path):
    result = fmt(small_root)
    assert result.returncode == 0
    assert "data/partners.yaml" in result.stdout
    assert fmt(small_root, "--check").returncode == 0
    assert (small_root / "data" / "partners.yaml").read_text().startswith("# yaml-language-server")


def test_a_file_with_errors_is_left_alone_and_named_with_its_place(small_root: Path):
    path = small_root / "data" / "partners.yaml"
    edit(path, "  kind: city", "  kind: &a city")
    before = path.read_bytes()
    result = fmt(small_root, str(path))
    assert result.returncode == 1
    assert "data/partners.yaml:2:9: [anchor]" in result.stderr
    assert path.read_bytes() == before
