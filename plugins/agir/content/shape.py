"""What pages of other entries may depend on in a file of the content, besides its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agir.content import model

if TYPE_CHECKING:
    from agir.content.known import FileContent

# Every page may show these whole: menus, explained terms, where a page comes from.
_EVERYWHERE = (model.Overview, model.Term, model.Document, model.Unit)


def shape_of(content: FileContent) -> list[Any]:
    """Ids, references, addresses, ranks; of what stands everywhere, everything.

    As long as it is equal, a change of the file shows on the pages of its entries and on those
    that link to them, nowhere else (tests/site/test_dependencies.py).
    """
    reading = content.reading
    return [
        [(id_, path) for id_, _, path in reading.ids],
        [(reference.target, reference.value) for reference in reading.references],
        [
            entry if isinstance(entry, _EVERYWHERE) else _facts(entry)
            for entry, _ in content.entries
        ],
        content.labels,
        content.moved,
    ]


def _facts(entry: Any) -> tuple[Any, ...]:
    names = ("slug", "order", "part")
    return (type(entry).__name__, *(getattr(entry, name, None) for name in names))
