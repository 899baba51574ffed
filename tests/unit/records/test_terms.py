"""The term base warns of forms to avoid in pages and interface words; quotations and longer right forms stay."""

from __future__ import annotations

from pathlib import Path

from macros.records.check.rules import check
from macros.records.check.rules.terms import WORDS


def warned(root: Path) -> list[tuple[str, str]]:
    """Where the check of a data set warns of a form to avoid, and the form."""
    return [(str(found.place), found.found) for found in check(root)[1] if found.rule == "avoided-form"]


def write(root: Path, name: str, text: str) -> None:
    page = root / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")


def test_a_page_is_warned_of_at_the_place_in_its_language_only(small_root: Path):
    write(small_root, "docs/en/about.md", "# Ships\n\nThe Harbour lies east. Liên hiệp quốc\n")
    write(small_root, "docs/vi/about.md", "# Tàu\n\nHarbour\n")
    assert warned(small_root) == [("docs/en/about.md:3:5", "Harbour")]


def test_quotations_longer_forms_addresses_and_parts_of_words_stay(small_root: Path):
    text = "The “Harbour” and the Old Harbour, [Port](Harbour.md), `Harbour`, {{ show('Harbour') }}, Harbours\n"
    write(small_root, "docs/en/about.md", text)
    assert warned(small_root) == []


def test_the_words_of_the_interface_are_looked_through(small_root: Path):
    write(small_root, WORDS.format(lang="vi"), "greeting: Liên hiệp quốc\n")
    assert warned(small_root) == [("macros/base/words/vi.yaml:1:11", "Liên hiệp quốc")]


def test_a_retired_term_is_looked_for_no_more(small_root: Path):
    file = small_root / "data" / "preferred-terms.yaml"
    retired = "\n  retired:\n    date: 2026-01-01\n    reason:\n      vi: Thôi dùng.\n      en: Out of use.\n"
    file.write_text(
        file.read_text(encoding="utf-8").replace("\n  lang: en\n", retired + "  lang: en\n"), encoding="utf-8"
    )
    write(small_root, "docs/en/about.md", "# Ships\n\nHarbour\n")
    assert warned(small_root) == []
