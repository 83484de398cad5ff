"""Everything that is read, checked: the library and the hand-written pages that link to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agir.content.library import Library, load
from agir.content.nodes import Scalar
from agir.content.problems import ContentError, Place, Problems, nearest
from agir.content.scalars import links, tags
from agir.pages.addresses import Addresses, addresses_of, is_taken
from agir.pages.handwritten import Document, read_documents

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agir.pages.handwritten import Part


@dataclass(frozen=True, slots=True)
class Content:
    """The library, the hand-written pages, and where each thing stands on the site."""

    library: Library
    documents: list[Document]
    addresses: Addresses


def read(root: Path) -> Content:
    """Read and check data/ and docs/ under `root`. Raises ContentError with every problem."""
    problems = Problems()
    documents = read_documents(root, problems)
    try:
        library = load(root)
    except ContentError as error:
        raise ContentError(Problems([*error.problems, *problems])) from None
    addresses = addresses_of(library, documents)
    check_documents(documents, library, addresses, problems)
    if problems:
        raise ContentError(problems)
    return Content(library, documents, addresses)


def check_documents(
    documents: list[Document], library: Library, addresses: Addresses, problems: Problems
) -> None:
    """Add to `problems` what is wrong in hand-written pages or between their languages."""
    _addresses_differ(addresses, documents, problems)
    for id_ in addresses.anchors:
        if is_taken(id_):
            problems.add("reserved-id", library.places[id_], value=id_)
    by_key = {(document.id, document.lang): document for document in documents}
    for document in documents:
        other = by_key.get((document.id, "en" if document.lang == "fr" else "fr"))
        _has_a_twin(document, other, problems)
        for part in document.parts:
            if part.kind == "prose":
                _links_lead_somewhere(document, part, addresses, problems)
            elif part.kind == "collection":
                _names_one_of(document, part, library.collections, problems)
            elif part.kind in ("entry", "checklist"):
                _names_one_of(document, part, library.by_id, problems)


def _addresses_differ(addresses: Addresses, documents: list[Document], problems: Problems) -> None:
    """A hand-written page does not take the address of another page."""
    files = {(document.id, document.lang): document.file for document in documents}
    first: dict[str, str] = {}
    for id_, paths in reversed(addresses.pages.items()):  # hand-written pages come first in it
        for lang, path in paths.items():
            if path in first and (id_, lang) in files:
                place = Place(files[id_, lang])
                problems.add("duplicate-slug", place, value=path, first=first[path])
            first[path] = id_


def _has_a_twin(document: Document, other: Document | None, problems: Problems) -> None:
    if other is None:
        folders = ("/fr/", "/en/") if document.lang == "fr" else ("/en/", "/fr/")
        problems.add("missing-page", Place(document.file), value=document.file.replace(*folders))
        return
    ids = {part.id for part in other.parts if part.kind == "heading"}
    for part in document.parts:
        if part.kind == "heading" and part.id not in ids:
            problems.add("missing-heading", Place(document.file, part.line), value=part.id)


def _links_lead_somewhere(
    document: Document, part: Part, addresses: Addresses, problems: Problems
) -> None:
    text = Scalar(part.text, Place(document.file, part.line - 1), block=True)
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


def _names_one_of(document: Document, part: Part, known: Iterable[str], problems: Problems) -> None:
    if part.text not in known:
        problems.add(
            "unknown-reference",
            Place(document.file, part.line),
            value=part.text,
            near=nearest(part.text, known),
            where_fr="",
            where_en="",
        )
