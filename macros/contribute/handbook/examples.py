"""Examples for contributors: edits of the rehearsal, each a folder of the repository that shows what people write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from macros.base.languages import Lang
from macros.base.words import texts

FOLDER: Final = "tests/rehearsal/edits"
# By form, the edits that show what it asks for, in the order in which they are listed.
EDITS: Final[Mapping[str, tuple[str, ...]]] = {
    "agreement": ("03-signing-announced", "08-amendment", "09-replaced-by-another"),
    "event": ("06-renewal-by-exchange-of-letters", "07-extension", "10-an-end", "11-review"),
    "progress": ("15-task-done-with-evidence", "17-task-paused", "37-update-waiting-for-english"),
    "task-change": ("20-deadline-moved", "22-task-given-to-another-agency"),
    "partner": ("02-partner-in-a-new-country-and-region", "26-partner-merged-into-another"),
    "task": ("01-new-plan",),
    "correction": ("31-wrong-year-corrected", "27-id-corrected", "30-record-published-by-mistake"),
}


@dataclass(frozen=True, slots=True)
class Example:
    """An edit that shows how something is written: what it is about, and its folder in the repository."""

    title: str
    folder: str


def examples(form: str, lang: Lang) -> list[Example]:
    """Return the examples for a form, in a language."""
    words = texts(lang)["webform"]["example_titles"]
    return [Example(str(words[name.partition("-")[2]]), f"{FOLDER}/{name}") for name in EDITS.get(form, ())]
