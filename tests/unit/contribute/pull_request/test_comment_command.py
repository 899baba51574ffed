"""The command that comments, with a ``gh`` that answers from a table and notes what it was asked."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.base.words import texts
from macros.contribute.pull_request.comment import MARK
from tests.conftest import PROJECT
from tests.unit.contribute.pull_request.test_comment import PLAIN, zipped

pytestmark = pytest.mark.slow

RUN = {
    "REPOSITORY": "example/danang",
    "RUN_ID": "7",
    "HEAD_OWNER": "official",
    "HEAD_BRANCH": "fix; touch x",
    "HEAD_SHA": "a" * 40,
}
FAKE = """
import json, pathlib, sys
folder = pathlib.Path({folder!r})
body = sys.stdin.read() if "--input" in sys.argv else None
with (folder / "asked").open("a") as file:
    file.write(json.dumps([sys.argv[1:], body]) + "\\n")
wanted = [word.removeprefix("name=") for word in sys.argv if word.startswith("name=")]
path = sys.argv[2].removeprefix("repos/example/danang/")
answer = (folder / path.replace("/", "-")).read_bytes() if body is None else b"{{}}"
if wanted:
    (page,) = json.loads(answer)
    kept = [artifact for artifact in page["artifacts"] if artifact["name"] == wanted[0]]
    answer = json.dumps([{{"artifacts": kept}}]).encode()
sys.stdout.buffer.write(answer)
"""
PULLS = [{"number": 3, "head": {"sha": "b" * 40}}, {"number": 5, "head": {"sha": "a" * 40}}]
ARTIFACT = {"id": 9, "name": "proposal", "size_in_bytes": 900}
Comment = Callable[..., list[tuple[list[str], Any]]]


@pytest.fixture
def commented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Comment:
    """Run the command against these answers; returns what was asked of GitHub."""
    (tmp_path / "bin").mkdir()
    gh = tmp_path / "bin" / "gh"
    fake = tmp_path / "fake.py"
    fake.write_text(FAKE.format(folder=str(tmp_path)))
    gh.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(fake))} "$@"\n')
    gh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    for name, value in RUN.items():
        monkeypatch.setenv(name, value)

    def run(pulls=PULLS, artifacts=(ARTIFACT,), archive=None, comments=()):
        answers = {
            "pulls": [pulls],
            "actions-runs-7-artifacts": [{"artifacts": list(artifacts)}],
            "issues-5-comments": [list(comments)],
        }
        for name, answer in answers.items():
            (tmp_path / name).write_text(json.dumps(answer))
        whole = zipped(json.dumps(PLAIN).encode())
        (tmp_path / "actions-artifacts-9-zip").write_bytes(whole if archive is None else archive)
        command = [sys.executable, str(PROJECT / "scripts" / "comment.py")]
        result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert result.returncode == 0, result.stderr
        return [tuple(json.loads(line)) for line in (tmp_path / "asked").read_text().splitlines()]

    return run


def written(asked: list[tuple[list[str], Any]]) -> list[tuple[str, str, str]]:
    """Requests that wrote something: method, path, text."""
    return [
        (arguments[arguments.index("--method") + 1], arguments[1], json.loads(body)["body"])
        for arguments, body in asked
        if body is not None
    ]


def test_the_pull_request_is_found_by_branch_and_commit_and_commented_once(commented: Comment):
    asked = commented()
    assert "head=official:fix; touch x" in asked[0][0]
    ((method, path, text),) = written(asked)
    assert (method, path) == ("POST", "repos/example/danang/issues/5/comments")
    assert "adds 1 agreement (Daegu, Semiconductors)" in text
    assert "https://github.com/example/danang/actions/runs/7" in text


def test_the_built_site_is_linked_where_the_run_keeps_one(commented: Comment):
    site = {"id": 12, "name": "site", "size_in_bytes": 10**8}
    ((_, _, text),) = written(commented(artifacts=[ARTIFACT, site | {"id": 11}, site]))
    address = "https://github.com/example/danang/actions/runs/7/artifacts/12"
    assert text.count(f"({address})") == 2


def test_no_built_site_is_linked_where_the_run_keeps_none(commented: Comment):
    ((_, _, text),) = written(commented())
    assert "/artifacts/" not in text


def test_our_own_comment_is_replaced_and_nobody_elses(commented: Comment):
    others = {"id": 1, "user": {"login": "someone"}, "body": f"{MARK} mine"}
    gone = {"id": 2, "user": None, "body": MARK}
    ours = {"id": 4, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\nold"}
    other_bot = {"id": 3, "user": {"login": "github-actions[bot]"}, "body": "another workflow's"}
    ((method, path, _),) = written(commented(comments=[others, gone, other_bot, ours]))
    assert (method, path) == ("PATCH", "repos/example/danang/issues/comments/4")


def test_a_pull_request_that_has_moved_on_is_left_alone(commented: Comment):
    assert written(commented(pulls=[PULLS[0]])) == []


@pytest.mark.parametrize("broken", [{"artifacts": ()}, {"archive": b"no archive"}])
def test_without_a_usable_description_the_comment_says_so(commented: Comment, broken: dict[str, Any]):
    ((_, _, text),) = written(commented(**broken))
    assert "could not be described" in text


def test_a_description_that_is_too_large_is_not_even_fetched(commented: Comment):
    asked = commented(artifacts=[ARTIFACT | {"size_in_bytes": 10**9}])
    assert not [arguments for arguments, _ in asked if arguments[1].endswith("/zip")]
    assert "could not be described" in written(asked)[0][2]


@pytest.mark.parametrize("conclusion", ["cancelled", "timed_out"])
def test_a_run_that_its_time_ended_replaces_the_old_comment(
    commented: Comment, conclusion: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CONCLUSION", conclusion)
    ours = {"id": 4, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\nold"}
    ((method, _, text),) = written(commented(artifacts=(), comments=[ours]))
    assert method == "PATCH"
    assert texts("en")["proposal"]["stopped"].split("{")[0] in text
