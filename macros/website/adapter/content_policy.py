"""Content-Security-Policy of every page: a browser may load and run what it names, and nothing else.

GitHub Pages sends no headers of one's own, so the policy stands in the page. Scripts come from files of the site.
Anything inline is an injection: the browser would refuse it, and the build stops before that.

Data blocks are never run, but programs believe what they say of the page; so a page holds only those that we print.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from typing import Final

from macros.website.frame.linked_data.graph import CONTEXT

# Everything is forbidden first; form-action and base-uri do not fall back to default-src.
DIRECTIVES: Final = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),  # the theme's style sheet draws its icons from data: addresses
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
)
# Of a card, which other sites show in a frame: it runs nothing, asks for nothing and draws no picture.
CARD_DIRECTIVES: Final = (
    ("default-src", "'none'"),
    ("style-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
)
# What other sites learn of where a reader comes from: the site, not the page. Standing first, it holds for all that the
# page loads.
REFERRER: Final = "strict-origin-when-cross-origin"
# Types that a browser keeps as data and never runs.
LINKED_DATA: Final = "application/ld+json"
DATA_TYPES: Final = {"application/json", LINKED_DATA}

_CHARSET: Final = '<meta charset="utf-8">'
# Each pattern ends with the text at the latest, so that what is never closed is not looked for again from each place.
_SCRIPT: Final = re.compile(r"<script\b([^>]*)(?:>|\Z)(.*?)(?:</script\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TYPE: Final = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_SOURCE: Final = re.compile(r"\bsrc\s*=", re.IGNORECASE)
# How our own linked data begins, as templates/page-head.jinja prints it.
_OURS: Final = f'<script type="{LINKED_DATA}">{{"@context":"{CONTEXT}",'
# Number of characters shown of a refused script, so that it can be found.
_SHOWN: Final = 80


class Refused(Exception):
    """A page holds a script or data that no policy of ours allows. The message quotes it."""


def inline_scripts(source: str) -> list[str]:
    """Return the inline scripts that a browser would run: not those that it loads, nor blocks of data."""
    found = []
    for attributes, body in _SCRIPT.findall(source):
        if not _SOURCE.search(attributes) and _type(attributes) not in DATA_TYPES:
            found.append(body)
    return found


def _type(attributes: str) -> str:
    stated = _TYPE.search(attributes)
    return stated[1].lower() if stated else ""


def script_hash(script: str) -> str:
    """Return the hash of a script, as ``script-src`` names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def protect(source: str, directives: Sequence[tuple[str, str]] = DIRECTIVES) -> str:
    """Return a page with its policy, placed before anything that it governs.

    Args:
        source: the page.
        directives: what the policy says.

    Raises:
        Refused: the page has an inline script, or no place for the policy.
    """
    for script in inline_scripts(source):
        raise Refused(f"mã lạ trong trang / a script within the page: {script.strip()[:_SHOWN]!r}")
    if not _linked_data_is_ours(source):
        raise Refused("dữ liệu liên kết lạ trong trang / linked data that is not ours")
    if _CHARSET not in source:
        raise Refused(f"thiếu / no {_CHARSET}")
    policy = "; ".join(f"{name} {value}" for name, value in directives)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="{REFERRER}">'
    return source.replace(_CHARSET, f"{_CHARSET}\n      {tag}", 1)


def _linked_data_is_ours(source: str) -> bool:
    """Tell whether a page has no linked data but ours, once at most, in its head."""
    blocks = sum(_type(attributes) == LINKED_DATA for attributes, _ in _SCRIPT.findall(source))
    return blocks == source.partition("</head>")[0].count(_OURS) <= 1


def allow(source: str, script: str) -> str:
    """Return a protected page that may run one more inline script: that of the local server, never a published page."""
    return source.replace("script-src 'self'", f"script-src 'self' {script_hash(script)}", 1)
