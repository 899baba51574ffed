"""The walk through a form: the questions in their order, and the record made of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.choices import NEW, Option
from macros.contribute.forms.controls import Input, Part, Section
from macros.contribute.forms.form import FORMS, Form
from macros.contribute.forms.prepare import prepare
from macros.contribute.interview.answers import date, mistakes
from macros.contribute.interview.ids import proposed
from macros.contribute.interview.record import Value, file_of, record_of
from macros.contribute.interview.terminal import Terminal, is_yes
from macros.records.check.problem import Place, Problem

_DETAILS: Final = "Ghi thêm: {vi}? / Record also: {en}?"
# The question whether a list goes on, by the path of the list.
_ANOTHER: Final = {
    "sources": "Thêm một nguồn nữa? / Another source?",
    "": "Thêm một mục nữa? / Another entry?",
}


class Interview:
    """One record being asked for."""

    def __init__(self, name: str, records: Catalogue, ask: Callable[[str], str], say: Callable[[str], None]) -> None:
        """Prepare the questions.

        Args:
            name: the form.
            records: the data that choices come from.
            ask: prints a prompt and returns a line; may raise EOFError or KeyboardInterrupt.
            say: prints a line.
        """
        self.form: Form = FORMS[name]
        self.values: dict[str, Value] = dict(self.form.fixed)
        self._records = records
        self._terminal = Terminal(ask, say)
        vietnamese, english = prepare(name, records, "vi"), prepare(name, records, "en")
        self._parts = [*vietnamese.asked, *vietnamese.details, *vietnamese.further]
        self._options = {part.path: part.options for part in _every(self._parts) if isinstance(part, Input)}
        self._english = {part.path: part for part in _every([*english.asked, *english.details, *english.further])}

    def run(self) -> None:
        """Ask for every field once; for the details only of somebody who has any to tell."""
        details: bool | None = None
        for part in self._parts:
            if part.path in self.form.details:
                if details is None:
                    details = self._terminal.agrees(f"\n{self._details()}")
                if not details:
                    continue
            self._part(part, wanted=part.required)

    def _details(self) -> str:
        """The question whether somebody has details to tell."""
        return _DETAILS.format(**{lang: texts(lang)["webform"]["details"][self.form.name] for lang in LANGS})

    def again(self, problems: Sequence[Problem]) -> bool:
        """Ask anew for the fields that problems are about.

        Returns:
            False where none of them is a field that is asked for.
        """
        fields = {problem.field.partition(".")[0] for problem in problems}
        found = [part for part in self._parts if part.path in fields]
        for part in found:
            for path in [path for path in self.values if path == part.path or path.startswith(f"{part.path}.")]:
                del self.values[path]
            self._part(part, wanted=part.required)
        return bool(found)

    def record(self) -> dict[str, Any]:
        """Return the record as far as it is known."""
        return record_of(self.form.kind, self.values)

    def file(self) -> str:
        """Return the path of the record's file, relative to the project."""
        return file_of(self.form.kind, self.record())

    # --- sections --------------------------------------------------------------------------------------------------

    def _part(self, part: Part, *, wanted: bool) -> None:
        """Ask for a field or a section unless what was answered so far leaves it out."""
        if part.when and not self._holds(part.when):
            return
        if isinstance(part, Input):
            self._input(part, wanted=wanted or part.needed)
        elif part.path == "documents":
            if any(path.endswith(".document") and value == NEW for path, value in self.values.items()):
                self._section(part, wanted=True)
        elif part.kind == "languages" or wanted or self._agrees(part):
            self._section(part, wanted=wanted or part.kind == "record")

    def _holds(self, when: str) -> bool:
        path, _, values = when.partition("=")
        return self.values.get(path) in values.split()

    def _agrees(self, section: Section) -> bool:
        return self._terminal.agrees(f"{self._label(section)}: ghi phần này? / record this?")

    def _section(self, section: Section, *, wanted: bool) -> None:
        if section.label:
            self._terminal.say(f"\n{self._label(section)}")
        if section.kind == "languages":
            self._languages(section, wanted=wanted)
            return
        for number, part in enumerate(section.parts):
            if isinstance(part, Section) and part.kind == "entry":
                if number and not self._terminal.agrees(_ANOTHER.get(section.path, _ANOTHER[""])):
                    return
                self._section(part, wanted=True)
            else:
                self._part(part, wanted=wanted and part.required)

    def _languages(self, section: Section, *, wanted: bool) -> None:
        """Ask for a text in both languages: the second belongs to the first."""
        for part in section.parts:
            self._part(part, wanted=wanted and part.required)
            if part.path not in self.values:
                return
            wanted = True

    # --- fields ----------------------------------------------------------------------------------------------------

    def _label(self, part: Part) -> str:
        return f"{part.label} / {self._english[part.path].label}"

    def _input(self, control: Input, *, wanted: bool) -> None:
        """Ask for a field until the answer can be right, or is empty where it may be."""
        terminal = self._terminal
        mark = "" if wanted else " (bỏ trống được / may be left empty)"
        terminal.say(f"\n{self._label(control)}{mark}\n  {control.help} / {self._english[control.path].help}")
        options = self._options.get(control.same, control.options)
        terminal.show(options)
        kind = self.form.kind
        suggestion = proposed(kind, control.path, self.values, self._records) if control.shape == "id" else ""
        while True:
            typed = terminal.line(suggestion)
            if not typed and not wanted:
                return
            if not typed:
                terminal.tell([Problem(Place(""), "missing-field", field=control.path)])
                continue
            value = self._value(control, typed, options)
            if value is None:
                continue
            if wrong := mistakes(kind, control.path, value):
                terminal.tell(wrong)
                continue
            self.values[control.path] = value
            return

    def _value(self, control: Input, typed: str, options: Sequence[Option]) -> Value | None:
        """Return the value that a typed answer means; None where it has to be typed again."""
        match control.shape:
            case "references":
                chosen = [self._terminal.choose(part.strip(), options) for part in typed.split(",") if part.strip()]
                return None if None in chosen else [value for value in chosen if value is not None]
            case "choice" | "reference":
                value = self._terminal.choose(typed, options)
                return None if value is None else control.prefix + value
            case "flag":
                return "true" if is_yes(typed) else "false"
            case "date":
                return date(typed)
        return typed


def _every(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield all parts, each section before those within it."""
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from _every(part.parts)
