"""Characters that are refused are one table: the check applies it, and scripts get it as ranges."""

from __future__ import annotations

import sys
import unicodedata

from macros.base.characters import forbidden, ranges
from macros.records.yaml_source import parse_records


def refused(char: str) -> set[str]:
    """The rules that the check of a data file names for one character inside a text."""
    return {problem.rule for problem in parse_records(f"- name: a{char}b\n", "")[1]}


def test_the_ranges_hold_the_character_at_each_of_their_ends_and_not_its_neighbours():
    found = [(run, rule) for rule, runs in ranges().items() for run in runs]
    for run, rule in found:
        assert forbidden(chr(run.start)) == forbidden(chr(run.stop - 1)) == rule, hex(run.start)
        for code in (run.start - 1, run.stop):
            if not 0 <= code <= sys.maxunicode:
                continue
            expected = next((other for others, other in found if code in others), None)
            assert forbidden(chr(code)) == expected, hex(code)


def test_no_character_without_ink_or_meaning_that_this_python_knows_is_accepted():
    """Unassigned ones are left out: the table must not depend on the version of Unicode."""
    for category in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp"):
        accepted = {
            hex(code)
            for code in range(sys.maxunicode + 1)
            if unicodedata.category(chr(code)) == category and forbidden(chr(code)) is None
        }
        assert accepted == ({"0xa"} if category == "Cc" else set())


def test_a_letter_that_a_later_unicode_assigns_is_the_same_everywhere():
    for assigned in "\U0001e4d0\u0cf3\u1c89":  # Unicode 15, 15 and 16
        assert forbidden(assigned) is None


def test_the_check_refuses_what_begins_and_ends_each_range():
    for rule, found in ranges().items():
        for run in found:
            assert rule in refused(chr(run.start)), hex(run.start)
            assert rule in refused(chr(run.stop - 1)), hex(run.stop - 1)


def test_letters_signs_and_line_breaks_are_accepted():
    for char in "đĐạ\u01a0€“”–…\n🏙漢":
        assert forbidden(char) is None, char


def test_what_a_reviewer_cannot_see_is_refused():
    """A soft hyphen, a filler, a selector of a variant, a tag, a mark of direction, a lost character, a private one and
    one that Unicode never uses."""
    assert [forbidden(char) for char in "\u00ad\u3164\ufe0f\U000e0041\u202e\ufffd\ue000\ufdd0\t"] == [
        *["invisible-character"] * 4,
        "bidirectional-character",
        "lost-character",
        *["control-character"] * 2,
        "tab",
    ]
