"""The built pages hold what their policy names, all of it, and nothing else."""

from __future__ import annotations

import re

import pytest
from agir.pages.headers import NAME, hash_of, inline, policy_in, refused
from agir.pages.outputs import WORDS


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
    assert set(named[1].split()) >= styles
    # Two more: what only a preview shows, and what only a translation that is behind does.
    assert len(set(named[1].split()) - styles) <= 2


def test_each_page_says_what_it_may_load_and_run(built) -> None:
    said = policy_in((built.folder / NAME).read_text("utf-8"))
    for path in built.folder.rglob("*.html"):
        if path.parent.name == "assets" or path.name == WORDS:  # read by a script alone
            continue
        html = path.read_text("utf-8")
        own = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert own, path
        assert list(refused(inline(html), own[1])) == [], path
        assert html.index(own[0]) < min(map(html.index, re.findall("<style>|<script", html)))
        mine, whole = rules(own[1]), rules(said)
        assert whole.keys() == mine.keys()
        assert all(mine[name] - {"'none'"} <= whole[name] for name in mine)


def rules(policy: str) -> dict[str, set[str]]:
    return {name: set(values) for name, *values in map(str.split, policy.split("; "))}
