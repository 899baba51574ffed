"""Changes of fields as parts of a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.history.changes import Action, Change, FieldChange
from macros.views.change_log.details import SHORT, Details
from macros.views.change_log.names import Names
from macros.views.change_log.values import Values

WORDS = texts("en")["changes"]
REPORTS = WORDS["reports"]
LONG = "x" * (SHORT + 1)


def told(records: Catalogue, change: Change) -> list[str]:
    return list(Details(Values(Names(records, "en"), "en"), "en").of(change))


def change(kind: str, action: Action = "changed", about: str = "", **more: Any) -> Change:
    return Change(commit="c", moment=0, kind=kind, id="x", action=action, about=about or f"{kind}/x", **more)


def became(records: Catalogue, field: str, before: Any, after: Any, kind: str = "task") -> list[str]:
    return told(records, change(kind, fields=(FieldChange(field, before, after),)))


def words(key: str, field: str, **values: str) -> str:
    return str(WORDS[key].format(field=WORDS["fields"][field], **values))


def test_a_value_that_came_went_or_changed_is_shown(small: Catalogue):
    assert became(small, "due", None, "2027") == [words("set", "due", after="2027")]
    assert became(small, "due", "2026", None) == [words("unset", "due", before="2026")]
    assert became(small, "due", "2026", "2027") == [words("became", "due", before="2026", after="2027")]


@pytest.mark.parametrize("text", [LONG, "two\nlines"])
def test_a_long_value_is_left_to_the_page(text: str, small: Catalogue):
    assert became(small, "note", None, text) == [words("written", "note")]
    assert became(small, "note", text, None) == [words("left", "note")]
    assert became(small, "note", "short", text) == [words("rewritten", "note")]


def test_values_that_read_the_same_are_reworded(small: Catalogue):
    before, after = {"name": "Sakai-shi", "kind": "other"}, {"name": "Sakai-shi", "kind": "former"}
    assert became(small, "aliases", before, after, "partner") == [words("rewritten", "aliases")]


def test_a_field_that_no_record_has_any_more_is_only_said_to_have_changed(small: Catalogue):
    other = WORDS["rewritten"].format(field=WORDS["other"])
    assert became(small, "colour", "red", "blue") == [other]


def test_a_text_that_changed_in_one_language_is_shown_in_it(small: Catalogue):
    before, after = {"vi": "Một", "en": "One"}, {"vi": "Một", "en": "1"}
    field = WORDS["in_language"]["en"].format(field=WORDS["fields"]["title"])
    assert became(small, "title", before, after) == [WORDS["became"].format(field=field, before="One", after="1")]
    both = {"vi": "Hai", "en": "Two"}
    assert became(small, "title", before, both) == [words("became", "title", before="One", after="Two")]


def test_an_end_that_moved_is_told_as_a_date(small: Catalogue):
    before, after = {"kind": "until", "until": "2027"}, {"kind": "until", "until": "2029"}
    assert became(small, "term", before, after, "agreement") == [
        words("became", "expires", before="2027", after="2029")
    ]
    assert became(small, "term", None, after, "agreement") == [words("set", "expires", after="2029")]


def test_a_term_of_another_kind_is_told_in_words(small: Catalogue):
    terms = texts("en")["terms"]
    before, after = {"kind": "indefinite"}, {"kind": "unstated"}
    shown = {"before": terms["indefinite"], "after": terms["unstated"]}
    assert became(small, "term", before, after, "agreement") == [words("became", "term", **shown)]


def test_what_came_to_a_list_and_what_left_it_are_told_apart(small: Catalogue):
    assert became(small, "sectors", ["a", "b"], ["b", "c"]) == [
        words("gained", "sectors", items="c"),
        words("lost", "sectors", items="a"),
    ]
    assert became(small, "sectors", None, [LONG]) == [words("written", "sectors")]


def test_a_list_in_another_order_is_said_to_be(small: Catalogue):
    assert became(small, "sectors", ["a", "b"], ["b", "a"]) == [words("reordered", "sectors")]
    note = [{"name": "A", "note": "x"}], [{"name": "A", "note": "y"}]
    assert became(small, "aliases", *note, kind="partner") == [words("rewritten", "aliases")]


@pytest.mark.parametrize("action", ["added", "removed", "renamed"])
def test_a_record_itself_came_left_or_has_another_id(action: Action, small: Catalogue):
    assert told(small, change("task", action, former="y")) == [WORDS[action].format(former="y")]


@pytest.mark.parametrize(
    ("event", "until", "expected"),
    [
        ("extended", "2029", f"{REPORTS['extended'].format(date=2024)}{REPORTS['with_until'].format(until=2029)}"),
        ("ended", None, REPORTS["ended"].format(date="2024")),
        ("unheard-of", None, REPORTS["progress"].format(date="2024", status="")),
    ],
)
def test_a_report_is_told_of_the_record_that_it_is_about(event: str, until: str, expected: str, small: Catalogue):
    known = {"event": event, "date": "2024", "until": until}
    found = told(small, change("update", "added", "agreement/sakai-2009", known_by=known))
    assert found == [WORDS["concerned"]["added"].format(what=expected)]


def test_a_conflict_names_the_field_that_sources_disagree_on(small: Catalogue):
    fields = (FieldChange("note", None, "a"), FieldChange("field", "due", "signed"))
    found = told(small, change("conflict", about="task/y", known_by={"field": "signed"}, fields=fields))
    what = WORDS["about"]["conflict"].format(field=WORDS["fields"]["signed"])
    assert [line.partition(" – ")[0] for line in found] == [what, what]
    assert found[0] == f"{what} – {words('set', 'note', after='a')}"


RETIRED = {"date": "2026-11-01", "reason": {"vi": "Ghi hai lần.", "en": "Entered twice."}}
MERGED = {"partner": "sakai", "date": "2026-01-01", "sources": []}


def test_what_became_of_a_record_is_told_in_words_of_its_own(small: Catalogue):
    assert became(small, "retired", None, RETIRED) == [WORDS["retired"].format(reason="Entered twice.")]
    assert became(small, "retired", RETIRED, None) == [words("taken_back", "retired")]
    assert became(small, "retired", RETIRED, {**RETIRED, "date": "2026"}) == [words("rewritten", "retired")]
    assert became(small, "merged_into", None, MERGED, "partner") == [WORDS["merged_into"].format(partner="Sakai")]


def test_a_renamed_record_tells_what_else_changed(small: Catalogue):
    renamed = change("task", "renamed", former="y", fields=(FieldChange("due", None, "2027"),))
    assert told(small, renamed) == [WORDS["renamed"].format(former="y"), words("set", "due", after="2027")]


def test_a_record_that_was_merged_is_told_of_the_one_that_took_it_over(small: Catalogue):
    assert told(small, change("sector", "merged", about="sector/tourism", former="x")) == [
        WORDS["merged"].format(former="x")
    ]


def test_a_moved_deadline_is_told_with_its_day(small: Catalogue):
    known = {"event": "due-changed", "date": "2024", "due": "2029"}
    (found,) = told(small, change("update", "added", "task/scheme-i-1", known_by=known))
    moved = REPORTS["due-changed"].format(date=2024) + REPORTS["with_due"].format(due=2029)
    assert found == WORDS["concerned"]["added"].format(what=moved)
