"""Problems as people and programs see them."""

from __future__ import annotations

import pytest

from macros.records.check.messages import MESSAGES
from macros.records.check.problem import MAX_REPORTED, Place, Problem, errors, limited, shorten, visible

HOSTILE = "a\x1b[31m\n::error::b%25"
MISTAKE = Problem(Place("data/tasks.yaml", 3, 5), "number", "tasks/x", "value", HOSTILE)


def test_the_text_for_a_terminal_begins_with_the_place_and_is_in_both_languages():
    first, vietnamese, english = MISTAKE.text().split("\n")
    assert first == "data/tasks.yaml:3:5: [number] tasks/x · value"
    assert vietnamese.startswith("  LỖI: “aU+001B[31mU+000A::error::b%25” ")
    assert english.startswith("  ERROR: “aU+001B[31mU+000A::error::b%25” ")


def test_a_warning_says_that_it_is_one():
    warning = Problem(Place("data/tasks.yaml"), "untranslated", "tasks/x", "title")
    assert MESSAGES["untranslated"].severity == "warning"
    assert [line.split(":")[0] for line in warning.text().split("\n")[1:]] == ["  CẢNH BÁO", "  WARNING"]
    assert errors([warning, MISTAKE]) == [MISTAKE]


def test_an_annotation_is_one_command_whatever_was_typed():
    problem = Problem(Place("data/a,b:c\n.yaml", 3, 5), "number", "tasks/x", "value", "50%\r\n::error::x")
    annotation = problem.annotation()
    assert annotation.startswith("::error file=data/a%2Cb%3AcU+000A.yaml,line=3,col=5,title=number::tasks/x · value%0A")
    assert "\n" not in annotation
    assert "\r" not in annotation
    assert "50%25U+000DU+000A" in annotation


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("a\tb", 10, "aU+0009b"), ("Đà Nẵng", 80, "Đà Nẵng")],
)
def test_a_value_in_a_message_is_short_and_visible(text: str, limit: int, shown: str):
    assert shorten(text, limit) == shown


def test_hidden_characters_are_shown_by_their_number():
    assert visible("a\u202eb") == "aU+202Eb"


def test_many_mistakes_of_one_rule_in_a_file_are_cut_short_and_said_to_be():
    many = [Problem(Place("data/a.yaml", line), "number") for line in range(1, MAX_REPORTED + 50)]
    other = [Problem(Place("data/a.yaml", 1), "date"), Problem(Place("data/b.yaml", 1), "number")]
    found = limited([*many, *other])
    assert found[:MAX_REPORTED] == many[:MAX_REPORTED]
    assert [(p.place.file, p.rule) for p in found[MAX_REPORTED:]] == [
        ("data/a.yaml", "too-many-problems"),
        ("data/a.yaml", "date"),
        ("data/b.yaml", "number"),
    ]
    assert limited(many[:MAX_REPORTED]) == many[:MAX_REPORTED]
