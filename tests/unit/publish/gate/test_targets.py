"""Links within the site, as a browser would follow them."""

from __future__ import annotations

import pytest

from macros.publish.gate.targets import targets

PAGE = "en/partners/sakai/index.html"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("", PAGE),
        ("#sources", f"{PAGE}#sources"),
        ("?q=x#sources", f"{PAGE}#sources"),
        ("./", PAGE),
        ("../", "en/partners/index.html"),
        ("../osaka/", "en/partners/osaka/index.html"),
        ("../osaka/?a=b#c", "en/partners/osaka/index.html#c"),
        ("../../", "en/index.html"),
        ("../..", "en/index.html"),
        ("../../../", "index.html"),
        ("../../../data.csv", "data.csv"),
        ("x.png", "en/partners/sakai/x.png"),
        ("a/../x.png", "en/partners/sakai/x.png"),
        ("../t%E1%BB%AB/#%C4%91", "en/partners/từ/index.html#đ"),
        # No way leads above the root of a host.
        ("../../../../../x/", "x/index.html"),
    ],
)
def test_a_relative_address_leads_to_a_file(address: str, target: str):
    assert list(targets(PAGE, [address])) == [target]


@pytest.mark.parametrize(
    "address", ["https://example.org/", "//example.org/x", "/x/", "mailto:a@b", "tel:1", "data:,x"]
)
def test_addresses_of_other_places_are_passed_over(address: str):
    assert list(targets(PAGE, [address])) == []
