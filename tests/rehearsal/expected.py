"""What has to be true after every edit, besides what its own ``sees`` lists.

Each function yields what is wrong, in words, so that one run tells all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.kinds import SINGULAR
from macros.views import addresses
from macros.views.change_log.log import ChangeLog
from tests.rehearsal.play import Played
from tests.rehearsal.sees import looked_at
from tests.rehearsal.sights import api_list, page_text, plain, text_of


def faults(played: Played) -> Iterator[str]:
    """Yield everything that is not as it should be after an edit."""
    if played.edit.refused:
        yield from _refusal(played)
    else:
        yield from _always(played)
    for seen in played.edit.sees:
        yield from looked_at(seen, played)


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
        page = " ".join(
            page_text(played.sights, lang, addresses.page("changes-year", str(year))) for year in sorted(years)
        )
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
        if change.action in {"removed", "merged"} or not kind.published:
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
