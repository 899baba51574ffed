"""What a page may hold: a list; whatever is not on it stops the build, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.gate.allowed import ELEMENTS
from tests.edits import replaced
from tests.unit.publish.gate.test_page import PAGE, read

FOREIGN = [
    "<iframe src=x></iframe>",
    "<IFrame srcdoc=x></IFrame>",
    "<svg><animate attributeName=href values=javascript:x()></animate></svg>",
    "<svg><set attributeName=href to=javascript:x()></set></svg>",
    "<svg><use href=x></use></svg>",
    '<svg><a xlink:href="javascript:x()"><text>x</text></a></svg>',
    "<svg><foreignObject></foreignObject></svg>",
    "<svg><style>x</style></svg>",
    "<math><mi>x</mi></math>",
    "<video src=x></video>",
    "<audio src=x></audio>",
    "<video poster=x></video>",
    "<picture><source srcset=x></picture>",
    "<img src=x.png srcset='https://evil.example/x 2x' alt=''>",
    "<img src=x.png alt='' onerror=x()>",
    "<a href=a ping=https://evil.example/>x</a>",
    "<a href=a target=_top>x</a>",
    "<a href=a target=_blank>x</a>",
    "<a href=a target=window rel=noopener>x</a>",
    "<a href=a download>x</a>",
    "<form action=https://evil.example/></form>",
    "<button formaction=javascript:x()>x</button>",
    "<input type=image src=x>",
    "<base href=https://evil.example/>",
    "<object data=x></object>",
    "<embed src=x>",
    "<applet></applet>",
    "<template><p>x</p></template>",
    "<dialog open>x</dialog>",
    "<marquee>x</marquee>",
    "<x-y>x</x-y>",
    "<p style=color:red>x</p>",
    "<p onclick=x()>x</p>",
    "<p contenteditable>x</p>",
    "<table background=x></table>",
    "<!-- x -->",
    "<!--><iframe>-->",
    "<![CDATA[x]]>",
    "<?php x ?>",
    "<textarea><iframe></textarea>",
    "<noscript><iframe></iframe></noscript>",
    "<title><iframe></iframe></title>",
]
METADATA = [
    "<meta http-equiv=refresh content='0;url=https://evil.example/'><meta http-equiv=REFRESH content=0>",
    '<meta http-equiv=Content-Security-Policy content="default-src *">',
    "<meta http-equiv=' content-security-policy ' content=x>",
    "<meta name=referrer content=unsafe-url>",
    "<meta name=Referrer content=no-referrer>",
    "<meta http-equiv=set-cookie content=x>",
    "<meta http-equiv=content-type content='text/html; charset=utf-7'>",
    "<meta http-equiv=x-dns-prefetch-control content=on>",
    "<meta name=monetization content=x>",
    "<link rel=prefetch href=x>",
    "<link rel=dns-prefetch href=//evil.example>",
    "<link rel=preconnect href=https://evil.example>",
    "<link rel=manifest href=x>",
    "<link rel='stylesheet import' href=x>",
]
ADDRESSES = [
    "javascript:x()",
    "JaVaScRiPt:x()",
    "java&#10;script:x()",
    "java&Tab;script:x()",
    "&#1;javascript:x()",
    "&#32;javascript:x()",
    "\u00a0javascript:x()",
    "data:text/html,x",
    "vbscript:x",
    "blob:x",
    "http://danang.gov.vn/",
    "ftp://danang.gov.vn/",
    "https:danang.gov.vn",
    "https:/danang.gov.vn",
    "https:///danang.gov.vn",
    "https:\\\\danang.gov.vn",
    "//evil.example/",
    "\\\\evil.example/",
    "/\\evil.example/",
    "https://danang.gov.vn@evil.example/",
    "https://user:pass@danang.gov.vn/",
    "https://dаnang.gov.vn/",
    "https://danang.gov.vn\u3002evil.example/",
    "https://danang.gov.vn/a b",
    "https://danang.gov.vn/\u2028",
    "mailto:a@b.vn",
    "tel:1",
]


def wrong(tmp_path: Path, before: str, after: str) -> tuple[str, ...]:
    found: tuple[str, ...] = read(tmp_path, replaced(PAGE, before, after)).wrong
    return found


@pytest.mark.parametrize("markup", FOREIGN)
def test_what_is_not_on_the_list_is_a_fault(markup: str, tmp_path: Path):
    assert [said for said in wrong(tmp_path, "</article>", f"{markup}</article>") if "not ours" in said]


@pytest.mark.parametrize("markup", METADATA)
def test_metadata_that_browsers_obey_is_a_fault(markup: str, tmp_path: Path):
    for place in ("</head>", "</article>"):
        said = wrong(tmp_path, place, f"{markup}{place}")
        assert [one for one in said if "not ours" in one or "repeated metadata" in one], place


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_read_as_a_browser_reads_it(address: str, tmp_path: Path):
    said = wrong(tmp_path, "</article>", f'<a href="{address}">x</a></article>')
    assert [one for one in said if "an address that" in one]
    assert wrong(tmp_path, 'src="x.png"', f'src="{address}"')


@pytest.mark.parametrize("address", ["https://danang.gov.vn/a?b=1#c", "https://xn--abc.vn/ữ", "#a:b", "?q=a:b", "../"])
def test_ordinary_addresses_pass(address: str, tmp_path: Path):
    said = wrong(tmp_path, "</article>", f'<a href="{address}">x</a></article>')
    assert [one for one in said if "an address that" in one] == []


def test_a_page_without_its_referrer_rule_is_a_fault(tmp_path: Path):
    said = wrong(tmp_path, '<meta name="referrer" content="strict-origin-when-cross-origin">', "")
    assert [one for one in said if "no referrer" in one]


def test_no_element_of_the_list_loads_frames_or_runs():
    assert not {"iframe", "frame", "object", "embed", "base", "style", "video", "audio", "source"} & set(ELEMENTS)
    for attributes in ELEMENTS.values():
        assert not [
            name for name in attributes if name.startswith("on") or name in {"style", "srcset", "ping", "action"}
        ]
