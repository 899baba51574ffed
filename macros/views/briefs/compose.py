"""Briefs put together: facts fitted to the page, sources numbered, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from macros.base.formats import cut, day_text
from macros.catalogue.items import AgreementItem, CountryItem, PartnerItem
from macros.views import addresses
from macros.views.briefs import heights, strip
from macros.views.briefs.brief import AgreementRow, Brief, Line, Section
from macros.views.briefs.country import country_facts
from macros.views.briefs.facts import SECTIONS, Fact, Facts
from macros.views.briefs.fit import COUNTRY, PARTNER, fitted
from macros.views.briefs.notes import Notes
from macros.views.briefs.partner import partner_facts
from macros.views.briefs.wording import Wording
from macros.views.drawings.agreement_lives import Life, lives
from macros.views.labels import agreement_title

# The most characters of a title, and of the names of those who signed.
_TITLE: Final = 90
_NAMES: Final = 150
# The sections above the table of agreements, whose sources are the first to be numbered.
_ABOVE: Final = ("about", "glance")


def brief(wording: Wording, kind: str, name: str) -> Brief | None:
    """Return the brief on a record; None for kinds that have none, and for a record that is not in use.

    Args:
        wording: the words of a language.
        kind: the singular of its kind.
        name: its id.
    """
    records = wording.records
    if kind == "partner" and (partner := records.partners.get(name)) is not None:
        return partner_brief(wording, partner)
    if kind == "country" and (country := records.countries.get(name)) is not None:
        return country_brief(wording, country)
    return None


def partner_brief(wording: Wording, item: PartnerItem) -> Brief:
    """Return the brief on a partner, which fits one page."""
    page = addresses.absolute(addresses.page("partner", item.id), wording.lang)
    names = (item.record.name[wording.lang], item.country.name[wording.lang])
    return _brief(wording, partner_facts(wording, item), "subject_partner", names, page, PARTNER)


def country_brief(wording: Wording, item: CountryItem) -> Brief:
    """Return the brief on a country, which fits two pages."""
    page = addresses.absolute(addresses.page("country", item.id), wording.lang)
    names = (item.record.name[wording.lang],) * 2
    return _brief(wording, country_facts(wording, item), "subject_country", names, page, COUNTRY)


def _brief(wording: Wording, facts: Facts, subject: str, names: tuple[str, str], page: str, room: float) -> Brief:
    rows = _rows(wording, facts.agreements)
    numbers = _fitted(facts, rows, room)
    notes = Notes(wording.records, wording.lang)
    made = {name: _section(wording, facts.section(name), numbers[name], notes) for name in _ABOVE}
    agreements = tuple(
        replace(row, notes=notes.cite(item.record.sources))
        for row, item in list(zip(rows, facts.agreements, strict=True))[: numbers["agreements"]]
    )
    made |= {
        name: _section(wording, facts.section(name), numbers[name], notes) for name in SECTIONS if name not in _ABOVE
    }
    return Brief(
        subject=wording.words[subject],
        name=cut(names[0], _TITLE),
        country=cut(names[1], _TITLE),
        date=day_text(wording.records.as_of, wording.lang),
        page=page,
        axis=strip.axis(),
        agreements=agreements,
        agreements_more=_more(wording, len(rows) - len(agreements)),
        sources=Section(tuple(Line(text, "") for text in notes.texts()), ""),
        **made,
    )


def _fitted(facts: Facts, rows: Sequence[AgreementRow], room: float) -> dict[str, int]:
    """The number of agreements and of facts of each section that there is room for."""
    sections = {name: facts.section(name) for name in SECTIONS}
    sizes = [[heights.row(row) for row in rows], *(list(map(heights.line, found)) for found in sections.values())]

    def rest(kept: Sequence[int]) -> float:
        cited = [source for item in facts.agreements[: kept[0]] for source in item.record.sources]
        for found, number in zip(sections.values(), kept[1:], strict=True):
            cited += [source for fact in found[:number] for source in fact.sources]
        return heights.notes(cited) + heights.headings(kept[0], kept[1:])

    return dict(zip(("agreements", *sections), fitted(sizes, room, rest), strict=True))


def _rows(wording: Wording, agreements: Sequence[AgreementItem]) -> list[AgreementRow]:
    drawn = lives(agreements, wording.records.as_of, wording.lang)
    return [_row(wording, item, life) for item, life in zip(agreements, drawn, strict=True)]


def _row(wording: Wording, item: AgreementItem, life: Life) -> AgreementRow:
    return AgreementRow(
        title=cut(agreement_title(item, wording.lang), _TITLE),
        notes="",
        status=wording.status(item),
        signatories=cut(wording.signatories(item), _NAMES),
        strip=strip.strip(life, wording.records.as_of),
    )


def _section(wording: Wording, facts: Sequence[Fact], number: int, notes: Notes) -> Section:
    lines = tuple(Line(fact.text, notes.cite(fact.sources)) for fact in facts[:number])
    return Section(lines, _more(wording, len(facts) - number))


def _more(wording: Wording, number: int) -> str:
    return wording.say("more", n=str(number)) if number else ""
