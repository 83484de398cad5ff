"""The whole content, read and checked: what the pages are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from agir.content import model, parts, published, rules
from agir.content.apart import read_tree
from agir.content.decode import entries_of, reader_of
from agir.content.fields import Text
from agir.content.files import files_under, is_folder, read_bytes, text_of
from agir.content.known import FileContent, Known
from agir.content.nodes import Mapping
from agir.content.problems import ContentError, Place, Problems, nearest
from agir.content.readers import BAD, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

# A collection is the folder data/<name>/ (one file per entry) or the file data/<name>.yml.
COLLECTIONS: dict[str, Any] = {
    "overviews": model.Overview,
    "principles": model.Principle,
    "practices": model.Practice,
    "topics": model.Topic,
    "conditions": model.Condition,
    "trust": model.TrustComponent,
    "things": model.Thing,
    "strategies": model.Strategy,
    "steps": model.Step,
    "tools": model.Tool,
    "sheets": model.Sheet,
    "workshops": model.Workshop,
    "portraits": model.Portrait,
    "glossary": model.Term,
    "bibliography": model.Reference,
    "situations": model.Situation,
    "difficulties": model.Difficulty,
    "documents": model.Document,
    "inventory": model.Unit,
}
NAMES = {shape: name for name, shape in COLLECTIONS.items()}
_BEHIND = ("overviews", "topics", "situations", "inventory")
# What an overview may list: collections whose entries a reader can be shown.
SHOWN = tuple(name for name in COLLECTIONS if name not in _BEHIND)

E = TypeVar("E")


@dataclass(slots=True)
class Library:
    """Every entry by collection, in its order, and where each id stands."""

    collections: dict[str, tuple[Any, ...]]
    labels: dict[str, Text]
    moved: parts.Moved
    places: dict[str, Place]
    by_id: dict[str, Any] = field(default_factory=dict)
    questions: dict[str, tuple[parts.Question, model.Article]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entries in self.collections.values():
            for entry in entries:
                self.by_id[entry.id] = entry
                for question in getattr(entry, "questions", ()):
                    if isinstance(question, parts.Question):
                        self.questions[question.id] = (question, entry)

    @property
    def shown(self) -> list[str]:
        """The collections that an overview may list: those whose entries a reader can be shown."""
        return [name for name in self.collections if name in SHOWN]

    @property
    def shown_on(self) -> dict[str, str]:
        """Collection without pages of its own -> the overview that shows its entries whole."""
        return {
            name: overview.id
            for overview in self.all(model.Overview)
            for name in overview.lists
            if name in self.collections and not self.has_pages(name)
        }

    def has_pages(self, collection: str) -> bool:
        """Whether each entry of a collection has a page."""
        return issubclass(COLLECTIONS.get(collection, object), model.Article)

    def all(self, shape: type[E]) -> tuple[E, ...]:
        """The entries of one shape, in their order."""
        return self.collections[NAMES[shape]]

    def document_of(self, unit: model.Unit) -> model.Document:
        """The source document that holds a unit."""
        return next(found for found in self.all(model.Document) if found.code == unit.document)

    def collection_of(self, entry: model.Entry) -> str:
        """The name of the collection an entry belongs to."""
        return NAMES[type(entry)]


def load(root: Path) -> Library:
    """Read and check the content under `root` (the folder that holds data/).

    Raises ContentError with every problem found.
    """
    reading = Reading(Problems())
    library = gather(root, reading)
    if reading.problems:
        raise ContentError(reading.problems)
    return library


def gather(root: Path, reading: Reading, known: Known | None = None) -> Library:
    """What can be read of the content under `root`; what is wrong is added to the reading.

    `known` holds the files read before, by path: those that did not change are not read again.
    """
    known, there = known if known is not None else Known(), Known()
    collections: dict[str, list[Any]] = {name: [] for name in COLLECTIONS}
    labels: dict[str, Text] = {}
    moved = parts.Moved()
    entry_places: dict[str, Place] = {}
    for file, name in files_of(root, reading.problems):
        if file.startswith(f"data/{name}/"):
            reading.files.add((name, Path(file).stem))
        before = known.get(file)
        if before is None or not known.sure:
            before = read_file(root / file, file, name, before)
        content = there[file] = before
        reading.take_in(content.reading)
        labels |= content.labels
        moved = content.moved or moved
        for entry, place in content.entries:
            collections[name].append(entry)
            entry_places.setdefault(entry.id, place)
    reading.published = published.read_published(root, reading.problems)
    known.clear()
    known.update(there)
    places = entry_places | {id_: place for id_, place, _ in reversed(reading.ids)}
    library = Library(
        {name: tuple(sorted(found, key=_order)) for name, found in collections.items()},
        labels,
        moved,
        places,
    )
    rules.check(library, reading)
    return library


def read_file(path: Path, file: str, collection: str, before: FileContent | None) -> FileContent:
    """The content of a file of a collection; `before` itself when its bytes are the same."""
    reading = Reading(Problems())
    data = read_bytes(path, file, reading.problems)
    digest = sha256(data or b"").digest()
    if before and data is not None and digest == before.digest:
        return before
    text = None if data is None else text_of(data, file, reading.problems)
    content = FileContent(digest, reading)
    if text is None:
        reading.unread = True
        reading.broken.add(collection)
    else:
        read_text_of(content, text, file, collection)
    return content


def read_text_of(content: FileContent, text: str, file: str, collection: str) -> None:
    """Add to the content of a file what its text gives, each key at the level it belongs to."""
    _fill(content, text, file, collection)
    problems = content.reading.problems
    if not problems.enough(file) and any(found.code == "unknown-key" for found in problems):
        content.entries, content.labels, content.moved = [], {}, None
        content.reading = Reading(Problems(), any_level=True)
        _fill(content, text, file, collection)


def _fill(content: FileContent, text: str, file: str, collection: str) -> None:
    reading = content.reading
    node = read_tree(text, file, collection, reading)
    if node is None:
        return
    if collection == "interface":
        content.labels = _labels(node, reading)
    elif collection == "moved":
        found = reader_of(parts.Moved)(node, "moved", reading)
        content.moved = None if found is BAD else found
    else:
        read = reader_of(COLLECTIONS[collection])
        for entry_node in entries_of(node):
            enough = reading.problems.enough(file)  # the rest would be read for nothing
            entry = BAD if enough else read(entry_node, _name(entry_node, collection), reading)
            reading.unread = reading.unread or enough
            if entry is BAD:
                reading.broken.add(collection)
            else:
                content.entries.append((entry, entry_node.place))


def _order(entry: Any) -> tuple[int, str]:
    return getattr(entry, "order", 0), entry.id if getattr(entry, "order", 0) else ""


def _name(node: Any, collection: str) -> str:
    """How problems call an entry: its collection and, when it has one, its id."""
    pairs = node.pairs if isinstance(node, Mapping) else []
    ids = [value.value for key, value in pairs if key.value == "id" and hasattr(value, "value")]
    return f"{collection}/{ids[0]}" if ids else collection


def _labels(node: Any, reading: Reading) -> dict[str, Text]:
    read = reader_of(Text)
    pairs = node.pairs if isinstance(node, Mapping) else []
    found = {key.value: read(value, f"interface.{key.value}", reading) for key, value in pairs}
    return {key: value for key, value in found.items() if value is not BAD}


def files_of(root: Path, problems: Problems) -> Iterator[tuple[str, str]]:
    """Every YAML file of the content, by its path from the root, with its collection's name."""
    known = [*COLLECTIONS, "interface", "moved"]
    for inner in files_under(root / "data") if is_folder(root / "data", "data", problems) else ():
        folder, _, file = inner.rpartition("/")
        if file.startswith("."):
            continue
        name = folder.partition("/")[0] or Path(file).stem
        if name not in known or not file.endswith(".yml") or "/" in folder:
            near = nearest(name, known)
            near = f"data/{near}" if near else ""
            problems.add("unknown-file", Place(f"data/{inner}"), near=near, known=", ".join(known))
        else:
            yield f"data/{inner}", name
