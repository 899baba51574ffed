"""What a record said on a day: its states, through corrections, renaming, merging, retirement and taking back."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.export.api import earlier_states
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.records.history import git
from macros.records.history.changes import State
from tests.repository import Repository

PARTNERS = "data/partners.yaml"
BUILT = dt.date(2026, 3, 1)


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = dt.datetime.combine(BUILT, dt.time(3), dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    git._read.cache_clear()


def catalogue(root: Path, day: dt.date = BUILT) -> Catalogue:
    dataset, problems = check(root)
    assert errors(problems) == []
    return catalogue_of(root, dataset, day)


def states(repository: Repository, kind: str, name: str, day: dt.date = BUILT) -> tuple[State, ...]:
    git._read.cache_clear()
    return catalogue(repository.root, day).history.states(kind, name)


def signed(repository: Repository, before: str, after: str) -> None:
    repository.replace(PARTNERS, f"signed: {before}\n", f"signed: {after}\n")
    repository.commit()


def test_a_record_that_never_changed_has_no_earlier_states(repository: Repository):
    assert states(repository, "agreement", "sakai-2009") == ()


def test_each_state_holds_from_its_day_until_the_next(repository: Repository):
    signed(repository, "2009", "2009-04")
    signed(repository, "2009-04", "2009-05")
    found = states(repository, "agreement", "sakai-2009")
    assert [(state.fields["signed"], state.since.day, state.until and state.until.day) for state in found] == [
        ("2009-05", 4, None),
        ("2009-04", 3, 4),
        ("2009", 2, 3),
    ]
    assert all("id" not in state.fields for state in found)
    assert found[0].fields["partner"] == "sakai"


def test_what_was_taken_back_is_said_again(repository: Repository):
    signed(repository, "2009", "2009-04")
    repository.git("revert", "--no-edit", "HEAD")
    found = states(repository, "agreement", "sakai-2009")
    assert [state.fields["signed"] for state in found] == ["2009", "2009-04", "2009"]


def test_of_two_changes_on_a_day_the_last_counts(repository: Repository):
    repository.replace(PARTNERS, "signed: 2009\n", "signed: 2009-04\n")
    repository.commit()
    repository._day -= 1
    signed(repository, "2009-04", "2009-05")
    assert [state.fields["signed"] for state in states(repository, "agreement", "sakai-2009")] == ["2009-05", "2009"]


def test_a_renamed_record_keeps_what_it_said_under_its_former_id(repository: Repository, tmp_path: Path):
    signed(repository, "2009", "2009-04")
    repository.replace(PARTNERS, "- id: sakai-2009\n", "- id: sakai-accord\n      former_ids: [sakai-2009]\n")
    repository.replace("data/conflicts.yaml", "agreement/sakai-2009", "agreement/sakai-accord")
    repository.commit()
    signed(repository, "2009-04", "2009-05")
    found = states(repository, "agreement", "sakai-accord")
    assert [state.fields["signed"] for state in found] == ["2009-05", "2009-04", "2009-04", "2009"]
    earlier_states.write(catalogue(repository.root), tmp_path / "site")
    folder = tmp_path / "site" / "api/v1/history/agreements"
    assert (folder / "sakai-2009.json").read_bytes() == (folder / "sakai-accord.json").read_bytes()


SPACE = """- id: space
  name: {vi: Vũ trụ, en: Space}
  description: {vi: Vệ tinh., en: Satellites.}
  sources: [{document: scheme, locator: x}]
"""


def test_a_retired_record_keeps_what_it_said_before(repository: Repository):
    signed(repository, "2009", "2009-04")
    repository.replace(
        PARTNERS,
        "    - id: sakai-2009\n",
        """    - id: sakai-2009
      retired: {date: 2026-01-04, reason: {vi: Ghi nhầm., en: Entered by mistake.}}
""",
    )
    repository.replace(
        "data/conflicts.yaml",
        "  record: agreement/sakai-2009\n",
        """  retired: {date: 2026-01-04, reason: {vi: Ghi nhầm., en: Entered by mistake.}}
  record: agreement/sakai-2009
""",
    )
    repository.commit()
    found = states(repository, "agreement", "sakai-2009")
    assert [("retired" in state.fields, state.fields["signed"]) for state in found] == [
        (True, "2009-04"),
        (False, "2009-04"),
        (False, "2009"),
    ]


def test_a_record_that_took_over_another_says_only_what_it_said_itself(repository: Repository, tmp_path: Path):
    repository.write("data/sectors/space.yaml", SPACE)
    repository.commit()
    repository.replace("data/sectors/space.yaml", "Vệ tinh.", "Vệ tinh và tên lửa.")
    repository.commit()
    (repository.root / "data/sectors/space.yaml").unlink()
    repository.replace("data/sectors.yaml", "- id: tourism\n", "- id: tourism\n  former_ids: [space]\n")
    repository.replace("data/sectors.yaml", "en: Tourism\n", "en: Travel\n")
    repository.commit()
    found = states(repository, "sector", "tourism")
    assert [state.fields["name"]["en"] for state in found] == ["Travel", "Tourism"]
    earlier_states.write(catalogue(repository.root), tmp_path / "site")
    folder = tmp_path / "site" / "api/v1/history/sectors"
    assert (folder / "space.json").read_bytes() == (folder / "tourism.json").read_bytes()


def test_on_an_earlier_day_the_states_end_at_that_day(repository: Repository):
    for before, after in (("2009", "2009-04"), ("2009-04", "2009-05"), ("2009-05", "2009-06")):
        signed(repository, before, after)
    found = states(repository, "agreement", "sakai-2009", dt.date(2026, 1, 4))
    assert [(state.fields["signed"], state.until) for state in found] == [
        ("2009-05", None),
        ("2009-04", dt.date(2026, 1, 4)),
        ("2009", dt.date(2026, 1, 3)),
    ]


def test_changes_that_do_not_fit_each_other_end_the_states(repository: Repository):
    signed(repository, "2009", "2009-04")
    repository._day = 0
    signed(repository, "2009-04", "2009-05")
    found = states(repository, "agreement", "sakai-2009")
    assert all(state.fields["signed"] != "2009" for state in found)


def test_the_file_has_the_states_as_the_data_had_them(repository: Repository, tmp_path: Path):
    signed(repository, "2009", "2009-04")
    earlier_states.write(catalogue(repository.root), tmp_path / "site")
    made = json.loads((tmp_path / "site/api/v1/history/agreements/sakai-2009.json").read_text(encoding="utf-8"))
    assert made["record"] == {"kind": "agreement", "id": "sakai-2009"}
    assert [(state["since"], state["until"], state["fields"]["signed"]) for state in made["states"]] == [
        ("2026-01-03", None, "2009-04"),
        ("2026-01-02", "2026-01-03", "2009"),
    ]
    names = {path.name for path in (tmp_path / "site/api/v1").rglob("*.json")}
    assert names == {"sakai-2009.json", "history.schema.json"}
