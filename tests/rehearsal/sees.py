"""The places that an edit lists under ``sees``: a page, the API, a feed, a calendar, the log, the comment, the check.

An entry names one place and what it says there: ``both`` (in each language the same), ``vi``, ``en``, and under ``not``
what it does not say. ``{task_status.done}`` stands for words of the interface.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.views import addresses
from macros.views.change_log.log import ChangeLog
from tests.rehearsal.play import Played
from tests.rehearsal.sights import api_list, page_text, plain, text_of, unfolded

# Words of the interface within an expectation.
_WORD: Final = re.compile(r"\{([\w.-]+)\}")
# Where the foot of a page leads to be edited: file and line.
_EDITED: Final = re.compile(r'href="[^"]*/edit/[^/"]+/(data/[^"#]+)#L(\d+)"')
# Numbers of fewer than seven digits are printed as they are by the format "g".
_EXACT: Final = 10**6


def looked_at(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    """Yield what is not seen at one of the places that an edit lists."""
    where = next(key for key in _LOOKS if key in seen)
    place = f"{where} {seen[where]}" if isinstance(seen[where], str) else where
    yield from (f"{place}: {fault}" for fault in _LOOKS[where](seen, played))


def _on_page(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    for lang in LANGS:
        yield from _compare(page_text(played.sights, lang, played.chosen(seen["page"])), seen, lang)


def _in_log(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    """The lines of the change log about this edit."""
    for lang in LANGS:
        log = [] if played.records is None else ChangeLog(played.records, lang).entries(played.changes)
        yield from _compare(plain(" ".join(entry.sentence for entry in log)), seen["log"], lang)


def _in_comment(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    for lang in LANGS:
        yield from _compare(plain(played.comment), seen["comment"], lang)


def _in_feed(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    for lang in LANGS:
        path = addresses.feed(*_subscribed(seen["feed"]), lang) or ""
        yield from _compare(text_of(played.sights.file(path) or f"(no file {path})"), seen, lang)


def _in_calendar(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    for lang in LANGS:
        path = addresses.calendar(*_subscribed(seen["calendar"]), lang) or ""
        lines = unfolded(played.sights.file(path) or f"(no file {path})")
        yield from _compare(plain(lines.replace("\\,", ",")), seen, lang)


def _in_file(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    for lang in LANGS:
        path = addresses.in_language(seen["file"], lang)
        yield from _compare(plain(played.sights.file(path) or f"(no file {path})"), seen, lang)


def _moved(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    """The former address of a record leads to another id (``to``): the page without a script, the file of the API."""
    kind, _, name = seen["moved"].partition("/")
    for lang in LANGS:
        page = played.sights.file(addresses.in_language(addresses.page(kind, name), lang) + "index.html") or ""
        target = addresses.absolute(addresses.page(kind, seen["to"]), lang)
        wanted = (f'<link rel="canonical" href="{target}">', "noindex", 'http-equiv="refresh"')
        yield from (f"the {lang} page has no {part}" for part in wanted if part not in html.unescape(page))
    found = json.loads(played.sights.file(addresses.record_json(kind, name) or "") or "{}")
    if found.get("moved_to") != seen["to"]:
        yield f"the API says {found}"


def _warned(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    found = {problem.rule for problem in played.problems}
    yield from (f"no warning {rule}" for rule in seen["warns"] if rule not in found)


def _edit_link(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    """The foot of a record's page leads to the line at which the record begins."""
    kind, _, name = seen["edit_link"].partition("/")
    for lang in LANGS:
        found = _EDITED.findall(html.unescape(played.sights.html(lang, addresses.page(kind, name)) or ""))
        lines = [(played.root / file).read_text(encoding="utf-8").splitlines()[int(line) - 1] for file, line in found]
        if [line.strip(" -") for line in lines] != [f"id: {name}"]:
            yield f"the edit link leads to {found}"


def _subscribed(name: str) -> tuple[str, str]:
    """The kind and id in the name of a feed or calendar: ``country/jp``; both empty for ``all``."""
    kind, _, record = ("" if name == "all" else name).partition("/")
    return kind, record


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


def _in_api(seen: Mapping[str, Any], played: Played) -> Iterator[str]:
    records = {str(record["id"]): record for record in api_list(played.sights, seen["api"])}
    record = records.get(played.chosen(seen["id"]))
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
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"{value:g}" if isinstance(value, float) and abs(value) < _EXACT else str(value)


_LOOKS: Final[Mapping[str, Callable[[Mapping[str, Any], Played], Iterator[str]]]] = {
    "page": _on_page,
    "edit_link": _edit_link,
    "api": _in_api,
    "feed": _in_feed,
    "calendar": _in_calendar,
    "file": _in_file,
    "log": _in_log,
    "moved": _moved,
    "comment": _in_comment,
    "warns": _warned,
}
