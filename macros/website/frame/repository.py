"""Addresses in the project's repository: files to edit, and the form for corrections."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from macros.website.frame.page_info import About


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository of the project: its https address, empty where there is none to link to, and a branch."""

    address: str
    branch: str

    def edit(self, file: str, line: int | None = None) -> str:
        """Return the address at which a file opens for editing; empty without a repository.

        Args:
            file: its path in the project.
            line: the line to begin at, from 1.
        """
        if not self.address:
            return ""
        at = "" if line is None else f"#L{line}"
        return f"{self.address}/edit/{quote(self.branch)}/{quote(file)}{at}"

    def release(self, tag: str) -> str:
        """Return the address of the release of a tag; empty without a repository."""
        return f"{self.address}/releases/tag/{quote(tag)}" if self.address else ""

    def report(self, about: About) -> str:
        """Return the address of the form for corrections (``.github/ISSUE_TEMPLATE/correction.yml``).

        The page and its record are filled in. It is empty without a repository.
        """
        if not self.address:
            return ""
        filled = {"template": "correction.yml", "title": f"{about.name}: ", "page": about.address, "record": about.name}
        return f"{self.address}/issues/new?{urlencode(filled, quote_via=quote, safe='/:')}"
