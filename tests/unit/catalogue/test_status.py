"""Statuses judged by dates: on the day that the records speak of, and on days before it."""

from __future__ import annotations

import pytest

from macros.catalogue.agreement_life import beginning
from macros.catalogue.status import agreement_status, expiry, judged, past, renewals
from tests.unit.catalogue.examples import TODAY, agreement, on, update


def test_an_indefinite_agreement_is_in_force():
    assert agreement_status(agreement({"kind": "indefinite"}), on("2026-11-21")) == "in-force"


def test_an_agreement_without_a_stated_term_is_unclear():
    assert agreement_status(agreement({"kind": "unstated"}), on("2026-11-21")) == "unknown"


def test_an_agreement_is_in_force_on_its_last_day_and_expired_the_day_after():
    until = agreement({"kind": "until", "until": "2023-08-03"})
    assert agreement_status(until, on("2023-08-03")) == "in-force"
    assert agreement_status(until, on("2023-08-04")) == "expired"


def test_within_a_year_printed_as_the_end_nothing_is_concluded():
    until = agreement({"kind": "until", "until": "2025"})
    assert agreement_status(until, on("2024-12-31")) == "in-force"
    assert agreement_status(until, on("2025-06-30")) == "unknown"
    assert agreement_status(until, on("2026-01-01")) == "expired"


def test_a_term_in_years_counts_from_the_last_signing():
    four = agreement({"kind": "years", "years": "4"}, signed="1993-09", renewed=("2003",))
    assert str(expiry(four)) == "2007"


def test_a_term_in_years_without_a_signing_date_has_no_known_end():
    assert expiry(agreement({"kind": "years", "years": "4"}, signed=None)) is None


def test_an_extension_replaces_the_printed_end():
    until = agreement({"kind": "until", "until": "2022"})
    extended = update("extended", "2022-05-01", until="2027-05-01")
    assert agreement_status(until, on("2026-01-01"), [extended]) == "in-force"


def test_an_extension_does_not_count_before_it_happened():
    until = agreement({"kind": "until", "until": "2022"})
    extended = update("extended", "2025-05-01", until="2027-05-01")
    assert agreement_status(until, on("2024-01-01"), [extended]) == "expired"


def test_an_agreement_that_was_ended_is_expired():
    ended = update("ended", "2024-03-01")
    assert agreement_status(agreement({"kind": "indefinite"}), on("2024-03-02"), [ended]) == "expired"


def test_an_agreement_is_not_in_force_before_it_was_signed():
    assert agreement_status(agreement({"kind": "indefinite"}, signed="2020"), on("2019-01-01")) == "unknown"


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


def test_an_agreement_begins_with_its_signing_else_as_many_years_before_its_end_as_it_runs():
    assert str(beginning(agreement({"kind": "until", "until": "2025", "years": "3"}, signed="2021-05"))) == "2021-05"
    assert str(beginning(agreement({"kind": "until", "until": "2025", "years": "3"}, signed=None))) == "2022"
    assert beginning(agreement({"kind": "until", "until": "2025"}, signed=None)) is None


def test_an_update_dated_to_a_month_has_happened_when_the_month_is_over_or_when_it_is_on_record():
    reviewed = update("ended", "2026-11")
    assert past([reviewed], on("2026-11-10"), known=TODAY) == []
    # Written down by the 21st, so it happened by then.
    assert past([reviewed], TODAY, known=TODAY) == [reviewed]
    assert past([reviewed], on("2026-11-29"), known=on("2027-02-01")) == []
    assert past([reviewed], on("2026-11-30"), known=on("2027-02-01")) == [reviewed]


def test_the_last_update_with_an_end_counts_and_nothing_follows_an_end():
    until = agreement({"kind": "until", "until": "2022"})
    first, second = update("extended", "2022-05-01", until="2027"), update("renewed", "2024", until="2030")
    assert str(expiry(until, [second, first])) == "2030"
    assert str(expiry(until, [update("ended", "2023-02-01"), first, second])) == "2023-02-01"


def test_further_signings_come_oldest_first():
    further = agreement({"kind": "indefinite"}, renewed=("2015", "2012-03", "2013"))
    assert [str(renewal.date) for renewal in renewals(further)] == ["2012-03", "2013", "2015"]
