"""The macros plugin renders pages in a sandbox: macros answer, nothing else can be reached."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError

from macros.website.adapter.page_sandbox import MACROS, confine


@pytest.fixture
def plugin() -> SimpleNamespace:
    macros = {name: lambda *texts, name=name: f"{name}:{','.join(texts)}" for name in MACROS}
    plugin = SimpleNamespace(macros=macros | {"now": lambda: "now"}, _env=None)
    confine(plugin)
    return plugin


def rendered(plugin: SimpleNamespace, text: str) -> str:
    # As the plugin does it, with its variables.
    return str(plugin._env.from_string(text).render(config={"secret": "x"}, environment={"user": "x"}))


def test_macros_answer(plugin: SimpleNamespace):
    assert rendered(plugin, 'a {{ cite("scheme", "mục I") }} b {{ show("home") }}') == "a cite:scheme,mục I b show:home"


@pytest.mark.parametrize(
    "text",
    [
        "{{ config.secret }}",
        "{{ environment }}",
        "{{ now() }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ lipsum() }}",
        "{{ range(3) }}",
        "{{ dict() }}",
        "{{ show.__globals__ }}",
        '{{ ("x").__class__.__mro__ }}',
        "{{ 'x' | upper }}",
        "{% include 'about.md' %}",
        "{% import 'about.md' as a %}",
    ],
)
def test_nothing_else_can_be_reached(text: str, plugin: SimpleNamespace):
    with pytest.raises((TemplateError, SecurityError, TypeError)):
        rendered(plugin, text)
