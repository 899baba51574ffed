"""The web forms: which fields each asks for, prepared for a template from the schema of the models.

Nothing about a field is said here but which form has it: labels, help, limits and pick-lists come from
:mod:`macros.records.schema`, what can be chosen from the data, messages from :mod:`macros.records.check.messages`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from macros.base.characters import ranges
from macros.base.folding import fold
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.contribute.choices import Option, by_heading, choices
from macros.records.check.messages import MESSAGES
from macros.records.kinds import IN_FILES
from macros.records.model import EVENT_FIELDS, RESERVED, Record
from macros.records.schema import modeline, models, record_schema

Shape = Literal["line", "text", "id", "url", "date", "count", "flag", "choice", "reference", "references"]

# A text longer than this gets more than one line to type in.
_ONE_LINE: Final = 120
# How many entries of a list the form has room for.
_ROOM: Final = 3
# Texts that are names: one line, though the model would allow more.
_NAMES: Final = frozenset({"name", "within", "title"})


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the kind of record that it makes, and which of its fields it asks for, in the order of the form.

    ``further`` fields wait behind a fold; ``fixed`` ones are not asked for; ``must`` names fields that the form
    demands though the model does not; ``offered`` narrows a pick-list.
    """

    name: str
    kind: str
    asked: tuple[str, ...]
    further: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    must: frozenset[str] = frozenset()
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    records: str = ""


FORMS: Final = {
    form.name: form
    for form in (
        Form(
            "agreement",
            "agreements",
            ("partner", "instrument", "signatory", "signed", "term", "subject", "sectors", "sources", "documents"),
            ("note", "id"),
        ),
        Form(
            "event",
            "updates",
            ("record", "event", "date", "until", "result", "next", "note", "url"),
            ("id",),
            offered={"event": ("renewed", "extended", "ended", "reviewed")},
            records="agreement",
        ),
        Form(
            "progress",
            "updates",
            ("record", "date", "status", "note", "url"),
            ("id",),
            fixed={"event": "progress"},
            must=frozenset({"status"}),
            records="task",
        ),
        Form(
            "partner",
            "partners",
            ("name", "kind", "country", "sectors", "sources", "documents", "agreements"),
            ("within", "territory", "note", "id"),
        ),
        Form(
            "task",
            "tasks",
            (
                *("plan", "group", "number", "title", "summary", "lead", "lead_all_relevant", "coordinating"),
                *("coordinating_all_relevant", "due", "sectors", "countries", "sources", "documents"),
            ),
            ("note", "id"),
        ),
    )
}
# What nested records ask for; the rest of their fields is for the hand-written files.
_NESTED: Final = {
    "Source": ("document", "locator"),
    "Document": ("kind", "number", "date", "title", "url", "id"),
    "Agreement": ("instrument", "signatory", "signed", "term", "subject", "sources", "id"),
}
# Fields that belong to a value of another.
_WHEN: Final = {
    "Term.until": ("kind", ("until",)),
    "Term.years": ("kind", ("years",)),
    **{f"Update.{name}": ("event", tuple(sorted(events))) for name, events in EVENT_FIELDS.items()},
}
# Of those, what the other value needs.
_NEEDED: Final = frozenset({"Term.until", "Term.years", "Update.result"})
# Rules whose messages the forms use.
RULES: Final = (
    "missing-field",
    "both-languages",
    "too-long",
    "date",
    "whole-number",
    "number-range",
    "id-format",
    "reserved-id",
    "https-link",
    "tab",
    "control-character",
    "bidirectional-character",
    "invisible-character",
    "lost-character",
    "term",
    "event-fields",
    "update",
    "duplicate-id",
    "duplicate-partner",
    "duplicate-task-number",
    "task-group",
    "agency-twice",
    "date-order",
    "date-in-future",
    "untranslated",
    "english-pending",
)


@dataclass(frozen=True, slots=True)
class Input:
    """One control of a form. ``rank`` is its place in the record as it is written.

    ``same`` names the control whose long list of options it shares, so that a page prints that list once.
    """

    path: str
    shape: Shape
    label: str
    help: str
    rank: str
    required: bool
    options: tuple[Option, ...] = ()
    limit: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    pattern: str = ""
    prefix: str = ""
    lang: str = ""
    when: str = ""
    missing: str = ""
    same: str = ""
    needed: bool = False

    @property
    def optional(self) -> bool:
        return not self.required and not self.needed

    @property
    def groups(self) -> list[tuple[str, list[Option]]]:
        """The options below their headings."""
        return by_heading(self.options)

    @property
    def mark(self) -> str:
        """The id of its element."""
        return "f-" + self.path.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Section:
    """Controls that belong together: a text in both languages, a nested record, an entry of a list."""

    path: str
    kind: Literal["languages", "record", "entry"]
    label: str
    help: str
    required: bool
    parts: tuple[Input | Section, ...]
    when: str = ""
    number: int = 0
    folded: bool = False

    @property
    def grows(self) -> bool:
        """Whether it is a list with room for more than one entry."""
        return sum(isinstance(part, Section) and part.kind == "entry" for part in self.parts) > 1

    @property
    def removable(self) -> bool:
        """Whether it is hidden until somebody asks for it."""
        return self.folded or self.number > 0

    @property
    def optional(self) -> bool:
        return self.kind != "entry" and not self.required and not self.when and self.path != "documents"

    @property
    def mark(self) -> str:
        """The id of its element."""
        return "f-" + self.path.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A form ready to be printed."""

    form: Form
    asked: tuple[Input | Section, ...]
    further: tuple[Input | Section, ...]
    fixed: str
    known: str
    messages: str
    characters: str
    modeline: str
    schema_kind: str


def prepare(name: str, records: Catalogue, lang: Lang) -> Prepared:
    """A form with its controls, in a language, with what can be chosen from the data."""
    form = FORMS[name]
    schema = record_schema(IN_FILES[form.kind])
    builder = _Builder(form, schema.get("$defs", {}), records, lang)
    rank = {key: index for index, key in enumerate(schema["properties"])}
    owner = IN_FILES[form.kind]
    asked, further = (tuple(builder.parts(owner, schema, names, "", "")) for names in (form.asked, form.further))
    fixed = {key: [f"{rank[key]:02}", value] for key, value in form.fixed.items()}
    return Prepared(
        form,
        asked,
        further,
        json.dumps(fixed),
        json.dumps(_known(form, records), ensure_ascii=False, separators=(",", ":")),
        messages(RULES, lang),
        _characters(),
        modeline(form.kind, 2),
        form.kind,
    )


def messages(rules: Iterable[str], lang: Lang) -> str:
    """The messages of rules in a language, each with its severity, as JSON."""
    return json.dumps({rule: [getattr(MESSAGES[rule], lang), MESSAGES[rule].severity] for rule in rules})


def _characters() -> str:
    """Return the forbidden characters for the browser, as JSON: for each rule, run lengths over all code points.

    The first number says how many code points from U+0000 on the rule allows, the second how many after those it
    refuses, and so on in turn; those after the last run are allowed.
    """
    runs: dict[str, list[int]] = {}
    for rule, refused in ranges().items():
        runs[rule] = []
        end = 0
        for run in refused:
            runs[rule] += [run.start - end, len(run)]
            end = run.stop
    return json.dumps(runs, separators=(",", ":"))


class _Builder:
    def __init__(self, form: Form, definitions: Mapping[str, Any], records: Catalogue, lang: Lang) -> None:
        self._form = form
        self._definitions = definitions
        self._records = records
        self._lang: Lang = lang
        self._listed: dict[str, str] = {}

    def parts(
        self, owner: type[Record], schema: Mapping[str, Any], names: Iterable[str], path: str, rank: str
    ) -> Iterable[Input | Section]:
        """The controls of a record's fields."""
        order = list(schema["properties"])
        for name in names:
            given = schema["properties"][name]
            required = name in schema["required"] or (not path and name in self._form.must)
            yield self._field(owner, name, given, f"{path}{name}", f"{rank}{order.index(name):02}", required)

    def _field(
        self, owner: type[Record], name: str, given: Mapping[str, Any], path: str, rank: str, required: bool
    ) -> Input | Section:
        label, help_ = given["x-label"][self._lang], given["x-help"][self._lang]
        when = self._when(owner, name, path)
        nested = self._nested(given)
        if given.get("type") == "array" and nested is not None:
            parts = tuple(self._entries(nested, label, path, rank, required))
            return Section(path, "record", label, help_, required, parts, when, folded=nested == "Agreement")
        if nested is not None:
            kind: Literal["languages", "record"] = "languages" if nested in {"Text", "Title", "Note"} else "record"
            inner = tuple(self._nested_parts(nested, f"{path}.", rank, name))
            return Section(path, kind, label, help_, required, inner, when)
        control = self._input(name, given, path, rank, required, when)
        return replace(control, needed=f"{owner.__name__}.{name}" in _NEEDED)

    def _entries(self, nested: str, label: str, path: str, rank: str, required: bool) -> Iterable[Section]:
        """Room for the entries of a list; only lists of sources may get more than one here."""
        room = _ROOM if nested == "Source" else 1
        for number in range(room):
            parts = tuple(self._nested_parts(nested, f"{path}.{number}.", f"{rank}{number}"))
            heading = label if room > 1 else ""
            yield Section(f"{path}.{number}", "entry", heading, "", required and not number, parts, number=number)

    def _nested(self, given: Mapping[str, Any]) -> str | None:
        reference = given.get("$ref") or given.get("items", {}).get("$ref")
        return None if reference is None else str(reference).rpartition("/")[2]

    def _nested_parts(self, nested: str, path: str, rank: str, name: str = "") -> Iterable[Input | Section]:
        schema = self._definitions[nested]
        names = _NESTED.get(nested, tuple(schema["properties"]))
        for part in self.parts(models()[nested], schema, names, path, rank):
            if isinstance(part, Input) and name in _NAMES and part.shape == "text":
                yield replace(part, shape="line")
            else:
                yield part

    def _when(self, owner: type[Record], name: str, path: str) -> str:
        for base in owner.__mro__:
            if found := _WHEN.get(f"{base.__name__}.{name}"):
                other, values = found
                if other in self._form.fixed:
                    return ""
                return f"{path.removesuffix(name)}{other}={' '.join(values)}"
        return ""

    def _input(self, name: str, given: Mapping[str, Any], path: str, rank: str, required: bool, when: str) -> Input:
        shape, options = self._shape(given, path)
        same = self._listed.setdefault(given.get("x-kind", path), path) if shape == "reference" else path
        limit = given.get("maxLength")
        if shape == "text" and limit is not None and limit <= _ONE_LINE:
            shape = "line"
        if shape == "text" and name in {"locator", "number"}:
            shape = "line"
        return Input(
            path,
            shape,
            given["x-label"][self._lang],
            given["x-help"][self._lang],
            rank,
            required,
            options if same == path else (),
            limit,
            given.get("minimum"),
            given.get("maximum"),
            given.get("pattern", "") if shape in {"id", "url"} else "",
            f"{self._form.records}/" if name == "record" else "",
            name if name in {"vi", "en"} else "",
            when,
            "update" if path in self._form.must else "",
            "" if same == path else same,
        )

    def _shape(self, given: Mapping[str, Any], path: str) -> tuple[Shape, tuple[Option, ...]]:
        if path == "record":
            return "reference", choices(f"{self._form.records}s", self._records, self._lang)
        if "x-kind" in given:
            shape: Shape = "references" if given["type"] == "array" else "reference"
            return shape, choices(given["x-kind"], self._records, self._lang)
        if "enum" in given:
            offered = self._form.offered.get(path, given["enum"])
            return "choice", tuple(Option(value, given["x-options"][value][self._lang]) for value in offered)
        plain: dict[Any, Shape] = {"boolean": "flag", "integer": "count"}
        if isinstance(given["type"], str) and given["type"] in plain:
            return plain[given["type"]], ()
        pattern = given.get("pattern", "")
        written: Shape = "url" if pattern.startswith("^https") else "id" if pattern else "text"
        return ("date" if given.get("format") == "partial-date" else written), ()


def _known(form: Form, records: Catalogue) -> dict[str, Any]:
    """What the browser needs to know of the data to apply the rules over the whole."""
    kinds: dict[str, Mapping[str, Any]] = {
        "partners": records.partners,
        "agreements": records.agreements,
        "tasks": records.tasks,
        "updates": {entry.record.id: entry for entry in records.updates},
    }
    known: dict[str, Any] = {"reserved": sorted(RESERVED), "ids": {}}
    for kind in (form.kind, *(("agreements",) if form.kind == "partners" else ())):
        known["ids"][kind] = {name: str(records.id_places[kind, name]) for name in kinds[kind]}
    if "documents" in form.asked:
        known["ids"]["documents"] = {name: str(records.id_places["documents", name]) for name in records.documents}
    if form.records == "agreement":
        known["signed"] = {name: str(item.record.signed or "") for name, item in records.agreements.items()}
    if form.kind == "partners":
        known["names"] = [
            [partner.record.country, folded, partner.id, str(partner.place)]
            for partner in records.partners.values()
            for folded in dict.fromkeys(
                fold(name)
                for name in (
                    partner.record.name.vi,
                    partner.record.name.en,
                    *(alias.name for alias in partner.record.aliases),
                )
            )
        ]
    if form.kind == "tasks":
        known["numbers"] = [[task.plan.id, task.record.number, str(task.place)] for task in records.tasks.values()]
    return known
