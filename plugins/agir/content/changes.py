"""What a proposal changes, for somebody who reads no code: by entry, before and after."""

from __future__ import annotations

from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from agir.content.fields import LANGS, Slug, Text
from agir.content.inside import texts_with_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.fields import Lang
    from agir.content.library import Library

_WORDS_APART = 0.3  # less alike than that, a text is shown whole before and after


@dataclass(frozen=True, slots=True)
class Change:
    """One text or fact of an entry: its name, its language ("" for a fact), before and after.

    "" before: it is new; "" after: it is gone.
    """

    name: str
    lang: Lang | str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry with its changes; `kind` is "new", "gone" or "changed"."""

    collection: str
    entry: Any
    kind: str
    changes: tuple[Change, ...] = ()


def changes(before: Library, after: Library) -> list[Changed]:
    """The entries that differ between two states of the content, in the order of the second."""
    found = []
    for name, entries in after.collections.items():
        for entry in entries:
            old = before.by_id.get(entry.id)
            if old is None:
                found.append(Changed(name, entry, "new", tuple(_texts(None, entry))))
            elif old != entry:
                both = (*_texts(old, entry), *_facts(old, entry))
                found.append(Changed(name, entry, "changed", both))
    for name, entries in before.collections.items():
        found += [Changed(name, old, "gone") for old in entries if old.id not in after.by_id]
    return found


def words_apart(before: str, after: str) -> list[tuple[str, str]]:
    """Two texts as runs of words: ("same" | "out" | "in", words), the spaces kept."""
    old, new = before.split(" "), after.split(" ")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _WORDS_APART:
        return [(kind, text) for kind, text in (("out", before), ("in", after)) if text]
    runs = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            runs.append(("same", " ".join(old[a:b])))
            continue
        if b > a:
            runs.append(("out", " ".join(old[a:b])))
        if d > c:
            runs.append(("in", " ".join(new[c:d])))
    return runs


def _texts(old: Any, new: Any) -> Iterator[Change]:
    was = dict(texts_with_paths(old)) if old else {}
    now = dict(texts_with_paths(new))
    for path in dict.fromkeys((*now, *was)):
        name = path.partition(".")[2]
        for lang in LANGS:
            before, after = (_in(texts.get(path), lang) for texts in (was, now))
            if before != after:
                yield Change(name, lang, before, after)


def _in(text: Text | None, lang: Lang) -> str:
    return (getattr(text, lang) or "") if text else ""


def _facts(old: Any, new: Any) -> Iterator[Change]:
    """What is no text: addresses, numbers, dates, what it is tied to."""
    if type(old) is not type(new):
        yield Change("", "", type(old).__name__.lower(), type(new).__name__.lower())
        return
    for item in fields(new):
        before, after = (_plain(getattr(entry, item.name)) for entry in (old, new))
        if before != after:
            yield Change(item.name, "", before, after)


def _plain(value: Any) -> str:
    """A value without its texts, for people: "planning, evaluation"."""
    if isinstance(value, Slug):
        return f"{value.fr}, {value.en}"
    if value is None or isinstance(value, Text):
        return ""
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_plain, value)))
    if hasattr(value, "__dataclass_fields__"):
        parts = {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
        return "; ".join(f"{name} {part}" for name, part in parts.items() if part)
    return str(value) if value != "" else ""
