"""YAML read as text with places: every scalar stays the characters that were typed.

YAML's own guesses (``NO`` is false, ``0236`` is 158) never apply; the models convert. Whatever could hide a meaning
from the person who reviews a change (anchors, tags, duplicate keys, invisible characters) is refused.
"""

from macros.records.yaml_source.file_content import MAX_BYTES, digest
from macros.records.yaml_source.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    items_at,
    key_place,
    place_of,
    plain,
)
from macros.records.yaml_source.reading import parse_records, read_records

__all__ = [
    "MAX_BYTES",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "digest",
    "items_at",
    "key_place",
    "parse_records",
    "place_of",
    "plain",
    "read_records",
]
