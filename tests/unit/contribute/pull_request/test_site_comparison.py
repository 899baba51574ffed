"""Two built sites compared page by page."""

from __future__ import annotations

from pathlib import Path

from macros.contribute.pull_request.proposal import Pages
from macros.contribute.pull_request.site_comparison import compare_pages


def test_pages_are_compared_without_the_line_that_a_record_stands_in(tmp_path: Path):
    old, new = tmp_path / "old", tmp_path / "new"
    for site in (old, new):
        (site / "a").mkdir(parents=True)
        (site / "b").mkdir()
    (old / "a" / "index.html").write_text('<a href="p.yaml#L12">Data: data/p.yaml, line 12</a> dòng 12')
    (new / "a" / "index.html").write_text('<a href="p.yaml#L15">Data: data/p.yaml, line 15</a> dòng 12')
    (old / "b" / "index.html").write_text("one")
    (new / "b" / "index.html").write_text("two")
    (old / "gone.html").write_text("")
    (new / "feed.xml").write_text("")
    assert compare_pages(old, new) == Pages(changed=1, added=0, removed=1)
