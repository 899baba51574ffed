"""A person at the terminal who types prepared lines."""

from __future__ import annotations

from collections.abc import Iterable


class Person:
    """Types one line after the other and remembers what was printed."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = iter(lines)
        self.prompts: list[str] = []
        self.said: list[str] = []

    def ask(self, prompt: str) -> str:
        self.prompts.append(prompt)
        try:
            return next(self._lines)
        except StopIteration:
            raise EOFError from None

    def say(self, line: str) -> None:
        self.said.append(line)

    @property
    def left(self) -> list[str]:
        """The lines that nobody asked for."""
        return list(self._lines)
