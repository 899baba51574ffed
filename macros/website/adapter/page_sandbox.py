"""Jinja for pages written by hand: the project's macros can be called, and nothing else can be reached.

The check has refused any other page already (:mod:`macros.records.check.written_pages`); this holds where it is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment


class _Page(Template):
    """A page, rendered without the plugin's variables, among which are the configuration and the environment."""

    def render(self, *_args: Any, **_kwargs: Any) -> str:
        return super().render()


class PageSandbox(ImmutableSandboxedEnvironment):
    """Environment with the given macros; no loader, so that no file can be included."""

    template_class: type[Template] = _Page

    def __init__(self, macros: Mapping[str, Callable[..., str]]) -> None:
        super().__init__(undefined=StrictUndefined)
        self.globals = dict(macros)
        self.filters = {}
        self.tests = {}


# Those that define_env binds.
MACROS: Final = ("show", "cite", "crumbs", "picture")


def confine(plugin: Any) -> None:
    """Have the macros plugin render pages, and their titles, in the sandbox."""
    plugin._env = PageSandbox({name: plugin.macros[name] for name in MACROS})  # there is no other way in
