"""A workbook dropped into the inbox: entered and taken away, or every wrong cell named; it never lands itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.pull_request.comment import LONGEST, comment
from macros.contribute.pull_request.inbox import told
from macros.contribute.pull_request.proposal import NAMED, Proposal, Workbook, fitted
from macros.contribute.workbook.inbox import MOST, Taken, take_in
from macros.records.check.problem import errors
from macros.records.check.rules import check
from tests.unit.contribute.workbook.conftest import DAY, GOOD, Office

TODAY = dt.date.fromisoformat(DAY)
THREE: dict[str, Any] = GOOD | {
    "I6": "Đang thực hiện",
    "J6": "01/09/2026",
    "K6": "Đã họp hai lần.",
    "I7": "Chưa bắt đầu",
    "J7": "2026",
    "K7": "Chờ kinh phí.",
}


def dropped(office: Office, cells: dict[str, Any], name: str = "bao cao; touch x.xlsx") -> Path:
    """The form with cells filled in, as the upload page of the repository would put it."""
    folder = office.root / "data" / "inbox"
    folder.mkdir(exist_ok=True)
    return office.filled(cells, f"data/inbox/{name}")


def rules(root: Path) -> list[str]:
    return [problem.rule for problem in errors(check(root)[1])]


def proposal(workbooks: list[Workbook]) -> Proposal:
    return Proposal(
        as_of=DAY, groups=[], workbooks=workbooks, ends=[], ends_moved=0, pages=None, errors=0, warnings=0, findings=[]
    )


def test_three_tasks_come_in_by_the_inbox(office: Office):
    path = dropped(office, THREE)
    assert rules(office.root) == ["workbook-in-inbox"]
    (found,) = take_in(office.root, TODAY)
    assert (found.new, found.known, found.faults) == (3, 0, ())
    assert not path.exists()
    # What follows in the workflow sees the data as they would be.
    assert rules(office.root) == []
    dataset, _ = check(office.root)
    tasks = Catalogue(dataset, TODAY).tasks
    assert [task.status for task in tasks.values()].count("in-progress") == 1
    assert office.updates == [found.text]
    said = comment(proposal(told([found])), "https://example.org/run")
    assert found.update is not None
    assert found.update.as_posix() in said
    assert found.text.strip() in said
    assert said.count("```yaml") == 1


def test_every_wrong_cell_is_named_in_both_languages_and_nothing_enters(office: Office):
    dropped(office, THREE | {"J5": "hôm qua", "I6": "xong"})
    (found,) = take_in(office.root, TODAY)
    assert found.update is None
    assert office.updates == []
    said = comment(proposal(told([found])), "https://example.org/run")
    for cell in ("J5", "I6"):
        assert said.count(cell) >= len(LANGS)
    for lang, name in zip(LANGS, found.agency, strict=True):
        assert name in said
        assert texts(lang)["proposal"]["workbooks"] in said


def test_the_same_workbook_again_is_nothing_new(office: Office):
    dropped(office, GOOD)
    take_in(office.root, TODAY)
    dropped(office, GOOD)
    (found,) = take_in(office.root, TODAY)
    assert (found.new, found.known, found.update) == (0, 1, None)
    assert len(office.updates) == 1


def test_a_file_that_is_no_workbook_is_answered_and_a_link_is_not_followed(office: Office, tmp_path: Path):
    folder = office.root / "data" / "inbox"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(b"%PDF-1.7")
    (folder / "b.xlsx").symlink_to(tmp_path / "data" / "tasks.yaml")
    (folder / "README.md").write_text("# Inbox\n", encoding="utf-8")
    found = take_in(office.root, TODAY)
    assert [taken.file for taken in found] == ["a.xlsx"]
    assert (folder / "README.md").is_file()
    assert rules(office.root) == ["workbook-in-inbox"]


def test_data_with_other_errors_are_said_to_be_wrong(office: Office):
    dropped(office, GOOD)
    (office.root / "data" / "tasks.yaml").write_text("- id: x\n", encoding="utf-8")
    (found,) = take_in(office.root, TODAY)
    assert found.faults


def test_more_workbooks_than_are_read_stay_refused(office: Office):
    for number in range(MOST + 1):
        dropped(office, GOOD, f"{number}.xlsx")
    assert len(take_in(office.root, TODAY)) == MOST
    assert rules(office.root) == ["workbook-in-inbox"]


@pytest.mark.parametrize("text", ["a: 1\n```\n@team <img src=x>\n", "x" * 7_000])
def test_no_workbook_makes_a_comment_that_is_alive_or_too_long(text: str):
    hostile = "@team #1 https://example.org `x` <img>"
    taken = Taken(file=hostile, agency=(hostile, hostile), new=1, update=Path("data/updates/a.yaml"), text=text)
    wrong = Taken(file=hostile * 20, faults=((hostile * 20, hostile * 20),) * 500)
    made = proposal(told([taken, *[wrong] * 8]))
    said = comment(Proposal.model_validate_json(fitted(made)), "https://example.org/run")
    assert len(said.encode()) <= LONGEST
    outside = said.split("```")
    assert len(outside) in {1, 3}
    alive = "".join(outside[::2])
    for line in alive.splitlines():
        assert "@team" not in "".join(line.split("`")[::2])
    assert len(made.workbooks[-1].faults) <= NAMED
