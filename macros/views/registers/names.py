"""Further names that rows are found by, and the countries that a partner counts for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.records.model import FormerName, Partner, Text


def countries(partner: Partner) -> list[str]:
    """Return the ids of a partner's country and territory: a territory's partner is found under its country too."""
    return [partner.country, *([partner.territory] if partner.territory is not None else [])]


def partner_names(partner: Partner, records: Catalogue, lang: Lang) -> Iterator[str]:
    """Yield the other names of a partner, and those of its country in both languages."""
    yield from other_language(partner.name, lang)
    yield from former_names(partner.former_names)
    yield from (alias.name for alias in partner.aliases)
    for name in countries(partner):
        country = records.country_records[name]
        yield from (country.name.vi, country.name.en, *former_names(country.former_names), *country.aliases)


def former_names(names: Iterable[FormerName]) -> Iterator[str]:
    """Yield the names that something had before, in both languages."""
    for former in names:
        yield from (former.name.vi, *other_language(former.name, "vi"))


def other_language(name: Text, lang: Lang) -> list[str]:
    """Return a name in the other language, where it differs."""
    return [] if name.vi == name.en else [str(name.en if lang == "vi" else name.vi)]
