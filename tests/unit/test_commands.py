"""The commands of the Makefile, and what README and CONTRIBUTING say of them."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))
GUIDES = [*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md"), *(PROJECT / ".github").rglob("*.yml")]


def named(text: str) -> set[str]:
    """Commands that a text names as something to type: in a code span, in a block of code, or as a workflow's step."""
    spans = re.findall(r"`make ([a-z-]+)", text)
    return {*spans, *re.findall(r"^\s*(?:- run: |\$ )?make ([a-z-]+)", text, re.MULTILINE)}


def test_every_command_says_what_it_does_in_both_languages():
    result = subprocess.run(["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True)
    shown = dict(re.findall(r"^make (\S+) +(.+)$", result.stdout, re.MULTILINE))
    assert set(shown) == TARGETS
    assert [name for name, words in shown.items() if " / " not in words] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_guides_name_only_commands_that_there_are(path):
    assert named(path.read_text(encoding="utf-8")) - TARGETS == set()


def test_readme_or_contributing_names_every_command():
    text = "".join((PROJECT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert TARGETS - named(text) == set()


# Values as a mail or a fork may bring them; each must arrive as it is.
HOSTILE = (
    'bi"; touch taken; echo " $(touch taken) `touch taken` $(shell touch taken) ; touch taken .xlsx',
    "--help * $${HOME} a'b\\",
)
CARRIED = {
    "FILE": ("import", "scripts/import_forms.py", "--"),
    "YEAR": ("report", "scripts/report.py", "--"),
    "PARTNER": ("brief", "scripts/brief.py", "--partner="),
    "COUNTRY": ("brief", "scripts/brief.py", "--partner=", "--country="),
    "LANG": ("brief", "scripts/brief.py", "--partner=", "--country=", "--lang="),
    "KIND": ("new", "scripts/new.py", "--"),
    "PORT": ("serve", "scripts/serve.py", "--port="),
    "OWNER": ("owners", "scripts/owners.py", "--"),
    "BASE": ("describe", "scripts/describe.py", "--base="),
    "SIZES": ("bench", "-m", "tests.bench.run", "--sizes="),
    "KEEP": ("rehearse", "-m", "tests.rehearsal.rehearse", "--keep="),
    "RUNS": ("bench", "-m", "tests.bench.run", "--runs="),
}


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """A project whose Python writes down what it was called with."""
    (tmp_path / "Makefile").write_text(MAKEFILE, encoding="utf-8")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nfor word in "$@"; do printf "%s\\0" "$word"; done >> calls\n')
    python.chmod(0o755)
    (tmp_path / "requirements").mkdir()
    for name in ("build", "test"):
        (tmp_path / "requirements" / f"{name}.txt").touch()
        (tmp_path / ".venv" / name).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("hostile", "through_environment"), [(HOSTILE[0], False), (HOSTILE[1], False), (HOSTILE[1], True)]
)
@pytest.mark.parametrize("name", CARRIED)
def test_a_stated_value_reaches_its_program_as_typed(
    name: str, hostile: str, through_environment: bool, recorded: Path
):
    target, *words, option = CARRIED[name]
    stated = f"{name}={hostile}"
    # On its command line make itself reads $$ as one $; values of the environment it takes as they are.
    command = ["make", "-s", target] + ([] if through_environment else [stated.replace("$$", "$")])
    environment = os.environ | ({name: hostile} if through_environment else {})
    subprocess.run(command, cwd=recorded, env=environment, check=True)
    calls = (recorded / "calls").read_bytes().decode().split("\0")
    value = hostile if through_environment else hostile.replace("$$", "$")
    carried = [*words, option, value] if option == "--" else [*words, option + value]
    assert "\0".join(carried) in "\0".join(calls)
    assert not (recorded / "taken").exists()


def test_every_value_that_a_recipe_takes_is_stated_and_quoted():
    recipes = "\n".join(line for line in MAKEFILE.splitlines() if line.startswith("\t"))
    assert set(re.findall(r"\$\((\w+)\)", recipes)) == {"BIN", "COMPILE", "MAKEFILE_LIST"}
    stated = set(re.search(r"^STATED := (.*)$", MAKEFILE, re.MULTILINE)[1].split())  # type: ignore[index]
    assert set(CARRIED) | {"QUARTER", "PYTHON", "PYTHONS"} == stated
    # Pythons are a list of programs to run; word splitting is meant, and names of files are not filled in.
    bare = set(re.findall(r'(?<!")\$\$([A-Z]+)\b', recipes)) - {"HOME"}
    assert bare <= {"PYTHONS"}
    assert "set -f; $(BIN)/python scripts/reproducible.py -- $$PYTHONS" in recipes


@pytest.mark.parametrize(
    "brought",
    [
        ".venv/bin/python",
        ".build/cache/x.txt",
        "SITE/index.html",
        "macros/__pycache__/base.cpython-311.pyc",
        "macros/base/escape.so",
        "scripts/check.PYC",
        ".site.work-1/index.html",
    ],
)
def test_no_command_runs_where_a_commit_brought_what_only_a_machine_makes(brought: str, recorded: Path):
    file = recorded / brought
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.write_text("x")
    git = ["git", "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "--quiet"], cwd=recorded, check=True)
    subprocess.run([*git, "add", "--force", brought], cwd=recorded, check=True)
    result = subprocess.run(["make", "check"], cwd=recorded, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert brought in result.stderr
    assert not (recorded / "calls").exists()
