"""A record asked for field by field: what is asked, in which order, and what comes of the answers."""

from __future__ import annotations

import pytest

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.contribute.forms.prepare import prepare
from macros.contribute.interview.interview import Interview
from macros.records.check.problem import Place, Problem
from tests.unit.contribute.interview.person import Person

# An agreement, up to its sources: partner, instrument, signatory, signing, announcement, term, subject, sectors.
BEGINNING = ["sakai", "1", "peoples-committee", "15/3/2026", "", "indefinite", "Du lịch.", "Tourism.", "tourism"]


def interview(name: str, lines: list[str], records: Catalogue) -> tuple[Interview, Person]:
    person = Person(lines)
    return Interview(name, records, person.ask, person.say), person


def test_a_source_of_the_library_needs_no_document(small: Catalogue):
    lines = [*BEGINNING, "scheme", "mục 3", "k", "", "", ""]
    questions, person = interview("agreement", lines, small)
    questions.run()
    assert questions.record() == {
        "id": "sakai-2026",
        "partner": "sakai",
        "instrument": "agreement",
        "signatory": "peoples-committee",
        "signed": "2026-03-15",
        "term": {"kind": "indefinite"},
        "subject": {"vi": "Du lịch.", "en": "Tourism."},
        "sectors": ["tourism"],
        "sources": [{"document": "scheme", "locator": "mục 3"}],
    }
    assert questions.file() == "data/agreements/sakai-2026.yaml"
    assert person.left == []


def test_a_new_document_is_asked_for_and_cited(small: Catalogue):
    lines = [*BEGINNING, "new", "toàn văn", "k", "treaty", "", "", "Bản ghi nhớ", "Memorandum", "", "", "", "", "", ""]
    questions, _ = interview("agreement", lines, small)
    questions.run()
    record = questions.record()
    assert record["documents"] == [
        {"id": "sakai-2026-treaty", "kind": "treaty", "title": {"vi": "Bản ghi nhớ", "en": "Memorandum"}}
    ]
    assert record["sources"] == [{"document": "sakai-2026-treaty", "locator": "toàn văn"}]


def test_further_sources_are_offered_one_by_one(small: Catalogue):
    lines = [*BEGINNING, "scheme", "mục 3", "c", "scheme", "mục 4", "k", "", "", ""]
    questions, person = interview("agreement", lines, small)
    questions.run()
    assert [source["locator"] for source in questions.record()["sources"]] == ["mục 3", "mục 4"]
    assert person.left == []


@pytest.mark.parametrize(
    ("answers", "term"),
    [
        (["until", "", "12/2030"], {"kind": "until", "until": "2030-12"}),
        (["years", "5"], {"kind": "years", "years": "5"}),
        (["unstated"], {"kind": "unstated"}),
    ],
)
def test_a_term_asks_only_for_what_its_kind_needs(answers: list[str], term: dict[str, str], small: Catalogue):
    lines = [*BEGINNING[:5], *answers, *BEGINNING[6:], "scheme", "mục 3", "k", "", "", ""]
    questions, person = interview("agreement", lines, small)
    questions.run()
    assert questions.record()["term"] == term
    assert person.left == []


def test_the_second_language_belongs_to_the_first(small: Catalogue):
    lines = [*BEGINNING[:7], "", "Tourism.", "tourism", "scheme", "mục 3", "k", "", "", ""]
    questions, person = interview("agreement", lines, small)
    questions.run()
    assert questions.record()["subject"] == {"vi": "Du lịch.", "en": "Tourism."}
    assert person.left == []


def test_a_task_takes_several_agencies_and_flags(small: Catalogue):
    lines = ["scheme", "scheme-i", "I.2", "Mở lớp", "Run courses", "Mở lớp hằng năm.", "Run courses every year."]
    lines += ["2, foreign-affairs", "có", "", "k", "", "", "", "scheme", "mục 2", "k", "", ""]
    questions, person = interview("task", lines, small)
    questions.run()
    record = questions.record()
    assert sorted(record["lead"]) == ["foreign-affairs", "peoples-committee"]
    assert (record["lead_all_relevant"], record["coordinating_all_relevant"]) == ("true", "false")
    assert questions.file() == "data/tasks/scheme-i-2.yaml"
    assert person.left == []


def test_what_cannot_be_right_is_asked_again_at_once(small: Catalogue):
    lines = ["nowhere", "sakai", "1", "1", "30/2/2026", "15/3/2026"]
    questions, person = interview("agreement", lines, small)
    with pytest.raises(EOFError):
        questions.run()
    assert questions.values["partner"] == "sakai"
    assert questions.values["signed"] == "2026-03-15"
    assert any("2026-02-30" in line for line in person.said)


def test_a_needed_field_is_not_left_empty(small: Catalogue):
    questions, person = interview("agreement", ["", "sakai"], small)
    with pytest.raises(EOFError):
        questions.run()
    missing = Problem(Place(""), "missing-field", field="partner").sentences()
    assert any(missing[0] in line for line in person.said)
    assert questions.values["partner"] == "sakai"


def test_a_text_that_may_be_left_out_asks_for_no_translation_of_nothing(small: Catalogue):
    lines = [*BEGINNING[:6], "", "tourism", "scheme", "mục 3", "k", "", "", ""]
    questions, person = interview("agreement", lines, small)
    questions.run()
    assert "subject" not in questions.record()
    assert person.left == []


def test_questions_come_in_vietnamese_then_english_with_what_may_be_left_empty(small: Catalogue):
    questions, person = interview("agreement", [*BEGINNING, "scheme", "mục 3", "k", "", "", ""], small)
    questions.run()
    labels = [prepare("agreement", small, lang).asked[0] for lang in LANGS]
    first, help_ = person.said[0].strip("\n").split("\n")
    assert first == " / ".join(part.label for part in labels)
    assert help_.strip() == " / ".join(part.help for part in labels)
    optional = [line.strip().partition("\n")[0] for line in person.said if "may be left empty" in line]
    assert optional
    assert not any(line.startswith(first) for line in optional)


def test_progress_names_its_task_and_its_event_is_not_asked_for(small: Catalogue):
    lines = ["I.1", "2026-10-01", "done", "Đã làm.", "", "", "", ""]
    questions, _ = interview("progress", lines, small)
    questions.run()
    assert questions.record() == {
        "id": "scheme-i-1-progress-2026-10-01",
        "record": "task/scheme-i-1",
        "event": "progress",
        "date": "2026-10-01",
        "status": "done",
        "note": {"vi": "Đã làm."},
    }


def test_a_status_that_needs_a_reason_asks_for_it(small: Catalogue):
    questions, person = interview(
        "progress", ["I.1", "2026-10-01", "paused", "Hết tiền.", "", "Tạm dừng.", "", "", "", ""], small
    )
    questions.run()
    assert questions.record()["reason"] == {"vi": "Hết tiền."}
    assert person.left == []


def test_a_moved_deadline_and_a_new_lead_ask_for_what_belongs_to_each(small: Catalogue):
    moved, _ = interview(
        "task-change", ["I.1", "due-changed", "1/10/2026", "", "31/12/2027", "Lùi hạn.", "", "", "", ""], small
    )
    moved.run()
    assert (moved.record()["due"], moved.record().get("lead")) == ("2027-12-31", None)
    given, _ = interview(
        "task-change", ["I.1", "reassigned", "1/10/2026", "peoples-committee", "Giao lại.", "", "", "", ""], small
    )
    given.run()
    assert (given.record()["lead"], given.record().get("due")) == (["peoples-committee"], None)


def test_only_the_fields_that_a_problem_is_about_are_asked_again(small: Catalogue):
    lines = [*BEGINNING, "scheme", "mục 3", "k", "", "", "", "16/3/2026", "years", "3"]
    questions, person = interview("agreement", lines, small)
    questions.run()
    problems = [Problem(Place(""), "date-order", field="term.until"), Problem(Place(""), "date-order", field="signed")]
    assert questions.again(problems)
    record = questions.record()
    assert (record["signed"], record["term"]) == ("2026-03-16", {"kind": "years", "years": "3"})
    assert record["partner"] == "sakai"
    assert person.left == []


def test_what_is_asked_again_replaces_what_was_answered_before(small: Catalogue):
    lines = [*BEGINNING[:5], "years", "5", *BEGINNING[6:], "scheme", "mục 3", "k", "", "", "", "unstated"]
    questions, _ = interview("agreement", lines, small)
    questions.run()
    assert questions.again([Problem(Place(""), "date-order", field="term.until")])
    assert questions.record()["term"] == {"kind": "unstated"}


def test_a_problem_about_no_field_of_the_form_is_not_asked_about(small: Catalogue):
    questions, _ = interview("agreement", [], small)
    assert not questions.again([Problem(Place(""), "unknown-field", field="former_ids")])


def test_details_of_a_signing_are_asked_of_whoever_has_any(small: Catalogue):
    details = ["c", "Sakai", "Sakai", "c", "A. Giả", "", "city", "c", "B. Giả", "Thị trưởng", "Mayor", "partner", "k"]
    details += ["vi, ja", "false", "c", "published", "https://example.org/text", "ja", "sakai-2009", "", "", ""]
    lines = [*BEGINNING, "scheme", "mục 3", "k", *details, "", ""]
    questions, person = interview("agreement", lines, small)
    questions.run()
    record = questions.record()
    assert record["place"] == {"vi": "Sakai", "en": "Sakai"}
    assert record["signatories"] == [
        {"name": "A. Giả", "side": "city"},
        {"name": "B. Giả", "office": {"vi": "Thị trưởng", "en": "Mayor"}, "side": "partner"},
    ]
    assert (record["languages"], record["binding"]) == (["vi", "ja"], "false")
    assert record["supersedes"] == ["sakai-2009"]
    assert record["text"] == {"access": "published", "url": "https://example.org/text", "language": "ja"}
    assert person.left == []


def test_what_is_only_announced_gets_the_year_of_that(small: Catalogue):
    lines = [*BEGINNING[:3], "", "10/2026", "unstated", *BEGINNING[6:], "scheme", "mục 3", "k", "", "", ""]
    questions, person = interview("agreement", lines, small)
    questions.run()
    record = questions.record()
    assert (record["id"], record["announced"], "signed" in record) == ("sakai-2026", "2026-10", False)
    assert person.left == []


def test_a_replacement_asks_for_the_successor(small: Catalogue):
    lines = ["sakai", "replaced", "2026-10-01", "sakai-2009", "Thay.", "", "", "", ""]
    questions, person = interview("event", lines, small)
    questions.run()
    assert (questions.record()["by"], person.left) == ("sakai-2009", [])
