"""Counts on which sources disagree, put side by side where they count the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from macros.base.languages import LANGS, Lang
from macros.records.model import Conflict, Text

# A whole number and the words behind it, up to the next number or the end of the clause; a decimal counts nothing.
_COUNTED: Final[Mapping[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"(?<![\d.,/–-])(\d{1,3}(?:,\d{3})+|\d+) ([^\d;,()]+)"),
    "vi": re.compile(r"(?<![\d.,/–-])(\d{1,3}(?:\.\d{3})+|\d+) ([^\d;,()]+)"),
}
_SEPARATORS: Final[Mapping[Lang, str]] = {"en": ",", "vi": "."}
# Numbers that are years, not counts.
_YEARS: Final = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing that several versions of a conflict count differently: its name, and the numbers, the smallest first."""

    name: Text
    numbers: tuple[int, ...]


def compared(conflict: Conflict) -> list[Counted]:
    """Return what the versions of a conflict count differently, in the order of the first version that counts it.

    Two numbers count the same thing where the same English noun follows them directly. A version whose numbers are not
    the same in both languages is left out.
    """
    found: dict[str, list[tuple[int, Text]]] = defaultdict(list)
    for claim in conflict.values:
        if isinstance(claim.value, Text):
            for number, name in _counts(claim.value):
                found[name.en.split()[0]].append((number, name))
    return [
        Counted(_common([name for _, name in counts]), tuple(sorted(number for number, _ in counts)))
        for counts in found.values()
        if len({number for number, _ in counts}) > 1
    ]


def _common(names: list[Text]) -> Text:
    """The words that names begin with in each language; the last name where they begin differently."""

    def beginning(lang: Lang) -> str:
        words = [name[lang].split() for name in names]
        shared = takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
        return " ".join(column[0] for column in shared) or names[-1][lang]

    return Text(vi=beginning("vi"), en=beginning("en"))


def _counts(text: Text) -> list[tuple[int, Text]]:
    """The numbers of a text with what they count."""
    by_language = {lang: _COUNTED[lang].findall(text[lang]) for lang in LANGS}
    numbers = {
        lang: [int(number.replace(_SEPARATORS[lang], "")) for number, _ in found] for lang, found in by_language.items()
    }
    if numbers["vi"] != numbers["en"]:
        return []
    pairs = zip(by_language["vi"], by_language["en"], strict=True)
    names = [Text(vi=vi.strip(), en=en.strip()) for (_, vi), (_, en) in pairs]
    return [pair for pair in zip(numbers["en"], names, strict=True) if pair[0] not in _YEARS]
