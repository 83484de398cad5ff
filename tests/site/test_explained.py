"""Glossary terms on the built pages: each explained once, each explanation with its term."""

from __future__ import annotations

import re
from typing import Any

from dom import page_files


def test_a_term_is_explained_once_on_a_page_and_each_bubble_has_its_term(built: Any) -> None:
    explained = 0
    for file in page_files(built.folder):
        page = file.read_text("utf-8")
        terms = re.findall(r'<button [^>]*popovertarget="([^"]+)"', page)
        bubbles = re.findall(r'<div [^>]*id="([^"]+)"[^>]* popover\b', page)
        assert sorted(terms) == sorted(bubbles), file
        explained += len(bubbles)
    assert explained > 100
