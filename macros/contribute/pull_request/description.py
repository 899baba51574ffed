"""Description of a change from two folders of data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from macros.base.clock import as_of
from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.contribute.pull_request.comparison import Comparison, Move, moves
from macros.contribute.pull_request.proposal import (
    DETAILS,
    FIELDS,
    LONG,
    NAMED,
    End,
    Finding,
    Group,
    Named,
    Pages,
    Proposal,
    Words,
)
from macros.contribute.pull_request.readers import differences
from macros.records.check.messages import MESSAGES
from macros.records.check.problem import Problem, errors, shorten
from macros.records.check.rules import check
from macros.records.check.style import style
from macros.records.history.changes import Action, Change
from macros.records.history.old_files import Plain
from macros.records.kinds import SINGULAR
from macros.views.change_log.log import ChangeLog

_ORDER: Final[tuple[Action, ...]] = ("added", "changed", "renamed", "merged", "removed")
# Sectors that name an agreement beside its partner.
_SECTORS: Final = 3

Logs = Mapping[Lang, ChangeLog]


def describe(before: Path, after: Path, pages: Pages | None) -> Proposal:
    """Describe the step from one project's data to another's.

    Args:
        before: the project's folder as it is.
        after: the project's folder as proposed.
        pages: the comparison of the two built sites, or nothing where one of them could not be built.
    """
    comparison = Comparison(before, after)
    new_data, problems = check(after)
    old_data, old_problems = check(before)
    moved = moves(old_data, new_data)
    problems += style(after, comparison.files)
    wrong = sum(problem.severity == "error" for problem in problems)
    # Words need data that hold together; without them, the fields that changed are named.
    catalogue = None if wrong else Catalogue(new_data, as_of())
    # Problems of before were published once, by an older check perhaps; they say nothing about this change.
    old = None if errors(old_problems) else Catalogue(old_data, as_of())
    logs = None if catalogue is None else {lang: ChangeLog(catalogue, lang) for lang in LANGS}
    return Proposal(
        as_of=as_of().isoformat(),
        groups=list(_groups(comparison, logs)),
        seen=[] if old is None or catalogue is None else _seen(old, catalogue, comparison),
        ends=[_end(move, comparison) for move in moved[:NAMED]],
        ends_moved=len(moved),
        pages=pages,
        errors=wrong,
        warnings=len(problems) - wrong,
        findings=[_finding(problem) for problem in _first(problems)],
    )


def _groups(comparison: Comparison, logs: Logs | None) -> Iterator[Group]:
    """Yield the changes of records by action and kind, additions first."""
    grouped: dict[tuple[Action, str], list[Change]] = defaultdict(list)
    for change in comparison.changes:
        grouped[change.action, change.kind].append(change)
    for (action, kind), changes in sorted(grouped.items(), key=lambda group: _ORDER.index(group[0][0])):
        records = [_named(change, comparison, logs) for change in changes[:NAMED]]
        yield Group(action=action, kind=kind, count=len(changes), records=records)


def _seen(before: Catalogue, after: Catalogue, comparison: Comparison) -> list[Words]:
    """The first differences that readers will see."""
    vi, en = (differences(before, after, comparison.changes, lang) for lang in LANGS)
    return [
        Words(vi=shorten(one, LONG), en=shorten(other, LONG)) for one, other in zip(vi[:NAMED], en[:NAMED], strict=True)
    ]


def _named(change: Change, comparison: Comparison, logs: Logs | None) -> Named:
    said = None
    if logs is not None and change.action == "changed":
        vi, en = ("; ".join(logs[lang].entry(change).details) for lang in LANGS)
        said = Words(vi=shorten(vi, LONG), en=shorten(en, LONG))
    return Named(
        id=shorten(change.id),
        names=_names(change.kind, comparison.get(change.kind, change.id), comparison),
        fields=[shorten(field.field) for field in change.fields[:FIELDS]],
        said=said,
    )


def _end(move: Move, comparison: Comparison) -> End:
    return End(
        names=_names("agreement", comparison.get("agreement", move.agreement), comparison),
        before=str(move.before or ""),
        after=str(move.after or ""),
    )


def _names(kind: str, record: Plain, comparison: Comparison) -> list[Words]:
    """Return the names that a reader knows a record by; one about another, such as an update, is known by that."""
    if "record" in SINGULAR[kind].model.model_fields:
        about, _, name = str(record.get("record")).partition("/")
        return _own_names(about, comparison.get(about, name), comparison)[:1]
    return _own_names(kind, record, comparison)


def _own_names(kind: str, record: Plain, comparison: Comparison) -> list[Words]:
    """Return a record's own names: of an agreement, those of its partner and sectors."""
    if kind != "agreement":
        named = [_name(kind, record)]
    else:
        sectors = record.get("sectors")
        listed = [str(name) for name in sectors] if isinstance(sectors, list) else []
        partner = _name("partner", comparison.get("partner", str(record.get("partner"))))
        named = [partner, *(_name("sector", comparison.get("sector", name)) for name in listed[:_SECTORS])]
    return [words for words in named if words is not None]


def _name(kind: str, record: Plain) -> Words | None:
    """Return the label of a record as it stands in its file, in whatever shape; None for a record that is not there."""
    value = record.get(SINGULAR[kind].label) if record else None
    if isinstance(value, str):
        return Words(vi=shorten(value), en=shorten(value))
    if isinstance(value, dict) and isinstance(value.get("vi"), str):
        vi, en = value["vi"], value.get("en")
        return Words(vi=shorten(vi), en=shorten(en if isinstance(en, str) else vi))
    return None


def _first(problems: Sequence[Problem]) -> list[Problem]:
    """Return the first problems in the order of the rules: how a file is written comes before what follows from it."""
    rules = list(MESSAGES)
    ordered = sorted(problems, key=lambda found: (found.severity != "error", rules.index(found.rule), found.place))
    return ordered[:NAMED]


def _finding(problem: Problem) -> Finding:
    return Finding(
        severity=problem.severity,
        rule=problem.rule,
        place=shorten(str(problem.place), 200),
        record=shorten(problem.record),
        field=shorten(problem.field),
        found=shorten(problem.found),
        allowed=shorten(problem.allowed, 200),
        details={name: shorten(value) for name, value in problem.details[:DETAILS]},
    )
