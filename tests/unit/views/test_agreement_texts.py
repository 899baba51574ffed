"""The texts that belong to an agreement, in order, with gaps that are told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.views.agreement_texts import chain_texts
from tests.edits import edit
from tests.unit.views.conftest import joined


def told(catalogue: Catalogue, name: str) -> list[tuple[str, str, str, str]]:
    found = chain_texts(catalogue.agreements[name], catalogue)
    return [(str(text.date), text.event, text.agreement.id, text.access) for text in found]


def test_a_chain_stands_in_order_with_its_gap_on_the_page_of_each_of_its_agreements(catalogue: Catalogue):
    chain = [
        ("2009-06-15", "signed", "neustein-2009", "unrecorded"),
        ("2014-06-20", "renewed", "neustein-2009", "unrecorded"),
        ("2015-03-02", "signed", "neustein-2015", "not-found"),
        ("2018-07", "amended", "neustein-2015", "unrecorded"),
        ("2021-05-08", "signed", "neustein-2021", "published"),
    ]
    for name in ("neustein-2009", "neustein-2015", "neustein-2021"):
        assert told(catalogue, name) == chain


def test_an_agreement_tells_what_it_does_to_earlier_ones(catalogue: Catalogue):
    def relations(name: str) -> list[tuple[str, str]]:
        found = chain_texts(catalogue.agreements[name], catalogue)
        return [(kind, other.id) for text in found if text.agreement.id == name for kind, other in text.relations]

    assert relations("neustein-2015") == [("implements", "neustein-2009")]
    assert relations("neustein-2021") == [("amends", "neustein-2015")]
    # An update says so on the one that was replaced.
    assert relations("hanbit-2021") == [("supersedes", "hanbit-2011")]
    assert relations("hanbit-2011") == []


def test_silence_is_told_too(catalogue: Catalogue):
    assert told(catalogue, "qingtan-2006") == [("2006-06-30", "signed", "qingtan-2006", "unrecorded")]


def test_what_is_only_announced_has_no_text_yet(catalogue: Catalogue):
    assert told(catalogue, "minori-2026") == [("2026-09-15", "announced", "minori-2026", "unsigned")]
    before = catalogue.on(dt.date(2026, 6, 17))
    # Its record says of the text that it is withheld.
    assert told(before, "phu-vieng-2026") == [("2026-02", "announced", "phu-vieng-2026", "withheld")]


def test_on_a_past_day_the_chain_ends_there(catalogue: Catalogue):
    assert len(told(catalogue.on(dt.date(2015, 12, 31)), "neustein-2009")) == 3


def test_one_that_was_retired_still_tells_its_own_text(small_root: Path):
    retired = "signed: 2009\n      retired: {date: 2026, reason: {vi: Ghi nhầm, en: A mistake}}\n"
    edit(small_root / "data" / "partners.yaml", "signed: 2009\n", retired)
    catalogue = joined(small_root)
    found = chain_texts(catalogue.of_kind("agreement")["sakai-2009"], catalogue)
    assert [text.event for text in found] == ["signed", "renewed"]
