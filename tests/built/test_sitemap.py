"""The sitemaps follow the schema of sitemaps.org, name every page, and lead to its twin."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

SITE = "https://example.org/danang/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
# The rules of sitemap.xsd for what stands here: the order of elements, lengths, types, foreign elements last.
SCHEMA = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xs:element name="urlset"><xs:complexType><xs:sequence>
    <xs:any namespace="##other" processContents="strict" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="url" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI">
        <xs:minLength value="12"/><xs:maxLength value="2048"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="lastmod" minOccurs="0"><xs:simpleType><xs:union>
        <xs:simpleType><xs:restriction base="xs:date"/></xs:simpleType>
        <xs:simpleType><xs:restriction base="xs:dateTime"/></xs:simpleType></xs:union></xs:simpleType></xs:element>
      <xs:element name="changefreq" minOccurs="0" type="xs:string"/>
      <xs:element name="priority" minOccurs="0" type="xs:decimal"/>
      <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""


def sitemap(site: Path, root: str) -> etree._ElementTree:
    return etree.parse(site / root / "sitemap.xml")


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_sitemap_follows_its_schema(root: str, site: Path):
    schema = etree.XMLSchema(etree.fromstring(SCHEMA))
    schema.assertValid(sitemap(site, root))
    assert (site / root / "sitemap.xml").stat().st_size < 50 * 1024 * 1024


@pytest.mark.parametrize("root", ["", "en/"])
def test_every_address_is_a_page_with_both_languages_and_one_for_everyone_else(root: str, site: Path):
    urls = sitemap(site, root).findall("s:url", NAMES)
    addresses = [url.findtext("s:loc", namespaces=NAMES) or "" for url in urls]
    assert len(set(addresses)) == len(addresses) > 0
    for url, address in zip(urls, addresses, strict=True):
        assert (site / address.removeprefix(SITE) / "index.html").is_file(), address
        links = {link.get("hreflang"): link.get("href") or "" for link in url.findall("x:link", NAMES)}
        assert set(links) == {"vi", "en", "x-default"}
        assert links["en" if root else "vi"] == address
        assert links["x-default"] == links["vi"]
        assert links["en"] == links["vi"].replace(SITE, f"{SITE}en/")
        assert (site / links["vi"].removeprefix(SITE) / "index.html").is_file()


@pytest.mark.parametrize("root", ["", "en/"])
def test_no_page_claims_to_have_changed_on_the_day_of_the_build(root: str, site: Path):
    assert sitemap(site, root).findall(".//s:lastmod", NAMES) == []


def test_pages_hold_no_alternate_links_that_the_theme_would_follow(site: Path):
    for path in ("index.html", "en/partners/aoba/index.html"):
        assert 'hreflang="' not in (site / path).read_text(encoding="utf-8").partition("</head>")[0]
