"""The preview after an edit is the site that a build makes, byte for byte."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import commands
from tests.conftest import ENVIRONMENT, SMALL, copy_project
from tests.edits import edit, edit_all

Files = dict[str, bytes]


class Worker:
    """The command that the local server talks to.

    Args:
        root: the project.
        its_code: whether it and the builds beside it run with the code of the copy, which was changed.
        environment: what they are told beside the usual.
    """

    def __init__(self, root: Path, *, its_code: bool = False, **environment: str) -> None:
        self.root = root
        self.its_code = its_code
        self.environment = {**os.environ, **ENVIRONMENT, **environment}
        self._process = (
            subprocess.Popen(
                [sys.executable, "scripts/preview.py"],
                cwd=root,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                bufsize=1,
            )
            if its_code
            else commands.start(root / "scripts" / "preview.py", cwd=root, env=self.environment, stdin=True)
        )

    def update(self) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write("update\n")
        self._process.stdin.flush()
        return self.answer("shown", "failed", "stale")

    def answer(self, *answers: str) -> str:
        assert self._process.stdout is not None
        return next((line.strip() for line in self._process.stdout if line.strip() in answers), "")

    def stop(self) -> str:
        """End it; what it told people."""
        _, told = self._process.communicate()
        return told

    def site(self) -> Files:
        return contents(self.root / ".build" / "preview" / "site")

    def built(self) -> Files:
        """Build the project as it is."""
        target = self.root / "built"
        script, arguments = self.root / "scripts" / "build.py", ("--target", str(target))
        if self.its_code:
            command = [sys.executable, str(script), *arguments]
            result = subprocess.run(
                command, cwd=self.root, env=self.environment, capture_output=True, text=True, check=False
            )
        else:
            result = commands.run(script, *arguments, cwd=self.root, env=self.environment)
        assert result.returncode == 0, result.stderr
        return contents(target)


def contents(folder: Path) -> Files:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def differences(one: Files, other: Files) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture(scope="module")
def started(copied: Path) -> Iterator[Worker]:
    """A worker that has built the small project once."""
    worker = Worker(copied)
    assert worker.update() == "shown", worker.stop()
    assert worker.answer("settled") == "settled", worker.stop()
    yield worker
    worker.stop()


@pytest.fixture
def project(copied: Path) -> Path:
    """The small project, with its data put back after the edits of the test before."""
    shutil.rmtree(copied / "data")
    shutil.copytree(SMALL / "data", copied / "data")
    return copied


@pytest.fixture
def worker(started: Worker, project: Path) -> Worker:
    """The same worker for every edit."""
    assert started.root == project
    return started


def changed_value(data: Path) -> None:
    edit(data / "partners.yaml", "en: Sakai", "en: Sakai City")


def changed_lines(data: Path) -> None:
    edit(data / "partners.yaml", "- id: sakai\n", "# Its places move by one line.\n- id: sakai\n")


def added_record(data: Path) -> None:
    text = (data / "partners.yaml").read_text(encoding="utf-8").replace("sakai", "osaka").replace("Sakai", "Osaka")
    (data / "partners").mkdir()
    (data / "partners" / "osaka.yaml").write_text(text, encoding="utf-8")


def added_report(data: Path) -> None:
    (data / "updates").mkdir()
    (data / "updates" / "first.yaml").write_text(
        "- id: first\n  record: task/scheme-i-1\n  event: progress\n  date: 2026-10-01\n  status: done\n"
        "  note:\n    vi: Đã xong.\n    en: It is done.\n",
        encoding="utf-8",
    )


def renamed_record(data: Path) -> None:
    edit_all(data, "jica", "jbic")


def renamed_record_that_leads_on(data: Path) -> None:
    edit_all(data, "[jica]", "[jbic]")
    edit(data / "organisations.yaml", "- id: jica\n", "- id: jbic\n  former_ids: [jica]\n")


def deleted_record(data: Path) -> None:
    edit(data / "activities.yaml", "  organisations: [jica]\n", "")
    organisations = data / "organisations.yaml"
    organisations.write_text("[]\n", encoding="utf-8")


def changed_name_that_others_print(data: Path) -> None:
    edit(data / "sectors.yaml", "en: Tourism", "en: Travel")
    edit(data / "glossary.yaml", "abbreviation: ODA", "abbreviation: ODX")


@pytest.mark.parametrize(
    "change",
    [
        changed_value,
        changed_lines,
        added_record,
        added_report,
        renamed_record,
        renamed_record_that_leads_on,
        deleted_record,
        changed_name_that_others_print,
    ],
    ids=lambda change: change.__name__,
)
def test_an_edit_of_the_data_comes_out_as_in_a_build(change: Callable[[Path], None], worker: Worker):
    assert worker.update() == "shown"
    assert worker.answer("settled") == "settled"
    before = worker.site()
    change(worker.root / "data")

    assert worker.update() == "shown"
    pages = {name: page for name, page in worker.site().items() if name.endswith(".html")}
    assert worker.answer("settled") == "settled"

    site, built = worker.site(), worker.built()
    assert differences(site, built) == []
    assert site != before
    # Pages are right already when they are shown; only those that are gone go with the exports.
    assert [name for name in pages if name in built and pages[name] != built[name]] == []


def test_an_edit_leaves_other_pages_alone(worker: Worker):
    worker.update()
    changed_value(worker.root / "data")
    site = worker.root / ".build" / "preview" / "site"
    agency = site / "agencies" / "foreign-affairs" / "index.html"
    partner = site / "partners" / "sakai" / "index.html"
    before = [path.stat().st_ino for path in (agency, partner)]
    assert worker.update() == "shown"
    assert [path.stat().st_ino == inode for path, inode in zip((agency, partner), before, strict=True)] == [True, False]


def test_a_title_of_a_written_page_comes_out_as_in_a_build(worker: Worker):
    goals = worker.root / "docs" / "en" / "background" / "goals.md"
    text = goals.read_text(encoding="utf-8")
    goals.write_text(re.sub(r"^title: .*", "title: Goals anew", text, count=1, flags=re.MULTILINE), encoding="utf-8")
    try:
        assert worker.update() == "shown"
        assert worker.answer("settled") == "settled"
        assert differences(worker.site(), worker.built()) == []
        assert b"Goals anew" in worker.site()["en/background/goals/index.html"]
    finally:
        goals.write_text(text, encoding="utf-8")


def test_wrong_data_leave_the_pages_as_they_were(worker: Worker):
    assert worker.update() == "shown"
    assert worker.answer("settled") == "settled"
    before = worker.site()
    edit(worker.root / "data" / "partners.yaml", "country: jp", "country: xx")
    assert worker.update() == "failed"
    assert worker.site() == before


# A file that all pages share, what is in it, and what comes in its place.
SHARED = {
    "a template": (
        "macros/website/templates/partials/partner.jinja",
        '<dl class="facts facts--short">',
        '<dl class="facts">',
    ),
    "a word of the interface": ("macros/base/words/en.yaml", "index_title: Partner", "index_title: Our partner"),
    "an override": ("docs/overrides/main.html", "{{ foot }}", "<hr>{{ foot }}"),
    "a setting": ("mkdocs.yml", "site_name: Đà Nẵng với thế giới", "site_name: Đà Nẵng"),
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another project, whose preview was shown."""
    root = copy_project(tmp_path_factory.mktemp("shared") / "project")
    worker = Worker(root)
    assert worker.update() == "shown", worker.stop()
    worker.stop()
    return root


@pytest.mark.parametrize(("part", "before", "after"), SHARED.values(), ids=SHARED)
def test_what_all_pages_share_ends_the_worker(part: str, before: str, after: str, shown: Path):
    worker = Worker(shown)
    wrong = shown / "data" / "partners.yaml"
    edit(wrong, "country: jp", "country: xx")
    # It has begun, and has nothing to build yet.
    assert worker.update() == "failed"
    edit(wrong, "country: xx", "country: jp")
    text = (shown / part).read_text(encoding="utf-8")
    edit(shown / part, before, after)
    try:
        assert worker.update() == "stale"
    finally:
        worker.stop()
        (shown / part).write_text(text, encoding="utf-8")


def test_another_worker_builds_all_that_was_shared(shown: Path):
    site = shown / ".build" / "preview" / "site"
    before = contents(site)
    texts = {part: (shown / part).read_text(encoding="utf-8") for part, *_ in SHARED.values()}
    for part, old, new in SHARED.values():
        edit(shown / part, old, new)
    worker = Worker(shown, its_code=True)
    try:
        assert worker.update() == "shown"
        assert worker.answer("settled") == "settled"
        assert differences(worker.site(), worker.built()) == []
        for name, said in (
            ("partners/sakai/index.html", b'<dl class="facts">'),
            ("en/partners/index.html", b"Our partner"),
            ("about/index.html", b"<hr>"),
            ("en/about/index.html", b"<hr>"),
        ):
            assert said in worker.site()[name], name
            assert said not in before[name], name
    finally:
        worker.stop()
        for part, text in texts.items():
            (shown / part).write_text(text, encoding="utf-8")


def test_another_day_and_another_address_come_out_as_in_a_build(project: Path):
    worker = Worker(project, AS_OF="2010-01-01", SITE_URL="https://example.org/other/", REPO_URL="")
    assert worker.update() == "shown", worker.stop()
    assert worker.answer("settled") == "settled"
    assert differences(worker.site(), worker.built()) == []
    worker.stop()
