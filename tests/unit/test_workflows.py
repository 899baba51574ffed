"""Workflows, forms and settings for GitHub: valid by their schemas, safe by zizmor's rules, with files that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.records.kinds import IN_FILES
from tests.conftest import PROJECT

GITHUB = PROJECT / ".github"
BIN = Path(sys.executable).parent
SCHEMAS = {
    "github-workflows": sorted(GITHUB.glob("workflows/*.yml")),
    "github-issue-forms": sorted(set(GITHUB.glob("ISSUE_TEMPLATE/*.yml")) - {GITHUB / "ISSUE_TEMPLATE" / "config.yml"}),
    "dependabot": [GITHUB / "dependabot.yml"],
}


def workflow(name: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((GITHUB / "workflows" / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_fit_githubs_schemas(schema: str):
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *map(str, SCHEMAS[schema])]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_zizmor_finds_nothing_and_ignores_one_thing():
    command = [str(BIN / "zizmor"), "--offline", "--no-progress", "--color=never", "--persona=auditor", str(GITHUB)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    # The one is the trigger of the workflow that comments, whose conditions the next tests hold.
    assert "No findings to report. Good job! (1 ignored" in result.stdout + result.stderr


def test_the_workflow_that_may_write_runs_only_the_default_branch():
    (job,) = workflow("comment")["jobs"].values()
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    (checkout,) = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    # Values of the pull request reach the script through its environment, never as part of a command.
    assert not [step["run"] for step in job["steps"] if "${{" in step.get("run", "")]
    assert not [step["uses"] for step in job["steps"] if "artifact" in step.get("uses", "")]


@pytest.mark.parametrize("name", ["check", "test", "rehearse"])
def test_workflows_that_run_a_pull_requests_code_only_read(name: str):
    loaded = workflow(name)
    assert loaded["permissions"] == {}
    assert all(job["permissions"] == {"contents": "read"} for job in loaded["jobs"].values())
    assert "secrets." not in (GITHUB / "workflows" / f"{name}.yml").read_text(encoding="utf-8")


def test_a_change_of_data_or_pages_waits_for_minutes_not_for_the_whole_suite():
    triggers = workflow("test")[True]
    assert triggers["pull_request"]["paths-ignore"] == ["data/**", "docs/vi/**", "docs/en/**"]
    assert {"schedule", "workflow_dispatch"} <= set(triggers)
    # None of what looks at every pull request needs a browser, office or Java.
    commands = [step["run"] for job in workflow("check")["jobs"].values() for step in job["steps"] if "run" in step]
    assert "make unit" in commands
    assert not [command for command in commands if "make test" in command or "browser" in command]
    assert workflow("check")[True] == {"pull_request": None}


def test_the_comment_follows_the_check_and_fetches_what_it_leaves():
    from macros.contribute.pull_request.proposal import FILE  # noqa: PLC0415
    from scripts.comment import ARTIFACT  # noqa: PLC0415

    # YAML reads the key "on" as true.
    assert workflow("comment")[True]["workflow_run"]["workflows"] == [workflow("check")["name"]]
    steps = workflow("check")["jobs"]["describe"]["steps"]
    kept = [step["with"] for step in steps if "upload-artifact" in step.get("uses", "")]
    assert {"name": ARTIFACT, "path": FILE, "retention-days": 14} in kept


def test_no_workflow_keeps_anything_for_a_later_run():
    for path in SCHEMAS["github-workflows"]:
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            for step in job.get("steps", []):
                assert "actions/cache" not in step.get("uses", ""), path.name
                assert "cache" not in step.get("with", {}), path.name


def test_what_the_description_is_made_of_is_kept_also_where_the_build_failed():
    steps = workflow("check")["jobs"]["describe"]["steps"]
    kept = [step for step in steps if "upload-artifact" in step.get("uses", "")]
    assert [step["if"] for step in kept] == ["${{ !cancelled() }}"] * 3
    # A run that its limit of time ended is said on the pull request, in the place of what the last one said.
    (job,) = workflow("comment")["jobs"].values()
    assert "conclusion" not in job["if"]
    assert job["steps"][-1]["env"]["CONCLUSION"] == "${{ github.event.workflow_run.conclusion }}"


def test_every_action_is_pinned_by_its_commit_and_names_its_version():
    for path in SCHEMAS["github-workflows"]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), f"{path.name}: {line}"


def test_the_year_is_rehearsed_each_week_and_the_suite_runs_on_its_last_state():
    loaded = workflow("rehearse")
    assert {"schedule", "workflow_dispatch"} == set(loaded[True])
    (job,) = loaded["jobs"].values()
    steps = [step for step in job["steps"] if "run" in step]
    assert [step["run"] for step in steps] == ["make rehearse", 'make -C "$KEEP" test']
    assert steps[0]["env"] == steps[1]["env"]


def test_scripts_that_workflows_run_exist():
    for path in SCHEMAS["github-workflows"]:
        for script in re.findall(r"scripts/\w+\.py", path.read_text(encoding="utf-8")):
            assert (PROJECT / script).is_file(), f"{path.name}: {script}"


def test_every_kind_of_record_has_a_reviewer_to_be():
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    patterns = {line.removeprefix("#= ").split()[0] for line in lines if line.startswith(("#= ", "/", "*"))}
    assert {f"/data/{kind}*" for kind in IN_FILES} - patterns == set()
    # Until accounts are known nobody is asked: GitHub reports names that do not exist as errors.
    assert not [line for line in lines if line and not line.startswith("#") and "-REVIEWER" in line]


def test_forms_ask_in_both_languages_and_for_a_source():
    for path in SCHEMAS["github-issue-forms"]:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        asked = [field["attributes"]["label"] for field in form["body"] if field["type"] != "markdown"]
        assert all(" · " in label for label in [form["name"], *asked]), path.name
        required = {field["id"] for field in form["body"] if field.get("validations", {}).get("required")}
        assert "source" in required or path.stem == "question", path.name
