"""Data that pass the check make pages: whatever their texts are, no page fails and no anchor stands twice."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views.page_list import pages
from macros.website.adapter.outline import to_html
from macros.website.printer import Printer
from tests.conftest import TOWN

DAY = dt.date(2026, 11, 21)
# Texts of an odd kind, each another one for each number.
ODD: dict[str, Callable[[int], str]] = {
    "digits": lambda n: f"{n}",
    "punctuation": lambda n: "…" * (n % 900 + 1),
    "another alphabet": lambda n: f"대구 {chr(0xAC00 + n)}",
    "markup": lambda n: f"<b id=x>{n}</b> {{{{ {n} }}}} | ` ~ * _ # [x](y) &amp; {{: #top }}",
    "a word of ours": lambda n: (
        ("top", "none", "constructor", "content", "__search", "unstated")[n % 6] + "!" * (n // 6)
    ),
    "the same in two spellings": lambda n: f"{'Uỷ' if n % 2 else 'Ủy'} ban {n // 2}",
}


def texts_in(value: Any) -> Iterator[dict[str, Any]]:
    """The texts in both languages within a value, at any depth."""
    if isinstance(value, dict):
        if isinstance(value.get("vi"), str):
            yield value
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_in(inner)


def changed(root: Path, odd: Callable[[int], str]) -> None:
    """Give every text of the invented city another content of the same length at most."""
    number = 0
    before = {path: path.read_text(encoding="utf-8") for path in sorted((root / "data").rglob("*.yaml"))}
    for path, text_of_file in before.items():
        # Dates and numbers stay as they are typed.
        records = yaml.load(text_of_file, Loader=yaml.CBaseLoader)
        for text in texts_in(records):
            for lang in LANGS:
                if lang in text:
                    number += 1
                    text[lang] = odd(number // 2 if number % 3 else number)
        path.write_text(yaml.safe_dump(records, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")
    # What the check refuses is not what this is about.
    while refused := {root / problem.place.file for problem in errors(check(root)[1])}:
        left = [path for path in refused if path.read_text(encoding="utf-8") != before[path]]
        assert left, refused
        for path in left:
            path.write_text(before[path], encoding="utf-8")


@pytest.mark.parametrize("kind", ODD)
def test_pages_are_made_and_no_anchor_stands_twice(kind: str, tmp_path: Path):
    shutil.copytree(TOWN, tmp_path, dirs_exist_ok=True)
    changed(tmp_path, ODD[kind])
    dataset, problems = check(tmp_path)
    assert errors(problems) == []
    catalogue = Catalogue(dataset, DAY)
    for lang in LANGS:
        printer = Printer(catalogue, lang)
        for page in pages(catalogue, lang):
            content, _ = to_html(printer.show(page.template, page.record, page.url.count("/")))
            anchors = Counter(html.fromstring(f"<div>{content}</div>").xpath("//@id"))
            assert [name for name, times in anchors.items() if times > 1] == [], page.path
