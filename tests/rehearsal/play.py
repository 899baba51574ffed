"""One edit played: the city before and after it, and what the pull request's comment said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.contribute.pull_request.comment import comment
from macros.contribute.pull_request.description import describe
from macros.contribute.pull_request.proposal import Pages, Proposal
from macros.records.check.problem import Problem, errors
from macros.records.history.changes import Change
from macros.records.writing.candidate import copied
from tests.rehearsal.city import City
from tests.rehearsal.edit import Edit
from tests.rehearsal.sights import Sights

RUN = "https://github.com/example/danang/actions/runs/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """An edit and what came of it.

    Attributes:
        edit: the edit.
        root: the project's folder.
        chosen: puts ids of records that were there before into a text.
        problems: what the check found afterwards.
        proposal: the description of the pull request.
        comment: the comment on it.
        changes: the changes that the history tells of it, those of the last commit first.
        records: the records afterwards; None where the check refused the edit.
        sights: the site afterwards; that of before where the check refused the edit.
    """

    edit: Edit
    root: Path
    chosen: Callable[[str], str]
    problems: Sequence[Problem]
    proposal: Proposal
    comment: str
    changes: tuple[Change, ...]
    records: Catalogue | None
    sights: Sights


# Shows the city as it is: its records, the site, and how many pages differ from the site before.
Show = Callable[[Catalogue], tuple[Sights, Pages | None]]


def play(city: City, edit: Edit, show: Show, before: Sights) -> Played:
    """Make an edit, have it checked and described, and look at the city.

    Args:
        city: the city before.
        edit: the edit.
        show: shows the city as it is.
        before: what was published before.
    """
    known = len(city.records.history.changes)
    with copied(city.root) as old:
        city.make(edit)
        problems = city.check()
        records = None if errors(problems) else city.records
        sights, pages = (before, None) if records is None else show(records)
        proposal = describe(old, city.root, pages)
    if edit.refused:
        city.take_back()
    told = () if records is None else records.history.changes[: len(records.history.changes) - known]
    return Played(
        edit=edit,
        root=city.root,
        chosen=city.chosen,
        problems=problems,
        proposal=proposal,
        comment=comment(proposal, RUN),
        changes=told,
        records=records,
        sights=sights,
    )
