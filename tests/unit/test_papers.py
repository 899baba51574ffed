"""Files, names of the code and pages that README, ARCHITECTURE and CONTRIBUTING name are there."""

from __future__ import annotations

import importlib
import re
from functools import reduce

import pytest

from macros.records.kinds import IN_FILES
from tests.conftest import PROJECT
from tests.unit.test_rooms import ROOMS

PAPERS = {
    name: (PROJECT / f"{name}.md").read_text(encoding="utf-8") for name in ("README", "ARCHITECTURE", "CONTRIBUTING")
}
FOLDERS = r"(?:macros|tests|scripts|docs|data|requirements|schemas|\.github)"
every_paper = pytest.mark.parametrize("paper", PAPERS)


def paths(text: str) -> set[str]:
    """The paths that a text names: in prose, in code and in links, but not as a part of an address."""
    return {path.rstrip(".,:") for path in re.findall(rf"(?<![\w/.-])({FOLDERS}/[\w./*<>-]*)", text)}


def exists(path: str) -> bool:
    # A folder for further files of a kind is there from its first file on.
    folder, _, name = path.rstrip("/").partition("/")
    if folder == "data" and name.partition("/")[0].removesuffix(".yaml") in IN_FILES:
        return True
    return any(PROJECT.glob(re.sub(r"<[^>]*>", "*", path.rstrip("/"))))


def names(text: str) -> set[str]:
    """The names of the code in a text, by their path below ``macros``: ``base.dates.PartialDate.parse``."""
    return set(re.findall(rf"`((?:{'|'.join(ROOMS)})(?:\.\w+)+)`", text))


def found(name: str) -> object:
    """The module, or what stands in one.

    Raises:
        ImportError, AttributeError: there is nothing of this name.
    """
    parts = ["macros", *name.split(".")]
    for end in range(len(parts), 1, -1):
        module = ".".join(parts[:end])
        if (PROJECT / module.replace(".", "/")).is_dir() or (PROJECT / f"{module.replace('.', '/')}.py").is_file():
            return reduce(getattr, parts[end:], importlib.import_module(module))
    raise ImportError(name)


@every_paper
def test_every_path_that_a_paper_names_exists(paper: str):
    assert paths(PAPERS[paper])
    assert [path for path in sorted(paths(PAPERS[paper])) if not exists(path)] == []


@every_paper
def test_every_link_between_papers_leads_somewhere(paper: str):
    links = [link for link in re.findall(r"\]\(([^)\s#]+)", PAPERS[paper]) if "://" not in link]
    assert links or paper == "ARCHITECTURE"
    assert [link for link in links if not (PROJECT / link).exists()] == []


@pytest.mark.parametrize("name", sorted(names(PAPERS["ARCHITECTURE"])))
def test_every_name_of_the_code_that_architecture_walks_through_is_there(name: str):
    assert found(name) is not None


def test_the_walk_passes_through_every_room_but_that_of_forms():
    walk = PAPERS["ARCHITECTURE"].partition("## The walk of one fact")[2].partition("\n## ")[0]
    assert {name.partition(".")[0] for name in names(walk)} == set(ROOMS) - {"contribute"}


@pytest.mark.parametrize("room", ROOMS)
def test_architecture_names_what_is_in_a_room(room: str):
    line = re.search(rf"^\| `macros/{room}/` \|(.*)\|$", PAPERS["ARCHITECTURE"], re.MULTILINE)
    assert line is not None
    folder = PROJECT / "macros" / room
    named = re.findall(r"`(\w+)(/?)`", line[1])
    missing = [name for name, slash in named if not (folder / (f"{name}" if slash else f"{name}.py")).exists()]
    assert [name for name in missing if name[0].islower()] == []
