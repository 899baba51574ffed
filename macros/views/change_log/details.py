"""Changes of the fields of a record in words: ``deadline changed from 2026 to 2027``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.records.history.changes import Change, FieldChange
from macros.views.change_log import plain_values
from macros.views.change_log.values import Values

# A longer value is not repeated; the page has it.
SHORT: Final = 80


class Details:
    """Changes of fields in the words of one language."""

    def __init__(self, values: Values, lang: Lang) -> None:
        self._values = values
        self._lang: Lang = lang
        self._words: Mapping[str, Any] = texts(lang)["changes"]

    def of(self, change: Change) -> Iterator[str]:
        """Yield the parts of a change as parts of a sentence about the record that it concerns."""
        if change.action != "merged" and f"{change.kind}/{change.id}" != change.about:
            yield from self._concerning(change)
            return
        if change.action != "changed":
            yield self._words[change.action].format(former=change.former)
        for field in change.fields:
            yield from self._field(change.kind, field)

    def _concerning(self, change: Change) -> Iterator[str]:
        """The change of an update, a conflict or a place, said of the record that it concerns."""
        subject = self._concerned(change)
        if change.action != "changed":
            yield self._words["concerned"][change.action].format(what=subject)
            return
        for field in change.fields:
            for detail in self._field(change.kind, field):
                yield f"{subject} – {detail}"

    def _concerned(self, change: Change) -> str:
        known, of = change.known_by, self._values.in_words
        values = {name: of("update", name, known.get(name, "")) for name in ("date", "status", "until", "due")}
        if change.kind != "update":
            values["field"] = self._values.field(str(known.get("field", "")))
            return str(self._words["about"][change.kind].format(**values))
        reports = self._words["reports"]
        text = (plain_values.word(reports, known.get("event")) or str(reports["progress"])).format(**values)
        ends = [name for name in ("until", "due") if known.get(name)]
        return text + "".join(reports[f"with_{name}"].format(**values) for name in ends)

    def _field(self, kind: str, field: FieldChange) -> Iterator[str]:
        before, after = field.before, field.after
        name = self._values.field(field.field)
        if field.field in {"retired", "merged_into"}:
            yield from self._fate(field)
        elif field.field not in self._words["fields"]:
            yield self._words["rewritten"].format(field=name)
        elif field.field == "term":
            yield self._term(name, before, after)
        elif isinstance(before, list) or isinstance(after, list):
            yield from self._list(kind, field)
        elif plain_values.is_text(before) and plain_values.is_text(after):
            yield self._text(name, before, after)
        else:
            shown = [
                None if side is None else self._values.in_words(kind, field.field, side) for side in (before, after)
            ]
            yield self._became(name, *shown)

    def _fate(self, field: FieldChange) -> Iterator[str]:
        """``retired: entered twice``, ``merged into Hanbit``; taken back, or told in other words."""
        name, before, after = self._values.field(field.field), field.before, field.after
        if not isinstance(after, dict):
            yield self._words["taken_back"].format(field=name)
        elif before is not None:
            yield self._words["rewritten"].format(field=name)
        elif field.field == "retired":
            yield self._words["retired"].format(reason=plain_values.in_language(after.get("reason", ""), self._lang))
        else:
            partner = self._values.in_words("partner", "partner", str(after.get("partner", "")))
            yield self._words["merged_into"].format(partner=partner)

    def _text(self, name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        """A text in both languages; where only one of them changed, that one is shown."""
        changed = [lang for lang in LANGS if before.get(lang) != after.get(lang)]
        if len(changed) != 1:
            return self._became(name, *(plain_values.in_language(side, self._lang) for side in (before, after)))
        named = self._words["in_language"][changed[0]].format(field=name)
        return self._became(named, before.get(changed[0]), after.get(changed[0]))

    def _became(self, name: str, before: str | None, after: str | None) -> str:
        """``due date set to 2027``, ``due date changed from 2026 to 2027``; of long values only that they did."""
        words = self._words
        long = max(len(before or ""), len(after or "")) > SHORT or "\n" in f"{before}{after}"
        if before is None:
            return str(words["written"].format(field=name) if long else words["set"].format(field=name, after=after))
        if after is None:
            return str(words["left"].format(field=name) if long else words["unset"].format(field=name, before=before))
        if long or before == after:
            return str(words["rewritten"].format(field=name))
        return str(words["became"].format(field=name, before=before, after=after))

    def _term(self, name: str, before: Any, after: Any) -> str:
        """An end that was set or moved is told as a date, any other term in its words."""
        ends = [side.get("until") if isinstance(side, dict) else None for side in (before, after)]
        if ends[1] is not None and ends[0] != ends[1]:
            shown = [None if end is None else self._values.in_words("agreement", "until", end) for end in ends]
            return self._became(self._values.field("expires"), *shown)
        return self._became(name, *(None if side is None else self._values.term(side) for side in (before, after)))

    def _list(self, kind: str, field: FieldChange) -> Iterator[str]:
        """The items that came to a list and those that left it."""
        sides = [side if isinstance(side, list) else [] for side in (field.before, field.after)]
        name = self._values.field(field.field)
        shown = [[self._values.in_words(kind, field.field, item) for item in side] for side in sides]
        gone, come = ([text for text in one if text not in other] for one, other in (shown, shown[::-1]))
        for parts, key, long in ((come, "gained", "written"), (gone, "lost", "left")):
            if parts:
                items = "; ".join(parts)
                yield self._words[long if len(items) > SHORT else key].format(field=name, items=items)
        if not gone and not come:
            same = sorted(map(plain_values.raw, sides[0])) == sorted(map(plain_values.raw, sides[1]))
            yield self._words["reordered" if same else "rewritten"].format(field=name)
