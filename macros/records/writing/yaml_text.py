"""Records written as YAML that :mod:`macros.records.yaml_source` reads back letter for letter.

Ids, dates and numbers are written plain, all other values in double quotes, so that no reader of YAML guesses their
types. The web forms write the same in the browser (``contribute/yaml.js``); a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from macros.records.schema import modeline

# Words that other YAML readers take for flags or null.
_GUESSED: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_BARE: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|[1-9][0-9]{0,8}|(19|20)[0-9]{2}-[0-9]{2}(-[0-9]{2})?", re.ASCII)
_SHORT: Final = 0xFFFF
_MARKS_AFTER_ESCAPE: Final = re.compile("(\\\\(?:n|u[0-9A-F]{4}|U[0-9A-F]{8}))([\u0300-\u036f]+)")
# Categories of characters that are written as escapes, since nobody could see them.
_HIDDEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})


def yaml_file(kind: str, records: Sequence[Mapping[str, Any]]) -> str:
    """Return the text of a file for ``data/<kind>/``: the line for editors, then the records.

    Args:
        kind: the plural of the kind of record.
        records: the records as texts, lists and mappings, with keys in their order.
    """
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
    """Return one value: plain where no reader can take it for anything else, in double quotes otherwise."""
    if _BARE.fullmatch(text) and text not in _GUESSED:
        return text
    return marks_kept_apart('"' + "".join(map(_written, text)) + '"')


def marks_kept_apart(text: str) -> str:
    r"""Return a text of YAML in which no mark joins the last letter of an escape before it (``\n``, ``\u200A``).

    The value may be in NFC while its escaped text is not; such a file would be refused.
    """
    return _MARKS_AFTER_ESCAPE.sub(_escaped_marks, text)


def _written(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char == "\n":
        return "\\n"
    return _escaped(char) if unicodedata.category(char) in _HIDDEN else char


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04X}" if ord(char) <= _SHORT else f"\\U{ord(char):08X}"


def _escaped_marks(found: re.Match[str]) -> str:
    joins = not unicodedata.is_normalized("NFC", found[0])
    return found[1] + "".join(map(_escaped, found[2])) if joins else found[0]
