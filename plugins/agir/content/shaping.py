"""How the shapes of the model are made: dataclasses, at a tenth of their price."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def shape(kind: type[T]) -> type[T]:
    """A dataclass of keywords, with slots; that nobody sets a field of one, mypy holds.

    Every start makes forty, and `dataclass` writes and compiles six methods for each: 50 of the
    200 ms that a check of one file may take. These share theirs.
    """
    for name in ("__init__", "__eq__", "__hash__", "__repr__"):
        setattr(kind, name, getattr(_Shared, name))
    return dataclass(init=False, eq=False, repr=False, kw_only=True, slots=True)(kind)


class _Shared:
    """What each shape can do, as `dataclass` would have written it."""

    def __init__(self, **values: Any) -> None:
        names, defaults = _fields_of(self)
        values = defaults | values
        if values.keys() != names.keys():
            raise TypeError(f"{type(self).__name__} holds {', '.join(names)}: {', '.join(values)}")
        for name, value in values.items():
            setattr(self, name, value)
        if after := getattr(self, "__post_init__", None):
            after()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        names, _ = _fields_of(self)
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({said})"


def _fields_of(made: Any) -> tuple[dict[str, None], dict[str, Any]]:
    """The names of a shape's fields, and the defaults of those that have one."""
    return _fields(made.__class__)


@cache
def _fields(kind: Any) -> tuple[dict[str, None], dict[str, Any]]:
    found = fields(kind)
    defaults = {item.name: item.default for item in found if item.default is not MISSING}
    return dict.fromkeys(item.name for item in found), defaults


def _values(made: object) -> tuple[Any, ...]:
    return tuple(getattr(made, name) for name in _fields_of(made)[0])
