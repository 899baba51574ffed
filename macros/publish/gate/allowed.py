"""Elements, attributes and addresses that a page may have: all that ours use, and no others.

Whatever else HTML knows (frames, handlers, animations, sources of pictures, pings) is refused without being named. Tags
are looked for in the text of the page as well as in the parsed page, since browsers and parsers differ about odd
markup; addresses are read as browsers read them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from macros.website.adapter.content_policy import REFERRER

_EVERYWHERE: Final = frozenset({"class", "hidden", "id", "lang", "role", "tabindex", "title"})
_EVERYWHERE_BEGINNINGS: Final = ("aria-", "data-")
# Elements of text and its structure, which have nothing besides.
_PLAIN: Final = """
    abbr article b blockquote br caption code dd del details div dl dt em fieldset figcaption figure footer h1 h2 h3 h4
    h5 h6 head header hr html i ins legend li main noscript ol p pre section small span strong sub summary sup table
    tbody td th thead title tr ul
"""
# What an element may have besides.
_OWN: Final = {
    "a": "href hreflang rel target type",
    "body": "dir",
    "button": "popovertarget type",
    "circle": "cx cy fill r",
    "details": "open",
    "form": "autocomplete name novalidate",
    "g": "fill",
    "img": "alt height loading src width",
    "input": (
        "autocapitalize autocomplete checked inputmode maxlength name placeholder required size spellcheck type value"
    ),
    "label": "for",
    "line": "x1 x2 y1 y2",
    "link": "href rel type",
    "meta": "charset content http-equiv name property",
    "nav": "popover",
    "ol": "start",
    "optgroup": "label",
    "option": "selected value",
    "path": "d fill stroke-dasharray stroke-linecap stroke-width",
    "rect": "fill height rx width x y",
    "script": "src type",
    "select": "name",
    "svg": "preserveaspectratio viewbox xmlns",
    "td": "colspan rowspan",
    "text": "text-anchor x y",
    "textarea": "name rows",
    "th": "colspan rowspan scope",
    "time": "datetime",
    "tspan": "dy x",
}
ELEMENTS: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(_OWN.get(name, "").split()) for name in (*_PLAIN.split(), *_OWN)
}
METAS: Final = frozenset({"color-scheme", "description", "generator", "robots", "twitter:card", "viewport"})
RELATIONS: Final = frozenset({"alternate", "canonical", "icon", "modulepreload", "next", "prev", "stylesheet"})

_TAG: Final = re.compile(rb"<(/?[A-Za-z][^\s/><]{0,40})")
# A comment, a declaration or an instruction; a page begins with the only one.
_DECLARATION: Final = re.compile(rb"<[!?][^>]{0,40}")
_DOCTYPE: Final = b"<!doctype html"
_SCHEME: Final = re.compile(r"\A([A-Za-z][A-Za-z0-9+.-]*):")
_ABSOLUTE: Final = re.compile(r"\Ahttps://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?(?=[/?#]|\Z)")
# White space and control characters, which browsers take out of an address; a backslash, which they read as a slash.
_TAKEN_OUT: Final = re.compile(r"[\x00-\x20\x7f\\]|\A\s|\s\Z")
_SHOWN: Final = 60


def faults(root: etree._Element, data: bytes) -> Iterator[str]:
    """Yield the elements, attributes, metadata and addresses that pages may not have.

    Args:
        root: the page, parsed.
        data: the page as its file has it.
    """
    tags = _TAG.findall(data.lower())
    for name in sorted({name.removeprefix(b"/") for name in set(tags)} - _NAMES):
        yield f"phần tử lạ / element that is not ours: <{name.decode(errors='replace')}>"
    # Browsers give the first the attributes of a second.
    for once in (b"html", b"head", b"body"):
        if tags.count(once) != 1:
            yield f"phần tử lặp lại / repeated element: <{once.decode()}>"
    for found in {found.lower() for found in _DECLARATION.findall(data)} - {_DOCTYPE}:
        yield f"phần tử lạ / element that is not ours: {found.decode(errors='replace')}"
    known: set[tuple[str, ...]] = set()
    for element in root.iter(etree.Element):
        names = (element.tag, *element.keys())
        if names not in known:
            if names[0] not in ELEMENTS or not all(_may_have(names[0], name) for name in names[1:]):
                yield f"phần tử lạ / element that is not ours: <{names[0]} {' '.join(names[1:])}>"
            known.add(names)
    yield from _metas(root)
    yield from _addresses(root)


_NAMES: Final = frozenset(name.encode() for name in ELEMENTS)


def _may_have(element: str, attribute: str) -> bool:
    return attribute in _EVERYWHERE or attribute in ELEMENTS[element] or attribute.startswith(_EVERYWHERE_BEGINNINGS)


def _metas(root: etree._Element) -> Iterator[str]:
    """Yield metadata that browsers obey and pages may not have, and what they may have once."""
    policies = refreshes = referrers = 0
    for element in root.iter("meta"):
        name, rule = element.get("name", "").strip().lower(), element.get("http-equiv")
        if rule is not None:
            policies += (kind := rule.strip().lower()) == "content-security-policy"
            refreshes += kind == "refresh"
            if kind not in {"content-security-policy", "refresh"}:
                yield f"meta lạ / metadata that is not ours: {rule[:_SHOWN]}"
        elif element.get("property", "").startswith("og:") or element.get("charset") is not None:
            continue
        elif name == "referrer" and element.get("content") == REFERRER:
            referrers += 1
        elif name not in METAS:
            yield f"meta lạ / metadata that is not ours: {name[:_SHOWN]} {element.get('content', '')[:_SHOWN]}"
    if policies > 1 or refreshes > 1 or referrers > 1:
        yield f"meta lặp lại / repeated metadata: {policies} Content-Security-Policy, {refreshes} refresh"
    if not referrers:
        yield "thiếu / no referrer"


def _addresses(root: etree._Element) -> Iterator[str]:
    """Yield addresses with another scheme than https, with a user, without ASCII host, or written to mislead."""
    seen: set[str] = set()
    for element in root.iter("a", "link", "img", "script"):
        if (target := element.get("target")) is not None and not _opens_apart(target, element.get("rel", "")):
            yield f"liên kết lạ / link that is not ours: target={target[:_SHOWN]}"
        for name in ("href", "src"):
            address = element.get(name)
            if address is None or address in seen:
                continue
            seen.add(address)
            if element.tag == "link":
                relation = element.get("rel", "").strip().lower()
                if relation not in RELATIONS:
                    yield f"liên kết lạ / link that is not ours: rel={relation[:_SHOWN]}"
                if relation == "canonical":
                    continue
            if (_SCHEME.match(address) or address.startswith("//")) and not _ABSOLUTE.match(address):
                yield f"địa chỉ lạ / an address that is not https: {address[:_SHOWN]!r}"
            elif _TAKEN_OUT.search(address):
                yield f"địa chỉ lạ / an address that browsers read otherwise: {address[:_SHOWN]!r}"


def _opens_apart(target: str, relation: str) -> bool:
    """Tell whether a link opens a window that knows nothing of ours."""
    return target == "_blank" and "noopener" in relation.split()
