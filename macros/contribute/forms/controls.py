"""Controls of a form, and the sections that they stand in, as a template prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from macros.contribute.choices import Option, by_heading

Shape = Literal["line", "text", "id", "url", "date", "count", "flag", "choice", "reference", "references"]

# So many options are read at a glance.
_READ: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One control of a form.

    Attributes:
        path: the field's place in the record: names, and numbers of list entries, with dots between.
        shape: the sort of control.
        label: the field's name in the form's language.
        help: a sentence on how to fill it in.
        rank: its place in the record as it is written; sorts as text.
        required: whether the record needs it.
        needed: whether it is needed wherever it is asked for (see ``when``).
        options: values that can be chosen.
        limit: the most characters.
        minimum, maximum: bounds of a number.
        pattern: a regular expression that the value has to match.
        prefix: goes before a chosen value, to make ``kind/id`` of an id.
        lang: the language of its text, where it is one of two.
        when: ``path=value value``: it is asked for only if the control at that path has one of those values.
        missing: the rule whose message says that it is missing, where that is a rule of its own.
        same: the path of the control whose options it shares, so that a page prints a long list once.
    """

    path: str
    shape: Shape
    label: str
    help: str
    rank: str
    required: bool
    needed: bool = False
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

    @property
    def optional(self) -> bool:
        """True where it may stay empty whenever it is shown."""
        return not self.required and not self.needed

    @property
    def long(self) -> bool:
        """True for a list that is searched rather than read."""
        return len(self.options) > _READ

    @property
    def groups(self) -> list[tuple[str, list[Option]]]:
        """The options below their headings."""
        return by_heading(self.options)

    @property
    def mark(self) -> str:
        """The id of its element."""
        return _mark(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Controls that belong together: a text in both languages, a nested record, an entry of a list.

    Attributes:
        path, label, help, required, when: as of :class:`Input`; the label of an entry may be empty.
        kind: the sort of section.
        parts: its controls and the sections within it.
        number: the place of an entry in its list, from 0.
        folded: whether it is hidden behind a button at first.
    """

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
    def position(self) -> int:
        """The place of an entry in its list as readers count, from 1."""
        return self.number + 1

    @property
    def grows(self) -> bool:
        """True for a list with room for more than one entry."""
        return sum(isinstance(part, Section) and part.kind == "entry" for part in self.parts) > 1

    @property
    def removable(self) -> bool:
        """True where it stays hidden until somebody asks for it."""
        return self.folded or self.number > 0

    @property
    def optional(self) -> bool:
        """True where it may stay empty as a whole, and says so."""
        return self.kind != "entry" and not self.required and not self.when and self.path != "documents"

    @property
    def mark(self) -> str:
        """The id of its element."""
        return _mark(self.path)


Part = Input | Section


def _mark(path: str) -> str:
    return "f-" + path.replace(".", "-")
