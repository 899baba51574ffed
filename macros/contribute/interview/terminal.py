"""Questions, lists and messages in a terminal, in both languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from macros.base.folding import fold
from macros.contribute.choices import Option
from macros.records.check.problem import Problem

# Longer lists are searched instead of printed.
_LISTED: Final = 25
_YES: Final = frozenset({"c", "có", "co", "y", "yes"})


def is_yes(typed: str) -> bool:
    """Return True for a yes in either language."""
    return typed.strip().lower() in _YES


class Terminal:
    """A person at a terminal."""

    def __init__(self, ask: Callable[[str], str], say: Callable[[str], None]) -> None:
        """Take the two functions that reach the person.

        Args:
            ask: prints a prompt and returns a line; may raise EOFError or KeyboardInterrupt.
            say: prints a line.
        """
        self._ask = ask
        self.say = say

    def agrees(self, question: str) -> bool:
        """Ask a question that is answered by yes or no; anything but a yes is a no."""
        return is_yes(self._ask(f"{question} [c/k] "))

    def line(self, suggestion: str = "") -> str:
        """Ask for a line; an empty one takes the suggestion. The answer is composed (NFC), without space around it."""
        typed = self._ask(f"[{suggestion}] > " if suggestion else "> ")
        return unicodedata.normalize("NFC", typed).strip() or suggestion

    def tell(self, problems: Iterable[Problem]) -> None:
        """Print problems in both languages."""
        for problem in problems:
            vi, en = problem.sentences()
            self.say(f"  ! {vi}\n    {en}")

    def show(self, options: Sequence[Option]) -> None:
        """Print the options with their numbers, unless there are too many."""
        if len(options) <= _LISTED:
            self._list(options, options)

    def choose(self, typed: str, options: Sequence[Option]) -> str | None:
        """Return the value of the option that a number, an id or a part of a name means.

        Where several options or none fit, print those and return None.
        """
        if typed in {option.value for option in options}:
            return typed
        if typed.isascii() and typed.isdecimal() and 0 < int(typed) <= len(options):
            return options[int(typed) - 1].value
        found = [option for option in options if fold(typed) in fold(f"{option.label} {option.group} {option.value}")]
        if len(found) == 1:
            self.say(f"  = {found[0].label}")
            return found[0].value
        self.say(f"“{typed}”: {len(found)} mục khớp; gõ số, mã, hoặc rõ hơn.")
        self.say(f"“{typed}”: {len(found)} match; type a number, an id, or more of the name.")
        self._list(found[:_LISTED], options)
        return None

    def _list(self, shown: Iterable[Option], options: Iterable[Option]) -> None:
        """Print some of the options, each with its number among all."""
        numbers = {option: number for number, option in enumerate(options, 1)}
        for option in shown:
            self.say(f"  {numbers[option]:>3}. {option.label} ({option.value})")
