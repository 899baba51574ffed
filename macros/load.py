"""Reading YAML as text with places: every scalar stays the characters that were typed.

YAML's own guesses (``NO`` is false, ``0236`` is 158) never apply; the model converts. What could hide a meaning
from the person who reviews a change (anchors, tags, duplicate keys, invisible characters) is refused.
"""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from macros.problem import Place, Problem, shorten

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_DEPTH: Final = 20

_BIDIRECTIONAL: Final = set(map(chr, [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
_INVISIBLE: Final = set(map(chr, [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0x2028, 0x2029, 0x0085, 0xFEFF]))

Path_: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as typed. ``plain`` is true where it stood without quotes or block marks."""

    value: str
    place: Place
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values; ``keys`` has the place of each key."""

    place: Place
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Reading this file has to stop here."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


def plain(node: Node) -> Any:
    """The node as plain dictionaries, lists and strings, for the model."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.items.items()}


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.items.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def node_at(node: Node, path: Path_) -> Node:
    """The node at ``path``; where that is missing, the nearest one around it."""
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        node = child
    return node


def place_of(node: Node, path: Path_) -> Place:
    """Where the value at ``path`` stands; of a missing value, the nearest thing around it."""
    return node_at(node, path).place


def key_place(node: Node, path: Path_) -> Place:
    """Where the key at the end of ``path`` stands (for keys that should not be there)."""
    parent = node_at(node, path[:-1])
    return parent.keys.get(str(path[-1]), parent.place) if isinstance(parent, Mapping) else parent.place


def read_records(path: Path, shown: str) -> tuple[list[Node], list[Problem]]:
    """The records of one data file, and what is wrong with how it is written.

    Args:
        path: the file.
        shown: how messages name it (relative to the project).

    Returns:
        The items of the list that the file holds (empty where it cannot be read), and the problems found.
    """
    try:
        text = _read_text(path, shown)
    except _Refused as refused:
        return [], [refused.problem]
    return parse_records(text, shown)


def parse_records(text: str, shown: str) -> tuple[list[Node], list[Problem]]:
    """As :func:`read_records`, for the text of a file."""
    try:
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        problems = list(_characters(text, shown))
        if any(problem.rule in {"control-character", "tab"} for problem in problems):
            return [], problems
        reader = _Reader(text, shown)
        root = reader.document()
    except _Refused as refused:
        return [], [refused.problem]
    problems += reader.problems
    if root is None:
        return [], problems
    if not isinstance(root, Sequence):
        return [], [*problems, Problem(root.place, "list-of-records")]
    return root.items, problems


def _read_text(path: Path, shown: str) -> str:
    place = Place(shown)
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise _Refused(Problem(place, "regular-file"))
    if status.st_size > MAX_BYTES:
        raise _Refused(Problem(place, "file-too-large", found=str(status.st_size), allowed=str(MAX_BYTES)))
    data = path.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise _Refused(Problem(Place(shown, line, column), "utf-8", found=f"0x{data[error.start]:02X}")) from error


def _characters(text: str, shown: str) -> Iterator[Problem]:
    """Characters that a reviewer could not see, or that two people could type differently."""
    # A text has few different characters, so looking at each kind once is quick; lines are read only to find places.
    rules = {char: rule for char in set(text) if (rule := forbidden(char)) is not None}
    composed = unicodedata.is_normalized("NFC", text)
    if not rules and composed:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for column, char in enumerate(line, start=1):
            if char in rules:
                yield Problem(Place(shown, number, column), rules[char], found=f"U+{ord(char):04X}")
        if not composed and not unicodedata.is_normalized("NFC", line):
            pairs = zip(line, unicodedata.normalize("NFC", line), strict=False)
            column = next((i for i, (typed, right) in enumerate(pairs, 1) if typed != right), 1)
            yield Problem(Place(shown, number, column), "nfc", found=shorten(line.strip()))


def forbidden(char: str) -> str | None:
    """The rule that a character breaks, if any."""
    if char == "\t":
        return "tab"
    if char in _BIDIRECTIONAL:
        return "bidirectional-character"
    if char in _INVISIBLE:
        return "invisible-character"
    if unicodedata.category(char) in {"Cc", "Cs", "Cn", "Co"} and char != "\n":
        return "control-character"
    return None


class _Reader:
    """Builds nodes from YAML events, without recursion, so that depth is ours to limit."""

    def __init__(self, text: str, shown: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._shown = shown
        self._root: Node | None = None
        self._open: list[Sequence | Mapping] = []
        self._keys: list[str | None] = []
        self._documents = 0
        self._escapes = "\\" in text

    def document(self) -> Node | None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(self._text, Loader=loader):
                self._take(event, self._place(event.start_mark))
        except yaml.MarkedYAMLError as error:
            place = self._place(error.problem_mark or error.context_mark)
            raise _Refused(Problem(place, "yaml-syntax", found=shorten(error.problem or ""))) from error
        except yaml.YAMLError as error:
            raise _Refused(Problem(Place(self._shown), "yaml-syntax", found=shorten(str(error)))) from error
        return self._root

    def _take(self, event: yaml.Event, place: Place) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _Refused(Problem(place, "one-document"))
        elif isinstance(event, yaml.AliasEvent):
            raise _Refused(Problem(place, "anchor", found=f"*{event.anchor}"))
        elif isinstance(event, yaml.NodeEvent):
            node = self._node(event, place)
            if self._open:
                self._put(self._open[-1], node)
            else:
                self._root = node
            if not isinstance(node, Scalar):
                self._open.append(node)
                self._keys.append(None)
                if len(self._open) > MAX_DEPTH:
                    raise _Refused(Problem(place, "nesting", allowed=str(MAX_DEPTH)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def _place(self, mark: Any) -> Place:
        return Place(self._shown, mark.line + 1, mark.column + 1) if mark is not None else Place(self._shown)

    def _node(self, event: yaml.NodeEvent, place: Place) -> Node:
        if event.anchor is not None:
            raise _Refused(Problem(place, "anchor", found=f"&{event.anchor}"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise _Refused(Problem(place, "tag", found=shorten(str(tag))))
        if isinstance(event, yaml.ScalarEvent):
            for char in set(event.value) if self._escapes else ():
                # Escapes in double quotes can bring in what the text itself does not show.
                if char not in self._text and (rule := forbidden(char)) is not None:
                    self.problems.append(Problem(place, rule, found=f"U+{ord(char):04X}"))
            return Scalar(event.value, place, plain=event.style is None or event.style == "")
        return Sequence(place) if isinstance(event, yaml.SequenceStartEvent) else Mapping(place)

    def _put(self, parent: Sequence | Mapping, node: Node) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                raise _Refused(Problem(node.place, "key-is-text"))
            if node.value in parent.items:
                self.problems.append(Problem(node.place, "duplicate-key", found=shorten(node.value)))
            parent.keys[node.value] = node.place
            self._keys[-1] = node.value
            return
        if isinstance(node, Scalar) and node.plain and node.value in {"", "~", "null", "Null", "NULL"}:
            self.problems.append(Problem(node.place, "empty-value", field=key, found=node.value))
        else:
            parent.items[key] = node
        self._keys[-1] = None
