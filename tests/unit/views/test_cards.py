"""Cards: which there are, and which agreements they name."""

from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.views.cards import SHOWN, cards, foremost, height


def test_every_partner_and_country_has_a_card_at_each_id_that_it_had(catalogue: Catalogue):
    found = {(card.kind, card.name): card for card in cards(catalogue)}
    for kind in ("partner", "country"):
        assert {(kind, name) for name in catalogue.of_kind(kind)} <= found.keys()
    former = found["partner", "lagoa-city"]
    assert (former.url, former.page) == ("embed/partners/lagoa-city/", "partners/lagoa/")
    assert {kind for kind, _ in found} == {"partner", "country"}


def test_agreements_in_force_come_first_and_the_latest_before_older_ones(catalogue: Catalogue):
    agreements = list(catalogue.agreements.values())
    found = foremost(agreements)
    assert len(found) == SHOWN < len(agreements)
    assert {item.status for item in found} == {"in-force"}
    days = [item.first_known.last_day for item in found if item.first_known is not None]
    assert days == sorted(days, reverse=True)
    expired = [item for item in agreements if item.status == "expired"]
    assert foremost([*expired[:1], *found[:1]]) == [found[0], expired[0]]


def test_a_frame_grows_with_the_agreements_that_the_card_names(catalogue: Catalogue):
    agreements = list(catalogue.agreements.values())
    heights = [height(agreements[:number]) for number in range(SHOWN + 2)]
    assert heights == sorted(heights)
    assert len(set(heights)) == SHOWN + 1
