"""The forms: the kind of record that each makes, and which of its fields it asks for.

Nothing about a field is said here but which form has it: labels, help, limits and pick-lists come from
:mod:`macros.records.schema`, choices from the data, messages from :mod:`macros.records.check.messages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from macros.records.model.agreement import RELATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form.

    Attributes:
        name: its name in addresses and on the command line.
        kind: the plural of the kind of record that it makes.
        asked: the fields that it asks for, in its order.
        details: fields that few sources tell; they wait behind a fold, and on the command line behind one question.
        further: other fields behind the fold.
        fixed: values of fields that are not asked for.
        must: fields that the form demands although the model does not.
        offered: pick-lists that are narrower than the model's, by field.
        records: the singular of the kind that its field ``record`` names.
    """

    name: str
    kind: str
    asked: tuple[str, ...]
    details: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    must: frozenset[str] = frozenset()
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    records: str = ""


_ALL: Final = (
    Form(
        name="agreement",
        kind="agreements",
        asked=(
            *("partner", "instrument", "signatory", "signed", "announced", "term", "subject", "sectors"),
            *("sources", "documents"),
        ),
        details=("place", "signatories", "languages", "binding", "text", *RELATIONS),
        further=("note", "id"),
    ),
    Form(
        name="event",
        kind="updates",
        asked=("record", "event", "date", "until", "result", "next", "by", "note", "url"),
        details=("sources",),
        further=("id",),
        offered={
            "event": ("signed", "announced", "renewed", "extended", "amended", "reviewed", "ended", "replaced"),
        },
        records="agreement",
    ),
    Form(
        name="progress",
        kind="updates",
        asked=("record", "date", "status", "reason", "note", "url"),
        details=("sources",),
        further=("id",),
        fixed={"event": "progress"},
        must=frozenset({"status"}),
        records="task",
    ),
    Form(
        name="task-change",
        kind="updates",
        asked=("record", "event", "date", "was", "due", "lead", "note", "url"),
        details=("sources",),
        further=("id",),
        offered={"event": ("due-changed", "reassigned")},
        records="task",
    ),
    Form(
        name="partner",
        kind="partners",
        asked=("name", "kind", "country", "sectors", "sources", "documents", "agreements"),
        details=("former_names", "identifiers"),
        further=("within", "territory", "note", "id"),
    ),
    Form(
        name="task",
        kind="tasks",
        asked=(
            *("plan", "group", "number", "title", "summary", "lead", "lead_all_relevant", "coordinating"),
            *("coordinating_all_relevant", "due", "sectors", "countries", "sources", "documents"),
        ),
        further=("note", "id"),
    ),
)

FORMS: Final[Mapping[str, Form]] = {form.name: form for form in _ALL}
"""Each form by its name, in the order in which the site lists them."""
