"""The article of a built page, without its title and without what is only to be looked at."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

# Breadcrumbs, the notice of statuses judged again, words for screen readers only, and whatever is hidden.
_VISUAL: Final = etree.XPath(
    "//@hidden/.. | //@class[{}]/..".format(
        " or ".join(f"contains(concat(' ', ., ' '), ' {name} ')" for name in ("crumbs", "rejudged", "visually-hidden"))
    )
)
# No text, or text that stands elsewhere: the title is that of the page, a caption repeats a heading.
_LEFT_OUT: Final = ("script", "style", "svg", "template", "button", "form", "caption", "h1")
# The beginning of the page's foot, which ends the article; a fifth of it.
_FOOT: Final = b'<footer class="page-foot">'
_PARSER: Final = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def source_of_article(source: bytes) -> bytes:
    """Return the article of a page's HTML, up to the page's foot.

    Args:
        source: the page's HTML in UTF-8.
    """
    end = source.rindex(b"</article>")
    foot = source.rfind(_FOOT, 0, end)
    return source[source.index(b"<article") : end if foot < 0 else foot]


def article(source: bytes) -> Any:
    """Return the article as an element.

    Args:
        source: its HTML in UTF-8.
    """
    (body,) = etree.fromstring(source, _PARSER)
    for element in _VISUAL(body):
        element.tag = _LEFT_OUT[0]
    etree.strip_elements(body, *_LEFT_OUT, with_tail=False)
    return body[0]
