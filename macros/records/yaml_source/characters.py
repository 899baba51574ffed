"""Characters of a data file that are not what its author saw."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from macros.base.characters import forbidden
from macros.base.lookalikes import lookalikes
from macros.records.check.problem import MAX_REPORTED, Place, Problem, shorten


def doubtful_characters(text: str, shown: str) -> Iterator[Problem]:
    """Yield the places of characters that a reviewer could not see, or that two people could type differently."""
    yield from _hidden(text, shown)
    yield from islice(_lookalikes(text, shown), MAX_REPORTED + 1)


def _lookalikes(text: str, shown: str) -> Iterator[Problem]:
    start, number = 0, 1
    for place, char, meant in lookalikes(text):
        number += text.count("\n", start, place)
        column = place - text.rfind("\n", 0, place)
        start = place
        found = f"{char} (U+{ord(char):04X})"
        yield Problem(Place(shown, number, column), "look-alike", found=found, allowed=meant)


def _hidden(text: str, shown: str) -> Iterator[Problem]:
    # A text has few different characters, so each is looked at once; lines are searched only to find places.
    rules = {char: rule for char in set(text) if (rule := forbidden(char)) is not None}
    composed = unicodedata.is_normalized("NFC", text)
    if not rules and composed:
        return
    reported: Counter[str] = Counter()
    for number, line in enumerate(text.split("\n"), start=1):
        for column, char in enumerate(line, start=1) if not rules.keys().isdisjoint(line) else ():
            # One more than are shown, so that the report can say that there are more; a hostile file has millions.
            if char in rules and reported[rules[char]] <= MAX_REPORTED:
                reported[rules[char]] += 1
                yield Problem(Place(shown, number, column), rules[char], found=f"U+{ord(char):04X}")
        if not composed and reported["nfc"] <= MAX_REPORTED and not unicodedata.is_normalized("NFC", line):
            reported["nfc"] += 1
            pairs = zip(line, unicodedata.normalize("NFC", line), strict=False)
            column = next((i for i, (typed, right) in enumerate(pairs, 1) if typed != right), 1)
            yield Problem(Place(shown, number, column), "nfc", found=shorten(line.strip()))
