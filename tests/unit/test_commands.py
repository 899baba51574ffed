"""The commands of the Makefile, and what README and CONTRIBUTING say of them."""

from __future__ import annotations

import re
import subprocess

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
