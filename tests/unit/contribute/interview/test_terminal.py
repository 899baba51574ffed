"""Answers at a terminal: choosing from lists, yes and no, suggestions."""

from __future__ import annotations

import pytest

from macros.contribute.choices import Option
from macros.contribute.interview.terminal import Terminal
from macros.records.check.problem import Place, Problem
from tests.unit.contribute.interview.person import Person

OPTIONS = (
    Option("foreign-affairs", "Sở Ngoại vụ"),
    Option("finance", "Sở Tài chính"),
    Option("sakai", "Sakai", "Nhật Bản"),
    Option("yokohama", "Yokohama", "Nhật Bản"),
)


def choose(typed: str) -> tuple[str | None, list[str]]:
    person = Person()
    return Terminal(person.ask, person.say).choose(typed, OPTIONS), person.said


@pytest.mark.parametrize(
    ("typed", "value"),
    [("finance", "finance"), ("1", "foreign-affairs"), ("4", "yokohama"), ("tai chinh", "finance"), ("SAKAI", "sakai")],
)
def test_an_option_is_chosen_by_id_number_or_part_of_its_name(typed: str, value: str):
    assert choose(typed)[0] == value


def test_several_matches_are_listed_with_their_numbers_in_the_whole_list():
    value, said = choose("nhat ban")
    assert value is None
    assert said[-2:] == ["    3. Sakai (sakai)", "    4. Yokohama (yokohama)"]


@pytest.mark.parametrize("typed", ["0", "5", "²", "٣", "Huế"])
def test_no_match_chooses_nothing(typed: str):
    value, said = choose(typed)
    assert value is None
    assert "0" in said[0]
    assert len(said) == 2


def test_a_long_list_is_searched_instead_of_printed():
    person = Person()
    terminal = Terminal(person.ask, person.say)
    terminal.show(OPTIONS)
    assert [line.split(". ")[0].strip() for line in person.said] == ["1", "2", "3", "4"]
    person.said.clear()
    terminal.show([Option(str(number), str(number)) for number in range(26)])
    assert person.said == []


@pytest.mark.parametrize(
    ("typed", "yes"), [("c", True), ("Có", True), ("y", True), (" YES ", True), ("k", False), ("", False)]
)
def test_only_a_yes_is_a_yes(typed: str, yes: bool):
    person = Person([typed])
    assert Terminal(person.ask, person.say).agrees("?") is yes


def test_a_line_is_composed_and_an_empty_one_takes_the_suggestion():
    person = Person([" a\u0302\u0301 ", ""])
    terminal = Terminal(person.ask, person.say)
    assert terminal.line("sakai-2026") == "ấ"
    assert terminal.line("sakai-2026") == "sakai-2026"
    assert person.prompts == ["[sakai-2026] > "] * 2


def test_a_mistake_is_told_in_both_languages():
    person = Person()
    problem = Problem(Place(""), "date", found="2026-02-30")
    Terminal(person.ask, person.say).tell([problem])
    assert all(sentence in person.said[0] for sentence in problem.sentences())
