"""The catalogue of a day: cut off, judged by the day, with what the build knows and the history of the records."""

from __future__ import annotations

import pytest

from macros.catalogue.of_day import catalogue_of
from tests.repository import Repository
from tests.unit.catalogue.examples import KOBE, append, on, sound


@pytest.fixture(autouse=True)
def built_in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")


def test_an_earlier_day_is_judged_by_what_the_build_knows(repository: Repository):
    append(repository.root, "partners.yaml", KOBE)
    then = catalogue_of(repository.root, sound(repository.root), on("2012-05-10"))
    assert then.as_of == on("2012-05-10")
    # Known to the month today, so in the middle of the month nobody can say.
    assert then.agreements["kobe-2012"].unclear == "signing-imprecise"
    assert then.agreements["kobe-undated"].unclear == "no-signing-date"
    assert "kobe-open" not in then.agreements


def test_on_the_day_of_the_build_all_on_record_has_happened(repository: Repository):
    append(repository.root, "partners.yaml", KOBE)
    now = catalogue_of(repository.root, sound(repository.root), on("2026-11-21"))
    assert now.agreements["kobe-undated"].status == "in-force"


def test_the_history_comes_from_the_repository(repository: Repository):
    repository.replace("data/partners.yaml", "kind: indefinite", "kind: until\n        until: 2030-08-03")
    repository.commit()
    history = catalogue_of(repository.root, sound(repository.root), on("2026-11-21")).history
    assert history.missing is None
    assert history.of("agreement", "sakai-2009")[0].action == "changed"
