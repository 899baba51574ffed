"""Rules against ids, partners and numbers of tasks that are there twice."""

from __future__ import annotations

from collections.abc import Iterator

from macros.base.folding import fold
from macros.base.languages import LANGS
from macros.records.check.problem import Place, Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset, Entry
from macros.records.kinds import PLURAL
from macros.records.model import Partner, Task


def duplicate_id(dataset: Dataset) -> Iterator[Problem]:
    """An id is used once among all records of a kind, whatever file they are in."""
    seen: dict[tuple[str, str], Place] = {}
    for kind, name, place in dataset.named():
        if PLURAL[kind].gathered:
            continue
        first = seen.setdefault((kind, name), place)
        if first != place:
            yield Problem(place, "duplicate-id", f"{kind}/{name}", "id", name, details=(("first", str(first)),))


def duplicate_partner(dataset: Dataset) -> Iterator[Problem]:
    """No two partners in use of a country share a name, a former name or an alias once accents are folded."""
    seen: dict[tuple[str, str], Entry[Partner]] = {}
    for entry in dataset.of("partners", Partner):
        partner = entry.record
        if partner.retired is not None:
            continue
        texts = (partner.name, *(former.name for former in partner.former_names))
        spellings = (*(text[lang] for text in texts for lang in LANGS), *(alias.name for alias in partner.aliases))
        for name in {fold(spelling) for spelling in spellings}:
            first = seen.setdefault((partner.country, name), entry)
            if first.record.id != partner.id:
                other, place = first.record.id, str(first.place)
                yield problem("duplicate-partner", "partners", entry, ("name",), found=name, other=other, first=place)


def duplicate_task_number(dataset: Dataset) -> Iterator[Problem]:
    """A number is used once among the tasks of a plan."""
    seen: dict[tuple[str, str], Place] = {}
    for entry in dataset.of("tasks", Task):
        number = entry.record.number
        first = seen.setdefault((entry.record.plan, number), entry.place)
        if first != entry.place:
            yield problem("duplicate-task-number", "tasks", entry, ("number",), found=number, first=str(first))
