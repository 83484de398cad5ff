"""The built pages hold what their policy names, all of it, and nothing else."""

from __future__ import annotations

import re

import pytest
from agir.pages.headers import NAME, hash_of, inline, policy_in, refused


@pytest.mark.each_address
def test_the_policy_knows_each_page_and_no_page_that_is_not(built) -> None:
    said = policy_in((built.folder / NAME).read_text("utf-8"))
    styles = set()
    for path in built.folder.rglob("*.html"):
        html = path.read_text("utf-8")
        assert list(refused(inline(html), said)) == [], path
        styles |= {hash_of(text) for text in re.findall(r"<style>(.*?)</style>", html, re.DOTALL)}
    named = re.search("style-src ([^;]*);", said)
    assert named
    assert set(named[1].split()) == styles
