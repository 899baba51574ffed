"""A country with as much of everything as a city's largest, for the lengths of pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

COUNTRY: Final = "nz"
PARTNERS: Final = 11
PLAIN: Final = "plain-bay"
_SOURCE: Final = {"document": "outlook", "locator": "Phụ lục A, dòng 40"}
# The forms of a term, which the agreements take in turn.
_TERMS: Final = ({"kind": "indefinite"}, {"kind": "unstated"}, {"kind": "until", "until": "2022"})
_LONG: Final = " ".join(["many words about the cove"] * 14)
_LONG_VI: Final = " ".join(["nhiều lời về bến cảng"] * 16)


class _Plain(yaml.SafeDumper):
    """Writes what stands twice twice; data have no anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (called by that name)
        return True


def add(root: Path) -> None:
    """Write the country and all that names it beside the records of a copy of the invented city."""
    country = _text("Tân Đảo", "New Isle")
    _write(root, "countries", [{"id": COUNTRY, "name": country, "region": "oceania"}])
    _write(root, "partners", [*_partners(), _partner(PLAIN, "Plain Bay", 2)])
    _write(root, "cooperation", _aims())
    _write(root, "activities", [*_activities("cove-1", 45, 60), *_activities(PLAIN, 6, 20)])
    _write(root, "organisations", [_organisation(n) for n in range(14)])
    _write(root, "tasks", [_task(n) for n in range(12)])


def _write(root: Path, kind: str, records: Iterable[Mapping[str, Any]]) -> None:
    file = root / "data" / kind / "rich.yaml"
    file.parent.mkdir(exist_ok=True)
    sourced = [{**record, "sources": [_SOURCE]} for record in records]
    written = yaml.dump(sourced, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(written, encoding="utf-8")


def _text(vietnamese: str, english: str) -> dict[str, str]:
    return {"vi": vietnamese, "en": english}


def _partners() -> list[dict[str, Any]]:
    return [_partner(f"cove-{n}", f"Cove {n}", 1 + n % 2) for n in range(1, PARTNERS)]


def _partner(name: str, words: str, agreements: int) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "city",
        "country": COUNTRY,
        "name": _text(words, words),
        "agreements": [_agreement(name, n) for n in range(agreements)],
    }


def _agreement(partner: str, number: int) -> dict[str, Any]:
    return {
        "id": f"{partner}-a{number}",
        "instrument": "memorandum" if number else "agreement",
        "signatory": "council",
        "signed": f"20{10 + number}-04-09",
        "term": _TERMS[number % len(_TERMS)],
        "sources": [_SOURCE],
    }


def _aims() -> list[dict[str, Any]]:
    kinds = ["context", *["priority"] * 5, *["other"] * 3]
    return [
        {
            "id": f"{COUNTRY}-{kind}-{n}",
            "countries": [COUNTRY],
            "kind": kind,
            "title": _text(f"Học về bến cảng, cách thứ {n}", f"Learn about the cove, way {n}"),
            "text": _text(_LONG_VI, _LONG),
        }
        for n, kind in enumerate(kinds)
    ]


def _activities(partner: str, number: int, length: int) -> list[dict[str, Any]]:
    """Activities of one partner, every other one with a long text, every seventh without a date."""
    made: list[dict[str, Any]] = []
    for n in range(number):
        words = length if n % 2 else 12
        activity = {"id": f"{partner}-x{n}", "kind": "visit", "partners": [partner], "date": str(1998 + n % 27)}
        if n % 7 == 6:
            del activity["date"]
        vietnamese, english = (" ".join(text.split()[:words]) for text in (_LONG_VI, _LONG))
        made.append({**activity, "text": _text(f"Việc {n}: {vietnamese}", f"Deed {n}: {english}")})
    return made


def _organisation(number: int) -> dict[str, Any]:
    return {
        "id": f"isle-body-{number}",
        "kind": "network",
        "name": _text(f"Hội đảo số {number}", f"Isle body {number}"),
        "country": COUNTRY,
        "description": _text("Một hội của đảo.", "A body of the isle."),
    }


def _task(number: int) -> dict[str, Any]:
    title = _text(f"Mở rộng quan hệ với Tân Đảo, việc {number}", f"Widen relations with New Isle, step {number}")
    return {
        "id": f"outlook-a-9{number}",
        "plan": "outlook",
        "group": "outlook-a",
        "number": f"A.9{number}",
        "title": title,
        "summary": title,
        "lead": ["foreign-affairs"],
        "countries": [COUNTRY],
    }
