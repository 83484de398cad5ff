"""What links are called: each says by itself where it leads (WCAG 2.4.9)."""

from __future__ import annotations

import re
from typing import Any

from dom import Node, normal, page_files, parse

VAGUE = {
    "ici", "cliquez ici", "lire", "lire la suite", "en savoir plus", "plus", "suite", "voir",
    "voir plus", "lien", "ce lien", "détails", "page", "site web",
    "here", "click here", "read", "read more", "learn more", "more", "see", "see more", "link",
    "this link", "details", "website",
}  # fmt: skip


def name_of(link: Node) -> str:
    """What a screen reader says of a link."""
    said = link.attributes.get("aria-label") or link.words()
    return normal(said).strip(" .…→›").lower()


def test_no_link_needs_its_sentence_to_be_understood(build: Any) -> None:
    folder = build("root").folder
    vague = []
    for file in page_files(folder):
        links = [one for one in parse(file.read_text("utf-8")) if one.tag == "a"]
        for link in (one for one in links if "href" in one.attributes):
            name = name_of(link)
            if not re.search(r"\w", name) or name in VAGUE:
                vague.append(f"{file.relative_to(folder)}: {name!r} {link.attributes['href']}")
    assert vague == []
