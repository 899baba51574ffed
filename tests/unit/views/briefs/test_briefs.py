"""Briefs of the invented city: what is on record and nothing else, in the words of each language."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from macros.base.formats import day_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views.briefs.brief import Brief
from macros.views.briefs.compose import country_brief, partner_brief
from macros.views.briefs.strip import AHEAD, COLOURS, axis
from macros.views.briefs.wording import Wording
from macros.views.drawings.agreement_strip import FIRST, LAST
from macros.views.labels import agreement_title
from macros.views.vocabularies import interface_words

SPAN = LAST + 1 - FIRST


@pytest.fixture(scope="module")
def briefs(catalogue: Catalogue) -> dict[tuple[str, str, Lang], Brief]:
    """All briefs by kind, id and language."""
    found: dict[tuple[str, str, Lang], Brief] = {}
    for lang in LANGS:
        wording = Wording(catalogue, lang)
        found |= {("partner", name, lang): partner_brief(wording, item) for name, item in catalogue.partners.items()}
        found |= {("country", name, lang): country_brief(wording, item) for name, item in catalogue.countries.items()}
    return found


def lines(brief: Brief, section: str) -> list[str]:
    return [line.text for line in getattr(brief, section).lines]


def test_every_agreement_stands_with_its_status_and_who_signed(briefs, catalogue: Catalogue):
    for name, item in catalogue.partners.items():
        for lang in LANGS:
            brief = briefs["partner", name, lang]
            if brief.agreements_more:
                continue
            assert {row.title for row in brief.agreements} == {agreement_title(a, lang) for a in item.agreements}
            for agreement in item.agreements:
                (row,) = [row for row in brief.agreements if row.title == agreement_title(agreement, lang)][:1]
                assert row.status.startswith(texts(lang)["agreement_status"][agreement.status])
                assert all(person.name in row.signatories for person in agreement.record.signatories)


def test_the_strip_covers_the_years_of_the_pages_and_the_term(briefs, catalogue: Catalogue):
    assert sum(label.years for label in axis()) == SPAN
    for name, item in catalogue.partners.items():
        for row, agreement in zip(briefs["partner", name, "vi"].agreements, _shown(briefs, name, item), strict=False):
            assert sum(stretch.years for stretch in row.strip) == SPAN
            ends = [stretch.start + stretch.years for stretch in row.strip]
            assert [stretch.start for stretch in row.strip] == [0, *ends[:-1]]
            colours = {stretch.colour for stretch in row.strip}
            if agreement.record.signed is not None and FIRST <= agreement.record.signed.year <= LAST:
                assert colours & {COLOURS[agreement.status], AHEAD}


def _shown(briefs, name: str, item):
    titles = [row.title for row in briefs["partner", name, "vi"].agreements]
    return sorted(item.agreements, key=lambda a: titles.index(t) if (t := agreement_title(a, "vi")) in titles else 99)


def test_tasks_tell_who_answers_today(briefs, catalogue: Catalogue):
    country = next(item for item in catalogue.countries.values() if any(task.lead_today for task in item.tasks))
    text = "\n".join(lines(briefs["country", country.id, "en"], "tasks"))
    task = next(task for task in country.tasks if task.lead_today)
    assert task.record.title.en in text
    assert task.lead_today[0].name.en in text


def test_what_ends_soon_comes_first_among_the_points_to_check(small_root: Path):
    path = small_root / "data" / "partners.yaml"
    text = path.read_text(encoding="utf-8")
    brief = _brief(small_root, text, "")
    before = lines(brief, "checks")
    updates = small_root / "data" / "updates"
    updates.mkdir(exist_ok=True)
    (updates / "x.yaml").write_text(
        "- id: until-soon\n  record: agreement/sakai-2009\n  event: extended\n  date: 2026-10-01\n"
        "  until: 2027-05-01\n  note:\n    vi: Gia hạn.\n    en: Extended.\n",
        encoding="utf-8",
    )
    after = lines(_brief(small_root, text, ""), "checks")
    assert after[0].startswith(texts("vi")["brief"]["check_expiring"].partition("{")[0])
    assert "01/05/2027" in after[0]
    assert before != after


def test_points_to_check_go_from_what_ends_soon_over_what_is_unclear_to_what_is_over(small_root: Path):
    terms = ("kind: until\n        until: 2010-01-01", "kind: unstated", "kind: until\n        until: 2027-03-01")
    agreements = "".join(
        AGREEMENT.format(n=n, year=2005).replace("kind: indefinite", term) for n, term in enumerate(terms)
    )
    brief = _brief(small_root, PARTNER.format(name="Minori", more="  agreements:\n" + agreements), "minori")
    words = texts("vi")["brief"]
    order = [words[key].partition("{")[0] for key in ("check_expiring", "check_unclear", "check_expired")]
    assert [line.startswith(begin) for line, begin in zip(lines(brief, "checks"), order, strict=False)] == [True] * 3


def test_what_is_late_stands_before_what_sources_disagree_about(briefs, catalogue: Catalogue):
    """The last are cut first where there is no room, and there are many of these."""
    late, differ = (texts("en")["brief"][key].partition("{")[0] for key in ("check_silent", "check_conflict"))
    found = [lines(briefs["country", name, "en"], "checks") for name in catalogue.countries]
    orders = [[line.startswith(differ) for line in told if line.startswith((late, differ))] for told in found]
    assert [False, True] in [sorted(set(order)) for order in orders]
    assert [order for order in orders if order != sorted(order)] == []


def test_what_was_done_names_the_partners_of_the_country_and_no_others(catalogue: Catalogue):
    one, other = [partner.record for partner in catalogue.partners.values()][:2]
    item = replace(next(iter(catalogue.activities.values())), partners=(one, other))
    told = Wording(catalogue, "en").activity(item, {one.id}).text
    assert f"; {one.name.en}: " in told
    assert other.name.en not in told.partition(": ")[0]


def test_what_stands_within_a_sentence_begins_small(briefs, catalogue: Catalogue):
    for lang in LANGS:
        words = interface_words(catalogue, lang)
        inside = {words["task_status"]["not-reported"], *words["organisation_kinds"].values()}
        own = [brief for (_, _, of), brief in briefs.items() if of == lang]
        told = [line for brief in own for line in (*lines(brief, "tasks"), *lines(brief, "bodies"))]
        assert any(word[:1].lower() + word[1:] in line for word in inside for line in told)
        assert [line for word in inside for line in told if f"({word})" in line or f"; {word}." in line] == []


def test_an_agreement_that_is_over_ended_on_its_day(small_root: Path):
    agreements = AGREEMENT.format(n=1, year=2005).replace("kind: indefinite", "kind: until\n        until: 2010-01-01")
    brief = _brief(small_root, PARTNER.format(name="Minori", more="  agreements:\n" + agreements), "minori")
    (row,) = brief.agreements
    assert row.status == f"{texts('vi')['agreement_status']['expired']} (01/01/2010)"


def test_a_partner_without_agreements_has_a_brief_that_says_so(small_root: Path):
    brief = _brief(small_root, PARTNER.format(name="Minori", more=""), "minori")
    assert brief.agreements == ()
    assert texts("vi")["brief"]["check_no_agreement"] in lines(brief, "checks")


def test_a_name_of_300_letters_is_cut(small_root: Path):
    brief = _brief(small_root, PARTNER.format(name="Mino " * 60, more=""), "minori")
    assert len(brief.name) <= 90
    assert brief.name.endswith("…")


def test_sixty_agreements_are_cut_and_counted(small_root: Path):
    agreements = "".join(AGREEMENT.format(n=n, year=1960 + n) for n in range(60))
    brief = _brief(small_root, PARTNER.format(name="Minori", more="  agreements:\n" + agreements), "minori")
    shown = len(brief.agreements)
    assert 0 < shown < 60
    assert brief.agreements_more == texts("vi")["brief"]["more"].format(n=60 - shown)
    # The latest first, for they are what the meeting is about.
    assert brief.agreements[0].title.endswith("(2019)")


def test_a_country_with_sixty_agreements_has_a_brief_that_counts_those_it_leaves_out(small_root: Path):
    agreements = "".join(AGREEMENT.format(n=n, year=1960 + n) for n in range(60))
    folder = small_root / "data" / "partners"
    folder.mkdir(exist_ok=True)
    partner = PARTNER.format(name="Minori", more="  agreements:\n" + agreements)
    (folder / "minori.yaml").write_text(partner, encoding="utf-8")
    dataset, problems = check(small_root)
    assert errors(problems) == []
    records = Catalogue(dataset, dt.date(2026, 11, 21))
    country = records.countries["jp"]
    for lang in LANGS:
        brief = country_brief(Wording(records, lang), country)
        shown = len(brief.agreements)
        assert 0 < shown < len(country.agreements)
        assert brief.agreements_more == texts(lang)["brief"]["more"].format(n=len(country.agreements) - shown)
        # Room is left for what there is besides.
        assert brief.checks.lines
        assert brief.sources.lines


def test_notes_number_each_document_once_in_the_order_of_reading(briefs):
    for brief in briefs.values():
        notes = lines(brief, "sources")
        assert [note.partition(" ")[0] for note in notes] == [f"[{n}]" for n in range(1, len(notes) + 1)]
        first = brief.about.lines[0].notes
        assert first.startswith("[1")


def test_the_day_and_the_page_are_told(briefs, catalogue: Catalogue):
    brief = next(iter(briefs.values()))
    assert brief.date == day_text(catalogue.as_of, "vi")
    assert brief.page.startswith("http")


PARTNER = """
- id: minori
  kind: city
  country: jp
  name:
    vi: {name}
    en: {name}
  sources:
    - document: scheme
      locator: a
{more}"""
AGREEMENT = """    - id: minori-{n}
      instrument: agreement
      signatory: peoples-committee
      signed: {year}
      term:
        kind: indefinite
      sources:
        - document: scheme
          locator: a
"""


def _brief(root: Path, text: str, name: str) -> Brief:
    path = root / "data" / "partners.yaml"
    if name:
        folder = root / "data" / "partners"
        folder.mkdir(exist_ok=True)
        (folder / "minori.yaml").write_text(text, encoding="utf-8")
    else:
        path.write_text(text, encoding="utf-8")
    dataset, problems = check(root)
    assert errors(problems) == []
    records = Catalogue(dataset, dt.date(2026, 11, 21))
    return partner_brief(Wording(records, "vi"), records.partners[name or "sakai"])
