"""What was in force on a day in the past, and what a site built for one leaves out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.cutoff import until, year_ends
from macros.catalogue.status import judged
from macros.records.check.problem import errors
from macros.records.check.rules import check
from tests.unit.catalogue.test_catalogue import agreement, on, update

TODAY = on("2026-11-21")
PARTNERS = "data/partners.yaml"


def past(root: Path, day: str) -> Catalogue:
    dataset, problems = check(root)
    assert errors(problems) == []
    return Catalogue(until(dataset, on(day)), on(day), known=TODAY)


def append(root: Path, file: str, text: str) -> None:
    path = root / "data" / file
    path.write_text((path.read_text() if path.exists() else "") + text)


@pytest.mark.parametrize(
    ("signed", "day", "judgement"),
    [
        ("2020", "2019-12-31", ("unknown", "signed-later")),
        ("2020", "2020-06-30", ("unknown", "signing-imprecise")),
        ("2020", "2020-12-31", ("in-force", None)),
        ("2020-05", "2020-05-30", ("unknown", "signing-imprecise")),
        ("2020-05", "2020-05-31", ("in-force", None)),
        ("2020-05-10", "2020-05-09", ("unknown", "signed-later")),
        ("2020-05-10", "2020-05-10", ("in-force", None)),
        # Whatever is on record has happened by today.
        ("2026", "2026-11-21", ("in-force", None)),
        (None, "2020-12-31", ("unknown", "no-signing-date")),
        (None, "2026-11-21", ("in-force", None)),
    ],
)
def test_an_agreement_is_in_force_from_its_signing(signed: str | None, day: str, judgement: tuple[str, str | None]):
    assert judged(agreement({"kind": "indefinite"}, signed=signed), on(day), (), TODAY) == judgement


def test_without_a_later_day_to_know_from_the_day_itself_is_it():
    assert judged(agreement({"kind": "indefinite"}, signed="2020"), on("2020-06-30")) == ("in-force", None)
    assert judged(agreement({"kind": "indefinite"}, signed=None), on("2020-06-30")) == ("in-force", None)


@pytest.mark.parametrize(
    ("day", "judgement"),
    [
        ("2010-12-31", ("unknown", "later-signing")),
        ("2018-06-30", ("unknown", "later-signing")),
        ("2018-12-31", ("in-force", None)),
        ("2023-08-03", ("in-force", None)),
        ("2023-08-04", ("expired", None)),
    ],
)
def test_a_term_says_nothing_of_the_years_before_its_signing(day: str, judgement: tuple[str, str | None]):
    daegu = agreement({"kind": "until", "until": "2023-08-03"}, signed="2004", renewed=("2018",))
    assert judged(daegu, on(day), (), TODAY) == judgement


def test_an_agreement_without_an_end_that_was_strengthened_was_in_force_before():
    sakai = agreement({"kind": "indefinite"}, signed="2009", renewed=("2019",))
    further = judged(sakai, on("2012-12-31"), (), TODAY)
    assert further == ("unknown", "later-signing")
    strengthened = sakai.renewed[0].model_copy(update={"kind": "strengthened"})
    assert judged(sakai.model_copy(update={"renewed": (strengthened,)}), on("2012-12-31"), (), TODAY)[0] == "in-force"


def test_three_years_until_2025_began_in_2022():
    three = agreement({"kind": "until", "until": "2025", "years": "3"}, signed=None)
    assert judged(three, on("2021-12-31"), (), TODAY) == ("unknown", "signed-later")
    assert judged(three, on("2022-12-31"), (), TODAY) == ("in-force", None)
    assert judged(three, on("2025-12-31"), (), TODAY) == ("unknown", "end-imprecise")


def test_an_extension_counts_from_the_day_that_it_surely_happened():
    until_2022 = agreement({"kind": "until", "until": "2022"})
    extended = update("extended", "2023", until="2027")
    assert judged(until_2022, on("2023-06-30"), [extended], TODAY) == ("expired", None)
    assert judged(until_2022, on("2023-12-31"), [extended], TODAY) == ("in-force", None)


def test_each_year_from_the_first_signing_to_the_last_that_is_over(small_root: Path):
    catalogue = past(small_root, "2026-11-21")
    ends = year_ends(catalogue.agreements.values(), catalogue.as_of)
    assert [end.year for end in ends] == list(range(2009, 2026))
    assert [item.id for item in ends[0].in_force] == ["sakai-2009"]
    assert [end.year for end in year_ends(catalogue.agreements.values(), on("2025-12-31"))][-1] == 2025
    assert [end.year for end in year_ends(catalogue.agreements.values(), on("2025-12-30"))][-1] == 2024
    assert year_ends((), TODAY) == []


def test_each_agreement_of_a_year_stands_in_one_place(catalogue: Catalogue):
    for end in year_ends(catalogue.agreements.values(), catalogue.as_of):
        shown = [item.id for item in (*end.in_force, *end.unclear, *end.undated)]
        assert len(shown) == len(set(shown))
        assert set(end.why) == {item.id for item in end.unclear}
        later = {
            item.id
            for item in catalogue.agreements.values()
            if item.record.signed is not None and item.record.signed.first_day > end.day
        }
        assert not later & set(shown)
        begun_later = sum(
            judged(item.record, end.day, item.updates, catalogue.as_of)[1] == "signed-later"
            for item in catalogue.agreements.values()
        )
        assert len(shown) + end.expired + begun_later == len(catalogue.agreements)


def test_what_no_source_dates_is_kept_apart(catalogue: Catalogue):
    end = catalogue.year_ends[2010]
    assert "champasak-2023" in {item.id for item in end.undated}
    assert "champasak-2023" not in end.why
    assert end.why["champasak-2002"] == "later-signing"


def test_the_last_year_end_says_what_a_site_of_that_day_says(dataset, catalogue: Catalogue):
    (end,) = [end for end in year_ends(catalogue.agreements.values(), catalogue.as_of) if end.year == 2023]
    then = Catalogue(until(dataset, end.day), end.day, known=catalogue.as_of)
    assert then.agreement_counts["in-force"] == len(end.in_force)
    assert then.agreement_counts["unknown"] == len(end.unclear) + len(end.undated)
    assert then.agreement_counts["expired"] == end.expired


def test_what_came_later_is_left_out(small_root: Path):
    append(
        small_root,
        "partners.yaml",
        """    - document: scheme
      locator: x
- id: kobe
  kind: city
  country: jp
  name: {vi: Kobe, en: Kobe}
  agreements:
    - {id: kobe-2012, instrument: agreement, signatory: peoples-committee, signed: 2012-05, term: {kind: indefinite},
       sources: [{document: scheme, locator: x}]}
    - {id: kobe-2001, instrument: agreement, signatory: peoples-committee, signed: 2001, term: {kind: indefinite},
       sources: [{document: scheme, locator: y}]}
  sources:
    - document: scheme
      locator: x
""",
    )
    append(
        small_root,
        "updates.yaml",
        """- {id: u, record: agreement/kobe-2012, event: extended, date: 2013-01-01, note: {vi: n, en: n}}
- {id: v, record: task/scheme-i-1, event: progress, date: 2026-05, status: done, note: {vi: n, en: n}}
""",
    )
    now, then, before = (past(small_root, day) for day in ("2026-11-21", "2012-04-30", "2000-01-01"))
    assert {"kobe-2012", "kobe-2001", "sakai-2009"} == set(now.agreements)
    assert {"kobe-2001", "sakai-2009"} == set(then.agreements)
    assert then.agreements["kobe-2001"].place == now.agreements["kobe-2001"].place
    assert then.agreements["kobe-2001"].place.line > then.partners["kobe"].place.line
    assert set(before.agreements) == set()
    assert before.partners["kobe"].agreements == ()
    assert now.tasks["scheme-i-1"].updates
    assert not then.tasks.get("scheme-i-1") or then.tasks["scheme-i-1"].updates == ()
    assert [item.id for item in before.activities.values() if item.record.date] == []


def test_a_plan_comes_with_its_document(small_root: Path):
    documents = small_root / "data" / "documents.yaml"
    catalogue = past(small_root, "2026-11-21")
    issued = catalogue.documents["scheme"].record.date
    assert issued is not None, documents.read_text()
    day_before = (issued.first_day - dt.timedelta(1)).isoformat()
    assert set(past(small_root, issued.last_day.isoformat()).tasks) == set(catalogue.tasks)
    assert past(small_root, day_before).tasks == {}
    assert past(small_root, day_before).plans == {}
    assert not [c for c in past(small_root, day_before).conflicts if c.record.startswith("task/")]


def test_on_the_day_itself_nothing_is_left_out(dataset):
    assert until(dataset, TODAY).entries == dataset.entries
