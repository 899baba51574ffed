"""Rules over the whole of the data, one small generator each, in the list :data:`RULES`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from macros.base.system.garbage import paused
from macros.records.check.checkout import committed_outputs
from macros.records.check.inbox import workbook_in_inbox
from macros.records.check.problem import Problem, limited
from macros.records.check.rules.agencies import successor_circle, successor_ended, successor_itself
from macros.records.check.rules.agreements import agreement_circle, announced_and_signed, signed_twice
from macros.records.check.rules.conflicts import conflict_field
from macros.records.check.rules.cooperation import title_words
from macros.records.check.rules.dates import date_in_future, date_order
from macros.records.check.rules.documents import address_day
from macros.records.check.rules.duplicates import duplicate_id, duplicate_partner, duplicate_task_number, issuer_twice
from macros.records.check.rules.identifiers import identifier_twice, subdivision_elsewhere
from macros.records.check.rules.identity import (
    former_ids,
    merged_circle,
    retired_in_future,
    retired_referred,
    update_on_retired,
)
from macros.records.check.rules.languages import untranslated
from macros.records.check.rules.locators import locator_phrase, locator_unknown
from macros.records.check.rules.references import place_partner, record_references, references
from macros.records.check.rules.removals import record_removed
from macros.records.check.rules.reported_agreements import reported_complete, reported_in_future
from macros.records.check.rules.tallies import count_fell, counts
from macros.records.check.rules.task_updates import due_changed, reason_missing, reassigned
from macros.records.check.rules.tasks import agency_twice, task_group
from macros.records.check.rules.terms import avoided_in_pages, avoided_in_records
from macros.records.check.rules.texts import text_files
from macros.records.check.rules.traversal import every_value
from macros.records.check.rules.vocabularies import not_listed, term_twice
from macros.records.check.written_pages import written_pages
from macros.records.dataset import Dataset, Kept, read

__all__ = ["RULES", "check", "counts"]

Rule = Callable[[Dataset], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    duplicate_id,
    former_ids,
    references,
    record_references,
    retired_referred,
    update_on_retired,
    retired_in_future,
    merged_circle,
    not_listed,
    term_twice,
    duplicate_partner,
    duplicate_task_number,
    issuer_twice,
    task_group,
    date_order,
    date_in_future,
    announced_and_signed,
    signed_twice,
    agreement_circle,
    reported_complete,
    reported_in_future,
    conflict_field,
    title_words,
    agency_twice,
    reason_missing,
    due_changed,
    reassigned,
    successor_itself,
    successor_circle,
    successor_ended,
    place_partner,
    identifier_twice,
    subdivision_elsewhere,
    count_fell,
    address_day,
    untranslated,
    locator_phrase,
    locator_unknown,
    avoided_in_records,
)


def check(root: Path, kept: Kept | None = None) -> tuple[Dataset, list[Problem]]:
    """Read the data below ``root`` and apply every rule, to what stands beside the data as well.

    Args:
        root: the project's folder.
        kept: files as read before (see :func:`macros.records.dataset.read`).

    Returns:
        The data, and all problems sorted by place.
    """
    with paused():
        dataset, problems = read(root, kept)
        for rule in RULES:
            problems += limited(rule(dataset))
        problems += limited(record_removed(root, dataset))
        problems += limited(text_files(dataset, root)) + limited(avoided_in_pages(dataset, root))
        problems += limited(committed_outputs(root)) + limited(workbook_in_inbox(root))
        problems += limited(written_pages(root, dataset))
        every_value.cache_clear()
        return dataset, sorted(problems)
