"""The longest section of a brief gives way first, and none is cut away while another has more."""

from __future__ import annotations

from macros.views.briefs.fit import fitted


def test_all_is_kept_where_it_fits():
    assert fitted([[1, 1], [2]], 4, lambda _: 0) == [2, 1]


def test_the_longest_section_is_cut_first():
    assert fitted([[1, 1], [1, 1, 1, 1, 1], [3]], 8, lambda _: 0) == [2, 3, 1]


def test_each_section_keeps_a_line_as_long_as_another_has_more():
    assert fitted([[9], [1] * 10], 12, lambda _: 0) == [1, 3]


def test_notes_take_room_too():
    assert fitted([[1] * 4], 4, lambda kept: 0.5 * kept[0]) == [2]


def test_a_page_without_room_is_empty_and_ends():
    assert fitted([[5], [5]], 1, lambda _: 0) == [0, 0]
