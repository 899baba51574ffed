"""Words for the fields of records in both languages, from ``field_words.yaml``: the one place for them."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.records.model import Record

FILE: Final = Path(__file__).with_suffix(".yaml")
Words = dict[Lang, str]


@functools.cache
def _entries() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: Mapping[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (safe)
    return loaded


def _lineage(owner: type[BaseModel]) -> list[str]:
    """Return the names of a model and of those that it extends, which it shares words with."""
    return [base.__name__ for base in owner.__mro__ if issubclass(base, Record)]


def field_words(owner: type[BaseModel], name: str) -> tuple[Words, Words]:
    """Return the label of a field and the help for it.

    Raises:
        KeyError: the file has no words for it.
    """
    for entry in [*_lineage(owner), "common"]:
        if found := _entries().get(entry, {}).get(name):
            return found["label"], found["help"]
    raise KeyError(f"{FILE.name}: {owner.__name__}.{name}")


def about(owner: type[BaseModel]) -> Words:
    """Return the description of a record.

    Raises:
        KeyError: the file has none.
    """
    for entry in _lineage(owner):
        if found := _entries().get(entry, {}).get("about"):
            words: Words = found
            return words
    raise KeyError(f"{FILE.name}: {owner.__name__}.about")


def option_words(owner: type[BaseModel], name: str) -> dict[str, Words]:
    """Return the words for each value of a pick-list; empty where the values need none."""
    for entry in _lineage(owner):
        found = _entries()["options"].get(f"{entry}.{name}")
        if isinstance(found, str):
            lists = {
                lang: functools.reduce(lambda tree, key: tree[key], found.split("."), texts(lang)) for lang in LANGS
            }
            return {value: {lang: lists[lang][value] for lang in LANGS} for value in lists["vi"]}
        if found:
            return dict(found)
    return {}
