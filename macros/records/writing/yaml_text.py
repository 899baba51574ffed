"""Records as YAML that :mod:`macros.records.yaml_source` reads back letter for letter.

Names, ids, dates and numbers stand bare, everything else in double quotes, so that no reader of YAML guesses. The web
forms write the same in the browser (``contribute/yaml.js``); a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from macros.records.schema import modeline

# Words that YAML readers other than ours take for flags or nothing.
_GUESSED: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_BARE: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|[1-9][0-9]{0,8}|(19|20)[0-9]{2}-[0-9]{2}(-[0-9]{2})?", re.ASCII)
# Kinds of characters that are written as escapes: what nobody could see.
_SHORT: Final = 0xFFFF
_HIDDEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})


def yaml_file(kind: str, records: Sequence[Mapping[str, Any]]) -> str:
    """A drop-in file of ``data/<kind>/``: the line for editors, then the records; values are texts, lists, mappings."""
    blocks = ["\n".join(_mapping(record, "- ", "  ")) for record in records]
    return f"{modeline(kind, 2)}\n\n" + "\n\n".join(blocks) + "\n"


def _mapping(record: Mapping[str, Any], first: str, indent: str) -> Iterator[str]:
    for place, (key, value) in enumerate(record.items()):
        start = first if place == 0 else indent
        if isinstance(value, str):
            yield f"{start}{key}: {scalar(value)}"
        elif isinstance(value, Mapping):
            yield f"{start}{key}:"
            yield from _mapping(value, f"{indent}  ", f"{indent}  ")
        elif all(isinstance(item, str) for item in value):
            yield f"{start}{key}: [{', '.join(map(scalar, value))}]"
        else:
            yield f"{start}{key}:"
            for item in value:
                yield from _mapping(item, f"{indent}  - ", f"{indent}    ")


def scalar(text: str) -> str:
    """One value: bare where no reader can take it for anything else, in double quotes otherwise."""
    if _BARE.fullmatch(text) and text not in _GUESSED:
        return text
    return '"' + "".join(map(_written, text)) + '"'


def _written(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char == "\n":
        return "\\n"
    if unicodedata.category(char) in _HIDDEN:
        return f"\\u{ord(char):04X}" if ord(char) <= _SHORT else f"\\U{ord(char):08X}"
    return char
