"""Editions are the tags that name them, until the day that is spoken of; pages cite the latest."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest
from pybtex.database import parse_string

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.records.check.rules import check
from macros.records.history import git
from macros.website.frame.foot import Foot, foot
from macros.website.frame.repository import Repository as Address
from macros.website.printer import Printer
from tests.repository import Repository
from tests.unit.website.frame.about import shown

BUILT = dt.datetime(2026, 1, 20, 3, tzinfo=dt.UTC)
TODAY = BUILT.date()


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(BUILT.timestamp())))
    git._read.cache_clear()


def annotate(repository: Repository, name: str, day: int) -> None:
    """Tag what is there as an edition made on a day of January."""
    date = f"2026-01-{day:02} 03:00:00 +0000"
    identity = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b", "GIT_COMMITTER_DATE": date}
    subprocess.run(
        ["git", "-c", "tag.gpgsign=false", "tag", "--annotate", "--message=x", name],
        cwd=repository.root,
        env={**os.environ, **identity},
        check=True,
    )


def catalogue(root: Path, day: dt.date = TODAY) -> Catalogue:
    return catalogue_of(root, check(root)[0], day)


def names(root: Path, day: dt.date = TODAY) -> list[tuple[str, int]]:
    return [(edition.name, edition.day.day) for edition in catalogue(root, day).history.editions]


def of(records: Catalogue, lang: Lang = "en", repository: str = "https://example.org/x") -> Foot:
    return foot(shown(records, "partners/sakai.md", lang), records, Address(repository, "main"), "20 January 2026")


def test_a_repository_without_editions_says_nothing(repository: Repository):
    repository.git("tag", "v1")
    records = catalogue(repository.root)
    assert records.history.editions == ()
    found = of(records)
    assert (found.edition, found.release) == ("", "")
    assert "edition" not in "\n".join(found.bibtex)


def test_editions_are_told_by_their_day_newest_first(repository: Repository):
    repository.git("tag", "edition-2025-q4")
    annotate(repository, "edition-2026-q1", 10)
    # The tag that is only a name has the day of its commit, in Vietnam.
    assert names(repository.root) == [("2026-q1", 10), ("2025-q4", 2)]


def test_on_an_earlier_day_later_editions_are_not_told(repository: Repository):
    repository.git("tag", "edition-2025-q4")
    annotate(repository, "edition-2026-q1", 10)
    assert names(repository.root, dt.date(2026, 1, 9)) == [("2025-q4", 2)]
    assert names(repository.root, dt.date(2026, 1, 1)) == []


def test_an_edition_from_after_the_build_is_not_told(repository: Repository):
    annotate(repository, "edition-2026-q1", 25)
    assert names(repository.root) == []


@pytest.mark.parametrize(("cloned", "told"), [("--no-tags", []), ("--tags", [("2026-q1", 10)])])
def test_a_shallow_clone_tells_what_tags_it_has(
    cloned: str, told: list[tuple[str, int]], repository: Repository, tmp_path: Path
):
    repository.write("data/updates/x.yaml", "[]\n")
    repository.commit()
    annotate(repository, "edition-2026-q1", 10)
    clone = tmp_path / "clone"
    command = ["git", "clone", "--quiet", "--depth=1", cloned, f"file://{repository.root}", str(clone)]
    subprocess.run(command, check=True)
    assert catalogue(clone).history.missing == "shallow"
    assert names(clone) == told


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_cites_the_latest_edition_by_name_day_and_address(lang: Lang, repository: Repository):
    annotate(repository, "edition-2026-q1", 10)
    records = catalogue(repository.root)
    found = of(records, lang)
    day = Printer(records, lang).date(dt.date(2026, 1, 10))
    assert "2026-q1" in found.edition
    assert day in found.edition
    assert texts(lang)["site"]["name"] in found.edition
    assert found.release == "https://example.org/x/releases/tag/edition-2026-q1"
    (entry,) = parse_string("\n".join(found.bibtex), "bibtex").entries.values()
    assert "2026-q1" in entry.fields["note"]
    assert "2026-01-10" in entry.fields["note"]
    assert "releases/tag/edition-2026-q1" in entry.fields["note"]
    printed = Printer(records, lang, "https://example.org/x").foot(shown(records, "partners/sakai.md", lang))
    assert f'<a href="{found.release}">' in printed


def test_without_a_repository_to_link_to_the_edition_is_named_only(repository: Repository):
    annotate(repository, "edition-2026-q1", 10)
    found = of(catalogue(repository.root), repository="")
    assert found.edition
    assert found.release == ""
