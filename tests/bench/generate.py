"""Realistic bilingual data of any size, the same for the same size and seed; it passes ``scripts/check.py``.

The size N is the number of records that have a page of their own: countries, partners, agreements, sectors, agencies,
tasks, plans, groups of tasks, organisations and documents. A site of size N therefore has N record pages *in each
language*, 2 N in all, besides about forty other pages a language. Half of the N are tasks. Further records without a
page come on top: 0.3 N activities, 0.2 N updates, places on the map, figures, areas of cooperation and others.

``python -m tests.bench.generate FOLDER N`` writes ``FOLDER/data``.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any, Final

import yaml

from tests.bench import words

# Larger kinds come in further files of this many records, as forms and imports write them.
PER_FILE: Final = 500
CAPITAL_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Raw = dict[str, Any]


class _Dumper(yaml.CSafeDumper):
    """Anchors are not allowed in data files."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


# Values of lists are the same at any size.
VOCABULARIES = Path(__file__).parents[1] / "fixtures" / "town" / "data" / "vocabularies.yaml"


def sizes(n: int) -> dict[str, int]:
    """Return the number of records of each kind in a data set of size ``n`` (at least 30)."""
    plans = _within(n // 400, 1, 20)
    found = {
        "countries": _within(n // 20, 2, len(words.COUNTRIES)),
        "sectors": _within(n // 20, 1, len(words.SECTORS)),
        "agencies": _within(n // 20, 1, 100),
        "plans": plans,
        "groups": plans * _within(n // 100, 1, 6),
        "documents": max(1, n * 8 // 100),
        "organisations": max(1, n * 5 // 100),
        "partners": max(1, n * 10 // 100),
        "tasks": n // 2,
    }
    return found | {"agreements": n - sum(found.values())}


def write(folder: Path, n: int, seed: int = 2026) -> None:
    """Write ``folder/data`` with ``n`` records that have pages."""
    made = _Maker(n, seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for kind, records in made.data().items():
        for number in range(0, max(1, len(records)), PER_FILE):
            part = f"{kind}.yaml" if number == 0 else f"{kind}/{number // PER_FILE:03}.yaml"
            path = folder / "data" / part
            path.parent.mkdir(exist_ok=True)
            text = yaml.dump(records[number : number + PER_FILE], Dumper=_Dumper, allow_unicode=True, sort_keys=False)
            path.write_text(text, encoding="utf-8")


def _within(number: int, least: int, most: int) -> int:
    return max(least, min(number, most))


def _text(vi: str, en: str) -> Raw:
    return {"vi": vi, "en": en}


class _Maker:
    """Makes the records of one data set; every choice comes from one generator of pseudo-random numbers."""

    def __init__(self, n: int, seed: int) -> None:
        self.size = sizes(n)
        self.n = n
        self._random = random.Random(seed * 1_000_003 + n)
        self.countries = words.COUNTRIES[: self.size["countries"]]
        self.sector_ids = [_slug(en) for _, en in words.SECTORS[: self.size["sectors"]]]
        self.agency_ids = [f"agency-{number}" for number in range(self.size["agencies"])]
        # The licence of the first, which gives the coordinates, is known (macros/website/frame/licences.py).
        self.document_ids = ["geonames", *(f"document-{number}" for number in range(1, self.size["documents"]))]
        self.partner_ids = [f"partner-{number}" for number in range(self.size["partners"])]
        self.organisation_ids = [f"organisation-{number}" for number in range(self.size["organisations"])]

    def data(self) -> dict[str, list[Raw]]:
        """All records by kind, as they stand in the files."""
        plans, tasks = self._plans()
        partners = [self._partner(number) for number in range(self.size["partners"])]
        for number in range(self.size["agreements"]):
            # Few partners have many agreements, most have one or two.
            owner = partners[int(len(partners) * self._random.random() ** 2)]
            owner["agreements"].append(self._agreement(f"agreement-{number}"))
        return {
            "countries": [self._country(code, vi, en, region) for code, vi, en, region, _, _ in self.countries],
            "sectors": [self._sector(number) for number in range(self.size["sectors"])],
            "agencies": [self._agency(number) for number in range(self.size["agencies"])],
            "documents": [self._document(number) for number in range(self.size["documents"])],
            "plans": plans,
            "partners": partners,
            "activities": [self._activity(number) for number in range(self.n * 3 // 10)],
            "cooperation": [self._cooperation(code, number) for code, *_ in self.countries for number in range(1, 4)],
            "organisations": [self._organisation(number) for number in range(self.size["organisations"])],
            "trade-agreements": [self._trade_agreement(tasks[0]["id"])],
            "tasks": tasks,
            "indicators": [self._indicator(number) for number in range(max(4, self.n // 20))],
            "glossary": [self._entry(number) for number in range(_within(self.n // 10, 1, 60))],
            "vocabularies": yaml.load(VOCABULARIES.read_text(encoding="utf-8"), yaml.BaseLoader),
            "conflicts": [self._conflict(number) for number in range(max(1, self.n // 100))],
            "places": [*self._places()],
            "updates": [self._update(number, tasks) for number in range(self.n // 5)],
            "tallies": [{"id": "first", "date": "2025-01-01", "counts": {"tasks": str(len(tasks))}}],
        }

    def _some(self, names: list[str], most: int, least: int = 1) -> list[str]:
        number = min(len(names), self._random.randint(least, most))
        return self._random.sample(names, number)

    def _sources(self, most: int = 2) -> list[Raw]:
        return [
            {"document": document, "locator": self._random.choice(words.PLACES).format(self._random.randint(1, 60))}
            for document in self._some(self.document_ids, most)
        ]

    def _date(self, first: int = 2005, last: int = 2024) -> str:
        year, month, day = self._random.randint(first, last), self._random.randint(1, 12), self._random.randint(1, 28)
        return self._random.choice((f"{year}", f"{year}-{month:02}", *[f"{year}-{month:02}-{day:02}"] * 3))

    def _name(self, number: int) -> str:
        """A place name of its own for every number."""
        pieces = [words.SYLLABLES[self._random.randrange(16)] for _ in range(2)]
        while number:
            pieces.append(words.SYLLABLES[number % 16])
            number //= 16
        return "".join(pieces).capitalize()

    def _country(self, code: str, vi: str, en: str, region: str) -> Raw:
        return {"id": code, "name": _text(vi, en), "region": region, "sources": self._sources(1)}

    def _sector(self, number: int) -> Raw:
        vi, en = words.SECTORS[number]
        return {
            "id": self.sector_ids[number],
            "name": _text(vi, en),
            "description": _text(f"Hợp tác về {vi.lower()} của thành phố.", f"The city's cooperation in {en.lower()}."),
            "sources": self._sources(1),
        }

    def _agency(self, number: int) -> Raw:
        kind, vi, en = words.BODIES[number // len(words.SECTORS) % len(words.BODIES)]
        field = words.SECTORS[number % len(words.SECTORS)]
        return {
            "id": self.agency_ids[number],
            "kind": kind,
            "name": _text(f"{vi} {field[0]}", f"{en} {field[1]}"),
            "abbreviations": ["".join(word[0] for word in f"{vi} {field[0]}".split()).upper()],
            "sources": self._sources(1),
        }

    def _document(self, number: int) -> Raw:
        obj = self._random.choice(words.OBJECTS)
        kind = self._random.choice(("decision", "plan", "notice", "resolution", "report"))
        year = self._random.randint(2008, 2025)
        return {
            "id": self.document_ids[number],
            "kind": kind,
            "number": f"{number + 100}/QĐ-UBND",
            "issuer": _text("Ủy ban nhân dân thành phố Đà Nẵng", "Da Nang City People's Committee"),
            "date": f"{year}-03-0{self._random.randint(1, 9)}",
            "title": _text(f"Kế hoạch số {number + 100} về {obj[0]}", f"Plan No. {number + 100} on {obj[1]}"),
            "short": _text(f"Kế hoạch {number + 100}", f"Plan {number + 100}"),
        }

    def _plans(self) -> tuple[list[Raw], list[Raw]]:
        plans: list[Raw] = []
        groups_each = self.size["groups"] // self.size["plans"]
        for number in range(self.size["plans"]):
            document = self.document_ids[number % len(self.document_ids)]
            groups = []
            for index in range(groups_each):
                vi, en = words.SECTORS[(number + index) % len(words.SECTORS)]
                groups.append(
                    {
                        "id": f"plan-{number}-{CAPITAL_LETTERS[index].lower()}",
                        "number": CAPITAL_LETTERS[index],
                        "name": _text(vi, en),
                        "sectors": [self.sector_ids[(number + index) % len(self.sector_ids)]],
                    }
                )
            name = _text(f"Chương trình hành động số {number + 1}", f"Action programme No. {number + 1}")
            plans.append(
                {
                    "id": f"plan-{number}",
                    "document": document,
                    "name": name,
                    "groups": groups,
                    "sources": self._sources(1),
                }
            )
        return plans, [self._task(number, plans) for number in range(self.size["tasks"])]

    def _task(self, number: int, plans: list[Raw]) -> Raw:
        plan = plans[number % len(plans)]
        group = plan["groups"][number // len(plans) % len(plan["groups"])]
        place = number // (len(plans) * len(plan["groups"])) + 1
        action, obj = self._random.choice(words.ACTIONS), self._random.choice(words.OBJECTS)
        reason = self._random.choice(words.REASONS)
        agencies = self._some(self.agency_ids, 5)
        task: Raw = {
            "id": f"task-{number}",
            "plan": plan["id"],
            "group": group["id"],
            "number": f"{group['number']}.{place}",
            "title": _text(f"{action[0]} {obj[0]}", f"{action[1]} {obj[1]}"),
            "summary": _text(
                f"{action[0]} {obj[0]} trong giai đoạn {2020 + number % 5}–2030. {reason[0]}",
                f"{action[1]} {obj[1]} in {2020 + number % 5}–2030. {reason[1]}",
            ),
            "lead": agencies[:1],
            "coordinating": agencies[1:],
            "countries": [self._random.choice(self.countries)[0]] if number % 3 == 0 else [],
            "sectors": self._some(self.sector_ids, 2),
            "sources": self._sources(),
        }
        if number % 2:
            task["due"] = f"{self._random.randint(2024, 2030)}"
        return task

    def _partner(self, number: int) -> Raw:
        kind, vi, en = self._random.choice(words.PARTNER_KINDS)
        name = self._name(number)
        return {
            "id": self.partner_ids[number],
            "kind": kind,
            "country": self.countries[int(len(self.countries) * self._random.random() ** 2)][0],
            "name": _text(f"{vi} {name}", f"{name} {en}"),
            "established": {"date": self._date(), "sources": self._sources(1)},
            "sectors": self._some(self.sector_ids, 3),
            "agreements": [],
            "sources": self._sources(),
        }

    def _agreement(self, name: str) -> Raw:
        kind = self._random.choice(("indefinite", "until", "years", "unstated"))
        term: Raw = {"kind": kind}
        if kind == "until":
            term["until"] = self._date(2025, 2032)
        if kind == "years":
            term["years"] = str(self._random.randint(2, 10))
        obj = self._random.choice(words.OBJECTS)
        return {
            "id": name,
            "instrument": self._random.choice(("agreement", "letter-of-intent", "memorandum")),
            "signatory": self._random.choice(self.agency_ids),
            "signed": self._date(),
            "term": term,
            "subject": _text(f"Hợp tác về {obj[0]}", f"Cooperation on {obj[1]}"),
            "sectors": self._some(self.sector_ids, 2),
            "sources": self._sources(),
        }

    def _activity(self, number: int) -> Raw:
        done, obj = self._random.choice(words.DONE), self._random.choice(words.OBJECTS)
        found: Raw = {
            "id": f"activity-{number}",
            "kind": self._random.choice(("visit", "event", "training", "aid", "project")),
            "partners": self._some(self.partner_ids, 1),
            "organisations": self._some(self.organisation_ids, 1) if number % 4 == 0 else [],
            "date": self._date(),
            "text": _text(f"Hai bên {done[0]} {obj[0]}.", f"The partner {done[1]} {obj[1]}."),
            "sectors": self._some(self.sector_ids, 2),
            "sources": self._sources(),
        }
        if number % 5 == 0:
            found["amounts"] = [{"value": str(self._random.randint(1, 900) * 1000), "currency": "USD"}]
        return found

    def _cooperation(self, code: str, number: int) -> Raw:
        action, obj = self._random.choice(words.ACTIONS), self._random.choice(words.OBJECTS)
        return {
            "id": f"{code}-{number}",
            "countries": [code],
            "kind": ("context", "priority", "other")[number - 1],
            "text": _text(f"{action[0]} {obj[0]}.", f"{action[1]} {obj[1]}."),
            "sectors": self._some(self.sector_ids, 2),
            "sources": self._sources(1),
        }

    def _organisation(self, number: int) -> Raw:
        obj = self._random.choice(words.OBJECTS)
        name = self._name(number)
        return {
            "id": self.organisation_ids[number],
            "kind": self._random.choice(("network", "programme", "foundation", "ngo", "university")),
            "name": _text(f"Tổ chức {name}", f"{name} Organisation"),
            "abbreviation": f"{name[:3].upper()}{number}",
            "country": self._random.choice(self.countries)[0],
            "description": _text(f"Hỗ trợ thành phố về {obj[0]}.", f"Supports the city in {obj[1]}."),
            "sectors": self._some(self.sector_ids, 2),
            "sources": self._sources(1),
        }

    def _trade_agreement(self, task: str) -> Raw:
        state = {"text": _text("Đã có hiệu lực.", "In force."), "sources": self._sources(1)}
        return {
            "id": "cptpp",
            "name": _text("Hiệp định CPTPP", "The CPTPP"),
            "countries": [self.countries[0][0]],
            "states": [state],
            "tasks": [task],
            "sources": self._sources(1),
        }

    def _indicator(self, number: int) -> Raw:
        series, year = divmod(number, 8)
        obj = words.OBJECTS[series % len(words.OBJECTS)]
        return {
            "id": f"indicator-{number}",
            "label": _text(f"Dự án về {obj[0]}", f"Projects on {obj[1]}"),
            "value": str(self._random.randint(10, 5000)),
            "unit": _text("dự án", "projects"),
            "period": _text(f"năm {2015 + year}", f"in {2015 + year}"),
            "as_of": str(2015 + year),
            "scope": "before-merger",
            "series": f"series-{series}",
            "sectors": self._some(self.sector_ids, 1),
            "sources": self._sources(1),
        }

    def _entry(self, number: int) -> Raw:
        vi, en = words.OBJECTS[number % len(words.OBJECTS)]
        short = f"{CAPITAL_LETTERS[number % 26]}{CAPITAL_LETTERS[number // 26]}Q"
        return {"id": f"entry-{number}", "abbreviation": short, "meaning": _text(vi, en), "sources": self._sources(1)}

    def _conflict(self, number: int) -> Raw:
        values = [{"value": str(2010 + year), "sources": self._sources(1)} for year in self._random.sample(range(9), 2)]
        return {
            "id": f"conflict-{number}",
            "record": f"agreement/agreement-{number % self.size['agreements']}",
            "field": "signed",
            "values": values,
            "note": _text("Hai chỗ ghi hai năm.", "Two places give two years."),
        }

    def _places(self) -> list[Raw]:
        # The partners' countries are chosen in _partner; a place needs no more than to lie apart from the others.
        found: list[Raw] = []
        for name in self.partner_ids:
            *_, latitude, longitude = self._random.choice(self.countries)
            found.append(
                {
                    "id": name,
                    "latitude": f"{latitude + self._random.uniform(-4, 4):.4f}",
                    "longitude": f"{longitude + self._random.uniform(-4, 4):.4f}",
                    "gazetteer": self.document_ids[0],
                }
            )
        home = {"id": "da-nang", "role": "home", "name": _text("Đà Nẵng", "Da Nang"), "latitude": "16.0678"}
        return [*found, home | {"longitude": "108.2208", "gazetteer": self.document_ids[0]}]

    def _update(self, number: int, tasks: list[Raw]) -> Raw:
        note = self._random.choice(words.REPORTS)
        return {
            "id": f"update-{number}",
            "record": f"task/{self._random.choice(tasks)['id']}",
            "event": "progress",
            "date": f"2025-{self._random.randint(1, 9):02}-{self._random.randint(10, 28)}",
            "status": self._random.choice(("not-started", "in-progress", "done")),
            "note": _text(*note),
        }


def _slug(text: str) -> str:
    return text.lower().replace(" ", "-")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
