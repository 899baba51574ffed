"""What a pull request does, as a small JSON file: one workflow writes it, another reads it and comments.

The first runs the pull request's own code and may write nothing; the second may comment and runs none of that code.
So the file is not to be trusted: the models here say what may be in it, and
:mod:`macros.contribute.pull_request.comment` disarms its texts.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from macros.base.clock import as_of
from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.contribute.pull_request.comparison import Comparison, moves
from macros.records.check.messages import MESSAGES
from macros.records.check.problem import Problem, shorten
from macros.records.check.rules import check
from macros.records.history.changes import Action, Change
from macros.records.history.old_files import Plain
from macros.views.change_log.log import ChangeLog

# Where a record stands in its file; a line more above it changes nothing about the record.
_LINE_NUMBER: Final = re.compile(r"(#L|\.yaml, (?:dòng|line) )\d+".encode())
# Far above what the largest honest pull request makes, far below what would be work to read.
LARGEST: Final = 200_000
NAMED: Final = 20
LONG: Final = 300
FILE: Final = "proposal.json"

Short = Annotated[str, StringConstraints(max_length=LONG)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_-]{0,39}$")]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


class Part(BaseModel):
    """What all parts share: nothing unknown, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Words(Part):
    """A name in both languages."""

    vi: Short
    en: Short


class Named(Part):
    """A record by its id, by what a reader knows it by, and by what changed: in words, or the fields alone."""

    id: Short
    names: Annotated[list[Words], Field(max_length=8)]
    fields: Annotated[list[Short], Field(max_length=40)] = []
    said: Words | None = None


class Group(Part):
    """What happens to the records of a kind; the first of them are named."""

    action: Action
    kind: Name
    count: Number
    records: Annotated[list[Named], Field(max_length=NAMED)]


class End(Part):
    """An agreement that ends on another date; empty for no date."""

    names: Annotated[list[Words], Field(max_length=8)]
    before: Short
    after: Short


class Pages(Part):
    """How many pages of the built site change, appear and disappear, both languages together."""

    changed: Number
    added: Number
    removed: Number


class Finding(Part):
    """A problem of the check, to be put into words by who reads it."""

    severity: Literal["error", "warning"]
    rule: Name
    place: Short
    record: Short
    field: Short
    found: Short
    allowed: Short
    details: Annotated[dict[Name, Short], Field(max_length=10)]


class Proposal(Part):
    """The whole file."""

    version: Literal[1] = 1
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
    groups: Annotated[list[Group], Field(max_length=90)]
    ends: Annotated[list[End], Field(max_length=NAMED)]
    ends_moved: Number
    pages: Pages | None
    errors: Number
    warnings: Number
    findings: Annotated[list[Finding], Field(max_length=NAMED)]


class Unreadable(Exception):
    """The file cannot be used; the message says why."""


def describe(before: Path, after: Path, pages: Pages | None) -> Proposal:
    """Describe the step from one project's data to another's.

    Args:
        before: the project as it is.
        after: the project as proposed.
        pages: what :func:`compare_pages` found, or nothing where one of the two could not be built.
    """
    comparison = Comparison(before, after)
    new_data, problems = check(after)
    moved = moves(check(before)[0], new_data)
    wrong = sum(problem.severity == "error" for problem in problems)
    # Words need data that hold together; without them, the fields that changed are named.
    catalogue = None if wrong else Catalogue(new_data, as_of())
    logs = None if catalogue is None else {lang: ChangeLog(catalogue, lang) for lang in LANGS}
    grouped: dict[tuple[Action, str], list[Named]] = defaultdict(list)
    for change in comparison.changes:
        grouped[change.action, change.kind].append(_named(change, comparison, logs))
    # In the order of the rules: how a file is written comes before what follows from it elsewhere.
    rules = list(MESSAGES)
    first = sorted(problems, key=lambda found: (found.severity != "error", rules.index(found.rule), found.place))
    return Proposal(
        as_of=as_of().isoformat(),
        groups=[
            Group(action=action, kind=kind, count=len(records), records=records[:NAMED])
            for (action, kind), records in sorted(grouped.items(), key=lambda group: _ORDER.index(group[0][0]))
        ],
        ends=[
            End(
                names=_names(comparison, "agreement", comparison.get("agreement", move.agreement)),
                before=str(move.before or ""),
                after=str(move.after or ""),
            )
            for move in moved[:NAMED]
        ],
        ends_moved=len(moved),
        pages=pages,
        errors=wrong,
        warnings=len(problems) - wrong,
        findings=[_finding(problem) for problem in first[:NAMED]],
    )


_ORDER: Final[tuple[Action, ...]] = ("added", "changed", "renamed", "removed")


def _named(change: Change, comparison: Comparison, logs: Mapping[Lang, ChangeLog] | None) -> Named:
    said = None
    if logs is not None and change.action == "changed":
        vi, en = ("; ".join(logs[lang].entry(change).details) for lang in LANGS)
        said = Words(vi=shorten(vi, LONG), en=shorten(en, LONG))
    return Named(
        id=shorten(change.id),
        names=_names(comparison, change.kind, comparison.get(change.kind, change.id)),
        fields=[shorten(field.field) for field in change.fields[:40]],
        said=said,
    )


def _finding(problem: Problem) -> Finding:
    return Finding(
        severity=problem.severity,
        rule=problem.rule,
        place=shorten(str(problem.place), 200),
        record=shorten(problem.record),
        field=shorten(problem.field),
        found=shorten(problem.found),
        allowed=shorten(problem.allowed, 200),
        details={name: shorten(value) for name, value in problem.details},
    )


def _names(comparison: Comparison, kind: str, record: Plain) -> list[Words]:
    """What a reader knows a record by: an agreement by its partner and sectors, an update by its record."""
    if kind == "agreement":
        sectors = record.get("sectors")
        listed = [str(name) for name in sectors] if isinstance(sectors, list) else []
        partner = comparison.get("partner", str(record.get("partner")))
        named = [_name(partner), *(_name(comparison.get("sector", name)) for name in listed[:3])]
        return [words for words in named if words is not None]
    if kind == "update":
        owner, _, name = str(record.get("record")).partition("/")
        return _names(comparison, owner, comparison.get(owner, name))[:1]
    own = _name(record)
    return [own] if own is not None else []


def _name(record: Plain) -> Words | None:
    for field in ("name", "title", "label", "abbreviation", "text"):
        value = record.get(field)
        if isinstance(value, str):
            return Words(vi=shorten(value), en=shorten(value))
        if isinstance(value, dict) and isinstance(value.get("vi"), str):
            vi, en = value["vi"], value.get("en")
            return Words(vi=shorten(vi), en=shorten(en if isinstance(en, str) else vi))
    return None


def compare_pages(before: Path, after: Path) -> Pages:
    """Compare two built sites page by page; they have to be built for the same day and moment."""
    old, new = _pages(before), _pages(after)
    both = old & new
    changed = sum(_content(before / page) != _content(after / page) for page in both)
    return Pages(changed=changed, added=len(new - old), removed=len(old - new))


def _content(page: Path) -> bytes:
    return _LINE_NUMBER.sub(rb"\1", page.read_bytes())


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def unpack(archive: bytes) -> Proposal:
    """Read the file out of the archive that GitHub keeps it in, trusting neither.

    Raises:
        Unreadable: the archive or the file is not what it should be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
            (entry,) = zipped.infolist()
            if entry.filename != FILE or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise Unreadable(f"the archive does not hold {FILE} as it should")
            with zipped.open(entry) as file:
                text = file.read(LARGEST + 1)
    except (ValueError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as reason:
        raise Unreadable("the archive cannot be read") from reason
    return parse(text)


def parse(text: bytes) -> Proposal:
    """Read the file.

    Raises:
        Unreadable: it is too long, no JSON, or holds what it may not hold.
    """
    if len(text) > LARGEST:
        raise Unreadable(f"the file is longer than {LARGEST} bytes")
    try:
        return Proposal.model_validate_json(text)
    except ValidationError as reason:
        raise Unreadable(f"{reason.error_count()} values are not what they should be") from reason
