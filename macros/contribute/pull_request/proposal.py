"""A pull request's effect as a small JSON file: one workflow writes it, another reads it and comments.

The first runs the pull request's own code and may write nothing; the second may comment and runs none of that code.
So the file is not to be trusted: the models here say what it may hold, and
:mod:`macros.contribute.pull_request.safe_markdown` disarms its texts.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from macros.records.history.changes import Action

FILE: Final = "proposal.json"
# Bytes: far above what the largest honest pull request makes, far below what would be work to read.
LARGEST: Final = 200_000
# Records of one kind, ends and problems that are named.
NAMED: Final = 20
# Fields and details of one record or problem that are named.
FIELDS: Final = 40
DETAILS: Final = 10
# Characters of a text.
LONG: Final = 300

# Workbooks that are named, and characters of a file that is proposed for one.
WORKBOOKS: Final = 5
LONGEST_TEXT: Final = 6_000

Short = Annotated[str, StringConstraints(max_length=LONG)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_-]{0,39}$")]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


class Part(BaseModel):
    """A part of the file: nothing unknown, nothing converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Words(Part):
    """A name or sentence in both languages."""

    vi: Short
    en: Short


class Named(Part):
    """A record.

    Attributes:
        id: its id.
        names: the names that a reader knows it by.
        fields: the names of the fields that changed.
        said: the changes in words, where the data hold together.
    """

    id: Short
    names: Annotated[list[Words], Field(max_length=8)]
    fields: Annotated[list[Short], Field(max_length=FIELDS)] = []
    said: Words | None = None


class Group(Part):
    """Records of a kind to which the same happens; the first of them are named."""

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
    """The numbers of pages of the built site that change, appear and disappear, both languages together."""

    changed: Number
    added: Number
    removed: Number


class Finding(Part):
    """A problem of the check, to be put into words by the reader of the file."""

    severity: Literal["error", "warning"]
    rule: Name
    place: Short
    record: Short
    field: Short
    found: Short
    allowed: Short
    details: Annotated[dict[Name, Short], Field(max_length=DETAILS)]


class Workbook(Part):
    """A workbook of the inbox.

    Attributes:
        file: its name.
        agency: the agency that it is of, where that is known.
        new: the number of new reports; ``known`` that of reports that the data have.
        faulty: the number of faults; nothing was entered where there are any.
        faults: the first of them.
        update: the path of the file proposed; empty where there is none.
        text: its content; empty where it is too long for a comment.
    """

    file: Short
    agency: Words | None
    new: Number
    known: Number
    faulty: Number
    faults: Annotated[list[Words], Field(max_length=NAMED)]
    update: Annotated[str, StringConstraints(pattern=r"^(data/updates/[a-z0-9-]{1,120}\.yaml)?$")]
    text: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class Proposal(Part):
    """The whole file.

    Attributes:
        version: the version of this format.
        as_of: the day that statuses were judged by.
        groups: the changes of records, by action and kind.
        workbooks: what became of the workbooks in the inbox; the first of them.
        seen: differences that readers will see, in words; the first of them.
        ends: agreements that end on another date; the first of them.
        ends_moved: the number of all of those.
        pages: the changes of pages; nothing where one of the two states could not be built.
        errors, warnings: the numbers of problems that the check finds.
        findings: the first of those.
    """

    version: Literal[1] = 1
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]
    groups: Annotated[list[Group], Field(max_length=400)]
    seen: Annotated[list[Words], Field(max_length=NAMED)] = []
    workbooks: Annotated[list[Workbook], Field(max_length=WORKBOOKS)] = []
    ends: Annotated[list[End], Field(max_length=NAMED)]
    ends_moved: Number
    pages: Pages | None
    errors: Number
    warnings: Number
    findings: Annotated[list[Finding], Field(max_length=NAMED)]


def fitted(proposal: Proposal) -> str:
    """Return the file of a proposal, with as many records and problems named as :data:`LARGEST` bytes hold."""
    for named in (NAMED, 10, 5, 2, 0):
        groups = [group.model_copy(update={"records": group.records[:named]}) for group in proposal.groups]
        less = {"groups": groups} | {key: getattr(proposal, key)[:named] for key in ("seen", "findings", "ends")}
        text = proposal.model_copy(update=less).model_dump_json(indent=1) + "\n"
        if len(text.encode()) <= LARGEST:
            break
    return text
