"""Rules against ids, partners and numbers of tasks that are there twice."""

from __future__ import annotations

from collections.abc import Iterator

from macros.base.folding import fold, slugify
from macros.base.languages import LANGS
from macros.records.check.problem import Place, Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset, Entry
from macros.records.kinds import PLURAL
from macros.records.model import Document, Partner, Task


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


def issuer_twice(dataset: Dataset) -> Iterator[Problem]:
    """One issuer is written in one way: pages list issuers by name, each at an anchor made of the name."""
    seen: dict[tuple[str, str], tuple[str, Entry[Document]]] = {}
    for entry in dataset.of("documents", Document):
        issuer = entry.record.issuer
        if issuer is None:
            continue
        for lang in LANGS:
            name = issuer[lang]
            # A name without letters would stand at the anchor of documents that print no issuer.
            other, first = seen.setdefault((lang, slugify(name)), (name if slugify(name) else "–", entry))
            if other != name:
                path, place = ("issuer", lang), str(first.place)
                yield problem("issuer-twice", "documents", entry, path, found=name, other=other, first=place)


def duplicate_task_number(dataset: Dataset) -> Iterator[Problem]:
    """A number is used once among the tasks of a plan, whatever dash or space it is written with."""
    seen: dict[tuple[str, str], Place] = {}
    for entry in dataset.of("tasks", Task):
        number = entry.record.number
        first = seen.setdefault((entry.record.plan, fold(number)), entry.place)
        if first != entry.place:
            yield problem("duplicate-task-number", "tasks", entry, ("number",), found=number, first=str(first))
