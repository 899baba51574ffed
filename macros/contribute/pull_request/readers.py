"""The differences that readers will see after a change, in a language: what is recorded, statuses, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from macros.base.formats import number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.history.changes import Change
from macros.records.kinds import SINGULAR
from macros.views.change_log.log import ChangeLog
from macros.views.change_log.names import Names

# The words of the statuses of each kind that has them.
_STATUSES: Final = {"agreement": "agreement_status", "task": "task_status"}


def differences(before: Catalogue, after: Catalogue, changes: Iterable[Change], lang: Lang) -> list[str]:
    """Return what readers will see that they do not see now, as sentences without a full stop.

    Args:
        before: the records as they are, joined.
        after: the records as proposed, judged by the same day.
        changes: the changes of the records.
        lang: the language of the sentences; both languages have as many, in the same order.
    """
    return [*_told(after, changes, lang), *_statuses(before, after, lang), *_numbers(before, after, lang)]


def _told(after: Catalogue, changes: Iterable[Change], lang: Lang) -> Iterator[str]:
    """The events of agreements and tasks and the conflicts that are recorded, as the change log will tell them."""
    log = ChangeLog(after, lang)
    for change in changes:
        if SINGULAR[change.kind].about_another:
            yield log.entry(change).sentence


def _statuses(before: Catalogue, after: Catalogue, lang: Lang) -> Iterator[str]:
    names = Names(after, lang)
    for kind, words in _STATUSES.items():
        known = before.of_kind(kind)
        for name, item in after.of_kind(kind).items():
            if name in known and known[name].status != item.status:
                was, now = (str(texts(lang)[words][side.status]) for side in (known[name], item))
                yield _became(names.subject(kind, name, {}), was, now, lang)


def _numbers(before: Catalogue, after: Catalogue, lang: Lang) -> Iterator[str]:
    """Numbers of partners, agreements in force and tasks reported on."""
    for name, was, now in (
        ("partners", len(before.partners), len(after.partners)),
        ("in_force", before.agreement_counts["in-force"], after.agreement_counts["in-force"]),
        ("reported", before.tasks_reported, after.tasks_reported),
    ):
        if was != now:
            words = texts(lang)["proposal"]["numbers"][name]
            yield _became(words, number_text(was, lang), number_text(now, lang), lang)


def _became(what: str, before: str, after: str, lang: Lang) -> str:
    return str(texts(lang)["proposal"]["became"].format(what=what, before=before, after=after))
