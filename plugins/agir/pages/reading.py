"""Everything that is read, checked: the library and the hand-written pages that link to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agir.content.library import Library, load
from agir.content.nodes import Scalar
from agir.content.problems import ContentError, Place, Problems, nearest
from agir.content.scalars import links, tags
from agir.pages.addresses import Addresses, addresses_of, is_taken
from agir.pages.written import WrittenPage, read_written_pages

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agir.pages.written import Part


_WORD = re.compile(r"\bui\.([a-z_0-9]+)")


@dataclass(frozen=True, slots=True)
class Content:
    """The library, the hand-written pages, and where each thing stands on the site."""

    library: Library
    written: list[WrittenPage]
    addresses: Addresses


def read(root: Path) -> Content:
    """Read and check data/ and docs/ under `root`. Raises ContentError with every problem."""
    problems = Problems()
    written = read_written_pages(root, problems)
    try:
        library = load(root)
    except ContentError as error:
        raise ContentError(Problems([*error.problems, *problems])) from None
    addresses = addresses_of(library, written)
    check_written_pages(written, library, addresses, problems)
    _templates_have_their_words(root / "overrides", library, problems)
    if problems:
        raise ContentError(problems)
    return Content(library, written, addresses)


def check_written_pages(
    written: list[WrittenPage], library: Library, addresses: Addresses, problems: Problems
) -> None:
    """Add to `problems` what is wrong in hand-written pages or between their languages."""
    _addresses_differ(addresses, written, problems)
    for id_ in addresses.anchors:
        if is_taken(id_):
            problems.add("reserved-id", library.places[id_], value=id_)
    by_key = {(page.id, page.lang): page for page in written}
    for page in written:
        other = by_key.get((page.id, "en" if page.lang == "fr" else "fr"))
        _has_a_twin(page, other, problems)
        for part in page.parts:
            if part.kind == "prose":
                _links_lead_somewhere(page, part, addresses, problems)
            elif part.kind == "collection":
                _names_one_of(page, part, library.collections, problems)
            elif part.kind in ("entry", "checklist"):
                _names_one_of(page, part, library.by_id, problems)


def _templates_have_their_words(overrides: Path, library: Library, problems: Problems) -> None:
    """Every interface word that a template says (`ui.next`) is in data/interface.yml."""
    for path in sorted(overrides.rglob("*.html")):
        for word in dict.fromkeys(_WORD.findall(path.read_text("utf-8"))):
            if word not in library.labels:
                problems.add("missing-word", Place("data/interface.yml"), value=word)


def _addresses_differ(addresses: Addresses, written: list[WrittenPage], problems: Problems) -> None:
    """A hand-written page does not take the address of another page."""
    files = {(page.id, page.lang): page.file for page in written if page.slug}
    first: dict[str, str] = {}
    for id_, paths in reversed(addresses.pages.items()):  # hand-written pages come first in it
        for lang, path in paths.items():
            if path in first and (id_, lang) in files:
                place = Place(files[id_, lang])
                problems.add("duplicate-slug", place, value=path, first=first[path])
            first[path] = id_


def _has_a_twin(page: WrittenPage, other: WrittenPage | None, problems: Problems) -> None:
    if other is None:
        folders = ("/fr/", "/en/") if page.lang == "fr" else ("/en/", "/fr/")
        problems.add("missing-page", Place(page.file), value=page.file.replace(*folders))
        return
    ids = {part.id for part in other.parts if part.kind == "heading"}
    for part in page.parts:
        if part.kind == "heading" and part.id not in ids:
            problems.add("missing-heading", Place(page.file, part.line), value=part.id)


def _links_lead_somewhere(
    page: WrittenPage, part: Part, addresses: Addresses, problems: Problems
) -> None:
    text = Scalar(part.text, Place(page.file, part.line - 1), block=True)
    for tag, place in tags(text):
        problems.add("raw-html", place, value=tag)
    for target, place in links(text):
        scheme, _, name = target.partition(":")
        name = name.partition("#")[0]
        known = [*addresses.pages, *addresses.anchors]
        if scheme in ("entry", "page") and name not in known:
            near = nearest(name, known)
            problems.add(
                "unknown-reference", place, value=name, near=near, where_fr="", where_en=""
            )
        elif scheme not in ("entry", "page", "https", "http", "mailto") and "{{" not in target:
            problems.add("bad-address", place, value=target)


def _names_one_of(page: WrittenPage, part: Part, known: Iterable[str], problems: Problems) -> None:
    if part.text not in known:
        problems.add(
            "unknown-reference",
            Place(page.file, part.line),
            value=part.text,
            near=nearest(part.text, known),
            where_fr="",
            where_en="",
        )
