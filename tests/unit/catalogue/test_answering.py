"""Agencies that answer on a day, and tasks found under those that their plans name and those that answer."""

from __future__ import annotations

import datetime as dt

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.joins.answering import answering


@pytest.mark.parametrize(
    ("agency", "day", "answer"),
    [
        ("quay-office", "2024-12-31", ["quay-office"]),
        ("quay-office", "2025-01-01", ["customs-house"]),
        # Merged once more: the work goes on with those that succeeded the successor.
        ("quay-office", "2025-07-01", ["harbour-board"]),
        ("culture-bureau", "2026-06-01", ["visitors-office", "school-board"]),
        ("lamp-guild", "2024-12-31", ["lamp-guild"]),
        ("lamp-guild", "2026-06-01", []),
        ("council", "2026-06-01", ["council"]),
    ],
)
def test_successors_are_followed_to_those_of_the_day(agency: str, day: str, answer: list[str], catalogue: Catalogue):
    found = answering(catalogue.agency_records, [agency], dt.date.fromisoformat(day))
    assert [found.id for found in found] == answer


def test_one_that_succeeded_several_answers_once(catalogue: Catalogue):
    found = answering(catalogue.agency_records, ["quay-office", "harbour-board", "customs-house"], catalogue.as_of)
    assert [agency.id for agency in found] == ["harbour-board"]


def test_a_task_keeps_the_agency_that_the_plan_printed(catalogue: Catalogue):
    task = catalogue.tasks["shore-1-1"]
    assert [agency.id for agency in task.lead] == ["quay-office"]
    assert [agency.id for agency in task.lead_today] == ["harbour-board"]
    assert [agency.id for agency in catalogue.tasks["shore-1-5"].coordinating_today] == ["harbour-board"]
    # Given to one of the two that succeeded.
    assert [agency.id for agency in catalogue.tasks["shore-1-4"].lead_today] == ["school-board"]


def test_a_past_day_has_the_lead_and_the_deadline_of_then(catalogue: Catalogue):
    past = catalogue.on(dt.date(2025, 12, 31))
    assert [agency.id for agency in past.tasks["shore-1-4"].lead_today] == ["culture-bureau"]
    assert str(past.tasks["shore-1-6"].due) == "2026-03-31"
    assert past.tasks["shore-1-6"].status == "not-reported"
    assert not past.agencies["culture-bureau"].over


def test_a_successor_lists_what_came_to_it_apart_from_its_own(catalogue: Catalogue):
    board = catalogue.agencies["harbour-board"]
    inherited = {task.id for task in board.inherited_leads}
    assert {"shore-1-1", "shore-1-2"} <= inherited
    assert not inherited & {task.id for task in board.leads}
    assert inherited <= {task.id for task in board.leads_today}
    assert [task.id for task in board.inherited_coordinates] == ["shore-1-5"]
    assert [agency.id for agency in board.predecessors] == ["customs-house"]


def test_an_agency_that_ended_answers_for_nothing(catalogue: Catalogue):
    office = catalogue.agencies["quay-office"]
    assert office.over
    assert [agency.id for agency in office.answering] == ["harbour-board"]
    assert [task.id for task in office.leads] == ["shore-1-1"]
    assert office.leads_today == ()


def test_every_move_of_a_deadline_is_kept(catalogue: Catalogue):
    task = catalogue.tasks["shore-1-6"]
    assert [(str(move.was), str(move.due)) for move in task.due_history] == [
        ("2025-09-30", "2026-03-31"),
        ("2026-03-31", "2027-03-31"),
    ]
    assert str(task.due) == "2027-03-31"
    assert str(task.record.due) == "2025-09-30"
