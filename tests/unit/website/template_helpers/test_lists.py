from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.website.template_helpers.lists import Lists


def test_a_timeline_ends_with_what_has_no_date(catalogue: Catalogue):
    lists = Lists(catalogue, "vi")
    years = lists.timeline(catalogue.agreements.values(), catalogue.activities.values())
    assert [stretch.kind for stretch in lists.by_stretch(years)][-1] == "undated"


def test_the_beginning_of_a_relation_brings_its_own_sources(catalogue: Catalogue):
    lists, partners = Lists(catalogue, "vi"), catalogue.partners
    aoba, hanbit = partners["aoba"].record, partners["hanbit"].record
    assert aoba.established is not None
    assert lists.partner_sources(aoba) == aoba.sources + aoba.established.sources
    assert lists.partner_sources(hanbit) == hanbit.sources


def test_an_agreement_has_the_sectors_that_it_names_in_their_order(catalogue: Catalogue):
    lists = Lists(catalogue, "vi")
    assert [sector.id for sector in lists.sectors_of(catalogue.agreements["aoba-2010"].record)] == ["tourism"]
    assert lists.sectors_of(catalogue.agreements["aoba-2003"].record) == ()


def test_soon_is_a_year_from_a_day(catalogue: Catalogue):
    lists = Lists(catalogue, "en")
    assert lists.horizon(catalogue.as_of) == "21 November 2027"
    expiring = [item.id for item in lists.expiring(catalogue.agreements.values())]
    assert expiring == ["solbat-2026", "nam-say-2022", "hanbit-2021"]
