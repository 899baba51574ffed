"""Heights of the parts of a brief, in lines of its text, by the number of characters that a line of each holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from macros.records.model import Source
from macros.views.briefs.brief import AgreementRow
from macros.views.briefs.facts import SECTIONS, Fact
from macros.views.briefs.notes import note_lengths

# Characters in a line of text, of the notes, and of the two columns of words in the table of agreements.
TEXT: Final = 96
NOTE: Final = 116
TITLE: Final = 56
STATUS: Final = 18
# Height of a heading, and of a line of small print.
HEADING: Final = 1.35
SMALL: Final = 0.86
# Room for the numbers of notes behind a sentence.
_NUMBERS: Final = 5


def line(fact: Fact) -> float:
    """Return the height of a sentence with its notes."""
    return _lines(len(fact.text) + _NUMBERS, TEXT)


def row(agreement: AgreementRow) -> float:
    """Return the height of a row of the table of agreements."""
    beside = _lines(len(agreement.title) + _NUMBERS, TITLE) + _lines(len(agreement.signatories), TITLE)
    return SMALL * max(beside, _lines(len(agreement.status), STATUS))


def headings(agreements: int, others: Sequence[int]) -> float:
    """Return the height of all headings; those without lines have a sentence that says so, the table a head and a key.

    Args:
        agreements: the number of agreements shown.
        others: the number of lines of each section.
    """
    return HEADING * len(SECTIONS) + sum(number == 0 for number in others) + (2 if agreements else 0)


def notes(sources: Sequence[Source]) -> float:
    """Return the height of the notes for sources, with their heading."""
    return HEADING + SMALL * sum(_lines(length, NOTE) for length in note_lengths(sources))


def _lines(length: int, width: int) -> int:
    return -(-length // width)
