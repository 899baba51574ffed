"""Fixtures that several test files share: the project, data sets, and built sites."""

from __future__ import annotations

import datetime as dt
import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.dataset import Dataset, read
from tests import commands
from tests.edits import replaced
from tests.repository import Repository

# The same examples each time, however slow the machine.
settings.register_profile("project", deadline=None, derandomize=True, database=None)
settings.load_profile("project")

PROJECT = Path(__file__).resolve().parent.parent
# One record of each kind, to break.
SMALL = PROJECT / "tests" / "fixtures" / "small"
# An invented city with every kind of record, term and status, to look at.
TOWN = PROJECT / "tests" / "fixtures" / "town"
# Everything a build reads besides the data.
PARTS = ("CONTRIBUTING.md", "docs", "macros", "scripts", "mkdocs.yml", "mkdocs.en.yml")
ENVIRONMENT = {
    "AS_OF": "2026-11-21",
    "SOURCE_DATE_EPOCH": "1795219200",
    "SITE_URL": "https://example.org/danang/",
    "REPO_URL": "https://github.com/example/danang",
}
DAY = dt.date.fromisoformat(ENVIRONMENT["AS_OF"])
# The files that take longest, the longest first: begun early, they leave short ones to fill the end of a run with.
LONGEST = (
    "built/test_preview.py",
    "built/test_accessibility.py",
    "built/test_webforms.py",
    "built/test_registers.py",
    "built/test_faults.py",
    "built/test_search.py",
    "rehearsal/test_edits.py",
    "bench/test_bench.py",
    "built/test_walks.py",
    "built/test_frame.py",
    "built/test_changing_data.py",
    "built/test_browser.py",
    "built/test_search_when_asked.py",
    "built/test_native_mkdocs.py",
    "unit/records/test_hostile_data.py",
    "built/test_any_text.py",
    "built/test_data_files.py",
    "built/test_twins.py",
    "built/test_without_javascript.py",
    "built/test_investor_pages.py",
    "built/test_cards.py",
    "built/test_reproducible.py",
    "built/test_rejudged_status.py",
    "built/test_as_of.py",
    "built/test_gate.py",
    "built/test_built_pages.py",
    "built/test_relations_pages.py",
    "unit/contribute/workbook/test_refusing.py",
    "built/test_generated_pages.py",
    "built/test_page_foot.py",
    "built/test_languages.py",
    "unit/contribute/workbook/test_import_reports.py",
    "built/test_content_policy.py",
    "built/test_zensical.py",
    "built/test_html_validity.py",
    "built/test_libreoffice.py",
    "built/test_briefs.py",
    "unit/test_fuzz.py",
    "unit/export/test_datapackage.py",
    "unit/contribute/pull_request/test_comment.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    rank = {PROJECT / "tests" / name: number for number, name in enumerate(LONGEST)}
    assert all(path.is_file() for path in rank)
    items.sort(key=lambda item: rank.get(item.path, len(rank)))


@pytest.fixture
def small_root(tmp_path: Path) -> Path:
    """A folder with the small data set, to break."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def repository(small_root: Path) -> Repository:
    """The small data set as the first commit of a repository."""
    return Repository(small_root)


def copy_project(root: Path, data: Path = SMALL / "data") -> Path:
    """Copy everything that a build reads to ``root``, with other data: the small data set, or a folder given."""
    root.mkdir()
    for part in PARTS:
        source = PROJECT / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / part)
    shutil.copytree(data, root / "data")
    # Texts of agreements belong to the data that names them.
    texts = Path("docs", "vi", "texts")
    shutil.rmtree(root / texts, ignore_errors=True)
    if (data.parent / texts).is_dir():
        shutil.copytree(data.parent / texts, root / texts)
    # Background pages cite records that other data do not have; their heads and places in the navigation stay.
    for page in root.glob("docs/*/background/*.md"):
        head, heading, _ = page.read_text(encoding="utf-8").partition("{ #top }\n")
        page.write_text(head + heading, encoding="utf-8")
    # So does the page for investors; what it says stays, without its citations and its links to records.
    for page in root.glob("docs/*/invest.md"):
        words = re.sub(r" ?\{\{ cite\([^)]*\) \}\}", "", page.read_text(encoding="utf-8"))
        words = re.sub(r"\[([^\]]+)\]\(agencies/[^)]+\)", r"\1", words)
        page.write_text(re.sub(r"(background/[\w-]+\.md)#[\w-]+", r"\1", words), encoding="utf-8")
    return root


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A copy of the project of one's own."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], subprocess.CompletedProcess[str]]:
    """Run the build command on a project as a user would; its code is the project's, whatever a copy holds."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)

    def run(root: Path) -> subprocess.CompletedProcess[str]:
        return commands.run(root / "scripts" / "build.py", cwd=root)

    return run


@pytest.fixture
def build_with_its_code(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], subprocess.CompletedProcess[str]]:
    """Run the build command of a copy whose own code was changed."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)

    def run(root: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(root / "scripts" / "build.py")]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The project with the small data set and its site, built once for all test processes; not to be changed."""

    def build(folder: Path) -> Path:
        root = copy_project(folder / "project")
        built(root, root / "site")
        return root.rename(folder / "site")

    return _once(tmp_path_factory, worker_id, "small", build)


@pytest.fixture
def built_copy(small_project: Path, tmp_path: Path) -> Path:
    """A copy of that project of one's own, with the site as it was built."""
    return Path(shutil.copytree(small_project, tmp_path / "project"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site built from the real data, once for all test processes."""

    def build(folder: Path) -> Path:
        return built(PROJECT, folder / "site")

    return _once(tmp_path_factory, worker_id, "built", build)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the invented city, built once for all test processes; not to be changed."""

    def build(folder: Path) -> Path:
        root = copy_project(folder / "project", TOWN / "data")
        _with_history(root)
        return built(root, folder / "site")

    return _once(tmp_path_factory, worker_id, "town", build)


def _with_history(root: Path) -> None:
    """Give a copy of the invented city a past: a year and a text that were put right, and a record that came later."""
    partners, activities = (root / "data" / f"{name}.yaml" for name in ("partners", "activities"))
    today = {path: path.read_text(encoding="utf-8") for path in (partners, activities)}
    partners.write_text(replaced(today[partners], "signed: 2016\n", "signed: 2015\n"), encoding="utf-8")
    activities.write_text(replaced(today[activities], "Aoba donated", "Aoba gave"), encoding="utf-8")
    added = root / "data" / "updates" / "2026.yaml"
    later = added.rename(root / "later.yaml")
    repository = Repository(root)
    later.rename(added)
    repository.commit()
    for path, text in today.items():
        path.write_text(text, encoding="utf-8")
    repository.commit()


def _once(factory: pytest.TempPathFactory, worker_id: str, name: str, build: Callable[[Path], Path]) -> Path:
    """A site that all test processes share: the first that asks builds it, the others wait."""
    if worker_id == "master":
        return build(factory.mktemp(name))
    folder = factory.getbasetemp().parent / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return folder / "site" if (folder / "site").is_dir() else build(folder)


def built(root: Path, target: Path, *, its_code: bool = False) -> Path:
    """Build the site of a project as of :data:`DAY`, with the project's code or with that of a copy."""
    script, environment = root / "scripts" / "build.py", {**os.environ, **ENVIRONMENT}
    if its_code:
        command = [sys.executable, str(script), "--target", str(target)]
        result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    else:
        result = commands.run(script, "--target", str(target), cwd=root, env=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The records of the invented city."""
    found, problems = read(TOWN)
    assert errors(problems) == []
    return found


@pytest.fixture(scope="session")
def catalogue(dataset: Dataset) -> Catalogue:
    """The invented city, joined as of :data:`DAY`."""
    return Catalogue(dataset, DAY)


@pytest.fixture(scope="session")
def real_dataset() -> Dataset:
    """The real data; for tests of what stays true after any correct edit."""
    found, problems = read(PROJECT)
    assert errors(problems) == []
    return found


@pytest.fixture(scope="session")
def real_catalogue(real_dataset: Dataset) -> Catalogue:
    """The real data, joined as of :data:`DAY`."""
    return Catalogue(real_dataset, DAY)
