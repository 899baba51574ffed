"""The comment on a pull request: what it does, in both languages, as GitHub's Markdown.

Every text that comes from the pull request is either words of plain letters or stands in a code span, where GitHub
makes no links, mentions, references, images or HTML of it. The template prints only what was marked as such.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.contribute.pull_request.proposal import End, Finding, Group, Named, Pages, Proposal, Words
from macros.records.check.messages import MESSAGES

# By this the comment is found again, to be replaced.
MARK: Final = "<!-- what this pull request does -->"
# Names shown in the first sentence of a comment.
SHOWN: Final = 3
# GitHub takes 65,536 characters.
LONGEST: Final = 60_000

# Letters of the Latin alphabet, digits, and punctuation that means nothing in Markdown.
_PLAIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ][A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ0-9 ,;:.()“”‘’'–/-]*")
# What GitHub could still make a link or a sign of: addresses, references, commits, long numbers, emoji.
_LIVE: Final = re.compile(
    r"[,;:.]\S|(?<!\d)/|/(?!\d)|-\d|[^\W\d_]\d|\d[^\W\d_]|\d{5}|\b[0-9a-f]{7,40}\b", re.IGNORECASE
)


class Safe(str):
    """Markdown of ours, in which whatever came from the pull request is disarmed."""

    __slots__ = ()


def disarm(text: str) -> Safe:
    """A text from a pull request for a comment: letters as they are, everything else as code."""
    if isinstance(text, Safe):
        return text
    shown = _visible(text)
    if not shown:
        return Safe("–")
    if _PLAIN.fullmatch(shown) and not _LIVE.search(shown):
        return Safe(shown)
    return Safe(f"`{shown}`")


def _code(text: str) -> Safe:
    """A text from a pull request as code, whatever it is; nothing for nothing."""
    shown = _visible(text)
    return Safe(f"`{shown}`" if shown else "")


def _visible(text: str) -> str:
    """One line without hidden characters, and without the sign that ends a code span."""
    shown = "".join(" " if char.isspace() else "�" if _hidden(char) else char for char in text)
    return " ".join(shown.split()).replace("`", "'")


def _hidden(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def comment(proposal: Proposal | None, run: str) -> str:
    """The comment's Markdown.

    Args:
        proposal: what the pull request does, or nothing where that could not be read.
        run: https address of the workflow's run, which keeps the built site and the log.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        finalize=disarm,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 (this is Markdown; finalize disarms)
        keep_trailing_newline=True,
    )
    template = environment.get_template("comment.md.jinja")
    sides = [Side.of(proposal, lang, Safe(run)) for lang in LANGS]
    whole = template.render(mark=Safe(MARK), sides=sides, short=False)
    return whole if len(whole) <= LONGEST else template.render(mark=Safe(MARK), sides=sides, short=True)


@dataclass(frozen=True, slots=True)
class Side:
    """What a comment says in one language."""

    words: Mapping[str, Safe]
    sentence: Safe
    findings: list[Safe]
    listed: list[Safe]
    foot: Safe | None

    @classmethod
    def of(cls, proposal: Proposal | None, lang: Lang, run: Safe) -> Side:
        """Put a proposal into words."""
        words = {key: Safe(word) for key, word in _words(lang).items() if isinstance(word, str)}
        if proposal is None:
            return cls(words, _fill(words["unread"], run=run), [], [], None)
        return cls(
            words,
            _sentence(proposal, lang),
            [_finding(finding, lang) for finding in proposal.findings],
            list(_list(proposal, lang)),
            _fill(words["foot" if proposal.pages else "foot_unbuilt"], date=_date(proposal.as_of, lang), run=run),
        )


def _words(lang: Lang) -> Any:
    return texts(lang)["proposal"]


def _fill(words: str, **values: str) -> Safe:
    """Our words with values in their places; values that are not safe are disarmed."""
    return Safe(words.format_map({name: disarm(value) for name, value in values.items()}))


def _count(kind: str, number: int, lang: Lang) -> Safe:
    """``3 agreements``; a kind that this version does not know is named as it is."""
    words = _words(lang)["counts"]
    forms = words.get(kind, words["other_kind"])
    return _fill(forms["one" if number == 1 else "other"], n=Safe(number_text(number, lang)), kind=kind)


def _name(names: Iterable[Words], lang: Lang) -> Safe:
    return Safe(", ".join(disarm(getattr(words, lang)) for words in names))


def _known_by(record: Named, lang: Lang) -> Safe:
    return _name(record.names, lang) or disarm(record.id)


def _sentence(proposal: Proposal, lang: Lang) -> Safe:
    """Such as: this pull request adds 1 agreement (Daegu, semiconductors); 14 pages change; 3 warnings."""
    words = _words(lang)
    said = [_group(group, lang) for group in proposal.groups] + list(_ends(proposal, lang))
    said = said or [Safe(words["nothing"])]
    said += _pages(proposal.pages, lang)
    if proposal.errors:
        said.append(Safe(f"**{_count('errors', proposal.errors, lang)}**"))
    if proposal.warnings:
        said.append(_count("warnings", proposal.warnings, lang))
    return _fill(words["sentence"], parts=Safe("; ".join(said)))


def _group(group: Group, lang: Lang) -> Safe:
    words = _words(lang)
    names = [_known_by(record, lang) for record in group.records[:SHOWN]]
    if group.count > len(names):
        names.append(_fill(words["more"], n=Safe(number_text(group.count - len(names), lang))))
    listed = ("; " if any(", " in name for name in names) else ", ").join(names)
    return _fill(words[group.action], count=_count(group.kind, group.count, lang), names=Safe(listed))


def _ends(proposal: Proposal, lang: Lang) -> Iterator[Safe]:
    """Where agreements end now, by year: ``moves 1 expiry to 2027 (Daegu)``."""
    words = _words(lang)
    years: dict[str, list[End]] = {}
    for end in proposal.ends:
        years.setdefault(end.after[:4], []).append(end)
    for year, ends in sorted(years.items()):
        names = Safe(", ".join(_name(end.names[:1], lang) for end in ends[:SHOWN]))
        shown = Safe(year) if year.isascii() and year.isdecimal() else disarm(year)
        yield _fill(
            words["moved" if year else "unended"], count=_count("ends", len(ends), lang), year=shown, names=names
        )
    if (rest := proposal.ends_moved - len(proposal.ends)) > 0:
        yield _fill(words["moved_more"], count=_count("ends", rest, lang))


def _pages(pages: Pages | None, lang: Lang) -> list[Safe]:
    if pages is None:
        return [Safe(_words(lang)["not_built"])]
    numbers = {"pages_added": pages.added, "pages_changed": pages.changed, "pages_removed": pages.removed}
    return [_count(kind, number, lang) for kind, number in numbers.items() if number] or [Safe(_words(lang)["no_page"])]


def _finding(finding: Finding, lang: Lang) -> Safe:
    """A problem with its place, in the words of this version's table of messages."""
    place = [_code(part) for part in (finding.place, finding.record, finding.field)]
    return Safe(f"{' · '.join(part for part in place if part)}: {_message(finding, lang)}")


def _message(finding: Finding, lang: Lang) -> Safe:
    """The message of a rule, with what was found as code; of a rule that this version does not know, its name."""
    message = MESSAGES.get(finding.rule)
    values = {"found": finding.found, "allowed": finding.allowed, "field": finding.field, **finding.details}
    if message is None:
        return _code(finding.rule)
    try:
        return Safe(getattr(message, lang).format_map({name: _code(value) for name, value in values.items()}))
    except KeyError:
        return _code(finding.rule)


def _list(proposal: Proposal, lang: Lang) -> Iterator[Safe]:
    """The lines of the list of records."""
    words = _words(lang)
    for group in proposal.groups:
        yield Safe(f"- {words['actions'][group.action]}: {_count(group.kind, group.count, lang)}")
        for record in group.records:
            how = disarm(getattr(record.said, lang)) if record.said else ", ".join(map(_code, record.fields))
            yield Safe(f"  - {_code(record.id)} {_known_by(record, lang)}" + (f": {how}" if how else ""))
    for end in proposal.ends:
        dates = {name: _date(getattr(end, name), lang) for name in ("before", "after")}
        yield Safe(f"- {_name(end.names[:1], lang)}: {_fill(words['end'], **dates)}")


def _date(text: str, lang: Lang) -> Safe:
    if not text:
        return Safe(_words(lang)["no_date"])
    try:
        return Safe(date_text(PartialDate.parse(text), lang))
    except ValueError:
        return disarm(text)
