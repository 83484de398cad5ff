"""Rules on what an entry names: other entries, questions, collections, units of the sources."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from agir.content import model

if TYPE_CHECKING:
    from agir.content.library import Library
    from agir.content.problems import Place
    from agir.content.readers import Reading

NOT_CONTENT = frozenset({"ui_label", "footer_noise"})
_ITEM = re.compile(r"\[\d+\]$")
# Targets that are the name of no collection.
_MIXED = ("", "anything", "collections", "pages", "questions")


def references_lead_somewhere(library: Library, reading: Reading) -> None:
    """A reference names something that exists, of the kind that is meant.

    Ids are taken from the reading, so that a mistake elsewhere in an entry does not turn every
    reference to it into a second problem. For the same reason a file of the meant collection is
    enough: what is wrong with it is said at its place.
    """
    known = _known(library, reading)
    for reference in reading.references:
        target, value = reference.target, reference.value
        if target == "addresses" or value in known[target]:
            continue
        if value in reading.meant or reading.has_file(value, _homes(library, target)):
            continue
        if reading.unread and target in ("inventory", "questions", "anything"):
            continue
        named = "" if target in _MIXED else target
        reading.problems.add(
            "unknown-unit" if target == "inventory" else "unknown-reference",
            reference.place,
            reference.path,
            value=value,
            near=reading.problems.near(reference.place, value, known[target]),
            where_fr=f" de data/{named}" if named else "",
            where_en=f" of data/{named}" if named else "",
        )


def _known(library: Library, reading: Reading) -> dict[str, set[str]]:
    """What a reference of each target may name."""
    known: dict[str, set[str]] = defaultdict(set)
    known["collections"] = set(library.shown)
    known["anything"] = {value for value, _place in reading.gone}  # what moved may move again
    for id_, _place, path in reading.ids:
        known["anything"].add(id_)
        collection, _, inner = path.removesuffix(".id").partition("/")
        if ".questions[" in path:
            known["questions"].add(id_)
        elif inner in (id_, ""):  # none when the key « id » itself was misspelt
            known[collection].add(id_)
            if collection != "inventory":
                known[""].add(id_)
            if library.has_pages(collection):
                known["pages"].add(id_)
    return known


def _homes(library: Library, target: str) -> list[str]:
    """The collections whose files hold what a reference of a target names."""
    if target == "pages":
        return [name for name in library.collections if library.has_pages(name)]
    return list(library.collections) if target == "" else [target]


def references_are_made_once(_library: Library, reading: Reading) -> None:
    """A list of references names each thing once."""
    seen: dict[tuple[str, str], Place] = {}
    for reference in reading.references:
        if not _ITEM.search(reference.path):
            continue
        key = (_ITEM.sub("", reference.path), reference.value)
        if key in seen:
            path = reference.path
            reading.problems.add("named-twice", reference.place, path, value=reference.value)
        seen.setdefault(key, reference.place)


def every_unit_of_the_sources_is_claimed(library: Library, reading: Reading) -> None:
    """Nothing of the sources is lost: some entry names each unit as its origin."""
    # An entry that is not there, or a slip in what it names, may well be what claims a unit.
    if reading.broken or any(found.code == "unknown-unit" for found in reading.problems):
        return
    claimed = {ref.value for ref in reading.references if ref.target == "inventory"}
    for unit in library.collections["inventory"]:
        if unit.kind not in NOT_CONTENT and unit.id not in claimed:
            reading.problems.add("lost-unit", library.places[unit.id], value=unit.id)


def units_belong_to_a_document(library: Library, reading: Reading) -> None:
    """The unit S3-LEV-1 is of the document whose code is S3."""
    codes = {document.code for document in library.all(model.Document)}
    for unit in library.collections["inventory"]:
        if "documents" not in reading.broken and codes and unit.document not in codes:
            place = library.places[unit.id]
            reading.problems.add(
                "unknown-document", place, value=unit.id, known=", ".join(sorted(codes))
            )


RULES = (
    references_lead_somewhere,
    references_are_made_once,
    every_unit_of_the_sources_is_claimed,
    units_belong_to_a_document,
)
