"""The hook file of mkdocs.yml. MkDocs loads it by its path and calls the functions that are named after an event."""

from __future__ import annotations

import sys
from pathlib import Path

# The console script `mkdocs` does not look for modules in the project's folder.
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from macros.website.adapter.events import Events

_events = Events()

on_startup = _events.on_startup
on_config = _events.on_config
on_files = _events.on_files
on_nav = _events.on_nav
on_env = _events.on_env
on_page_context = _events.on_page_context
on_template_context = _events.on_template_context
on_post_page = _events.on_post_page
on_post_template = _events.on_post_template
on_post_build = _events.on_post_build
