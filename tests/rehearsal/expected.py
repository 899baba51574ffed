"""What has to be true after an edit: for every edit the same, and what its own ``sees`` lists.

Each function yields what is wrong, in words, so that one run tells all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.kinds import SINGULAR
from macros.views import addresses
from macros.views.change_log.log import ChangeLog
from tests.rehearsal.play import Played
from tests.rehearsal.sights import Sights, api_list, plain, text_of, unfolded

# Words of the interface within an expectation: {agreement_status.in-force}.
_WORD: Final = re.compile(r"\{([\w.-]+)\}")
_WHERE: Final = ("page", "api", "feed", "calendar", "file", "log", "comment", "warns")


def faults(played: Played) -> Iterator[str]:
    """Yield everything that is not as it should be after an edit."""
    if played.edit.refused:
        yield from _refusal(played)
    else:
        yield from _always(played)
    for seen in played.edit.sees:
        yield from (f"{_named(seen)}: {fault}" for fault in _seen(seen, played))


def _named(seen: Mapping[str, Any]) -> str:
    return " ".join(f"{key} {seen[key]}" for key in _WHERE if key in seen and isinstance(seen[key], str))


# --- every edit ------------------------------------------------------------------------------------------------------


def _refusal(played: Played) -> Iterator[str]:
    found = {problem.rule for problem in errors(played.problems)}
    if not set(played.edit.refused) <= found:
        yield f"the check says {sorted(found)} instead of {sorted(played.edit.refused)}"
    for problem in errors(played.problems):
        if played.proposal.errors and f"`{problem.place}`" not in played.comment:
            yield f"the comment does not tell where: {problem.place}"


def _always(played: Played) -> Iterator[str]:
    yield from (problem.text() for problem in errors(played.problems))
    if played.records is None:
        return
    if not played.changes:
        yield "the history tells of no change"
    yield from _told(played, played.records)
    yield from _published(played, played.records)
    yield from _described(played)


def _told(played: Played, records: Catalogue) -> Iterator[str]:
    """The change log says everything in words, on the page of the year and in the feed of all changes."""
    for lang in LANGS:
        years = {change.year for change in played.changes}
        page = " ".join(_page(played.sights, lang, addresses.page("changes-year", str(year))) for year in sorted(years))
        feed = played.sights.file(addresses.feed("", "", lang) or "") or ""
        said = text_of(feed)
        for entry in ChangeLog(records, lang).entries(played.changes):
            for part in (entry.subject, *entry.details):
                if plain(part) not in page:
                    yield f"the {lang} log of the year does not say “{part}”"
                if plain(part) not in said:
                    yield f"the {lang} feed does not say “{part}”"
            if not entry.details or not all(entry.details):
                yield f"the {lang} log has nothing to say of {entry.subject}"
            if re.search(r"\bNone\b|[{}]", entry.sentence):
                yield f"the {lang} log says “{entry.sentence}”"


def _published(played: Played, records: Catalogue) -> Iterator[str]:
    """Each record that came or changed has its place in both languages and in the API."""
    lists: dict[str, set[str]] = {}
    for change in played.changes:
        kind = SINGULAR[change.kind]
        if change.action == "removed" or not kind.published:
            continue
        item = records.of_kind(change.kind).get(change.id)
        if item is not None and kind.shown != "elsewhere":
            address = addresses.record(change.kind, item).partition("#")[0]
            for lang in LANGS:
                if played.sights.html(lang, address) is None:
                    yield f"{change.kind}/{change.id} has no {lang} page at {address}"
        if kind.plural not in lists:
            lists[kind.plural] = {str(record["id"]).lower() for record in api_list(played.sights, kind.plural)}
        if change.id.lower() not in lists[kind.plural]:
            yield f"{change.kind}/{change.id} is not in the API"


def _described(played: Played) -> Iterator[str]:
    """The comment names each record that the pull request touches, first in Vietnamese, then in English."""
    if not played.proposal.groups:
        yield "the comment tells of no record"
    begins = [played.comment.find(texts(lang)["proposal"]["sentence"].partition("{")[0]) for lang in LANGS]
    if not -1 < begins[0] < begins[1]:
        yield "the comment is not in Vietnamese, then in English"
    for group in played.proposal.groups:
        for record in group.records:
            if f"`{record.id}`" not in played.comment:
                yield f"the comment does not name {record.id}"


# --- what an edit lists ----------------------------------------------------------------------------------------------


def _seen(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    match next(key for key in _WHERE if key in seen):
        case "page":
            for lang in LANGS:
                yield from _compare(_page(played.sights, lang, _address(seen["page"], played)), seen, lang)
        case "log":
            for lang in LANGS:
                log = [] if played.records is None else ChangeLog(played.records, lang).entries(played.changes)
                said = plain(" ".join(entry.sentence for entry in log))
                yield from _compare(said, seen["log"], lang)
        case "comment":
            for lang in LANGS:
                yield from _compare(plain(played.comment), seen["comment"], lang)
        case "feed" | "calendar" as what:
            for lang in LANGS:
                yield from _compare(_subscribed(what, seen[what], lang, played.sights), seen, lang)
        case "file":
            for lang in LANGS:
                path = addresses.in_language(seen["file"], lang)
                yield from _compare(plain(played.sights.file(path) or f"(no file {path})"), seen, lang)
        case "api":
            yield from _in_api(seen, played.sights)
        case "warns":
            found = {problem.rule for problem in played.problems}
            yield from (f"no warning {rule}" for rule in seen["warns"] if rule not in found)


def _address(address: str, played: Played) -> str:
    """An address; that of the newest report where it says ``reports/…``."""
    return address.replace("{as_of.year}", str(played.records.as_of.year) if played.records else "")


def _page(sights: Sights, lang: Lang, address: str) -> str:
    markup = sights.html(lang, address)
    return f"(no page {address})" if markup is None else text_of(markup)


def _subscribed(what: str, name: str, lang: Lang, sights: Sights) -> str:
    """A feed or calendar by its name: ``all``, ``country/jp``."""
    kind, _, record = "" if name == "all" else name.partition("/")[0], "", name.partition("/")[2]
    path = (addresses.feed if what == "feed" else addresses.calendar)(kind, record, lang)
    found = sights.file(path or "")
    if found is None:
        return f"(no {what} {path})"
    return plain(unfolded(found).replace("\\,", ",")) if what == "calendar" else text_of(found)


def _compare(text: str, wanted: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """Compare a text with what it should say (``both``, ``vi``, ``en``) and what it should not (``not``)."""
    for part in (*wanted.get("both", ()), *wanted.get(lang, ())):
        said = plain(_in_words(part, lang))
        if said not in text:
            yield f"does not say “{said}” in {lang}: {_around(text, said)}"
    absent = wanted.get("not", {})
    for part in (*absent.get("both", ()), *absent.get(lang, ())):
        said = plain(_in_words(part, lang))
        if said in text:
            yield f"says “{said}” in {lang}"


def _around(text: str, said: str) -> str:
    """The text near the beginning of what was looked for, or its own beginning."""
    for end in range(len(said), 3, -1):
        place = text.find(said[:end])
        if place >= 0:
            return f"…{text[max(0, place - 40) : place + len(said) + 80]}…"
    return f"{text[:300]}…"


def _in_words(text: str, lang: Lang) -> str:
    return _WORD.sub(lambda found: _word(found[1], lang), text)


def _word(path: str, lang: Lang) -> str:
    value: Any = texts(lang)
    for step in path.split("."):
        value = value[step]
    return str(value)


def _in_api(seen: Mapping[str, Any], sights: Sights) -> Iterator[str]:
    records = {str(record["id"]): record for record in api_list(sights, seen["api"])}
    record = records.get(seen["id"])
    if record is None:
        yield f"no record {seen['id']}"
        return
    for path, value in seen.get("has", {}).items():
        found = _at(record, path.split("."))
        if _comparable(found) != value:
            yield f"{seen['id']}: {path} is {_comparable(found)!r}, not {value!r}"


def _at(value: Any, steps: Iterable[str]) -> Any:
    for step in steps:
        if isinstance(value, list):
            value = value[int(step)] if -len(value) <= int(step) < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value


def _comparable(value: Any) -> Any:
    """A value as an edit writes it: every scalar as text."""
    if isinstance(value, list):
        return [_comparable(item) for item in value]
    if isinstance(value, dict):
        return {key: _comparable(item) for key, item in value.items()}
    return {None: "null", True: "true", False: "false"}[value] if value is None or isinstance(value, bool) else str(value)
