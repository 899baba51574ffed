from __future__ import annotations

import datetime as dt
import math
from itertools import combinations
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.views.drawings.land import land
from macros.views.drawings.partner_map import atlas
from macros.views.drawings.projection import ASIA, WORLD
from macros.views.drawings.spread import spread


def test_circles_that_lie_on_each_other_are_moved_until_none_covers_another():
    circles = [(10.0, 10.0, 5.0), (10.0, 10.0, 5.0), (12.0, 10.0, 5.0), (11.0, 13.0, 6.0)]
    moved = spread(circles)
    for one, two in combinations(range(4), 2):
        assert math.dist(moved[one], moved[two]) >= circles[one][2] + circles[two][2]


def test_pushing_goes_on_while_any_circle_is_covered():
    # The last two are neighbours, but lie apart from the start.
    circles = [(10.0, 10.0, 5.0)] * 5 + [(300.0, 300.0, 5.0), (310.0, 310.0, 5.0)]
    moved = spread(circles)
    for one, two in combinations(range(len(circles)), 2):
        assert math.dist(moved[one], moved[two]) >= 10


def test_a_circle_that_lies_alone_stays():
    assert spread([(10, 10, 5), (100, 10, 5)]) == [(10, 10), (100, 10)]


def test_spreading_gives_the_same_every_time():
    circles = [(10.0, 10.0, 5.0)] * 7
    assert spread(circles) == spread(circles)


def test_north_is_up_and_east_is_right_across_the_date_line():
    assert WORLD.y(60) < WORLD.y(0) < WORLD.y(-30)
    # Đà Nẵng, Fiji, Hawaii, Pittsburgh, Mar del Plata's longitude.
    assert WORLD.x(108) < WORLD.x(178) < WORLD.x(-155) < WORLD.x(-80) < WORLD.x(-57)


@pytest.mark.parametrize("window", [WORLD, ASIA])
def test_land_is_drawn_within_the_window_and_small(window):
    path = land(window)
    assert len(path) < 9000
    for piece in path.split("M")[1:]:
        start, length = piece.split("h")
        x, y = map(float, start.split())
        assert 0 <= x <= x + float(length) <= window.width + 1
        assert 0 <= y <= window.height


def test_each_partner_with_coordinates_is_a_point_to_follow_once(catalogue: Catalogue):
    drawn = [point.partner.id for each in atlas(catalogue).maps for point in each.points]
    assert len(drawn) == len(set(drawn))
    absent = {item.id for item in atlas(catalogue).absent}
    assert set(drawn) == set(catalogue.partners) - absent
    assert absent == {"cascade"}


def test_points_lie_where_the_partners_are(catalogue: Catalogue):
    world, asia = atlas(catalogue).maps
    points = {point.partner.id: point for each in (world, asia) for point in each.points}
    # A partner north-east of another is drawn above it and to its right.
    assert points["neustein"].x < points["port-verity"].x  # the map begins in Europe
    assert points["neustein"].y < points["port-verity"].y
    assert points["qingtan"].x < points["hanbit"].x
    assert points["hanbit"].y < points["qingtan"].y
    for point in points.values():
        assert math.isfinite(point.x)


def test_a_point_is_larger_with_more_agreements_in_force(small_root: Path):
    def radius() -> float:
        dataset, problems = check(small_root)
        assert problems == []
        (point,) = atlas(Catalogue(dataset, dt.date(2026, 11, 21))).maps[1].points
        return point.radius

    one = radius()
    partners = small_root / "data" / "partners.yaml"
    text = partners.read_text()
    start, end = text.index("    - id: sakai-2009"), text.index("  sources:\n    - document: scheme\n      locator")
    partners.write_text(text[:end] + text[start:end].replace("sakai-2009", "sakai-2012") + text[end:])
    assert radius() > one


def test_both_archipelagos_and_the_city_stand_on_both_maps(catalogue: Catalogue):
    for each in atlas(catalogue).maps:
        assert {mark.id: mark.role for mark in each.marks} == {
            "da-nang": "home",
            "hoang-sa": "archipelago",
            "truong-sa": "archipelago",
        }
        for mark in each.marks:
            assert 0 < mark.x < each.width
            assert 0 < mark.y < each.height


def test_a_name_in_two_lines_is_the_whole_name(catalogue: Catalogue):
    for mark in atlas(catalogue).maps[0].marks:
        assert " ".join(mark.lines("vi")) == mark.name.vi
        assert " ".join(mark.lines("en")) == mark.name.en


def test_only_an_archipelago_is_drawn_as_a_group_of_islands(catalogue: Catalogue):
    for mark in atlas(catalogue).maps[0].marks:
        assert bool(mark.islands) == (mark.role == "archipelago")


def test_the_world_shows_which_part_the_closer_map_has(catalogue: Catalogue):
    world, asia = atlas(catalogue).maps
    assert asia.frame is None
    assert world.frame is not None
    left, top, width, height = world.frame
    assert world.others
    for point in world.others:
        assert left <= point.x <= left + width
        assert top <= point.y <= top + height


def test_points_are_followed_from_north_to_south(catalogue: Catalogue):
    latitudes = {place.id: place.latitude for place in catalogue.places}
    for each in atlas(catalogue).maps:
        order = [latitudes[point.partner.id] for point in each.points]
        assert order == sorted(order, reverse=True)


def test_the_gazetteers_that_gave_the_coordinates_are_named_once(catalogue: Catalogue):
    named = [document.id for document in atlas(catalogue).gazetteers]
    assert set(named) == {place.gazetteer for place in catalogue.places}
    assert len(named) == len(set(named))
