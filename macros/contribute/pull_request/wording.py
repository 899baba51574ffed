"""A proposal in the words of a language, as Markdown that is safe to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.contribute.pull_request.proposal import End, Finding, Group, Named, Pages, Proposal, Words, Workbook
from macros.contribute.pull_request.safe_markdown import Safe, block, code, disarm, fill
from macros.records.check.messages import MESSAGES

# Names shown of each group in the sentence.
SHOWN: Final = 3


class Wording:
    """The words of one language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._words: Any = texts(lang)["proposal"]

    def word(self, key: str) -> Safe:
        """Return a sentence of ours as it stands."""
        return Safe(self._words[key])

    def sentence(self, proposal: Proposal, *, named: bool = True) -> Safe:
        """Return the whole in one sentence, with the names of some records or without any.

        Such as: this pull request adds 1 agreement (Daegu, semiconductors); 14 pages change; 3 warnings.
        """
        said = [self._group(group, named=named) for group in proposal.groups] + list(self._ends(proposal, named=named))
        said = said or [self.word("nothing")]
        said += self._pages(proposal.pages)
        if proposal.errors:
            said.append(Safe(f"**{self._count('errors', proposal.errors)}**"))
        if proposal.warnings:
            said.append(self._count("warnings", proposal.warnings))
        return fill(self._words["sentence"], parts=Safe("; ".join(said)))

    def finding(self, finding: Finding) -> Safe:
        """Return a problem with its place, in the words of this version's table of messages."""
        place = [code(part) for part in (finding.place, finding.record, finding.field)]
        return Safe(f"{' · '.join(part for part in place if part)}: {self._message(finding)}")

    def seen(self, proposal: Proposal) -> list[Safe]:
        """Return what readers will see, one a line."""
        return [disarm(getattr(words, self._lang)) for words in proposal.seen]

    def workbook(self, workbook: Workbook, *, texts: bool) -> Safe:
        """Return what became of a workbook: its faults by cell, or the file proposed for it.

        Args:
            workbook: the workbook.
            texts: true where there is room for the file itself.
        """
        agency = disarm(getattr(workbook.agency, self._lang)) if workbook.agency is not None else Safe("")
        named = Safe(f"{code(workbook.file)}" + (f" ({agency})" if agency else ""))
        if workbook.faulty:
            said = fill(self._words["workbook_faulty"], file=named, n=self._number(workbook.faulty))
            return Safe("\n".join([said, *(f"- {disarm(getattr(fault, self._lang))}" for fault in workbook.faults)]))
        numbers = {"new": self._number(workbook.new), "known": self._number(workbook.known)}
        if not workbook.update:
            return fill(self._words["workbook_nothing"], file=named, **numbers)
        said = fill(self._words["workbook_new"], file=named, update=code(workbook.update), **numbers)
        # Once is enough: the file is the same in both languages.
        shown = texts and workbook.text and self._lang == "vi"
        return Safe(f"{said}\n\n{block(workbook.text)}") if shown else said

    def records(self, proposal: Proposal) -> Iterator[Safe]:
        """Yield the lines of the list of records, and of ends that move."""
        for group in proposal.groups:
            yield Safe(f"- {self._words['actions'][group.action]}: {self._count(group.kind, group.count)}")
            for record in group.records:
                how = disarm(getattr(record.said, self._lang)) if record.said else ", ".join(map(code, record.fields))
                yield Safe(f"  - {code(record.id)} {self._known_by(record)}" + (f": {how}" if how else ""))
        for end in proposal.ends:
            moved = fill(self._words["end"], before=self.date(end.before), after=self.date(end.after))
            yield Safe(f"- {self._names(end.names[:1])}: {moved}")

    def date(self, text: str) -> Safe:
        """Return a date as the language writes it; one that is none is disarmed."""
        if not text:
            return self.word("no_date")
        try:
            return Safe(date_text(PartialDate.parse(text), self._lang))
        except ValueError:
            return disarm(text)

    def _number(self, number: int) -> Safe:
        return Safe(number_text(number, self._lang))

    def _count(self, kind: str, number: int) -> Safe:
        """Return ``3 agreements``; a kind that this version does not know is named as it is."""
        words = self._words["counts"]
        forms = words.get(kind, words["other_kind"])
        return fill(forms["one" if number == 1 else "other"], n=self._number(number), kind=kind)

    def _names(self, names: Iterable[Words]) -> Safe:
        return Safe(", ".join(disarm(getattr(words, self._lang)) for words in names))

    def _known_by(self, record: Named) -> Safe:
        return self._names(record.names) or disarm(record.id)

    def _group(self, group: Group, *, named: bool) -> Safe:
        names = [self._known_by(record) for record in group.records[: SHOWN if named else 0]]
        if group.count > len(names):
            names.append(fill(self._words["more"], n=self._number(group.count - len(names))))
        listed = ("; " if any(", " in name for name in names) else ", ").join(names)
        return fill(self._words[group.action], count=self._count(group.kind, group.count), names=Safe(listed))

    def _ends(self, proposal: Proposal, *, named: bool) -> Iterator[Safe]:
        """Yield the years in which agreements end now: ``moves 1 expiry to 2027 (Daegu)``."""
        years: dict[str, list[End]] = {}
        for end in proposal.ends:
            years.setdefault(end.after[:4], []).append(end)
        for year, ends in sorted(years.items()):
            yield fill(
                self._words["moved" if year else "unended"],
                count=self._count("ends", len(ends)),
                year=Safe(year) if year.isascii() and year.isdecimal() else disarm(year),
                names=Safe(", ".join(self._names(end.names[:1]) for end in ends[: SHOWN if named else 0]))
                or self.word("unnamed"),
            )
        if (rest := proposal.ends_moved - len(proposal.ends)) > 0:
            yield fill(self._words["moved_more"], count=self._count("ends", rest))

    def _pages(self, pages: Pages | None) -> list[Safe]:
        if pages is None:
            return [self.word("not_built")]
        numbers = {"pages_added": pages.added, "pages_changed": pages.changed, "pages_removed": pages.removed}
        return [self._count(kind, number) for kind, number in numbers.items() if number] or [self.word("no_page")]

    def _message(self, finding: Finding) -> Safe:
        """Return the message of a rule, with what was found as code; of a rule that is not known here, its name."""
        message = MESSAGES.get(finding.rule)
        values = {"found": finding.found, "allowed": finding.allowed, "field": finding.field, **finding.details}
        if message is None:
            return code(finding.rule)
        try:
            return Safe(getattr(message, self._lang).format_map({name: code(value) for name, value in values.items()}))
        except KeyError:
            return code(finding.rule)
