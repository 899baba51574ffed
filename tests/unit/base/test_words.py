from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.base.formats import count_text
from macros.base.words import texts

PROJECT = Path(__file__).resolve().parents[3]
# Where words are taken: code, templates, what differs from the theme.
TAKING = [
    path
    for folder in ("macros", "docs/overrides", "scripts")
    for path in (PROJECT / folder).rglob("*")
    if path.suffix in {".py", ".jinja", ".html", ".js"}
]
# Words that are looked up by a key that records or other words make, such as a reader, a field or a precision.
LOOKED_UP = re.compile(
    r"\.(home\.(resident|investor|official|developer)(_text|_links)?|links\..+|fields\..+|quick\..+"
    r"|agreement\.expires_(year|month)|webform\.example_titles\..+|webform\.(record_.+|\w+_help)"
    r"|data\.(columns|explanations|tables)\..+|page_foot\.(feed|calendar)_all|changes\.(fields|reports)\..+"
    r"|calendars\.reminders\..+)"
)


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, Mapping):
        for key, value in tree.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(tree, str):
        yield path, tree


def test_both_languages_have_the_same_keys():
    assert {path for path, _ in leaves(texts("vi"))} == {path for path, _ in leaves(texts("en"))}


def test_both_languages_fill_in_the_same_values():
    english = dict(leaves(texts("en")))
    for path, text in leaves(texts("vi")):
        names = [{field for _, field, _, _ in string.Formatter().parse(t) if field} for t in (text, english[path])]
        assert names[0] == names[1], path


def test_english_nouns_follow_their_number():
    assert count_text("agreements", 1, "en") == "1 agreement"
    assert count_text("agreements", 0, "en") == "0 agreements"


def test_every_word_is_taken_somewhere():
    """Taken by its section and key, by its key alone as a text, or from a section with a name of its own."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in TAKING).replace("['values']", ".values")
    quoted = set(re.findall(r"(?<=[\"'])[\w-]+(?=[\"'])", source))
    dotted = set(re.findall(r"(?=\b(\w+\.[\w-]+))", source))

    def is_taken(path: str) -> bool:
        *_, section, key = path.split(".")
        return key in quoted or not dotted.isdisjoint(f"{name}.{key}" for name in (section, "words", "own", "other"))

    unused = [path for path, _ in leaves(texts("en")) if not LOOKED_UP.fullmatch(path) and not is_taken(path)]
    assert unused == []
