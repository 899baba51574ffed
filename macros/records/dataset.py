"""The whole of ``data/``: every file read, every record checked against its model, each with its place."""

from __future__ import annotations

import contextlib
import difflib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from macros.records import yaml_source
from macros.records.check.messages import REFERENCE_EXAMPLE
from macros.records.check.problem import Place, Problem, limited, shorten, visible
from macros.records.kinds import HOLDERS, IN_FILES, KINDS, PLURAL, SINGULAR, Kind
from macros.records.model import AS_PRINTED, IN_BOTH_LANGUAGES, AddedAgreement, Agreement, Partner, Record

R = TypeVar("R", bound=Record)

# The kinds in whose files records of a kind may stand: its own, and those of the records that hold them.
_WITHIN: Final = {
    kind.plural: {holder.plural for holder in HOLDERS[kind.singular]} | ({kind.plural} & IN_FILES.keys())
    for kind in KINDS
}
# More than ten times what 10,000 records need; a folder copied in by mistake should not fill the memory.
MAX_TOTAL_BYTES: Final = 128 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with the place where it begins and the nodes it was read from."""

    record: R
    node: yaml_source.Node

    @property
    def place(self) -> Place:
        return self.node.place

    def place_of(self, *path: str | int) -> Place:
        return yaml_source.place_of(self.node, path)


# Files without a fault by their name: the digest of the content, the nodes, the records.
Kept = dict[str, tuple[bytes, list[yaml_source.Mapping], list[Entry[Any]]]]


@dataclass(slots=True)
class Dataset:
    """All records that fit their model, by kind.

    ``ids`` also knows those that did not, and ``unread`` the kinds that a file could not be read of, so that one
    mistake does not make every reference to what it hides an error too.
    """

    entries: dict[str, list[Entry[Any]]] = field(default_factory=lambda: {kind: [] for kind in IN_FILES})
    ids: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in IN_FILES})
    unread: set[str] = field(default_factory=set)

    def lacks(self, kind: str, wanted: str) -> bool:
        """Whether there is certainly no record of this kind with this id."""
        return wanted not in self.ids.get(kind, set()) and not _WITHIN.get(kind, set()) & self.unread

    def named(self) -> Iterator[tuple[str, str, Place]]:
        """Every id, those of nested records included, with its kind and place."""
        for kind, entries in self.entries.items():
            nested = [(key, SINGULAR[inner].plural) for key, inner in PLURAL[kind].nested.items()]
            for entry in entries:
                yield kind, entry.record.id, entry.place_of("id")
                for key, inner in nested:
                    for index, record in enumerate(getattr(entry.record, key)):
                        yield inner, record.id, entry.place_of(key, index, "id")

    def of(self, kind: str, model: type[R]) -> list[Entry[R]]:
        """The entries of a kind, typed."""
        assert IN_FILES[kind] is model
        return self.entries[kind]


def checked(dataset: Dataset) -> Dataset:
    """The same records with no more of their nodes than where each begins, for only the check points at more.

    Nodes are most of what is read, and every process of a build would hold them.
    """
    entries = {
        kind: [Entry(entry.record, _beginnings(entry.node, PLURAL[kind])) for entry in found]
        for kind, found in dataset.entries.items()
    }
    return replace(dataset, entries=entries)


def _beginnings(node: yaml_source.Node, kind: Kind) -> yaml_source.Mapping:
    """The places where a record and its id begin, and those of the records that belong to it."""
    within: dict[str, yaml_source.Node] = {}
    for key, inner in kind.nested.items():
        if items := _items(node, key):
            beginnings: list[yaml_source.Node] = [_beginnings(item, SINGULAR[inner]) for item in items]
            within[key] = yaml_source.Sequence(node.place, beginnings)
    if isinstance(node, yaml_source.Mapping) and "id" in node.items:
        within["id"] = yaml_source.Mapping(node.items["id"].place)
    return yaml_source.Mapping(node.place, within)


def read(root: Path, kept: Kept | None = None) -> tuple[Dataset, list[Problem]]:
    """Read ``<root>/data``.

    Args:
        root: the project's folder.
        kept: what files were read to before; those that have not changed are not read again, and the rest is noted.

    Returns:
        The records that fit their model, and everything found wrong so far.
    """
    dataset = Dataset()
    stray: list[Problem] = []
    problems = limited(_read(root, dataset, stray, kept))
    _join_brought(dataset)
    _join_agreements(dataset)
    return dataset, limited(stray) + problems


def _read(root: Path, dataset: Dataset, stray: list[Problem], kept: Kept | None) -> Iterator[Problem]:
    total = 0
    for kind, path in _files(root / "data", stray):
        # Names are UTF-8 whatever the system's settings make of them.
        shown = os.fsencode(path.relative_to(root).as_posix()).decode(errors="surrogateescape")
        if total > MAX_TOTAL_BYTES:
            yield Problem(Place(shown), "too-much-data", allowed=f"{MAX_TOTAL_BYTES // 2**20} MB")
            dataset.unread |= set(IN_FILES)
            return
        yield from _file(dataset, kind, path, shown, kept)
        with contextlib.suppress(OSError):
            total += min(path.lstat().st_size, yaml_source.MAX_BYTES)
    # What was found beside the files concerns whole kinds.
    names = [Path(problem.place.file).parts for problem in stray if problem.rule != "unknown-file"]
    dataset.unread |= set(IN_FILES) if ("data",) in names else {Path(name[1]).stem for name in names}


def _file(dataset: Dataset, kind: str, path: Path, shown: str, kept: Kept | None) -> Iterator[Problem]:
    """Add the records of one file."""
    content = b"" if kept is None else yaml_source.digest(path)
    known = None if kept is None else kept.get(shown)
    if known is not None and known[0] == content:
        for mapping in known[1]:
            _remember_ids(dataset, kind, mapping)
        dataset.entries[kind] += known[2]
        return
    nodes, found = _nodes(path, shown)
    if found and not nodes:
        dataset.unread.add(kind)
    yield from found
    clean, first = not found, len(dataset.entries[kind])
    for node in nodes:
        for problem in _add(dataset, kind, node):
            clean = False
            yield problem
    if kept is not None and clean and content:
        mappings = [node for node in nodes if isinstance(node, yaml_source.Mapping)]
        kept[shown] = (content, mappings, dataset.entries[kind][first:])


def _nodes(path: Path, shown: str) -> tuple[list[yaml_source.Node], list[Problem]]:
    """The records of a file, unless its name forbids reading it."""
    if visible(shown) != shown or not unicodedata.is_normalized("NFC", shown):
        return [], [Problem(Place(shown), "file-name")]
    return yaml_source.read_records(path, shown)


def _join_brought(dataset: Dataset) -> None:
    """Move the records that others bring along to those of their kind, as if they had been written there."""
    for holder in KINDS:
        for key, kind in holder.brought.items():
            joined = dataset.entries[SINGULAR[kind].plural]
            entries = dataset.entries[holder.plural]
            for place, entry in enumerate(entries):
                if records := getattr(entry.record, key):
                    nodes = _items(entry.node, key)
                    joined += [Entry(record, node) for record, node in zip(records, nodes, strict=True)]
                    entries[place] = Entry(entry.record.model_copy(update={key: ()}), entry.node)


def _join_agreements(dataset: Dataset) -> None:
    """Agreements in files of their own stand with their partner, as if they had been written there.

    Their nodes keep their places. Only those without such a partner stay apart, for the check to report.
    """
    added: dict[str, list[Entry[AddedAgreement]]] = {}
    for entry in dataset.of("agreements", AddedAgreement):
        added.setdefault(entry.record.partner, []).append(entry)
    partners = dataset.of("partners", Partner)
    for place, partner in enumerate(partners):
        if found := added.pop(partner.record.id, None):
            partners[place] = _with_agreements(partner, found)
    dataset.entries["agreements"] = [entry for found in added.values() for entry in found]


def _with_agreements(partner: Entry[Partner], added: list[Entry[AddedAgreement]]) -> Entry[Partner]:
    agreements = [
        Agreement.model_construct(**{name: getattr(entry.record, name) for name in Agreement.model_fields})
        for entry in added
    ]
    assert isinstance(partner.node, yaml_source.Mapping)
    nodes = [*_items(partner.node, "agreements"), *(entry.node for entry in added)]
    items = {**partner.node.items, "agreements": yaml_source.Sequence(partner.place, nodes)}
    record = partner.record.model_copy(update={"agreements": (*partner.record.agreements, *agreements)})
    return Entry(record, yaml_source.Mapping(partner.node.place, items, partner.node.keys))


def _files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Every data file with its kind, in a stable order."""
    allowed = ", ".join(f"{folder.name}/{kind}.yaml" for kind in IN_FILES)
    present = _listed(folder, problems)
    if problems:
        return
    for kind in IN_FILES:
        own = folder / f"{kind}.yaml"
        if os.path.lexists(own):
            yield kind, own
        elif PLURAL[kind].stored == "file":
            problems.append(Problem(Place(f"{folder.name}/{kind}.yaml"), "missing-file", found=f"{kind}.yaml"))
        for path in _listed(folder / kind, problems):
            if path.suffix == ".yaml":
                yield kind, path
            else:
                problems.append(_stray(folder, path, f"{folder.name}/{kind}/*.yaml"))
    for path in present:
        name = path.name if path.is_dir() else path.stem
        if name not in IN_FILES or (not path.is_dir() and path.suffix != ".yaml"):
            problems.append(_stray(folder, path, allowed))


def _listed(folder: Path, problems: list[Problem]) -> list[Path]:
    """What is in a folder, in a stable order; nothing where there is none. A link to a folder is refused."""
    if not os.path.lexists(folder):
        return []
    place = Place(folder.name if folder.name == "data" else f"data/{folder.name}")
    if folder.is_symlink() or not folder.is_dir():
        problems.append(Problem(place, "regular-file"))
        return []
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        problems.append(Problem(place, "unreadable-file", found=error.strerror or str(error)))
        return []


def _stray(folder: Path, path: Path, allowed: str) -> Problem:
    return Problem(Place(path.relative_to(folder.parent).as_posix()), "unknown-file", allowed=allowed)


def _add(dataset: Dataset, kind: str, node: yaml_source.Node) -> Iterator[Problem]:
    if isinstance(node, yaml_source.Mapping):
        _remember_ids(dataset, kind, node)
    record, problems = read_record(kind, node)
    if record is not None:
        dataset.entries[kind].append(Entry(record, node))
    yield from problems


def read_record(kind: str, node: yaml_source.Node) -> tuple[Record | None, list[Problem]]:
    """A record as its model has it, or what the model says against it."""
    if not isinstance(node, yaml_source.Mapping):
        return None, [Problem(node.place, "wrong-shape", field="id", details=_expected("model_type"))]
    own_id = node.items.get("id")
    name = own_id.value if isinstance(own_id, yaml_source.Scalar) else ""
    try:
        return IN_FILES[kind].model_validate(yaml_source.plain(node)), []
    except ValidationError as error:
        details = error.errors()
    # A list whose only entry is wrong also counts as too short; the entry's own mistake says enough.
    holders = {other["loc"][:length] for other in details for length in range(len(other["loc"]))}
    told = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in holders]
    return None, [_explain(node, kind, name, dict(detail)) for detail in told]


def _remember_ids(dataset: Dataset, kind: str, node: yaml_source.Mapping) -> None:
    """Note the ids of a record and of those nested in it, before it is known whether they are valid."""
    within = [
        (SINGULAR[inner].plural, item) for key, inner in PLURAL[kind].within.items() for item in _items(node, key)
    ]
    for owner, child in [(kind, node), *within]:
        if isinstance(child, yaml_source.Mapping) and isinstance(own := child.items.get("id"), yaml_source.Scalar):
            dataset.ids.setdefault(owner, set()).add(own.value)


def _items(node: yaml_source.Node, key: str) -> list[yaml_source.Node]:
    value = node.items.get(key) if isinstance(node, yaml_source.Mapping) else None
    return value.items if isinstance(value, yaml_source.Sequence) else []


# Names of the forms of a value, which are no steps into a record.
_FORMS: Final = frozenset({AS_PRINTED, IN_BOTH_LANGUAGES})
_SHAPES: Final = {
    "string_type": ("chữ", "text"),
    "model_type": ("một nhóm “mục: giá trị”", "a group of “key: value” lines"),
    "dict_type": ("một nhóm “mục: giá trị”", "a group of “key: value” lines"),
    "tuple_type": ("một danh sách", "a list"),
}
_RULES: Final = {
    "date": "date",
    "flag": "true-or-false",
    "whole_number": "whole-number",
    "decimal_number": "number",
    "activity_alone": "activity-alone",
    "reserved_id": "reserved-id",
    "term_until": "term",
    "term_years": "term",
    "term_open": "term",
    "place_name": "place-name",
    "update_event": "update",
    "update_status": "update",
    "event_fields": "event-fields",
    "literal_error": "not-allowed",
    "string_too_short": "empty-text",
    "string_too_long": "too-long",
    "too_long": "too-long",
    "greater_than_equal": "number-range",
    "less_than_equal": "number-range",
    "too_short": "source-missing",
}


def _expected(kind: str) -> tuple[tuple[str, str], ...]:
    vi, en = _SHAPES[kind]
    return (("expected_vi", vi), ("expected_en", en))


def _explain(node: yaml_source.Node, kind: str, name: str, error: dict[str, Any]) -> Problem:
    """Say one of pydantic's errors in the words of :mod:`macros.records.check.messages`."""
    path: tuple[str | int, ...] = tuple(step for step in error["loc"] if step not in _FORMS)
    found = str(error["input"]) if isinstance(error["input"], str | int | Decimal) else ""
    plain = Problem(
        yaml_source.place_of(node, path), "", f"{kind}/{name}", ".".join(str(step) for step in path), shorten(found)
    )
    error_type, context = error["type"], error.get("ctx", {})
    if error_type == "missing":
        return _missing(plain, path)
    if error_type == "extra_forbidden":
        return _unknown_field(replace(plain, place=yaml_source.key_place(node, path)), kind, path)
    if error_type in _SHAPES:
        return replace(plain, rule="wrong-shape", found="", details=_expected(error_type))
    if error_type == "string_pattern_mismatch":
        rule = _pattern_rule(str(path[-1]), context["pattern"])
        return replace(plain, rule=rule, allowed=REFERENCE_EXAMPLE)
    rule = "two-values" if error_type == "too_short" and path[-1] == "values" else _RULES[error_type]
    return _limits(replace(plain, rule=rule), error_type, context, found)


def _missing(plain: Problem, path: tuple[str | int, ...]) -> Problem:
    if path[-1] not in {"vi", "en"}:
        return replace(plain, rule="missing-field", found="")
    words = {"vi": ("tiếng Việt", "Vietnamese"), "en": ("tiếng Anh", "English")}[str(path[-1])]
    parent = ".".join(str(step) for step in path[:-1])
    details = (("language_vi", words[0]), ("language_en", words[1]), ("parent", parent))
    return replace(plain, rule="both-languages", field=str(path[-1]), found="", details=details)


def _unknown_field(plain: Problem, kind: str, path: tuple[str | int, ...]) -> Problem:
    allowed = sorted(_fields(IN_FILES[kind], path[:-1]))
    near = difflib.get_close_matches(str(path[-1])[:80], allowed, n=1)
    listed = ", ".join([*near, *(name for name in allowed if name not in near)])
    return replace(plain, rule="unknown-field", found=shorten(str(path[-1])), allowed=listed)


def _limits(plain: Problem, error_type: str, context: dict[str, Any], found: str) -> Problem:
    """Add what is allowed, in the words of the rule that was broken."""
    if error_type == "literal_error":
        return replace(plain, allowed=context["expected"].replace("'", "").replace(" or ", ", "))
    if error_type in {"string_too_long", "too_long"}:
        return replace(plain, found=str(len(found)), allowed=str(context["max_length"]))
    if error_type == "greater_than_equal":
        return replace(plain, allowed=f"≥ {context['ge']}")
    if error_type == "less_than_equal":
        return replace(plain, allowed=f"≤ {context['le']}")
    return plain


def _pattern_rule(field_name: str, pattern: str) -> str:
    if pattern.startswith("^https"):
        return "https-link"
    if pattern == "^[a-z]{2}$":
        return "country-code"
    return "record-reference" if field_name == "record" else "id-format"


def _fields(model: type[BaseModel], path: tuple[str | int, ...]) -> set[str]:
    """The fields that the model at ``path`` within ``model`` allows."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _inner(model.model_fields[step].annotation) or model
    return set(model.model_fields)


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The record model inside an annotation such as ``tuple[Source, ...]`` or ``Text | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (found := _inner(argument)) is not None:
            return found
    return None
