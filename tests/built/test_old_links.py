"""Old links never die: every address of every commit of a small city still answers in the site of the last.

The history is that of a few years: records get other ids, some twice; two turn out to be one; one is retired.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import LISTS
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.records.kinds import KINDS
from macros.views import addresses
from macros.views.page_list import pages
from tests.conftest import built, copy_project
from tests.edits import edit, edit_all
from tests.repository import Repository

DAY = dt.date(2026, 11, 21)
OSAKA = """- id: osaka
  kind: city
  country: jp
  name: {vi: Osaka, en: Osaka}
  agreements:
    - id: osaka-2020
      instrument: memorandum
      signatory: peoples-committee
      signed: 2020-05
      term: {kind: unstated}
      sources: [{document: scheme, locator: x}]
  sources: [{document: scheme, locator: x}]

- id: osaka-city
  kind: city
  country: jp
  name: {vi: Thành phố Osaka, en: Osaka City}
  sources: [{document: scheme, locator: x}]
"""


def rename(data: Path, file: str, old: str, new: str) -> None:
    """Give a record another id, and name it by that wherever it is named."""
    for listed in (f"[{old}]", f"/{old}\n"):
        if any(listed in path.read_text() for path in data.rglob("*.yaml")):
            edit_all(data, listed, listed.replace(old, new))
    found = re.search(rf"^( *)- id: {old}\n", (data / file).read_text(), re.MULTILINE)
    assert found is not None
    edit(data / file, found[0], f"{found[1]}- id: {new}\n{found[1]}  former_ids: [{old}]\n")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its history; the site is in ``site``."""
    root = copy_project(tmp_path_factory.mktemp("links") / "project")
    repository, data = Repository(root), root / "data"
    repository.write("data/partners/osaka.yaml", OSAKA)
    repository.commit()
    rename(data, "agencies.yaml", "foreign-affairs", "external-relations")
    rename(data, "activities.yaml", "sakai-1", "sakai-visit")
    repository.commit()
    edit(
        data / "agencies.yaml",
        "- id: external-relations\n  former_ids: [foreign-affairs]\n",
        "- id: relations\n  former_ids: [foreign-affairs, external-relations]\n",
    )
    edit_all(data, "[external-relations]", "[relations]")
    rename(data, "partners.yaml", "sakai-2009", "sakai-friendship")
    repository.commit()
    # The second Osaka was the first.
    osaka = data / "partners" / "osaka.yaml"
    osaka.write_text(osaka.read_text().split("\n- id: osaka-city")[0])
    edit(osaka, "- id: osaka\n", "- id: osaka\n  former_ids: [osaka-city]\n")
    edit(
        osaka,
        "    - id: osaka-2020\n",
        "    - id: osaka-2020\n      retired: {date: 2026-10-01, reason: {vi: Ghi nhầm., en: A mistake.}}\n",
    )
    repository.commit()
    built(root, root / "site")
    return root


def commits(root: Path) -> list[str]:
    log = ["git", "log", "--reverse", "--format=%H"]
    return subprocess.run(log, cwd=root, capture_output=True, text=True, check=True).stdout.split()


def published(root: Path) -> Iterator[str]:
    """Yield every address that the site of some data has for its records, with the anchor of a section."""
    dataset, problems = check(root)
    assert errors(problems) == []
    catalogue = Catalogue(dataset, DAY)
    for lang in LANGS:
        for page in pages(catalogue, lang):
            if page.record and page.template not in {"report", "in-force-year", "changes-year"}:
                address = addresses.in_language(page.url, lang)
                yield f"{address}index.html"
                yield f"{address}{addresses.TWIN}"
        for kind in KINDS:
            for name in catalogue.of_kind(kind.singular):
                files = (make(kind.singular, name, lang) for make in (addresses.feed, addresses.calendar))
                yield from (file for file in files if file is not None)
                if kind.shown in {"section", "row"}:
                    yield f"{addresses.in_language(addresses.index(kind.singular), lang)}index.html#{name}"
    for kind in LISTS.values():
        for name in catalogue.of_kind(kind.singular):
            yield str(addresses.record_json(kind.singular, name))


def test_every_address_that_was_ever_published_still_answers(city: Path, tmp_path: Path):
    site, every = city / "site", set()
    for commit in commits(city):
        data = subprocess.run(["git", "archive", commit, "data"], cwd=city, capture_output=True, check=True).stdout
        folder = tmp_path / commit
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            archive.extractall(folder, filter="data")
        every |= set(published(folder))
    gone = {"agencies/foreign-affairs", "agencies/external-relations", "agreements/sakai-2009", "partners/osaka-city"}
    assert gone <= {address.removesuffix("/index.html") for address in every}
    for address in sorted(every):
        file, _, anchor = address.partition("#")
        assert (site / file).is_file(), address
        if anchor:
            assert f'id="{anchor}"' in (site / file).read_text(encoding="utf-8"), address


def test_an_old_address_leads_to_the_record_in_one_step(city: Path):
    for former, now in (
        ("agencies/foreign-affairs", "relations"),
        ("agencies/external-relations", "relations"),
        ("partners/osaka-city", "osaka"),
    ):
        found = (city / "site" / "en" / former / "index.html").read_text(encoding="utf-8")
        assert f'content="0; url=../{now}/"' in found
        moved = json.loads((city / "site/api/v1" / f"{former}.json").read_text(encoding="utf-8"))
        assert moved["moved_to"] == now
