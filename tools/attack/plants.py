"""How one piece of hostile content is planted under an empty root."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENTRY = "id: {id}\ntitle: {{fr: Un titre, en: A title}}\norigin: editorial\n"
TERM = "definition: {{fr: Une chose., en: A thing.}}\nforms: {{fr: [{id}], en: [{id}]}}\n"
TOPIC = "slug: {{fr: {slug}, en: {slug}}}\nsummary: {{fr: Un mot., en: A word.}}\npart: why\n"
HEAD = "---\ntitle: Un titre\nslug: a-propos\ndescription: Une page.\n---\n"


def a_file(name: str, content: str | bytes) -> Callable[[Path], object]:
    """A file with this content."""

    def plant(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return plant


def glossary(content: str | bytes) -> Callable[[Path], object]:
    """A glossary with this content."""
    return a_file("data/glossary.yml", content)


def prose(text: str) -> Callable[[Path], object]:
    """A text with Markdown, in an entry and on a hand-written page."""
    entry = ENTRY.format(id="a") + TERM.format(id="a")
    lines = "".join(f"    {line}\n" for line in text.split("\n"))

    def plant(root: Path) -> None:
        glossary(f"{entry}more:\n  fr: |\n{lines}  en: A text.\n")(root)
        a_file("docs/fr/about.md", f"{HEAD}{text}\n")(root)
        a_file("docs/en/about.md", f"{HEAD}A text.\n")(root)

    return plant


def page(body: str) -> Callable[[Path], object]:
    """A hand-written page with this body."""
    return a_file("docs/fr/about.md", HEAD + body)


def with_id(id_: str, file: str = "a") -> Callable[[Path], object]:
    """An entry with this id, in a file of that name."""
    text = ENTRY.format(id=f'"{id_}"') + TERM.format(id="a")
    return a_file(f"data/glossary/{file}.yml", text)


def with_slug(slug: str) -> Callable[[Path], object]:
    """A page with this slug."""
    text = ENTRY.format(id="a") + TOPIC.format(slug=f'"{slug}"')
    return a_file("data/topics/a.yml", text)


def link(name: str, target: str) -> Callable[[Path], object]:
    """A link at this path."""

    def plant(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target)

    return plant


def pipe(name: str) -> Callable[[Path], object]:
    """A pipe at this path."""

    def plant(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / name)

    return plant


def deep(root: Path) -> None:
    """A file in 1,500 folders."""
    (root / "data").mkdir()
    here = os.open(root / "data", os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=here)
        here, above = os.open("d", os.O_RDONLY, dir_fd=here), here
        os.close(above)
    os.close(os.open("a.yml", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)


def twins(root: Path) -> None:
    """Two files whose names look the same."""
    for form in ("NFC", "NFD"):
        with_id("a", unicodedata.normalize(form, "été"))(root)


def title(value: str) -> Callable[[Path], object]:
    """An entry with this title, as YAML."""
    return glossary(ENTRY.format(id="a").replace("Un titre", value))
