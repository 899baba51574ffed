"""Agreements that are announced, signed by an update, or replaced by a later one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.status import expiry, judged
from macros.catalogue.status_ahead import agreement_changes
from tests.unit.catalogue.examples import ANNOUNCED, LATER, TODAY, agreement, append, on, past, replaced, today, update

COMING = agreement({"kind": "indefinite"}, signed=None, announced="2026-03-10")
SIGNED = update("signed", "2026-05-04")


@pytest.fixture
def nara(small_root: Path) -> Path:
    append(small_root, "partners.yaml", ANNOUNCED)
    append(small_root, "updates.yaml", LATER)
    return small_root


def test_an_agreement_is_announced_until_something_says_that_it_was_signed():
    assert judged(COMING, on("2026-03-09"), (), TODAY) == ("unknown", "announced-later")
    assert judged(COMING, on("2026-03-10"), (), TODAY) == ("announced", None)
    assert judged(COMING, TODAY) == ("announced", None)


def test_an_update_says_that_it_was_signed():
    assert judged(COMING, on("2026-05-03"), [SIGNED], TODAY) == ("announced", None)
    assert judged(COMING, on("2026-05-04"), [SIGNED], TODAY) == ("in-force", None)


def test_the_record_may_say_so_itself():
    both = agreement({"kind": "indefinite"}, signed="2026-05-04", announced="2026-03-10")
    assert judged(both, on("2026-05-03"), (), TODAY)[0] == "announced"
    assert judged(both, on("2026-05-04"), (), TODAY)[0] == "in-force"


@pytest.mark.parametrize(("event", "more"), [("renewed", {}), ("extended", {"until": "2030"}), ("amended", {})])
def test_what_only_happens_to_signed_agreements_tells_that_one_was(event: str, more: dict[str, str]):
    assert judged(COMING, TODAY, [update(event, "2026-06-01", **more)])[0] == "in-force"


def test_a_review_does_not_tell_that_an_agreement_was_signed():
    assert judged(COMING, TODAY, [update("reviewed", "2026-06-01", result="continue")])[0] == "announced"


def test_an_agreement_that_was_given_up_is_over():
    assert judged(COMING, TODAY, [update("ended", "2026-06-01")])[0] == "expired"


def test_a_term_in_years_counts_from_the_signing_that_an_update_tells():
    three = agreement({"kind": "years", "years": "3"}, signed=None, announced="2026-03-10")
    assert expiry(three) is None
    assert str(expiry(three, [SIGNED])) == "2029-05-04"


def test_a_signing_may_tell_the_end():
    unstated = agreement({"kind": "unstated"}, signed=None, announced="2026-03-10")
    signed = update("signed", "2026-05-04", until="2031-05-04")
    assert judged(unstated, TODAY, [signed]) == ("in-force", None)
    assert str(expiry(unstated, [signed])) == "2031-05-04"


def test_no_beginning_is_reckoned_from_the_term_of_what_is_only_announced():
    until = agreement({"kind": "until", "until": "2028", "years": "3"}, signed=None, announced="2026-03-10")
    assert judged(until, TODAY)[0] == "announced"


def test_a_signing_dated_ahead_is_among_the_changes_to_come():
    ahead = agreement({"kind": "indefinite"}, signed="2027-02-01", announced="2026-03-10")
    assert agreement_changes(ahead, TODAY) == ((on("2027-02-01"), "in-force"),)
    told = update("signed", "2027-02-01")
    assert agreement_changes(COMING, TODAY, (told,)) == ((on("2027-02-01"), "in-force"),)


def test_an_agreement_ends_when_it_is_replaced():
    old = agreement({"kind": "indefinite"}, signed="2010-01-01")
    told = update("replaced", "2020-02-03", by="later")
    assert judged(old, on("2020-02-03"), [told], TODAY)[0] == "in-force"
    assert judged(old, on("2020-02-04"), [told], TODAY)[0] == "expired"


def test_one_that_supersedes_it_replaces_it_on_the_day_of_its_signing(nara: Path):
    item = today(nara).agreements["nara-2000"]
    assert (item.status, str(item.expires), item.updates) == ("expired", "2015-09-01", ())
    assert past(nara, "2015-08-31").agreements["nara-2000"].status == "in-force"


def test_one_that_is_only_announced_replaces_nothing_yet(nara: Path):
    replaced(nara, "partners.yaml", "signed: 2015-09-01", "announced: 2015-09-01")
    assert today(nara).agreements["nara-2000"].status == "in-force"


def test_an_update_that_names_the_successor_tells_the_day(nara: Path):
    told = "- {id: r, record: agreement/nara-2000, event: replaced, by: nara-2015, date: 2016-01-01, note: {vi: n}}"
    append(nara, "updates.yaml", told + "\n")
    assert str(today(nara).agreements["nara-2000"].expires) == "2016-01-01"


def test_an_item_has_the_signing_that_an_update_tells(nara: Path):
    catalogue = today(nara)
    signed, rumour = catalogue.agreements["nara-2026"], catalogue.agreements["nara-rumour"]
    assert (str(signed.record.signed), str(signed.expires), signed.status) == ("2026-06-20", "2029-06-20", "in-force")
    assert (rumour.record.signed, str(rumour.record.announced), rumour.status) == (None, "2026-07", "announced")


def test_on_a_day_before_the_signing_it_is_announced_and_has_no_signing(nara: Path):
    before = today(nara).on(on("2026-06-19")).agreements["nara-2026"]
    assert (before.status, before.record.signed) == ("announced", None)
    append(nara, "partners.yaml", "")
    path = nara / "data" / "partners.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "announced: 2026-03-10", "announced: 2026-03-10, signed: 2026-04-01"
    )
    path.write_text(text, encoding="utf-8")
    for catalogue in (past(nara, "2026-03-31"), today(nara).on(on("2026-03-31"))):
        item = catalogue.agreements["nara-coming"]
        assert (item.status, item.record.signed, str(item.record.announced)) == ("announced", None, "2026-03-10")


def test_an_agreement_is_unheard_of_before_it_is_announced(nara: Path):
    assert "nara-coming" not in past(nara, "2026-03-09").agreements
    assert "nara-rumour" not in past(nara, "2026-06-30").agreements
    assert "nara-rumour" in past(nara, "2026-07-01").agreements


def chain(catalogue: Catalogue, name: str) -> list[str]:
    return [item.id for item in catalogue.chains[name]]


def test_agreements_that_lead_to_each_other_belong_together_through_others(nara: Path):
    catalogue = today(nara)
    for name in ("nara-2000", "nara-2015", "nara-2016"):
        assert chain(catalogue, name) == ["nara-2000", "nara-2015", "nara-2016"]
    assert chain(catalogue, "nara-coming") == ["nara-coming"]


def test_an_update_that_names_a_successor_joins_them(nara: Path):
    told = "- {id: r, record: agreement/nara-2016, event: replaced, by: nara-2026, date: 2026-07-01, note: {vi: n}}"
    append(nara, "updates.yaml", told + "\n")
    assert chain(today(nara), "nara-2000") == ["nara-2000", "nara-2015", "nara-2016", "nara-2026"]


def test_on_a_past_day_later_agreements_are_not_in_the_chain(nara: Path):
    assert chain(past(nara, "2015-12-31"), "nara-2000") == ["nara-2000", "nara-2015"]


def test_on_a_past_day_nothing_leads_to_an_agreement_of_a_later_day(nara: Path):
    told = "- {id: r, record: agreement/nara-2000, event: replaced, by: nara-2016, date: 2010-01-01, note: {vi: n}}\n"
    append(nara, "updates.yaml", told)
    replaced(nara, "partners.yaml", "signed: 2000-04-01", "signed: 2000-04-01, under: [nara-2015]")
    replaced(nara, "partners.yaml", "supersedes: [nara-2000], ", "")
    before = past(nara, "2010-06-30")
    item = before.agreements["nara-2000"]
    assert (item.record.under, [update.by for update in item.updates], item.status) == ((), [None], "expired")
    assert chain(before, "nara-2000") == ["nara-2000"]
    assert chain(today(nara), "nara-2000") == ["nara-2000", "nara-2015", "nara-2016"]
