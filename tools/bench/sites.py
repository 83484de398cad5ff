"""Sites to measure: written, built once, verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import measure, verify
from bench.place import emptied, folder

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpus import Corpus
    from bench.measure import Usage
    from bench.peer import Peer


@dataclass(frozen=True, slots=True)
class Site:
    """The corpus as the project of a peer."""

    peer: Peer
    corpus: Corpus
    folder: Path

    @property
    def output(self) -> Path:
        """Where it is built."""
        return self.folder / self.peer.output

    def cold(self) -> Usage:
        """Build it from its sources alone."""
        self.peer.clean(self.folder)
        return self.warm()

    def warm(self) -> Usage:
        """Build it over what is there."""
        return measure.run(self.peer.commands(self.folder), self.folder, self.peer.env)

    def page_bytes(self) -> int:
        """The bytes of an entry's page in French, on average."""
        pages = [self.output / self.peer.address(i, "fr") for i in self.corpus.items]
        return sum((page / "index.html").stat().st_size for page in pages) // len(pages)


def write(peer: Peer, corpus: Corpus) -> Site:
    """Write the sources of a site into a new folder."""
    place = emptied(folder("work", str(len(corpus.items)), peer.name))
    peer.write(corpus, place)
    return Site(peer, corpus, place)


def build(peer: Peer, corpus: Corpus) -> tuple[Site, Usage]:
    """Write, build and verify; raises FailedError when it does not hold the corpus."""
    site = write(peer, corpus)
    usage = site.cold()
    try:
        found = list(verify.faults(peer, corpus, site.folder))
    except (OSError, LookupError, ValueError) as error:  # no search, or not as expected
        raise measure.FailedError(f"{peer.name}: {error!r}") from error
    if found:
        more = [f"… and {len(found) - 5} more"] if len(found) > 5 else []  # noqa: PLR2004
        raise measure.FailedError("\n".join([*found[:5], *more]))
    return site, usage
