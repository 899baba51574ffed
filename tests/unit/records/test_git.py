"""The history of real repositories, as real as git makes them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from macros.records.history import git
from macros.records.history.changes import Change, History
from macros.records.history.git import read
from macros.records.history.old_files import parse
from tests.repository import Repository

PARTNERS = "data/partners.yaml"
UPDATE = """
- id: renewed
  record: agreement/sakai-2009
  event: extended
  date: 2024-05
  until: 2029
  note:
    vi: Gia hạn.
    en: Extended.
"""


def later(root: Path) -> list[Change]:
    """The changes after the first commit, newest first."""
    found = read(root)
    assert found.complete
    first = found.changes[-1].commit
    return [change for change in found.changes if change.commit != first]


def told(root: Path) -> list[tuple[str, str, str, list[str]]]:
    return [(c.action, c.kind, c.id, [field.field for field in c.fields]) for c in later(root)]


def test_the_first_commit_adds_every_record_once(repository: Repository):
    found = read(repository.root)
    assert {change.action for change in found.changes} == {"added"}
    names = [(change.kind, change.id) for change in found.changes]
    assert len(names) == len(set(names))
    assert {("partner", "sakai"), ("agreement", "sakai-2009"), ("task", "scheme-i-1"), ("task-group", "scheme-i")} <= {
        *names
    }


def test_an_edit_is_told_by_its_field_with_both_values_as_typed(repository: Repository):
    repository.replace(PARTNERS, "signed: 2009", "signed: 2009-04")
    repository.commit()
    (change,) = later(repository.root)
    (field,) = change.fields
    assert (change.kind, change.id, field.field, field.before, field.after) == (
        "agreement",
        "sakai-2009",
        "signed",
        "2009",
        "2009-04",
    )


def test_a_nested_record_changes_apart_from_what_holds_it(repository: Repository):
    repository.replace(PARTNERS, "kind: indefinite", "kind: until\n        until: 2023-08-03")
    repository.commit()
    assert told(repository.root) == [("changed", "agreement", "sakai-2009", ["term"])]


def test_layout_comments_and_order_are_no_changes(repository: Repository):
    repository.replace(PARTNERS, "- id: sakai\n  kind: city", "# note\n- kind: 'city'\n  id: sakai")
    repository.commit()
    assert later(repository.root) == []


def test_adding_and_deleting(repository: Repository):
    text = (repository.root / PARTNERS).read_text()
    repository.write(PARTNERS, text + text.replace("sakai", "kobe").replace("Sakai", "Kobe"))
    repository.commit()
    repository.write(PARTNERS, text)
    repository.commit()
    assert told(repository.root) == [
        ("removed", "partner", "kobe", []),
        ("removed", "agreement", "kobe-2009", []),
        ("added", "partner", "kobe", []),
        ("added", "agreement", "kobe-2009", []),
    ]


def test_a_record_that_moves_to_a_file_of_its_own_has_not_changed(repository: Repository):
    text = (repository.root / PARTNERS).read_text()
    repository.write(PARTNERS, "[]\n")
    repository.write("data/partners/osaka.yaml", text)
    repository.commit()
    assert later(repository.root) == []


def test_a_dropped_in_file_adds_its_records_and_concerns_what_it_names(repository: Repository):
    repository.write("data/updates/2024.yaml", UPDATE)
    repository.commit()
    (change,) = later(repository.root)
    assert (change.action, change.kind, change.about) == ("added", "update", "agreement/sakai-2009")
    assert {"country/jp", "sector/tourism", "agency/peoples-committee"} <= set(change.touches)
    assert read(repository.root).of("agreement", "sakai-2009")[0] == change


def test_an_agreement_that_moves_to_a_file_of_its_own_has_not_changed(repository: Repository):
    text = (repository.root / PARTNERS).read_text()
    start, end = text.index("  agreements:\n"), text.index("  sources:\n    - document")
    nested = text[start:end].removeprefix("  agreements:\n")
    repository.write(PARTNERS, text[:start] + text[end:])
    own = "\n".join(line[4:] for line in nested.splitlines())
    repository.write("data/agreements/sakai-2009.yaml", f"{own}\n  partner: sakai\n")
    repository.commit()
    assert later(repository.root) == []


def test_a_document_that_a_record_brings_along_is_a_record(repository: Repository):
    brought = "  documents:\n    - id: letter\n      kind: letter\n      title: {vi: Thư, en: Letter}\n"
    tasks = (repository.root / "data/tasks.yaml").read_text()
    repository.write("data/tasks.yaml", tasks + brought)
    repository.commit()
    assert told(repository.root) == [("added", "document", "letter", [])]
    repository.write("data/tasks.yaml", tasks)
    repository.write("data/documents/letter.yaml", "- id: letter\n  kind: letter\n  title: {vi: Thư, en: Letter}\n")
    repository.commit()
    assert told(repository.root) == [("added", "document", "letter", [])]


def test_another_id_for_the_same_record_is_a_new_name(repository: Repository):
    repository.replace(PARTNERS, "id: sakai-2009", "id: sakai-first")
    repository.commit()
    (change,) = later(repository.root)
    assert (change.action, change.id, change.former) == ("renamed", "sakai-first", "sakai-2009")


def test_a_revert_is_a_change_of_its_own(repository: Repository):
    repository.replace(PARTNERS, "signed: 2009", "signed: 2010")
    repository.commit()
    repository.git("revert", "--no-edit", "HEAD")
    values = [(c.fields[0].before, c.fields[0].after) for c in later(repository.root)]
    assert values == [("2010", "2009"), ("2009", "2010")]


def test_a_merge_tells_once_what_it_brought_in(repository: Repository):
    repository.git("checkout", "--quiet", "-b", "side")
    repository.replace(PARTNERS, "signed: 2009", "signed: 2009-04")
    repository.commit()
    repository.replace(PARTNERS, "signed: 2009-04", "signed: 2009-05")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.write("note.txt", "x")
    repository.commit()
    repository.git("merge", "--quiet", "--no-ff", "--message=m", "side")
    (change,) = later(repository.root)
    assert (change.fields[0].before, change.fields[0].after) == ("2009", "2009-05")
    assert change.commit == repository.git("rev-parse", "HEAD").strip()


def test_who_is_concerned_before_and_after_is_told(repository: Repository):
    agencies = (repository.root / "data/agencies.yaml").read_text()
    assert "id: peoples-committee" in agencies
    repository.replace("data/tasks.yaml", "lead: [foreign-affairs]", "lead: [peoples-committee]")
    repository.commit()
    (change,) = later(repository.root)
    assert {"agency/foreign-affairs", "agency/peoples-committee", "country/jp", "sector/tourism"} <= set(change.touches)


@pytest.mark.parametrize(
    "broken",
    [
        "- id: [",
        "a mapping: instead",
        "\x00",
        "- &a [*a]",
        "- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]",
        "[" * 5000,
        "- id: {x: y}\n- 7\n-\n",
    ],
)
def test_a_broken_commit_in_between_is_passed_over(broken: str, repository: Repository):
    text = (repository.root / PARTNERS).read_text()
    repository.write(PARTNERS, broken)
    repository.commit()
    repository.write(PARTNERS, text.replace("signed: 2009", "signed: 2009-04"))
    repository.commit()
    newest = later(repository.root)[0]
    assert (newest.kind, newest.id) in {("agreement", "sakai-2009"), ("partner", "sakai")}
    unreadable = parse(broken.encode(), "partner") is None
    assert not unreadable or told(repository.root) == [("changed", "agreement", "sakai-2009", ["signed"])]


def test_bytes_that_are_no_text_are_passed_over(repository: Repository):
    (repository.root / PARTNERS).write_bytes(b"\xff\xfe- id: x")
    repository.commit()
    assert later(repository.root) == []


def test_files_that_hold_no_records_are_passed_over(repository: Repository):
    repository.write("data/old-format.yaml", "- id: x\n")
    repository.write("data/partners/notes.txt", "- id: x\n")
    repository.commit()
    assert later(repository.root) == []


def test_a_project_in_a_folder_of_its_repository_is_read_there(repository: Repository):
    (repository.root / "project").mkdir()
    shutil.copytree(repository.root / "data", repository.root / "project" / "data")
    repository.commit()
    found = read(repository.root / "project")
    assert len({change.commit for change in found.changes}) == 1
    assert ("partner", "sakai") in {(change.kind, change.id) for change in found.changes}


def test_a_shallow_clone_has_no_history(repository: Repository, tmp_path: Path):
    repository.replace(PARTNERS, "signed: 2009", "signed: 2010")
    repository.commit()
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    assert read(clone) == History(missing="shallow")


def test_an_archive_has_no_history(small_root: Path):
    assert read(small_root) == History(missing="no-git")


def test_a_repository_without_a_commit_of_data_has_no_history(small_root: Path):
    subprocess.run(["git", "init", "--quiet"], cwd=small_root, check=True)
    assert read(small_root) == History(missing="no-commits")
    identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, "commit", "--quiet", "--allow-empty", "-m", "x"], cwd=small_root, check=True)
    assert read(small_root) == History(missing="no-commits")


def test_a_machine_without_git_has_no_history(repository: Repository, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(repository.root))
    assert read(repository.root) == History(missing="no-git")


def test_the_variables_of_a_hook_do_not_lead_to_its_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere" / "index"))
    assert read(repository.root).complete


def test_a_file_that_git_lost_gives_no_half_a_log(repository: Repository):
    repository.replace(PARTNERS, "signed: 2009", "signed: 2010")
    repository.commit()
    name = repository.git("rev-parse", f"HEAD~1:{PARTNERS}").strip()
    (repository.root / ".git" / "objects" / name[:2] / name[2:]).unlink()
    assert read(repository.root) == History(missing="no-git")


def test_a_file_with_aliases_is_not_read():
    assert parse(b"- &a {id: x}\n- *a\n", "partner") is None
    assert parse(b"- id: x\n  note: A *quoted* star\n", "partner") is not None


def test_a_history_of_many_commits_is_read_part_by_part(repository: Repository, monkeypatch: pytest.MonkeyPatch):
    for year in range(2010, 2013):
        repository.replace(PARTNERS, f"signed: {year - 1}", f"signed: {year}")
        repository.commit()
    whole = told(repository.root)
    monkeypatch.setattr(git, "_AT_ONCE", 2)
    git._read.cache_clear()
    assert told(repository.root) == whole
    assert len(whole) == 3
