"""The messages of the check as the guide shows them: with dots for what differs, and with an example."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from macros.base.languages import LANGS, Lang
from macros.contribute.handbook.check_messages import EXAMPLES, check_messages
from macros.records.check.messages import MESSAGES
from tests.conftest import PROJECT

INVALID = PROJECT / "tests" / "unit" / "records" / "invalid"


@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_is_told_in_the_order_of_the_table_with_its_severity(lang: Lang):
    rows = [(row.rule, row.severity) for row in check_messages(lang)]
    assert rows == [(rule, message.severity) for rule, message in MESSAGES.items()]


@pytest.mark.parametrize("lang", LANGS)
def test_no_place_of_a_message_is_printed(lang: Lang):
    """Dots stand for what differs, and nothing for a hint, which may be empty."""
    for row in check_messages(lang):
        assert not re.search(r"\{\w", row.text)
        message = getattr(MESSAGES[row.rule], lang)
        assert row.text.startswith(message.partition("{")[0])
        places = [name for _, name, _, _ in Formatter().parse(message) if name and not name.startswith("hint")]
        assert row.text.count("…") == len(places) + message.count("…"), row.rule


def test_an_example_of_several_lines_comes_line_by_line():
    rows = {row.rule: row for row in check_messages("en")}
    assert (rows["date"].wrong, rows["date"].right) == (["signed: 2009-02-30"], ["signed: 2009-02-28"])
    assert rows["wrong-shape"].right == ["name:", "  vi: Nhật Bản", "  en: Japan"]
    assert rows["utf-8"].wrong == []


@pytest.mark.parametrize("rule", EXAMPLES)
def test_an_example_breaks_its_rule(rule: str):
    fixture = (INVALID / f"{rule}.yaml").read_text(encoding="utf-8")
    lines = [line.strip() for line in fixture.splitlines()]
    wrong, right = EXAMPLES[rule]
    for line in wrong.split("⏎ "):
        assert line.strip() in lines or f"- {line.strip()}" in lines, line
    assert wrong != right
