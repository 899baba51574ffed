"""The comment on a pull request, in both languages, as GitHub's Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.base.languages import LANGS, Lang
from macros.contribute.pull_request.proposal import NAMED, Proposal
from macros.contribute.pull_request.safe_markdown import Safe, disarm, fill
from macros.contribute.pull_request.wording import Wording

# By this the comment is found again, to be replaced.
MARK: Final = "<!-- what this pull request does -->"
# GitHub takes 65,536 characters; in bytes, so that it does not matter what counts as one.
LONGEST: Final = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The comment in one language.

    Attributes:
        words: gives our sentences.
        sentence: the whole in one sentence.
        seen: what readers will see, one a line.
        workbooks: what became of each workbook in the inbox, some lines each.
        findings: problems, one a line.
        listed: records, one a line.
        foot: the day and the workflow's run, where there is a proposal.
        cut: says that something is left out, where it is.
    """

    words: Wording
    sentence: Safe
    seen: list[Safe]
    workbooks: list[Safe]
    findings: list[Safe]
    listed: list[Safe]
    foot: Safe | None
    cut: Safe | None = None


@dataclass(frozen=True, slots=True)
class _Room:
    """The room of a comment: the list of records, a number of findings, names in the sentence."""

    listed: bool
    findings: int
    named: bool


@dataclass(frozen=True, slots=True)
class _Links:
    """Addresses of the workflow's run, and of the built site that it keeps."""

    run: Safe
    site: Safe


# Tried in this order until the comment is short enough.
_ROOMS: Final = (
    _Room(listed=True, findings=NAMED, named=True),
    _Room(listed=False, findings=NAMED, named=True),
    _Room(listed=False, findings=5, named=True),
    _Room(listed=False, findings=5, named=False),
    _Room(listed=False, findings=0, named=False),
)


def comment(proposal: Proposal | None, run: str, site: str = "", stopped: str = "") -> str:
    """Return the comment's Markdown; what makes it too long is left out, and the comment says so.

    Args:
        proposal: the description of the pull request, or nothing where that could not be read.
        run: https address of the workflow's run, which keeps the built site and the log.
        site: https address of the built site there, to be downloaded; empty where none was built.
        stopped: the sentence to say where there is no description because the run did not come to its end.
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
    if proposal is not None:
        for room in _ROOMS:
            sides = [_side(proposal, lang, _Links(Safe(run), Safe(site)), room) for lang in LANGS]
            if (rendered := _within(template.render(mark=Safe(MARK), sides=sides))) is not None:
                return rendered
    key = "too_long" if proposal is not None else stopped or "unread"
    sides = [_only(lang, key, Safe(run)) for lang in LANGS]
    return template.render(mark=Safe(MARK), sides=sides)


def _within(text: str) -> str | None:
    """Return a text that GitHub takes, however it counts characters; None for a longer one."""
    return text if len(text.encode()) <= LONGEST else None


def _only(lang: Lang, key: str, run: Safe) -> Side:
    """Return a comment of one sentence."""
    words = Wording(lang)
    return Side(
        words=words, sentence=fill(words.word(key), run=run), seen=[], workbooks=[], findings=[], listed=[], foot=None
    )


def _side(proposal: Proposal, lang: Lang, links: _Links, room: _Room) -> Side:
    words = Wording(lang)
    foot = words.word("foot_site" if links.site else "foot" if proposal.pages else "foot_unbuilt")
    unlisted = not room.listed and any(group.records for group in proposal.groups)
    cut = unlisted or (proposal.seen and not room.named) or len(proposal.findings) > room.findings
    return Side(
        words=words,
        sentence=words.sentence(proposal, named=room.named),
        seen=words.seen(proposal) if room.named else [],
        workbooks=[words.workbook(book, texts=room.listed) for book in proposal.workbooks],
        findings=[words.finding(finding) for finding in proposal.findings[: room.findings]],
        listed=list(words.records(proposal)) if room.listed else [],
        foot=fill(foot, date=words.date(proposal.as_of), run=links.run, site=links.site),
        cut=words.word("cut") if cut else None,
    )
