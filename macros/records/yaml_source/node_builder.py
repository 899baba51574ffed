"""Nodes built from the events of a YAML parser."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

import yaml

from macros.base.characters import forbidden
from macros.base.lookalikes import lookalikes
from macros.records.check.problem import Place, Problem, shorten
from macros.records.yaml_source.nodes import Mapping, Node, Scalar, Sequence
from macros.records.yaml_source.refusal import Refused

MAX_DEPTH: Final = 20
# Values, with their keys, in one record and in one file. A plan with its groups has several hundred, 4 MB of real
# records have about 200,000; lists of nothing but commas would have ten times as many.
MAX_RECORD_VALUES: Final = 20_000
MAX_FILE_VALUES: Final = 400_000


class NodeBuilder:
    """Builds nodes from YAML events without recursion, so that depth can be limited.

    ``problems`` holds what was found on the way that does not end the reading.
    """

    def __init__(self, text: str, shown: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._shown = shown
        self._root: Node | None = None
        self._open: list[Sequence | Mapping] = []
        self._keys: list[str | None] = []
        self._documents = 0
        self._record_values = 0
        self._file_values = 0
        self._escapes = "\\" in text

    def document(self) -> Node | None:
        """Return the root of the file; ``None`` where it is empty.

        Raises:
            Refused: the file cannot be read to its end.
        """
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(self._text, Loader=loader):
                if isinstance(event, yaml.NodeEvent):
                    self._add(event, self._place(event.start_mark))
                elif isinstance(event, yaml.CollectionEndEvent):
                    self._open.pop()
                    self._keys.pop()
                elif isinstance(event, yaml.DocumentStartEvent):
                    self._documents += 1
                    if self._documents > 1:
                        raise Refused(Problem(self._place(event.start_mark), "one-document"))
        except yaml.MarkedYAMLError as error:
            place = self._place(error.problem_mark or error.context_mark)
            raise Refused(Problem(place, "yaml-syntax", found=shorten(error.problem or ""))) from error
        except yaml.YAMLError as error:
            raise Refused(Problem(Place(self._shown), "yaml-syntax", found=shorten(str(error)))) from error
        return self._root

    def _add(self, event: yaml.NodeEvent, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise Refused(Problem(place, "anchor", found=f"*{event.anchor}"))
        node = self._node(event, place)
        self._count(place)
        if self._open:
            self._put(self._open[-1], node)
        else:
            self._root = node
        if not isinstance(node, Scalar):
            self._open.append(node)
            self._keys.append(None)
            if len(self._open) > MAX_DEPTH:
                raise Refused(Problem(place, "nesting", allowed=str(MAX_DEPTH)))

    def _place(self, mark: Any) -> Place:
        return Place(self._shown, mark.line + 1, mark.column + 1) if mark is not None else Place(self._shown)

    def _node(self, event: yaml.NodeEvent, place: Place) -> Node:
        if event.anchor is not None:
            raise Refused(Problem(place, "anchor", found=f"&{event.anchor}"))
        if (tag := getattr(event, "tag", None)) is not None:
            raise Refused(Problem(place, "tag", found=shorten(str(tag))))
        if isinstance(event, yaml.ScalarEvent):
            if self._escapes and event.style == '"':
                self._escaped(event.value, place)
            return Scalar(event.value, place, plain=event.style is None or event.style == "")
        return Sequence(place) if isinstance(event, yaml.SequenceStartEvent) else Mapping(place)

    def _count(self, place: Place) -> None:
        self._file_values += 1
        self._record_values = self._record_values + 1 if len(self._open) > 1 else 0
        if self._record_values > MAX_RECORD_VALUES:
            raise Refused(Problem(place, "too-many-values", allowed=f"{MAX_RECORD_VALUES} / record"))
        if self._file_values > MAX_FILE_VALUES:
            raise Refused(Problem(place, "too-many-values", allowed=f"{MAX_FILE_VALUES} / file"))

    def _escaped(self, value: str, place: Place) -> None:
        """Note characters that the text itself does not show: escapes in double quotes can stand for any."""
        for char in sorted(set(value)):
            if char not in self._text and (rule := forbidden(char)) is not None:
                self.problems.append(Problem(place, rule, found=f"U+{ord(char):04X}"))
        for _, char, meant in lookalikes(value):
            if char not in self._text:
                found = f"{char} (U+{ord(char):04X})"
                self.problems.append(Problem(place, "look-alike", found=found, allowed=meant))
        if not unicodedata.is_normalized("NFC", value) and unicodedata.is_normalized("NFC", self._text):
            self.problems.append(Problem(place, "nfc", found=shorten(value)))

    def _put(self, parent: Sequence | Mapping, node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                raise Refused(Problem(node.place, "key-is-text"))
            if node.value in parent.items:
                self.problems.append(Problem(node.place, "duplicate-key", found=shorten(node.value)))
            parent.keys.setdefault(node.value, node.place)
            self._keys[-1] = node.value
            return
        if isinstance(node, Scalar) and node.plain and node.value in {"", "~", "null", "Null", "NULL"}:
            self.problems.append(Problem(node.place, "empty-value", field=key, found=node.value))
        else:
            parent.items.setdefault(key, node)  # of a duplicate key, the first value
        self._keys[-1] = None
