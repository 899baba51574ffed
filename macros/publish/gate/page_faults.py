"""Faults of one page by itself: its form, what it runs, what it loads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from macros.base.languages import Lang
from macros.publish.gate import allowed
from macros.publish.gate.elements import Elements
from macros.views.addresses import is_card, language
from macros.website.adapter.content_policy import CARD_DIRECTIVES, DIRECTIVES, inline_scripts

# Left behind by a template that was not rendered. Data cannot leave them: its braces are written as entities.
_MARKS: Final = ("{{", "{%", "Traceback (most recent call last)", "jinja2.exceptions", "Macro Rendering Error")
_UNRENDERED: Final = re.compile("|".join(map(re.escape, _MARKS)))
_SCRIPT: Final = re.compile(r"<script\b.*?(?:</script>|\Z)", re.DOTALL)
_POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
# Number of characters shown of what is refused.
_SHOWN: Final = 60


def faults(root: etree._Element, data: bytes, path: str, elements: Elements, anchors: Sequence[str]) -> Iterator[str]:
    """Yield the faults of a page.

    Args:
        root: the page, parsed.
        data: the page as its file has it.
        path: where it stands below the site's root, which says what language it has to be in, and whether it is a card.
        elements: what its elements say.
        anchors: the ids in it, in order.
    """
    yield from _form(root, language(path), elements, anchors)
    yield from allowed.faults(root, data)
    yield from _scripts(data.decode("utf-8", errors="replace"), card=is_card(path))
    for address in sorted(elements.loads):
        if urlsplit(address).netloc:
            yield f"gọi máy khác / asks another host: {address}"


def _form(root: etree._Element, lang: Lang, elements: Elements, anchors: Sequence[str]) -> Iterator[str]:
    if (stated := root.get("lang")) != lang:
        yield f"lang={stated!r}, cần / expected {lang!r}"
    if elements.headings != 1:
        yield f"{elements.headings} h1, cần / expected 1"
    if not elements.described:
        yield "thiếu mô tả / no description"
    if not elements.titled:
        yield "thiếu tiêu đề / no title"
    if len(set(anchors)) != len(anchors):
        for name, number in sorted(Counter(anchors).items()):
            if number > 1:
                yield f"id trùng / repeated id {name!r}"


def _scripts(source: str, *, card: bool) -> Iterator[str]:
    """Yield what was not rendered, each inline script, any script of a card, and a policy that is not ours."""
    if any(mark in source for mark in _MARKS) and (mark := _UNRENDERED.search(_SCRIPT.sub("", source))) is not None:
        yield f"còn mẫu chưa dựng / unrendered {mark[0]!r}"
    for script in inline_scripts(source):
        yield f"mã lạ trong trang / a script within the page: {script.strip()[:_SHOWN]!r}"
    stated = _POLICY.search(source)
    allowed = dict(part.split(" ", 1) for part in stated[1].split("; ")) if stated else {}
    if card and "<script" in source.lower():
        yield "mã trong thẻ nhúng / a script in a card"
    if allowed != dict(CARD_DIRECTIVES if card else DIRECTIVES):
        yield "thiếu hoặc sai Content-Security-Policy / no policy, or another one"
