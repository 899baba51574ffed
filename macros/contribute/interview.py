"""Asking for a record field by field in a terminal, Vietnamese first: the same forms as on the site.

What is asked comes from :mod:`macros.contribute.forms`; an answer is judged by the models, in the words of the check.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from macros.base.folding import fold, slugify
from macros.catalogue.catalogue import Catalogue
from macros.contribute.choices import NEW, Option
from macros.contribute.forms.controls import Input, Part, Section
from macros.contribute.forms.form import FORMS, Form
from macros.contribute.forms.prepare import prepare
from macros.records import yaml_source
from macros.records.check.problem import Place, Problem, errors
from macros.records.dataset import read_record
from macros.records.kinds import IN_FILES
from macros.records.schema import record_schema
from macros.records.writing.yaml_text import yaml_file

# Longer lists are searched instead of printed.
_LISTED: Final = 25
_YES: Final = frozenset({"c", "có", "co", "y", "yes"})
_DAY_FIRST: Final = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})")
Values = dict[str, Any]


class Interview:
    """One record being asked for."""

    def __init__(self, name: str, records: Catalogue, ask: Callable[[str], str], say: Callable[[str], None]) -> None:
        """Prepare the questions.

        Args:
            name: which form.
            records: what can be chosen from.
            ask: prints a prompt and returns a line; may raise EOFError or KeyboardInterrupt.
            say: prints a line.
        """
        self.form: Form = FORMS[name]
        self.values: Values = dict(self.form.fixed)
        self._records = records
        self._ask = ask
        self._say = say
        both = [prepare(name, records, lang) for lang in ("vi", "en")]
        self._parts = [*both[0].asked, *both[0].further]
        self._shared = {part.path: part.options for part in _every(self._parts) if isinstance(part, Input)}
        self._english = {part.path: part for form in both for part in _every([*form.asked, *form.further])}

    def run(self) -> None:
        """Ask for every field once."""
        for part in self._parts:
            self._part(part, wanted=part.required)

    def again(self, problems: Sequence[Problem]) -> bool:
        """Ask anew for the fields that problems are about; false where none of them is one that is asked for."""
        fields = {problem.field.partition(".")[0] for problem in problems}
        found = [part for part in self._parts if part.path in fields]
        for part in found:
            for path in [path for path in self.values if path == part.path or path.startswith(f"{part.path}.")]:
                del self.values[path]
            self._part(part, wanted=part.required)
        return bool(found)

    def record(self) -> dict[str, Any]:
        """The record as far as it is known, with keys in the order of the model."""
        record = _nested(self.values)
        brought = record.get("documents", [{}])[0].get("id", NEW)
        for holder in [record, *record.get("agreements", [])]:
            for source in holder.get("sources", []):
                if source.get("document") == NEW:
                    source["document"] = brought
        schema = record_schema(IN_FILES[self.form.kind])
        ordered: dict[str, Any] = _in_order(record, schema["properties"], schema.get("$defs", {}))
        return ordered

    def file(self) -> str:
        """Where the record goes, relative to the project."""
        record = self.record()
        name: str = record["id"]
        if self.form.kind == "updates":
            day = record["date"]
            name = f"{day}-{name.replace(f'-{day}', '')}"
        return f"data/{self.form.kind}/{name}.yaml"

    # --- questions -------------------------------------------------------------------------------------------------

    def _part(self, part: Part, *, wanted: bool) -> None:
        if part.when and not self._holds(part.when):
            return
        if isinstance(part, Input):
            self._input(part, wanted=wanted or part.needed)
        elif part.path == "documents":
            if any(path.endswith(".document") and value == NEW for path, value in self.values.items()):
                self._section(part, wanted=True)
        elif part.kind == "languages" or wanted or self._yes(f"{self._label(part)}: ghi phần này? / record this?"):
            self._section(part, wanted=wanted or part.kind == "record")

    def _section(self, section: Section, *, wanted: bool) -> None:
        if section.label:
            self._say(f"\n{self._label(section)}")
        for number, part in enumerate(section.parts):
            if isinstance(part, Section) and part.kind == "entry":
                if number and not self._yes("Thêm một nguồn nữa? / Another source?"):
                    return
                self._section(part, wanted=True)
                continue
            self._part(part, wanted=wanted and part.required)
            first = isinstance(part, Input) and section.kind == "languages" and number == 0
            if first and part.path not in self.values:
                return
            if section.kind == "languages" and isinstance(part, Input):
                wanted = True  # the second language belongs to the first

    def _holds(self, when: str) -> bool:
        path, _, values = when.partition("=")
        return self.values.get(path) in values.split()

    def _label(self, part: Part) -> str:
        return f"{part.label} / {self._english[part.path].label}"

    def _yes(self, question: str) -> bool:
        return self._ask(f"{question} [c/k] ").strip().lower() in _YES

    def _input(self, control: Input, *, wanted: bool) -> None:
        mark = "" if wanted else " (bỏ trống được / may be left empty)"
        self._say(f"\n{self._label(control)}{mark}\n  {control.help} / {self._english[control.path].help}")
        suggestion = self._suggestion(control)
        options = list(self._shared.get(control.same, control.options))
        if options and len(options) <= _LISTED:
            self._list(options)
        while True:
            typed = unicodedata.normalize("NFC", self._ask(f"[{suggestion}] > " if suggestion else "> ")).strip()
            typed = typed or suggestion
            if not typed:
                if not wanted:
                    return
                self._tell([Problem(Place(""), "missing-field", field=control.path)])
                continue
            value = self._value(control, typed, options)
            if value is None:
                continue
            self.values[control.path] = value
            if wrong := self._wrong(control):
                del self.values[control.path]
                self._tell(wrong)
                continue
            return

    def _value(self, control: Input, typed: str, options: list[Option]) -> str | list[str] | None:
        """What a typed answer means; nothing where it has to be typed again."""
        match control.shape:
            case "references":
                chosen = [self._chosen(part.strip(), options) for part in typed.split(",") if part.strip()]
                return None if None in chosen else [value for value in chosen if value is not None]
            case "choice" | "reference":
                value = self._chosen(typed, options)
                return None if value is None else control.prefix + value
            case "flag":
                return "true" if typed.lower() in _YES else "false"
            case "date":
                return _date(typed)
        return typed

    def _chosen(self, typed: str, options: list[Option]) -> str | None:
        """The option of a number, an id or a part of a name; several are listed to choose from."""
        if typed in {option.value for option in options}:
            return typed
        if typed.isascii() and typed.isdecimal() and 0 < int(typed) <= len(options):
            return options[int(typed) - 1].value
        found = [option for option in options if fold(typed) in fold(f"{option.label} {option.group} {option.value}")]
        if len(found) == 1:
            self._say(f"  = {found[0].label}")
            return found[0].value
        self._say(f"“{typed}”: {len(found)} mục khớp; gõ số, mã, hoặc rõ hơn.")
        self._say(f"“{typed}”: {len(found)} match; type a number, an id, or more of the name.")
        self._list(found[:_LISTED], options)
        return None

    def _list(self, shown: Iterable[Option], options: list[Option] | None = None) -> None:
        numbered = {option: number for number, option in enumerate(options or shown, 1)} if options else None
        for number, option in enumerate(shown, 1):
            place = numbered[option] if numbered else number
            self._say(f"  {place:>3}. {option.label} ({option.value})")

    def _wrong(self, control: Input) -> list[Problem]:
        """What the models say about one answer; what is still to be asked for is not missing yet."""
        text = yaml_file(self.form.kind, [_nested({control.path: self.values[control.path]})])
        nodes, problems = yaml_source.parse_records(text, "")
        if not problems:
            problems = [
                problem
                for problem in read_record(self.form.kind, nodes[0])[1]
                if problem.field == control.path and problem.rule != "missing-field"
            ]
        return errors(problems)

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            vi, en = problem.sentences()
            self._say(f"  ! {vi}\n    {en}")

    def _suggestion(self, control: Input) -> str:
        """An id out of what is known, free of those in use."""
        if control.shape != "id":
            return ""
        kind, text = self.form.kind, ""
        value = self.values.get
        if control.path.startswith("documents."):
            kind, text = "documents", f"{slugify(self._own())}-{value('documents.0.kind')}"
        elif control.path.startswith("agreements."):
            kind, text = "agreements", "-".join(filter(None, [self._own(), str(value("agreements.0.signed", ""))[:4]]))
        else:
            text = self._own()
        taken = {name for of, name in self._records.id_places if of == kind}
        numbers = (text if number == 1 else f"{text}-{number}" for number in range(1, len(taken) + 2))
        return next(name for name in numbers if name not in taken)

    def _own(self) -> str:
        value = self.values.get
        if "id" in self.values:
            return str(value("id"))
        if self.form.kind == "agreements":
            return "-".join(filter(None, [value("partner"), str(value("signed", ""))[:4]]))
        if self.form.kind == "partners":
            return slugify(str(value("name.en", "")))
        if self.form.kind == "tasks":
            group = self._records.groups[value("group", "")].record.number if value("group") else ""
            return f"{value('group')}-{slugify(str(value('number', '')).removeprefix(group))}"
        return f"{str(value('record')).partition('/')[2]}-{value('event')}-{value('date')}"


def _every(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from _every(part.parts)


def _date(typed: str) -> str:
    """Dates may be typed as Vietnamese writes them: 21/11/2026, 11/2026."""
    found = _DAY_FIRST.fullmatch(typed)
    if found is None:
        return typed
    day, month, year = found.groups()
    return "-".join(part.zfill(2) for part in (year, month, day) if part)


def _nested(values: Values) -> dict[str, Any]:
    """Values by path as mappings and lists."""
    record: dict[str, Any] = {}
    for path, value in values.items():
        steps = path.split(".")
        target: Any = record
        for step, following in pairwise(steps):
            empty: Any = [] if following.isdecimal() else {}
            if isinstance(target, list):
                while len(target) <= int(step):
                    target.append({})
                target = target[int(step)]
            else:
                target = target.setdefault(step, empty)
        target[steps[-1]] = value
    return record


def _in_order(value: Any, properties: Any, definitions: Any) -> Any:
    ordered = {}
    for name, given in properties.items():
        if name in value:
            inner = value[name]
            reference = given.get("$ref") or given.get("items", {}).get("$ref", "")
            nested = definitions.get(reference.rpartition("/")[2], {}).get("properties")
            if nested is not None and isinstance(inner, dict):
                inner = _in_order(inner, nested, definitions)
            elif nested is not None:
                inner = [_in_order(item, nested, definitions) for item in inner]
            ordered[name] = inner
    return ordered
