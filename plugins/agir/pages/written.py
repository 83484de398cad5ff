"""Hand-written pages: docs/<lang>/<id>.md, Markdown with headings, entry links and blocks.

A block is a line of its own, `::: name argument`; a heading is `## Title {#id}`, with the same
id in both languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agir.content.fields import LANGS, Lang
from agir.content.files import read_text
from agir.content.names import is_slug
from agir.content.nodes import Mapping, parse
from agir.content.problems import Place, Problems, nearest
from agir.content.readers import BAD, Reading, line, word

if TYPE_CHECKING:
    from pathlib import Path

_HEADING = re.compile(r"^##\s+(.+?)\s*\{#([a-z][a-z0-9-]*)\}\s*$")
_BLOCK = re.compile(r"^:::\s*(\S+)(?:\s+(\S+))?\s*$")
BLOCKS = ("collection", "entry", "checklist", "cycle", "situations", "ways-in")
KEYS = ("title", "slug", "description")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a hand-written page: a heading, a stretch of Markdown or a block."""

    kind: str  # "heading", "prose" or the name of a block
    text: str  # the title, the Markdown or the block's argument
    line: int  # its first line in the file
    id: str = ""


@dataclass(slots=True)
class WrittenPage:
    """One hand-written page in one language."""

    id: str
    lang: Lang
    file: str
    title: str = ""
    slug: str = ""
    description: str = ""
    parts: list[Part] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)  # of the keys of its front matter


def read_written_pages(root: Path, problems: Problems) -> list[WrittenPage]:
    """The pages of docs/fr and docs/en; what is wrong is added to `problems`."""
    pages = []
    for lang in LANGS:
        for path in sorted((root / "docs" / lang).glob("*.md")):
            file = path.relative_to(root).as_posix()
            text = read_text(path, file, problems)
            if text is not None:
                pages.append(parse_written_page(text, file, lang, problems))
    return pages


def parse_written_page(text: str, file: str, lang: Lang, problems: Problems) -> WrittenPage:
    """One page from its text: front matter between `---` lines, then the body."""
    page = WrittenPage(file.rpartition("/")[2].removesuffix(".md"), lang, file)
    head, body, first_line = _front_matter(text)
    if not head.strip():
        problems.add("missing-key", Place(file), key="title")
    elif node := parse(head, file, problems):
        _read_head(page, node, problems)
    if page.id == "index":
        page.id = "home"
    page.parts = _parts(body, Place(file, first_line), problems)
    return page


def _front_matter(text: str) -> tuple[str, str, int]:
    """The front matter (kept on its own lines), the body, and the body's first line."""
    if not text.startswith("---\n"):
        return "", text, 1
    head, _, body = text[4:].partition("\n---\n")
    return f"\n{head}", body, head.count("\n") + 4


def _read_head(page: WrittenPage, node: object, problems: Problems) -> None:
    place = Place(page.file)
    if not isinstance(node, Mapping):
        problems.add("missing-key", place, key="title")
        return
    reading = Reading(problems)
    for key, value in node.pairs:
        if key.value not in KEYS:
            near = nearest(key.value, KEYS)
            problems.add("unknown-key", key.place, key=key.value, near=near, known=", ".join(KEYS))
            continue
        read = word if key.value == "slug" else line
        found = read(value, key.value, reading)
        if key.value == "slug" and found is not BAD and not is_slug(found):
            problems.add("bad-slug", value.place, value=found)
        page.places[key.value] = value.place
        setattr(page, key.value, "" if found is BAD else found)
    for name in ("title", "description"):
        if name not in page.places:
            problems.add("missing-key", place, key=name)


def _parts(body: str, place: Place, problems: Problems) -> list[Part]:
    parts: list[Part] = []
    prose: list[str] = []
    fenced = False

    def close(number: int) -> None:
        if "\n".join(prose).strip():
            parts.append(Part("prose", "\n".join(prose), number - len(prose)))
        prose.clear()

    for number, text in enumerate(body.split("\n"), place.line):
        fenced ^= text.lstrip().startswith("```")
        heading = None if fenced else _HEADING.match(text)
        block = None if fenced else _BLOCK.match(text)
        if heading:
            close(number)
            parts.append(Part("heading", heading[1], number, heading[2]))
        elif block:
            close(number)
            if block[1] not in BLOCKS:
                problems.add(
                    "unknown-block",
                    Place(place.file, number, 5),
                    value=block[1],
                    near=nearest(block[1], BLOCKS),
                    known=", ".join(BLOCKS),
                )
            parts.append(Part(block[1], block[2] or "", number))
        else:
            prose.append(text)
    close(place.line + body.count("\n") + 1)
    return parts
