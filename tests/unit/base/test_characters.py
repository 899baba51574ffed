"""Characters that are refused are one table: the check applies it, and scripts get it as ranges."""

from __future__ import annotations

import sys

from macros.base.characters import forbidden, ranges
from macros.records.yaml_source import parse_records


def refused(char: str) -> set[str]:
    """The rules that the check of a data file names for one character inside a text."""
    return {problem.rule for problem in parse_records(f"- name: a{char}b\n", "")[1]}


def test_the_ranges_hold_each_character_that_is_refused_and_no_other():
    rules = {code: rule for rule, found in ranges().items() for run in found for code in run}
    assert rules == {code: rule for code in range(sys.maxunicode + 1) if (rule := forbidden(chr(code)))}


def test_the_check_refuses_what_begins_and_ends_each_range():
    for rule, found in ranges().items():
        for run in found:
            assert rule in refused(chr(run.start)), hex(run.start)
            assert rule in refused(chr(run.stop - 1)), hex(run.stop - 1)


def test_letters_signs_and_line_breaks_are_accepted():
    for char in "đĐạ\u01a0€“”–…\n🏙漢":
        assert forbidden(char) is None, char


def test_what_a_reviewer_cannot_see_is_refused():
    """A soft hyphen, a filler, a selector of a variant, a tag, a mark of direction, a lost and a private character."""
    assert [forbidden(char) for char in "\u00ad\u3164\ufe0f\U000e0041\u202e\ufffd\ue000\u0378\t"] == [
        *["invisible-character"] * 4,
        "bidirectional-character",
        "lost-character",
        *["control-character"] * 2,
        "tab",
    ]
