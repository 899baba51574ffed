"""Data files of any age as plain records. Old and broken files are part of every history, so no model is applied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import yaml

from macros.base.system.leftovers import is_leftover
from macros.records.kinds import BELONGING, PLURAL, SINGULAR

# A record by the singular of its kind and its id.
Key: TypeAlias = tuple[str, str]
Plain: TypeAlias = dict[str, Any]

# Every scalar stays text, as in macros.records.yaml_source; places are not needed, so the parser in C can do it all.
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ALIAS: Final = re.compile(r"(?:^|[\s\[,:{-])\*[\w-]")
# The lines at which the records of a list begin, and the lines that stand between or within them.
_BEGINS: Final = re.compile(r"^(?=-[ \n])", re.MULTILINE)
_OTHER: Final = re.compile(r"^[^\s#-]|^-[^ \n]|\r", re.MULTILINE)


def kind_of(path: str) -> str | None:
    """Return the singular of the kind whose records stand in a file.

    Args:
        path: the file below the project's folder: ``data/<kind>.yaml`` or ``data/<kind>/<any>.yaml``.

    Returns:
        The kind; ``None`` for other files and for kinds whose changes are not remembered.
    """
    match path.removesuffix(".yaml").split("/"):
        case ["data", plural] | ["data", plural, _] if path.endswith(".yaml") and not is_leftover(path):
            kind = PLURAL.get(plural)
            return kind.singular if kind is not None and kind.remembered and kind.stored != "nested" else None
    return None


def parse(content: bytes, kind: str) -> dict[Key, Plain] | None:
    """Return the records of a file, those that stand within others apart; ``None`` where it cannot be read."""
    return Parser().parse(content, kind)


class Parser:
    """Reads one version of a file after another; what stands in several of them is parsed once."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], dict[Key, Plain]] = {}

    def parse(self, content: bytes, kind: str) -> dict[Key, Plain] | None:
        """Return the records of a file as :func:`parse` does; a record that was there before is the same object."""
        try:
            text = content.decode("utf-8-sig")
            return self._by_record(text, kind) if not _OTHER.search(text) else _parsed(text, kind)
        except (yaml.YAMLError, ValueError, RecursionError):
            return None

    def _by_record(self, text: str, kind: str) -> dict[Key, Plain] | None:
        found: dict[Key, Plain] = {}
        # A text in quotes may go on at the start of a line, where it looks like a record: then a part cannot be read.
        for part in _BEGINS.split(text):
            if (records := self._read.get((kind, part))) is None:
                try:
                    records = _parsed(part, kind)
                except yaml.YAMLError:
                    return _parsed(text, kind)
                if records is None:
                    return None
                self._read[kind, part] = records
            found |= records
        return found


def _parsed(text: str, kind: str) -> dict[Key, Plain] | None:
    if _ALIAS.search(text) and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, _LOADER)):
        return None  # never valid here, and a few lines of aliases can stand for more than memory holds
    loaded = yaml.load(text, _LOADER)  # noqa: S506 (the base loader makes texts, lists and mappings only)
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, list):
        return None
    return {key: record for item in loaded for key, record in _records(item, kind)}


def _records(item: Any, kind: str) -> Iterator[tuple[Key, Plain]]:
    """Yield a record without those within it, then each of those; one that belongs to the record names it."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        return
    within = SINGULAR[kind].within
    yield (kind, item["id"]), {name: value for name, value in item.items() if name not in within}
    for field, inner in within.items():
        nested = item.get(field)
        for child in nested if isinstance(nested, list) else ():
            for key, record in _records(child, inner):
                yield key, {**record, kind: item["id"]} if inner in BELONGING and key[0] == inner else record
