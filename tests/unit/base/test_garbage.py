from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from macros.base.system.garbage import paused


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    gc.unfreeze()
    yield
    gc.enable()
    gc.unfreeze()


def test_nothing_is_collected_meanwhile_and_what_was_made_is_never_looked_through():
    with paused():
        assert not gc.isenabled()
        made: list[list[int]] = [[] for _ in range(10)]
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(made)


def test_collection_goes_on_after_an_error():
    with pytest.raises(ZeroDivisionError), paused():
        print(1 / 0)
    assert gc.isenabled()


def test_pauses_within_a_pause_end_with_the_outer_one():
    with paused():
        with paused():
            pass
        assert not gc.isenabled()
        assert gc.get_freeze_count() == 0
