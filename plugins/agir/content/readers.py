"""Readers of single values: a text, a number, a date, a reference; each says what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from agir.content import meant, names, scalars
from agir.content.fields import EDITORIAL, LANGS, Marker, Prose, Slug, Text
from agir.content.keys import keys_fit
from agir.content.nodes import Mapping, Node, Scalar, Sequence
from agir.content.problems import Place, Problems


class _Bad:
    """The value of a field that could not be read."""


BAD = _Bad()


class Reference(NamedTuple):
    """A name that must lead somewhere.

    `target` is a collection, "" for any entry, "pages" for one with a page of its own,
    "questions", "collections" for those an overview may list, "addresses" for anything of the
    site (the content cannot know: whoever makes pages checks it), or "anything" with an id.
    """

    target: str
    value: str
    place: Place
    path: str


@dataclass(slots=True)
class Reading:
    """What is gathered while entries are read: problems, ids with their place, references.

    `files` are the files of folders, as (collection, name); `unread` says that some could not be
    read at all, `broken` of which collections an entry is not there because of its mistakes, and
    `meant` which ids those would have that cannot be one. `slugs` is the place of each slug by
    its path, `gone` what data/moved.yml lists, `published` the ids that visitors may have answered
    to. With `any_level`, a key is read where it belongs (which costs time: a file is read so when
    it has a key that does not exist).
    """

    problems: Problems
    files: set[tuple[str, str]] = field(default_factory=set)
    unread: bool = False
    broken: set[str] = field(default_factory=set)
    meant: set[str] = field(default_factory=set)
    any_level: bool = False
    slugs: dict[str, Place] = field(default_factory=dict)
    gone: list[tuple[str, Place]] = field(default_factory=list)
    published: set[str] = field(default_factory=set)
    waiting: list[Place] = field(default_factory=list)  # texts that say à_traduire
    ids: list[tuple[str, Place, str]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def take_in(self, other: Reading) -> None:
        """Add what the reading of one file gathered."""
        self.problems += other.problems
        self.unread = self.unread or other.unread
        self.broken |= other.broken
        self.meant |= other.meant
        self.slugs |= other.slugs
        self.gone += other.gone
        self.waiting += other.waiting
        self.ids += other.ids
        self.references += other.references

    def twice(self) -> set[str]:
        """The ids that were given to two things."""
        counts = Counter(id_ for id_, _place, _path in self.ids)
        return {id_ for id_, count in counts.items() if count > 1}

    def gone_at(self) -> dict[str, Place]:
        """What is gone -> where data/moved.yml says so; of one listed twice, the first."""
        return dict(reversed(self.gone))

    def has_file(self, name: str, collections: Collection[str]) -> bool:
        """Whether a file of one of the collections has that name, readable or not."""
        return any(file == name and home in collections for home, file in self.files)


Reader = Callable[[Node, str, Reading], Any]


def languages(kind: type[Text]) -> Reader:
    """A text in both languages."""

    def read(node: Node, path: str, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            return wrong("expected-languages", node, path, reading)
        if kind is Slug:
            reading.slugs[path] = node.place
        bad = not keys_fit(node, LANGS, LANGS, path, reading.problems)
        values: dict[str, str | None] = {}
        for lang, value_node in ((key.value, value) for key, value in node.pairs):
            where = f"{path}.{lang}"
            if lang not in LANGS:
                continue
            if not isinstance(value_node, Scalar):
                wrong("expected-text", value_node, where, reading)
                bad = True
                continue
            bad = not _sound(value_node, kind, lang, where, reading) or bad
            values[lang] = scalars.text_of(value_node)
        return BAD if bad else kind(values["fr"] or "", values["en"])

    return read


def _sound(node: Scalar, kind: type[Text], lang: str, path: str, reading: Reading) -> bool:
    if scalars.is_sound(node, kind):
        return True
    found = list(scalars.faults(node, kind, lang))
    if scalars.text_of(node) is None:
        reading.waiting.append(node.place)
    for code, place, words in found:
        reading.problems.add(code, place, path, **words)
    for entry, anchor, place in scalars.entry_links(node) if kind is Prose else ():
        if entry:
            reading.references.append(Reference("", entry, place, path))
        if anchor:
            own = path.partition("/")[2].partition(".")[0]
            reading.references.append(
                Reference("addresses", f"{entry or own}#{anchor}", place, path)
            )
    return not found


def marked(marker: Marker) -> Reader:
    """A plain text with a rule of its own: an id, an address, a reference."""

    def read(node: Node, path: str, reading: Reading) -> Any:
        value = word(node, path, reading)
        if value is BAD:
            return BAD
        if code := names.fault(marker.kind, value):
            is_url = marker.kind == "url"
            near = meant.address(value.strip()) if is_url else meant.name(value, marker.kind)
            if marker.kind in ("id", "unit"):
                reading.meant.add(near)
            reading.problems.add(code, node.place, path, value=value, near=near)
            return BAD
        if not _is_text(node, path, reading):
            return BAD
        if marker.kind in ("id", "unit"):
            reading.ids.append((value, node.place, path))
        elif marker.kind in ("gone", "path"):
            reading.gone.append((value, node.place))
        elif marker.kind == "ref":
            reading.references.append(Reference(marker.target, value, node.place, path))
        return value

    return read


def choice(choices: tuple[str, ...]) -> Reader:
    """One word of a few."""

    def read(node: Node, path: str, reading: Reading) -> Any:
        value = word(node, path, reading)
        if value is BAD or value in choices:
            return value
        near = reading.problems.near(node.place, value, choices)
        known = ", ".join(choices)
        reading.problems.add("bad-choice", node.place, path, value=value, near=near, known=known)
        return BAD

    return read


def origin_units(node: Node, path: str, reading: Reading) -> Any:
    """Units of the inventory, or the word `editorial`."""
    if isinstance(node, Scalar) and node.value == EDITORIAL:
        return ()
    if not isinstance(node, Sequence):
        return wrong("expected-list", node, path, reading, near=meant.items(node))
    if not node.items:
        reading.problems.add("empty-origin", node.place, path)
        return BAD
    if [getattr(item, "value", "") for item in node.items] == [EDITORIAL]:
        return ()  # as a form, which knows lists alone, writes it
    units = tuple(word(item, path, reading) for item in node.items)
    reading.references += [
        Reference("inventory", unit, item.place, f"{path}[{number}]")
        for number, (unit, item) in enumerate(zip(units, node.items, strict=True), 1)
        if unit is not BAD
    ]
    return BAD if BAD in units else units


def line(node: Node, path: str, reading: Reading) -> Any:
    """One line of plain text, the same in both languages."""
    if not isinstance(node, Scalar):
        return wrong("expected-text", node, path, reading)
    return node.value.strip() if _sound(node, Text, "fr", path, reading) else BAD


def word(node: Node, path: str, reading: Reading) -> Any:
    """A text with a rule of its own."""
    if not isinstance(node, Scalar):
        return wrong("expected-text", node, path, reading)
    if not node.value.strip():
        reading.problems.add("empty-text", node.place, path)
        return BAD
    return node.value


def remark(node: Node, path: str, reading: Reading) -> Any:
    """A remark that is never published."""
    value = word(node, path, reading)
    return value.strip() if value is not BAD and _is_text(node, path, reading) else BAD


def _is_text(node: Node, path: str, reading: Reading) -> bool:
    """Whether any other reader of YAML takes a text for one: true, 12 and null are none."""
    found = list(scalars.taken_otherwise(node)) if isinstance(node, Scalar) else []
    for code, place, words in found:
        reading.problems.add(code, place, path, **words)
    return not found


_FOUND = {
    Scalar: ("un texte", "a text"),
    Sequence: ("une liste", "a list"),
    Mapping: ("un groupe de clés", "a group of keys"),
}


def wrong(code: str, node: Node, path: str, reading: Reading, **words: str) -> _Bad:
    """Record that a node has the wrong shape."""
    found_fr, found_en = _FOUND[type(node)]
    value = node.value[:40] if isinstance(node, Scalar) else "…"
    if code == "expected-text":
        words["near"] = meant.text(node)
    reading.problems.add(
        code, node.place, path, found_fr=found_fr, found_en=found_en, value=value, **words
    )
    return BAD
