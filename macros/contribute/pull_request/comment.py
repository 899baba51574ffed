"""The comment on a pull request, in both languages, as GitHub's Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.base.languages import LANGS, Lang
from macros.contribute.pull_request.proposal import Proposal
from macros.contribute.pull_request.safe_markdown import Safe, disarm, fill
from macros.contribute.pull_request.wording import Wording

# By this the comment is found again, to be replaced.
MARK: Final = "<!-- what this pull request does -->"
# GitHub takes 65,536 characters.
LONGEST: Final = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The comment in one language.

    Attributes:
        words: gives our sentences.
        sentence: the whole in one sentence.
        seen: what readers will see, one a line.
        findings: problems, one a line.
        listed: records, one a line.
        foot: the day and the workflow's run, where there is a proposal.
    """

    words: Wording
    sentence: Safe
    seen: list[Safe]
    findings: list[Safe]
    listed: list[Safe]
    foot: Safe | None


def comment(proposal: Proposal | None, run: str, site: str = "") -> str:
    """Return the comment's Markdown; the list of records is left out where it would be too long.

    Args:
        proposal: the description of the pull request, or nothing where that could not be read.
        run: https address of the workflow's run, which keeps the built site and the log.
        site: https address of the built site there, to be downloaded; empty where none was built.
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
    sides = [_side(proposal, lang, Safe(run), Safe(site)) for lang in LANGS]
    whole = template.render(mark=Safe(MARK), sides=sides, short=False)
    return whole if len(whole) <= LONGEST else template.render(mark=Safe(MARK), sides=sides, short=True)


def _side(proposal: Proposal | None, lang: Lang, run: Safe, site: Safe) -> Side:
    words = Wording(lang)
    if proposal is None:
        unread = fill(words.word("unread"), run=run)
        return Side(words=words, sentence=unread, seen=[], findings=[], listed=[], foot=None)
    foot = words.word("foot_site" if site else "foot" if proposal.pages else "foot_unbuilt")
    return Side(
        words=words,
        sentence=words.sentence(proposal),
        seen=words.seen(proposal),
        findings=[words.finding(finding) for finding in proposal.findings],
        listed=list(words.records(proposal)),
        foot=fill(foot, date=words.date(proposal.as_of), run=run, site=site),
    )
