"""Reading YAML as text with places: every scalar stays the characters that were typed.

YAML's own guesses (``NO`` is false, ``0236`` is 158) never apply; the model converts. What could hide a meaning
from the person who reviews a change (anchors, tags, duplicate keys, invisible characters) is refused.
"""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

import yaml

from macros.base.characters import forbidden
from macros.records.check.problem import MAX_REPORTED, Place, Problem, shorten

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_DEPTH: Final = 20
# Values (with their keys) of one record and of one file. The longest real record, a plan with its groups, has about
# 700; a file of 4 MB of real records about 200,000. Lists of nothing but commas would have ten times as many.
MAX_RECORD_VALUES: Final = 20_000
MAX_FILE_VALUES: Final = 400_000

Path_: TypeAlias = tuple[str | int, ...]


class Scalar(NamedTuple):
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
    # Most nodes are scalars, so they are not asked for their own one by one.
    if isinstance(node, Sequence):
        return [item.value if isinstance(item, Scalar) else plain(item) for item in node.items]
    return {key: item.value if isinstance(item, Scalar) else plain(item) for key, item in node.items.items()}


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


# A text with these is not what its author saw; what YAML makes of it would only confuse.
_UNREADABLE: Final = {"control-character", "tab"}


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
    problems: list[Problem] = []
    try:
        text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        problems += _characters(text, shown)
        if any(problem.rule in _UNREADABLE for problem in problems):
            return [], problems
        reader = _Reader(text, shown)
        root = reader.document()
    except _Refused as refused:
        # What YAML stumbled over may be one of the characters that were found before.
        return [], problems or [refused.problem]
    problems += reader.problems
    if root is None:
        return [], problems
    if not isinstance(root, Sequence):
        return [], [*problems, Problem(root.place, "list-of-records")]
    return root.items, problems


def _read_text(path: Path, shown: str) -> str:
    data = _read_bytes(path, Place(shown))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise _Refused(Problem(Place(shown, line, column), "utf-8", found=f"0x{data[error.start]:02X}")) from error


def _read_bytes(path: Path, place: Place) -> bytes:
    """The file's bytes. A link is not followed, a pipe not waited for, and no more is read than is allowed."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _Refused(Problem(place, "regular-file"))
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""
    except OSError as error:
        raise _Refused(Problem(place, "unreadable-file", found=error.strerror or str(error))) from error
    if max(size, len(data)) > MAX_BYTES:
        raise _Refused(Problem(place, "file-too-large", found=str(max(size, len(data))), allowed=str(MAX_BYTES)))
    return data


def digest(path: Path) -> bytes:
    """A digest of a data file's content; empty where it cannot be read as one."""
    try:
        return hashlib.blake2b(_read_bytes(path, Place(path.name)), digest_size=16).digest()
    except _Refused:
        return b""


def _characters(text: str, shown: str) -> Iterator[Problem]:
    """Characters that a reviewer could not see, or that two people could type differently."""
    # A text has few different characters, so looking at each kind once is quick; lines are read only to find places.
    rules = {char: rule for char in set(text) if (rule := forbidden(char)) is not None}
    composed = unicodedata.is_normalized("NFC", text)
    if not rules and composed:
        return
    reported: Counter[str] = Counter()
    for number, line in enumerate(text.split("\n"), start=1):
        for column, char in enumerate(line, start=1) if not rules.keys().isdisjoint(line) else ():
            # One more than are shown, so that it is said that there are more; a bomb has millions.
            if char in rules and reported[rules[char]] <= MAX_REPORTED:
                reported[rules[char]] += 1
                yield Problem(Place(shown, number, column), rules[char], found=f"U+{ord(char):04X}")
        if not composed and reported["nfc"] <= MAX_REPORTED and not unicodedata.is_normalized("NFC", line):
            reported["nfc"] += 1
            pairs = zip(line, unicodedata.normalize("NFC", line), strict=False)
            column = next((i for i, (typed, right) in enumerate(pairs, 1) if typed != right), 1)
            yield Problem(Place(shown, number, column), "nfc", found=shorten(line.strip()))


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
        self._record_values = 0
        self._file_values = 0
        self._escapes = "\\" in text

    def document(self) -> Node | None:
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
                        raise _Refused(Problem(self._place(event.start_mark), "one-document"))
        except yaml.MarkedYAMLError as error:
            place = self._place(error.problem_mark or error.context_mark)
            raise _Refused(Problem(place, "yaml-syntax", found=shorten(error.problem or ""))) from error
        except yaml.YAMLError as error:
            raise _Refused(Problem(Place(self._shown), "yaml-syntax", found=shorten(str(error)))) from error
        return self._root

    def _add(self, event: yaml.NodeEvent, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(Problem(place, "anchor", found=f"*{event.anchor}"))
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
                raise _Refused(Problem(place, "nesting", allowed=str(MAX_DEPTH)))

    def _place(self, mark: Any) -> Place:
        return Place(self._shown, mark.line + 1, mark.column + 1) if mark is not None else Place(self._shown)

    def _node(self, event: yaml.NodeEvent, place: Place) -> Node:
        if event.anchor is not None:
            raise _Refused(Problem(place, "anchor", found=f"&{event.anchor}"))
        if (tag := getattr(event, "tag", None)) is not None:
            raise _Refused(Problem(place, "tag", found=shorten(str(tag))))
        if isinstance(event, yaml.ScalarEvent):
            if self._escapes and event.style == '"':
                self._escaped(event.value, place)
            return Scalar(event.value, place, plain=event.style is None or event.style == "")
        return Sequence(place) if isinstance(event, yaml.SequenceStartEvent) else Mapping(place)

    def _count(self, place: Place) -> None:
        self._file_values += 1
        self._record_values = self._record_values + 1 if len(self._open) > 1 else 0
        if self._record_values > MAX_RECORD_VALUES:
            raise _Refused(Problem(place, "too-many-values", allowed=f"{MAX_RECORD_VALUES} / record"))
        if self._file_values > MAX_FILE_VALUES:
            raise _Refused(Problem(place, "too-many-values", allowed=f"{MAX_FILE_VALUES} / file"))

    def _escaped(self, value: str, place: Place) -> None:
        """Escapes in double quotes can bring in what the text itself does not show."""
        for char in sorted(set(value)):
            if char not in self._text and (rule := forbidden(char)) is not None:
                self.problems.append(Problem(place, rule, found=f"U+{ord(char):04X}"))
        if not unicodedata.is_normalized("NFC", value) and unicodedata.is_normalized("NFC", self._text):
            self.problems.append(Problem(place, "nfc", found=shorten(value)))

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
            parent.keys.setdefault(node.value, node.place)
            self._keys[-1] = node.value
            return
        if isinstance(node, Scalar) and node.plain and node.value in {"", "~", "null", "Null", "NULL"}:
            self.problems.append(Problem(node.place, "empty-value", field=key, found=node.value))
        else:
            parent.items.setdefault(key, node)  # of a key that stands twice, the first value
        self._keys[-1] = None
