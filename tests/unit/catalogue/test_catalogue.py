"""Records joined in both directions."""

from __future__ import annotations

from pathlib import Path

from tests.unit.catalogue.examples import today


def test_records_are_joined_both_ways(small_root: Path):
    catalogue = today(small_root)
    japan = catalogue.countries["jp"]
    assert [partner.id for partner in japan.partners] == ["sakai"]
    assert [item.id for item in japan.tasks] == ["scheme-i-1"]
    assert [item.id for item in catalogue.agencies["foreign-affairs"].leads] == ["scheme-i-1"]
    assert [item.id for item in catalogue.agencies["peoples-committee"].signed] == ["sakai-2009"]
    assert [agency.id for agency in catalogue.sectors["tourism"].lead_agencies] == ["foreign-affairs"]
    assert [conflict.id for conflict in catalogue.agreements["sakai-2009"].conflicts] == ["sakai-signing"]
    assert str(catalogue.partners["sakai"].since) == "2009"
