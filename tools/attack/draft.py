"""YAML written by the shapes of the model, one value a line, so that each line may hold an attack.

The dataclasses say where texts may stand: a field that is added is attacked without a change here.
"""

from __future__ import annotations

import json
import types
from dataclasses import dataclass, field, is_dataclass
from datetime import date
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin
from typing import get_type_hints as hints_of

from agir.content.characters import HIDDEN
from agir.content.fields import LANGS, Marker, Text
from agir.content.parts import Forms

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBERS = count(1)
_MORE = 4
# One overview of each part has the first two; portraits have all they may of the others, and the
# points of a workshop add up to what it says.
_COMPLETE = ("menu", "way_in", "scales", "short_of", "sorts", "talks", "points")


def quoted(text: str) -> str:
    """A text in quotes, as a hostile editor would write it: what hides stands by its number."""

    def escaped(character: str) -> str:
        number = ord(character)
        return f"\\U{number:08X}" if number > 0xFFFF else f"\\u{number:04x}"  # noqa: PLR2004

    return HIDDEN.sub(lambda found: escaped(found[0]), json.dumps(text, ensure_ascii=False))


@dataclass(slots=True)
class Draft:
    """The lines of a file. `plant` says what stands at a slot instead of what is there, or None.

    `slots` are the slots by their line: "tools.sections.items.title.en", the kind of its value, how
    the line starts.
    """

    plant: Callable[[str, str], str | None]
    lines: list[str] = field(default_factory=list)
    slots: dict[int, tuple[str, str, str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join(f"{line}\n" for line in self.lines)

    def write(self, kind: Any, value: Any, slot: str, indent: str = "") -> None:
        """Write a value of a type of the model, as YAML's basic reader gives it."""
        origin, inside = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            plain = not isinstance(value, (dict, list))
            self.write(
                inside[-1 if plain and inside[-1] is not types.NoneType else 0], value, slot, indent
            )
        elif isinstance(value, dict):
            for key, item in value.items():
                hint = hints(kind).get(key, str) if not is_text(kind) else kind
                self.member(f"{key}:", hint, item, f"{slot}.{key}", indent)
        elif isinstance(value, list):
            for item in value:
                self.member("-", inside[0] if origin is tuple else str, item, slot, indent)
        else:
            self._leaf(kind, value, slot)

    def member(self, key: str, hint: Any, value: Any, slot: str, indent: str = "") -> None:
        """Write what stands under a key or a hyphen."""
        self.lines.append(f"{indent}{key}")
        if value in ([], {}):
            self.lines[-1] += " []"
        self.write(hint, value, slot, f"{indent}  ")

    def _leaf(self, kind: Any, value: str, slot: str) -> None:
        name, start = name_of(kind), self.lines[-1]
        self.slots[len(self.lines)] = slot, name, start
        planted = self.plant(slot, name)
        if planted is None:
            plain = name == "plain" or value == "null"
            self.lines[-1] += f" {value if plain else quoted(value)}"
        else:
            self.lines[-1] += f" {quoted(planted)}"


def is_text(kind: Any) -> bool:
    """Whether a type is a text in both languages."""
    return isinstance(kind, type) and issubclass(kind, Text)


@cache
def hints(shape: Any) -> dict[str, Any]:
    """The types of a shape's fields."""
    return hints_of(shape, include_extras=True) if is_dataclass(shape) else {}


def name_of(kind: Any) -> str:
    """What a value is: the name of a text's type, the rule of a word, or "plain"."""
    if get_origin(kind) is Annotated:
        mark = get_args(kind)[1]
        return mark.kind if isinstance(mark, Marker) else "plain"
    if is_text(kind):
        return str(kind.__name__)
    return "word" if kind is str else "plain"


def sample(kind: Any) -> Any:
    """A value of a type, with something in every field; its ids are its own."""
    origin, inside = get_origin(kind), get_args(kind)
    plain: dict[Any, str] = {bool: "true", int: "1", date: "2026-01-01"}
    value: Any = plain.get(kind, "un")
    if origin is Annotated:
        rule = name_of(kind)
        known = {"id": f"x-{next(_NUMBERS)}", "url": "https://a.example/", "origin": "editorial"}
        value = str(inside[1].low) if rule == "plain" else known.get(rule, "x")
    elif origin is Literal:
        value = str(inside[0])
    elif origin is tuple:
        value = [sample(inside[0])]
    elif origin in (Union, types.UnionType):
        value = sample(inside[0])
    elif is_text(kind):
        value = {"fr": "un?", "en": "one?"}
    elif is_dataclass(kind):
        shape: Any = kind
        value = {name: sample(hint) for name, hint in hints(shape).items() if not _leads(hint)}
    return value


def _leads(hint: Any) -> bool:
    """Whether a field may name something else, which a sample has no name for."""
    kinds = get_args(hint)
    return types.NoneType in kinds and "ref" in map(name_of, kinds)


def completed(shape: Any, entry: dict[str, Any]) -> dict[str, Any]:
    """An entry with every text that it may have: those it lacks, a few more parts in each list."""
    done = dict(entry)
    for name, hint in hints(shape).items():
        bare = next((kind for kind in get_args(hint) if kind is not types.NoneType), hint)
        part = get_args(hint)[0] if get_origin(hint) is tuple else None
        if name in _COMPLETE:
            continue
        if is_text(bare) and entry.get(name, "null") == "null":
            done[name] = sample(bare)
        elif bare is Forms and name not in entry:
            done[name] = {lang: [f"un {number}" for number in range(_MORE)] for lang in LANGS}
        elif part and (is_text(part) or is_dataclass(part)):
            done[name] = [*entry.get(name, []), *(sample(part) for _ in range(_MORE))]
    return done
