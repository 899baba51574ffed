"""The end of reading a file that no more can be said about."""

from __future__ import annotations

from macros.records.check.problem import Problem


class Refused(Exception):
    """A file cannot be read any further; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem
