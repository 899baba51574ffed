"""Generated pages as they were made: which of them another state of the project would leave as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.digests import Digests
from macros.views.page import Page
from macros.website.adapter.handover import PageResult

# By language and source path.
Results = dict[Lang, dict[str, PageResult]]


@dataclass(frozen=True, slots=True)
class State:
    """One state of the project.

    Attributes:
        records: the joined records, traced.
        digests: digests of what can be asked of them.
        heads: the digest of :func:`macros.publish.preview.inputs.written_heads`.
        listed: the pages of each language.
    """

    records: Catalogue
    digests: Digests
    heads: bytes
    listed: Mapping[Lang, Sequence[Page]]


@dataclass(frozen=True, slots=True)
class MadePages:
    """Pages that were made from a state.

    Attributes:
        state: the state; None before anything is made.
        results: what building them noted.
        keys: a digest of all that each was made of, by language and source path.
    """

    state: State | None = None
    results: Results = field(default_factory=dict)
    keys: Mapping[Lang, Mapping[str, bytes]] = field(default_factory=dict)

    def unchanged(self, state: State) -> Results:
        """Return the pages that would come out as they are: all that each took from the records reads the same."""
        if self.state is None or self.state.heads != state.heads:
            return {lang: {} for lang in LANGS}
        return {
            lang: {
                page.path: self.results[lang][page.path]
                for page in state.listed[lang]
                if page.path in self.results[lang]
                and _key(page, self.results[lang][page.path], state) == self.keys[lang][page.path]
            }
            for lang in LANGS
        }

    def followed_by(self, state: State, unchanged: Results, built: Results) -> MadePages:
        """Return the pages of a new state.

        Args:
            state: the new state.
            unchanged: its pages that are left as they were.
            built: its pages that were built anew.
        """
        results: Results = {lang: unchanged[lang] | built[lang] for lang in LANGS}
        keys = {
            lang: {
                page.path: self.keys[lang][page.path]
                if page.path in unchanged[lang]
                else _key(page, results[lang][page.path], state)
                for page in state.listed[lang]
            }
            for lang in LANGS
        }
        return MadePages(state, results, keys)


def _key(page: Page, result: PageResult, state: State) -> bytes:
    """Return a digest of all that a page was made of, or would be made of with the records of a state."""
    found = hashlib.blake2b(repr(page).encode(), digest_size=16)
    for asked in result.asked:
        found.update(state.digests.of(state.records, asked))
    return found.digest()
