"""Agreements drawn over the years: lengths, ends, labels, and the axis."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Final

import pytest

from macros.base.dates import PartialDate
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.drawings.agreement_lives import Life, lives
from macros.views.drawings.agreement_strip import NARROW, WIDE, Form, Row, Strip, agreement_strip

DAY: Final = dt.date(2026, 3, 1)
FORMS: Final = (WIDE, NARROW)


def life(begins: str = "", ends: str = "", **other: object) -> Life:
    """An agreement by its dates."""
    given: dict[str, object] = {
        "id": "a",
        "label": "Porto Novo",
        "title": "Agreement with Porto Novo",
        "status": "in-force",
        "begins": PartialDate.parse(begins) if begins else None,
        "ends": PartialDate.parse(ends) if ends else None,
        "endless": False,
    }
    return Life(**(given | other))  # type: ignore[arg-type]


def drawn(*found: Life, form: Form = WIDE) -> Strip:
    strip = agreement_strip(found, DAY, form)
    assert strip is not None
    return strip


def only(one: Life) -> Row:
    return drawn(one).rows[0]


def looks(row: Row) -> list[str]:
    return [piece.look for piece in row.pieces]


@pytest.mark.parametrize("form", FORMS)
def test_no_agreement_makes_no_drawing(form: Form) -> None:
    assert agreement_strip([], DAY, form) is None


@pytest.mark.parametrize("form", FORMS)
def test_twice_the_time_is_twice_the_length(form: Form) -> None:
    short, long = drawn(life("2000-01-01", "2005-01-01"), life("2000-01-01", "2010-01-01"), form=form).rows
    assert long.pieces[0].x == short.pieces[0].x
    assert long.pieces[0].width == pytest.approx(2 * short.pieces[0].width, abs=0.3)


def test_today_divides_what_is_over_from_what_runs() -> None:
    strip = drawn(life("2019-01-01", "2026-02-01", status="expired"), life("2019-01-01", "2026-04-01"))
    over, running = strip.rows
    assert over.pieces[0].x2 < strip.today < running.pieces[0].x2


def test_an_agreement_without_end_reaches_the_edge_with_an_arrow() -> None:
    strip = drawn(life("2007-05-01", endless=True), life("2007-05-01", "2010-01-01"))
    endless, ending = strip.rows
    assert endless.arrow
    assert not ending.arrow
    assert strip.signs == ("arrow",)
    assert endless.pieces[-1].x2 > ending.pieces[-1].x2
    assert endless.pieces[-1].x2 <= WIDE.width


def test_an_unstated_end_is_hatched_until_today_and_no_further() -> None:
    strip = drawn(life("2012-02-10", status="unknown"))
    assert looks(strip.rows[0]) == ["unstated"]
    assert strip.rows[0].pieces[0].x2 == strip.today
    assert strip.signs == ("unstated",)


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        ("2010", "2020-05-05", ["about", "sure"]),
        ("2010-03", "2020-05", ["about", "sure", "about"]),
        ("2010-03-04", "2020", ["sure", "about"]),
        ("2010", "2010", ["about"]),
    ],
)
def test_a_year_or_month_is_drawn_as_no_more_than_that(begins: str, ends: str, expected: list[str]) -> None:
    row = only(life(begins, ends))
    assert looks(row) == expected
    for before, after in pairwise(row.pieces):
        assert after.x == pytest.approx(before.x2, abs=0.2)


def test_further_signings_are_ticks_on_the_bar() -> None:
    again = (dt.date(2012, 6, 1), dt.date(2015, 6, 1))
    row = only(life("2009-01-01", "2020-01-01", renewed=again))
    assert len(row.ticks) == len(again)
    assert all(row.pieces[0].x < tick < row.pieces[-1].x2 for tick in row.ticks)


def test_an_announcement_is_a_point() -> None:
    row = only(life(status="announced", announced=PartialDate.parse("2026-01-10")))
    assert not row.pieces
    assert row.point is not None
    assert row.diamond


def test_an_end_without_a_beginning_is_a_point_once_it_is_over() -> None:
    over = only(life("", "2025", status="expired"))
    assert not over.pieces
    assert over.point is not None
    strip = drawn(life("", "2028"))
    assert strip.rows[0].pieces[0].x == strip.today


def test_no_date_at_all_leaves_room_for_words() -> None:
    row = only(life(status="unknown"))
    assert not row.dated


def test_the_axis_has_the_usual_years_and_grows_with_the_data() -> None:
    usual = drawn(life("2007-01-01", "2012-01-01"))
    assert (usual.first, usual.last) == (1990, 2030)
    wider = drawn(life("1976-07-01", "2041-01-01"))
    assert wider.first <= 1976
    assert wider.last >= 2041
    for strip in (usual, wider):
        assert all(strip.left <= line.x <= WIDE.width for line in strip.years)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("begins", ["1990", "1901", "2026-01"])
def test_years_of_the_axis_do_not_run_into_each_other(form: Form, begins: str) -> None:
    strip = drawn(life(begins, "2027"), form=form)
    assert len(strip.years) > 1
    for before, after in pairwise(strip.years):
        assert after.label_x - before.label_x >= 5 * form.letter


@pytest.mark.parametrize("form", FORMS)
def test_many_agreements_stand_below_each_other(form: Form) -> None:
    strip = drawn(*[life("2007-01-01", "2012-01-01", id=str(n)) for n in range(60)], form=form)
    assert len(strip.rows) == 60
    for before, after in pairwise(strip.rows):
        assert after.top >= before.top + form.bar + 4
        assert after.label_y - before.label_y >= 14
    assert strip.rows[-1].top + form.bar <= strip.foot


@pytest.mark.parametrize("form", FORMS)
def test_a_long_label_is_cut_and_its_title_is_not(form: Form) -> None:
    name = "Khu tự trị dân tộc Choang Quảng Tây và các thành phố kết nghĩa lâu năm: Bản ghi nhớ hợp tác"
    row = drawn(life("2007", "2012", label=name, title=name), form=form).rows[0]
    assert row.title == name
    assert row.label.endswith("…")
    assert len(row.label) * form.letter <= (form.labels or form.width)


def test_the_day_is_named_within_the_drawing() -> None:
    for day in (dt.date(1990, 1, 2), dt.date(2029, 12, 30)):
        for form in FORMS:
            strip = agreement_strip([life("2007", "2012")], day, form)
            assert strip is not None
            assert form.letter * 5 <= strip.today_label_x <= form.width - form.letter * 5


@pytest.mark.parametrize("lang", LANGS)
def test_labels_tell_the_agreements_of_one_partner_apart(catalogue: Catalogue, lang: Lang) -> None:
    agreements = list(catalogue.agreements.values())
    several = {a.partner.id for a in agreements if sum(b.partner == a.partner for b in agreements) > 1}
    assert several
    found = lives(agreements, catalogue.as_of, lang)
    labels = [one.label for one in found]
    dated = [one.label for one, item in zip(found, agreements, strict=True) if item.first_known]
    assert len(set(dated)) == len(dated)
    for item, label in zip(agreements, labels, strict=True):
        name = item.partner.name[lang]
        assert label.startswith(name)
        assert (label == name) == (item.partner.id not in several)
    alone = lives(agreements, catalogue.as_of, lang, partners=False)
    assert all(one.label.startswith(item.instrument[lang]) for one, item in zip(alone, agreements, strict=True))


def test_the_whole_title_tells_status_and_end(catalogue: Catalogue) -> None:
    t = texts("en")
    for item, found in zip(
        catalogue.agreements.values(), lives(list(catalogue.agreements.values()), catalogue.as_of, "en"), strict=True
    ):
        assert t["agreement_status"][item.status] in found.title
        assert found.endless == (item.expires is None and item.record.term.kind == "indefinite")


def test_a_further_signing_ahead_is_not_drawn(catalogue: Catalogue) -> None:
    item = next(item for item in catalogue.agreements.values() if item.record.renewed)
    (found,) = lives([item], dt.date(1990, 1, 1), "vi")
    assert found.renewed == ()
