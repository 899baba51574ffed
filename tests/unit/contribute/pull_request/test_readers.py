"""The comment says what readers will see: events as the log tells them, statuses, numbers of the home page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.contribute.pull_request.comment import comment
from macros.contribute.pull_request.description import describe
from tests.unit.contribute.pull_request.edits import edit, put

ENDED = """- id: sakai-ended
  record: agreement/sakai-2009
  event: ended
  date: 2026-03-01
  note:
    vi: Hai bên chấm dứt.
    en: Ended by both sides.
"""
REPORTED = """- id: scheme-i-1-begun
  record: task/scheme-i-1
  event: progress
  date: 2026-03-02
  status: in-progress
  note:
    vi: Đã bắt đầu.
    en: Begun.
"""


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AS_OF", "2026-11-21")


def seen(before: Path, after: Path) -> dict[str, list[str]]:
    found = describe(before, after, None).seen
    return {lang: [getattr(words, lang) for words in found] for lang in LANGS}


def test_an_event_a_status_and_a_number_are_said_in_both_languages(small_root: Path, changed_root: Path):
    put(changed_root, "updates/end.yaml", ENDED)
    found = seen(small_root, changed_root)
    for lang in LANGS:
        statuses, numbers = texts(lang)["agreement_status"], texts(lang)["proposal"]["numbers"]
        event, status, number = found[lang]
        assert "Sakai" in event
        assert "2026" in event
        assert status.startswith(event.partition(":")[0])
        assert status.endswith(f"{statuses['in-force']} → {statuses['expired']}")
        assert number == f"{numbers['in_force']}: 1 → 0"


def test_a_first_report_is_a_status_and_a_number(small_root: Path, changed_root: Path):
    put(changed_root, "updates/begun.yaml", REPORTED)
    event, status, number = seen(small_root, changed_root)["en"]
    statuses = texts("en")["task_status"]
    assert statuses["in-progress"].lower() in event.lower()
    assert status.endswith(f"{statuses['not-reported']} → {statuses['in-progress']}")
    assert number.endswith("0 → 1")


def test_a_new_wording_changes_none_of_these(small_root: Path, changed_root: Path):
    edit(changed_root, "tasks.yaml", "en: Draw up an integration plan\n", "en: Write an integration plan\n")
    assert seen(small_root, changed_root) == {"vi": [], "en": []}


def test_nothing_is_promised_of_data_with_errors(small_root: Path, changed_root: Path):
    put(changed_root, "updates/end.yaml", ENDED.replace("event: ended", "event: finished"))
    assert seen(small_root, changed_root) == {"vi": [], "en": []}


def test_the_comment_has_them_after_the_sentence_of_their_language(small_root: Path, changed_root: Path):
    put(changed_root, "updates/end.yaml", ENDED)
    text = comment(describe(small_root, changed_root, None), "https://example.org/run")
    parts = [text.index(str(texts(lang)["proposal"]["readers"])) for lang in LANGS]
    english = text.index(texts("en")["proposal"]["sentence"].partition("{")[0])
    assert parts[0] < english < parts[1]


def test_a_name_that_would_come_alive_in_a_comment_stays_code(small_root: Path, changed_root: Path):
    for root in (small_root, changed_root):
        edit(root, "partners.yaml", "    en: Sakai\n", '    en: "@octocat"\n')
    put(changed_root, "updates/end.yaml", ENDED)
    text = comment(describe(small_root, changed_root, None), "https://example.org/run")
    assert "@octocat" in text
    assert "@octocat" not in re.sub("`[^`]*`", "", text)
