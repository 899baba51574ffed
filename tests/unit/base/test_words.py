from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import Any

from macros.base.words import count_text, texts


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
    assert count_text("agreements", 1, "en", "1") == "1 agreement"
    assert count_text("agreements", 0, "en", "0") == "0 agreements"
