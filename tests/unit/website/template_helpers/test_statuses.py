"""Sentences about statuses, and what they will say on the days after the page was built."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.dataset import Dataset
from macros.website.template_helpers.statuses import Statuses, StatusesAhead
from macros.website.template_helpers.values import Values


def on(dataset: Dataset, *day: int) -> Catalogue:
    return Catalogue(dataset, dt.date(*day))


@pytest.mark.parametrize("lang", LANGS)
def test_a_status_is_explained_by_the_end_of_the_term(catalogue: Catalogue, lang: Lang):
    words, date = texts(lang), Values(lang).date
    agreements, shown = catalogue.agreements, Statuses(catalogue, lang)

    def standing(name: str) -> str:
        return shown.standing(agreements[name], agreements[name].status)

    hanbit, minori = agreements["hanbit-2021"], agreements["minori-2018"]
    assert hanbit.expires is not None
    assert minori.expires is not None
    assert standing("hanbit-2021") == words["agreement"]["runs_until"].format(date=date(hanbit.expires))
    assert standing("minori-2018") == words["agreement"]["expired_on"].format(date=date(minori.expires))
    assert standing("aoba-2010") == words["agreement"]["no_end"]
    assert standing("phu-vieng-2016") == words["in-force"]["reasons"][agreements["phu-vieng-2016"].unclear]


@pytest.mark.parametrize("lang", LANGS)
def test_announced_and_replaced_are_explained_by_their_days(catalogue: Catalogue, lang: Lang):
    words, date, shown = texts(lang)["agreement"], Values(lang).date, Statuses(catalogue, lang)
    announced, old = catalogue.agreements["minori-2026"], catalogue.agreements["hanbit-2011"]
    assert announced.record.announced is not None
    assert old.expires is not None
    assert shown.standing(announced, "announced") == words["announced_on"].format(date=date(announced.record.announced))
    assert shown.standing(old, "expired") == words["replaced_on"].format(date=date(old.expires))


def test_days_left_are_counted_to_the_last_day(dataset: Dataset):
    words = texts("en")["agreement"]["days_left"]

    def left(*day: int) -> str:
        records = on(dataset, *day)
        return Statuses(records, "en").days_left(records.agreements["hanbit-2021"])

    assert left(2027, 8, 31) == words["other"].format(n=3)
    assert left(2027, 9, 2) == words["one"].format(n=1)
    assert left(2027, 9, 3) == words["other"].format(n=0)
    assert left(2027, 9, 4) == ""


@pytest.mark.parametrize("name", ["aoba-2010", "solbat-2026"])
def test_days_are_not_counted_where_no_last_day_is_known(dataset: Dataset, name: str):
    records = on(dataset, 2025, 12, 1)
    assert records.agreements[name].status == "in-force"
    assert Statuses(records, "en").days_left(records.agreements[name]) == ""


def test_an_end_is_told_as_precisely_as_it_is_known(catalogue: Catalogue):
    words, shown = texts("en"), Statuses(catalogue, "en")
    ends = words["timeline"]["ends"]
    assert shown.ends(catalogue.agreements["hanbit-2021"]) == ends.format(date="3 September 2027")
    year = words["agreement"]["expires_year"].format(date="2026")
    assert shown.ends(catalogue.agreements["solbat-2026"]) == ends.format(date=year)
    assert shown.ends(catalogue.agreements["aoba-2010"]) == ""


def test_a_changing_status_brings_its_words_for_later_days(catalogue: Catalogue):
    words = texts("vi")
    ahead = StatusesAhead(catalogue, Statuses(catalogue, "vi"), "vi")
    hanbit = catalogue.agreements["hanbit-2021"]
    assert json.loads(ahead.agreement(hanbit)) == [["2027-09-04", words["agreement_status"]["expired"], "expired"]]
    assert hanbit.expires is not None
    sentence = words["agreement"]["expired_on"].format(date=Values("vi").date(hanbit.expires))
    assert json.loads(ahead.standing(hanbit)) == [["2027-09-04", sentence]]
    task = catalogue.tasks["quay-1-3"]
    assert json.loads(ahead.task(task)) == [["2027-01-01", words["task_status"]["overdue"], "overdue"]]


def test_what_will_not_change_says_nothing(catalogue: Catalogue):
    ahead = StatusesAhead(catalogue, Statuses(catalogue, "vi"), "vi")
    assert ahead.agreement(catalogue.agreements["aoba-2010"]) == ""
    assert ahead.count([catalogue.agreements["aoba-2010"]], "in-force") == ""


def test_a_count_goes_down_with_each_end(catalogue: Catalogue):
    ahead = StatusesAhead(catalogue, Statuses(catalogue, "en"), "en")
    agreements = [catalogue.agreements[name] for name in ("hanbit-2021", "nam-say-2022", "aoba-2010")]
    assert json.loads(ahead.count(agreements, "in-force", "{n} left")) == [
        ["2027-01-15", "2 left"],
        ["2027-09-04", "1 left"],
    ]


def test_a_country_counts_its_partners_and_what_is_in_force_now_and_later(catalogue: Catalogue):
    lead = Statuses(catalogue, "en").country_lead(catalogue.countries["la"])
    words, count = texts("en"), Values("en").count

    def sentence(in_force: int) -> str:
        counts = {"partners": count("partners", 2), "agreements": count("agreements", 4)}
        counts["in_force"] = count("in_force", in_force)
        return str(words["country"]["lead_partners"].format(name="Laos", **counts))

    assert lead.text == sentence(2)
    assert json.loads(lead.ahead) == [["2027-01-15", sentence(1)], ["2031-06-19", sentence(0)]]
