"""Documents with the records that cite them and the tasks that name them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from macros.catalogue.citations import cited
from macros.catalogue.items import DocumentItem, TaskItem
from macros.catalogue.joins.by_key import by_key
from macros.catalogue.lookups import Lookups
from macros.records.model import Document


def documents(lookups: Lookups, tasks: Mapping[str, TaskItem]) -> dict[str, DocumentItem]:
    """Join documents with what cites, names and accompanies them."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, entries in lookups.dataset.entries.items():
        for entry in entries:
            for document in cited(entry.record):
                uses[document][kind] += 1
    attached = by_key(lookups.documents.values(), lambda document: (document.attached_to or "",))
    naming = _naming(lookups, tasks)
    return {
        entry.record.id: DocumentItem(
            record=entry.record,
            uses_by_kind=dict(uses[entry.record.id]),
            naming_tasks=naming[entry.record.number or ""],
            attachments=attached[entry.record.id],
            conflicts=lookups.conflicts_of("document", entry.record.id),
            place=entry.place,
        )
        for entry in lookups.dataset.of("documents", Document)
    }


def _naming(lookups: Lookups, tasks: Mapping[str, TaskItem]) -> Mapping[str, tuple[TaskItem, ...]]:
    """Tasks by the number of each document that their text names."""
    found: dict[str, tuple[TaskItem, ...]] = defaultdict(tuple)
    texts = {task.id: task.record.summary.vi + task.record.title.vi for task in tasks.values()}
    # Most numbers are named by no task, so all texts are first searched for each at once.
    together = "\n".join(texts.values())
    for number in {document.number for document in lookups.documents.values() if document.number}:
        if number in together:
            whole = re.compile(rf"(?<![\w/-]){re.escape(number)}(?![\w/-])")
            found[number] = tuple(tasks[name] for name, text in texts.items() if whole.search(text))
    return found
