"""Values that a form's page holds for its scripts: messages of rules, forbidden characters, facts from the data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from macros.base.characters import ranges
from macros.base.folding import fold
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.forms.form import Form
from macros.records.check.messages import MESSAGES
from macros.records.kinds import PLURAL, SINGULAR
from macros.records.model import NEEDING_REASON, RESERVED

# Rules whose messages the forms use.
RULES: Final = (
    "missing-field",
    "both-languages",
    "too-long",
    "date",
    "whole-number",
    "number-range",
    "id-format",
    "reserved-id",
    "https-link",
    "tab",
    "control-character",
    "bidirectional-character",
    "invisible-character",
    "lost-character",
    "look-alike",
    "term",
    "event-fields",
    "replaced-by",
    "text-published",
    "text-unpublished",
    "announced-and-signed",
    "update",
    "reason-missing",
    "due-missing",
    "due-unchanged",
    "old-due-missing",
    "old-due-differs",
    "due-unsourced",
    "lead-missing",
    "lead-unchanged",
    "duplicate-id",
    "duplicate-partner",
    "duplicate-task-number",
    "task-group",
    "agency-twice",
    "date-order",
    "date-in-future",
    "untranslated",
    "english-pending",
)


def messages(rules: Iterable[str], lang: Lang) -> str:
    """Return the messages of rules in a language, each with its severity, as JSON.

    Beside a field they are in plain words; those of the check speak of files.
    """
    plain = texts(lang)["form_messages"]
    return json.dumps(
        {rule: [plain.get(rule, getattr(MESSAGES[rule], lang)), MESSAGES[rule].severity] for rule in rules},
        ensure_ascii=False,
    )


def characters() -> str:
    """Return the forbidden characters as JSON: for each rule, run lengths over all code points.

    The first number says how many code points from U+0000 on the rule allows, the second how many after those it
    refuses, and so on in turn; those after the last run are allowed.
    """
    runs: dict[str, list[int]] = {}
    for rule, refused in ranges().items():
        runs[rule] = []
        end = 0
        for run in refused:
            runs[rule] += [run.start - end, len(run)]
            end = run.stop
    return json.dumps(runs, separators=(",", ":"))


def known(form: Form, records: Catalogue) -> str:
    """Return the facts from the data that rules over the whole need for one form, as JSON.

    ``reserved`` has the ids that nobody may use, ``ids`` the ids in use with their places, by kind; the rest depends
    on the kind of record.
    """
    inner = (SINGULAR[singular].plural for field, singular in PLURAL[form.kind].within.items() if field in form.asked)
    facts: dict[str, Any] = {
        "reserved": sorted(RESERVED),
        "ids": {
            kind: {name: str(place) for (of, name), place in records.id_places.items() if of == kind}
            for kind in (form.kind, *inner)
        },
    }
    if form.kind in _FACTS:
        facts |= _FACTS[form.kind](form, records)
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def _before(form: Form, records: Catalogue) -> dict[str, Any]:
    """Return what an update starts from: the signing of each agreement, or the deadline and the lead of each task."""
    if form.records == "agreement":
        return {"signed": {name: str(item.record.signed or "") for name, item in records.agreements.items()}}
    days = {name: [str(update.date) for update in item.updates] for name, item in records.tasks.items()}
    return {
        "due": {name: str(item.due or "") for name, item in records.tasks.items() if item.due},
        "lead": {name: [agency.id for agency in item.lead_today] for name, item in records.tasks.items()},
        "reported": {name: max(found) for name, found in days.items() if found},
        "reasons": sorted(NEEDING_REASON),
    }


def _names(_form: Form, records: Catalogue) -> dict[str, Any]:
    """Return every name of every partner, folded, with its country, the partner's id and its place."""
    found = []
    for item in records.partners.values():
        partner = item.record
        former = [spelled for one in partner.former_names for spelled in (one.name.vi, one.name.en)]
        names = [partner.name.vi, partner.name.en, *former, *(alias.name for alias in partner.aliases)]
        found += [[partner.country, folded, item.id, str(item.place)] for folded in dict.fromkeys(map(fold, names))]
    return {"names": found}


def _numbers(_form: Form, records: Catalogue) -> dict[str, Any]:
    """Return every task's plan and number, with its place."""
    return {"numbers": [[task.plan.id, task.record.number, str(task.place)] for task in records.tasks.values()]}


_FACTS: Final[Mapping[str, Callable[[Form, Catalogue], dict[str, Any]]]] = {
    "updates": _before,
    "partners": _names,
    "tasks": _numbers,
}
