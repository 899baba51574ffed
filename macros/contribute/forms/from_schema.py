"""Controls made from the schema of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.choices import Option, choices
from macros.contribute.forms.controls import Input, Part, Section, Shape
from macros.contribute.forms.form import Form
from macros.records.kinds import SINGULAR
from macros.records.model import EVENT_FIELDS, NEEDING_REASON, Record
from macros.records.schema import models

# Fields of nested records that forms ask for; the others are for files written by hand.
_NESTED: Final = {
    "Source": ("document", "locator"),
    "Document": ("kind", "number", "date", "title", "url", "seen", "id"),
    "FormerName": ("name", "until"),
    "Agreement": ("instrument", "signatory", "signed", "term", "subject", "sources", "id"),
    # A file and its hash take a commit of their own.
    "AgreementText": ("access", "url", "language"),
}
# Records that a form asks for once somebody wants to tell them.
_FOLDED: Final = frozenset({"Agreement", "AgreementText", "FormerName", "PartnerIdentifiers", "Signatory"})
# Flags that a source may leave open, so that no is an answer too.
_OPEN_FLAGS: Final = frozenset({"binding"})
# Records that are a text in both languages.
_TEXTS: Final = frozenset({"Text", "Title", "Note"})
# Fields that belong to certain values of another.
_WHEN: Final = {
    "Term.until": ("kind", ("until",)),
    "Term.years": ("kind", ("years",)),
    **{f"Update.{name}": ("event", tuple(sorted(events))) for name, events in EVENT_FIELDS.items()},
    "Update.reason": ("status", tuple(sorted(NEEDING_REASON))),
}
# Those among them that the other value needs.
_NEEDED: Final = frozenset(
    {"Term.until", "Term.years", "Update.result", "Update.by", "Update.reason", "Update.due", "Update.lead"}
)
# A text longer than this gets more than one line to type in.
_ONE_LINE: Final = 120
# Texts that take one line although the model allows more.
_NAMES: Final = frozenset({"name", "within", "title"})
_SHORT: Final = frozenset({"locator", "number", "name"})
# Entries that a form has room for in a list of sources or people; other lists get one.
_ROOM: Final = 3
_ROOMY: Final = frozenset({"Source", "Signatory"})


class Controls:
    """Maker of the controls of one form."""

    def __init__(self, form: Form, definitions: Mapping[str, Any], records: Catalogue, lang: Lang) -> None:
        """Prepare for one form.

        Args:
            form: the form.
            definitions: the schemas of nested records, by name.
            records: the data that choices come from.
            lang: the language of labels and choices.
        """
        self._form = form
        self._definitions = definitions
        self._records = records
        self._lang: Lang = lang
        # The first control that lists the records of a kind.
        self._listed: dict[str, str] = {}

    def of(
        self, owner: type[Record], schema: Mapping[str, Any], names: Iterable[str], path: str = "", rank: str = ""
    ) -> Iterator[Part]:
        """Yield the controls and sections of some fields of a record.

        Args:
            owner: the record's model.
            schema: the record's schema.
            names: the fields.
            path: goes before the name of each field, with a dot at its end.
            rank: goes before the rank of each field.
        """
        order = list(schema["properties"])
        for name in names:
            given = schema["properties"][name]
            required = name in schema.get("required", ()) or (not path and name in self._form.must)
            yield self._field(owner, name, given, f"{path}{name}", f"{rank}{order.index(name):02}", required)

    def _field(
        self, owner: type[Record], name: str, given: Mapping[str, Any], path: str, rank: str, required: bool
    ) -> Part:
        when = self._when(owner, name, path)
        needed = f"{owner.__name__}.{name}" in _NEEDED
        nested = _nested(given)
        if nested is None:
            return replace(self._input(name, given, path, rank, required), when=when, needed=needed)
        label = given["x-label"][self._lang]
        several = given.get("type") == "array"
        if several:
            parts: tuple[Part, ...] = tuple(self._entries(nested, label, path, rank, required))
        else:
            parts = tuple(self._nested_parts(nested, f"{path}.", rank, name))
        return Section(
            path=path,
            kind="languages" if nested in _TEXTS and not several else "record",
            label=label,
            help=given["x-help"][self._lang],
            required=required or needed,
            parts=parts,
            when=when,
            folded=nested in _FOLDED,
        )

    def _entries(self, nested: str, label: str, path: str, rank: str, required: bool) -> Iterator[Section]:
        """Yield room for the entries of a list."""
        room = _ROOM if nested in _ROOMY else 1
        for number in range(room):
            yield Section(
                path=f"{path}.{number}",
                kind="entry",
                label=label if room > 1 else "",
                help="",
                required=required and not number,
                parts=tuple(self._nested_parts(nested, f"{path}.{number}.", f"{rank}{number}")),
                number=number,
            )

    def _nested_parts(self, nested: str, path: str, rank: str, name: str = "") -> Iterator[Part]:
        schema = self._definitions[nested]
        names = _NESTED.get(nested, tuple(schema["properties"]))
        for part in self.of(models()[nested], schema, names, path, rank):
            if isinstance(part, Input) and name in _NAMES and part.shape == "text":
                yield replace(part, shape="line")
            else:
                yield part

    def _when(self, owner: type[Record], name: str, path: str) -> str:
        """Return the condition on which a field is asked for; empty where it always is."""
        for base in owner.__mro__:
            if found := _WHEN.get(f"{base.__name__}.{name}"):
                other, values = found
                if other in self._form.fixed:
                    return ""
                return f"{path.removesuffix(name)}{other}={' '.join(values)}"
        return ""

    def _input(self, name: str, given: Mapping[str, Any], path: str, rank: str, required: bool) -> Input:
        shape, options = self._shape(name, given, path)
        same = self._listed.setdefault(given.get("x-kind", path), path) if shape == "reference" else path
        return Input(
            path=path,
            shape=shape,
            label=given["x-label"][self._lang],
            help=self._help(given, path),
            rank=rank,
            required=required,
            options=options if same == path else (),
            limit=given.get("maxLength"),
            minimum=given.get("minimum"),
            maximum=given.get("maximum"),
            pattern=given.get("pattern", "") if shape in {"id", "url"} else "",
            prefix=f"{self._form.records}/" if name == "record" else "",
            lang=name if name in {"vi", "en"} else "",
            missing="update" if path in self._form.must else "",
            same="" if same == path else same,
        )

    def _help(self, given: Mapping[str, Any], path: str) -> str:
        """Return the help of a field; a form for records of one kind names no other that an update may be about."""
        if path == "record":
            return str(texts(self._lang)["webform"]["about"][self._form.records])
        return str(given["x-help"][self._lang])

    def _shape(self, name: str, given: Mapping[str, Any], path: str) -> tuple[Shape, tuple[Option, ...]]:
        """Return the sort of control that a field needs, and what can be chosen there."""
        if path == "record":
            return "reference", choices(SINGULAR[self._form.records].plural, self._records, self._lang)
        if "x-kind" in given:
            shape: Shape = "references" if given["type"] == "array" else "reference"
            return shape, choices(given["x-kind"], self._records, self._lang)
        if "x-vocabulary" in given:
            terms = self._records.terms[given["x-vocabulary"]]
            several: Shape = "references" if given.get("type") == "array" else "choice"
            return several, tuple(Option(value, name[self._lang]) for value, name in terms.items())
        if name in _OPEN_FLAGS:
            words = texts(self._lang)["agreement"][name]
            return "choice", tuple(Option(value, word) for value, word in words.items())
        if "enum" in given:
            offered = self._form.offered.get(path, given["enum"])
            return "choice", tuple(Option(value, given["x-options"][value][self._lang]) for value in offered)
        return _written(name, given), ()


def _nested(given: Mapping[str, Any]) -> str | None:
    """Return the name of the record that a field holds, or a list of; None for a plain value."""
    reference = given.get("$ref") or given.get("items", {}).get("$ref")
    return None if reference is None else str(reference).rpartition("/")[2]


def _written(name: str, given: Mapping[str, Any]) -> Shape:
    """Return the sort of control for a value that is typed or ticked."""
    plain: dict[Any, Shape] = {"boolean": "flag", "integer": "count"}
    if isinstance(given["type"], str) and given["type"] in plain:
        return plain[given["type"]]
    if given.get("format") == "partial-date":
        return "date"
    if pattern := given.get("pattern", ""):
        return "url" if pattern.startswith("^https") else "id"
    return "line" if name in _SHORT or given.get("maxLength", _ONE_LINE + 1) <= _ONE_LINE else "text"
