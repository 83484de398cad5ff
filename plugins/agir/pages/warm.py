"""What the last build left: pages that nothing which changed since can show are taken from it.

A page shows its own entry, those it links to or holds a place of, and what every page may show.
Overviews may name any entry (the finder of tools does, in its filters): they are made each time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from agir.content.fields import LANGS
from agir.content.files import files_under
from agir.content.shape import shape_of
from agir.pages.addresses import SHORT
from agir.pages.embedding import embed_file

if TYPE_CHECKING:
    import hashlib
    from datetime import date
    from pathlib import Path

    from agir.content.known import Known
    from agir.content.translations import Record
    from agir.pages.site import Site
    from agir.pages.verification import PageFacts, Seen


@dataclass(slots=True)
class Sources:
    """What a site is made from: a digest of all that any page may show, one of each file.

    `ids` are those that stand in each file, `days` when each file last changed, `record` says what
    each English text was made from.
    """

    everywhere: bytes
    files: dict[str, bytes]
    days: dict[str, date]
    record: Record
    ids: dict[str, set[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Left:
    """A build: its sources, and what it made."""

    sources: Sources
    made: Seen


def sources_of(site: Site, known: Known) -> Sources:
    """The sources of a site; `known` are the files of data/ as they were read."""
    digest = sha256(repr((site.settings, sorted(site.revisions.items()))).encode())
    for folder in ("overrides", "docs"):
        _add_folder(digest, site.root / folder)
    for file, content in known.items():
        digest.update(repr((file, shape_of(content))).encode())
    files = {file: content.digest for file, content in known.items()}
    ids = {file: {id_ for id_, _, _ in found.reading.ids} for file, found in known.items()}
    return Sources(digest.digest(), files, site.dates, site.record, ids)


def still_true(site: Site, now: Sources, left: Left) -> set[str]:
    """Which files of the last build this one would make again, byte for byte."""
    if left.sources.everywhere != now.everywhere:
        return set()
    before = left.sources
    if (before.files, before.days, before.record) == (now.files, now.days, now.record):
        return set(left.made)
    changed = {file for file, digest in now.files.items() if before.files.get(file) != digest}
    ids = set[str]().union(*(now.ids[file] for file in changed))
    paths = paths_of(site, ids)
    noted = before.record.keys() | now.record.keys()
    ids |= {p.partition(".")[0] for p in noted if before.record.get(p) != now.record.get(p)}
    found = left.made.keys() & {path for path, _ in site.assets.files.values()}
    # What leads on to a page or to a place on it shows the title of that.
    names = [name for name in left.made if name.startswith(SHORT)]
    for page in site.all_pages:
        same_day = before.days.get(page.place.file) == now.days.get(page.place.file)
        if same_day and page.kind != "overviews" and page.id not in ids:
            names.append(f"{page.path}index.html")
    for name in names:
        facts = left.made.get(name, ("", None))[1]
        if facts and not shows(facts, ids, paths):
            found.add(name)
    # A page for a frame holds a part of what its page does, and not all of the links.
    framed = {embed_file(page) for page in site.all_pages if f"{page.path}index.html" in found}
    return found | (framed & left.made.keys())


def paths_of(site: Site, ids: set[str]) -> set[str]:
    """The paths of the pages that some of these ids have."""
    pages = site.addresses.pages
    return {pages[id_][lang] for id_ in ids & pages.keys() for lang in LANGS}


def shows(facts: PageFacts, ids: set[str], paths: set[str]) -> bool:
    """Whether a page links to one of these pages, or to or from one of these places."""
    if not ids.isdisjoint(facts.ids):
        return True
    for link in facts.links:
        path, _, anchor = link.partition("#")
        if (path and path.lstrip("./") in paths) or anchor in ids:
            return True
    return False


def _add_folder(digest: hashlib._Hash, folder: Path) -> None:
    for inner in files_under(folder):
        path = folder / inner
        if path.is_file():
            digest.update(f"{inner} {path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
