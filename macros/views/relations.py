"""What pages about countries and partners say of their relations besides the records: names of gaps, short texts."""

from __future__ import annotations

from typing import Final

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.items import ActivityItem, CountryItem
from macros.records.model import Cooperation

# The most words of a text that stands unfolded on a page, its note included; those of the line that leads to more.
LONGEST: Final = 45
SHORT: Final = 24
# As many words as the check allows a title (macros.records.check.rules.cooperation).
_TITLE: Final = 12


def missing(item: CountryItem) -> list[str]:
    """Return the sections of a country's page that nothing is recorded for, as keys of the interface's words."""
    sections = {
        "cooperation": item.cooperation,
        "activities": item.activities,
        "tasks": item.tasks,
    }
    return [name for name, records in sections.items() if not records]


def missing_sentence(item: CountryItem, lang: Lang) -> str:
    """Return one sentence on all that is not recorded of a country; empty where there is something of everything."""
    words = texts(lang)["country"]
    things = [str(words["things"][name]) for name in missing(item)]
    if not things:
        return ""
    listed = things[0] if len(things) == 1 else f"{', '.join(things[:-1])}{words['or']}{things[-1]}"
    return str(words["none_of"].format(things=listed, name=item.record.name[lang]))


def area_title(area: Cooperation, lang: Lang) -> str:
    """Return the title of an area of cooperation; without one, the beginning of its text."""
    return first_words(area.text[lang], _TITLE) if area.title is None else area.title[lang]


def beginning(item: ActivityItem, lang: Lang) -> str:
    """Return the first words of an activity whose text is too long to stand unfolded; empty for a short one."""
    record = item.record
    text = record.text[lang]
    whole = text if record.note is None else f"{text} {record.note[lang]}"
    return first_words(text, SHORT) if len(whole.split()) > LONGEST else ""


def first_words(text: str, most: int) -> str:
    """Return a text of at most ``most`` words; of a longer one its first words, marked with ``…``."""
    words = text.split()
    return text if len(words) <= most else f"{' '.join(words[:most]).rstrip(',;:.')} …"
