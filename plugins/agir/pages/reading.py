"""Everything that is read, checked: the library and the hand-written pages that link to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agir.content.known import Known
from agir.content.library import Library, gather
from agir.content.problems import ContentError, Problems
from agir.content.readers import Reading
from agir.content.revisions import read_revisions
from agir.content.translations import read_record, record_text
from agir.pages.addresses import Addresses, addresses_of
from agir.pages.checks import Checks
from agir.pages.labels import check_labels
from agir.pages.written import WrittenPage, read_written_pages

if TYPE_CHECKING:
    from pathlib import Path

    from agir.content.problems import Place
    from agir.content.revisions import Revisions
    from agir.content.translations import Record


@dataclass(frozen=True, slots=True)
class Content:
    """The library, the hand-written pages, and where each thing stands on the site.

    `waiting` says where an English text is still to come, `noted` what each was made from,
    `revisions` when each entry was last published with other words.
    """

    library: Library
    written: list[WrittenPage]
    addresses: Addresses
    waiting: list[Place]
    noted: str
    revisions: Revisions

    @property
    def record(self) -> Record:
        """What each English text was made from."""
        return read_record(self.noted)


def read(root: Path, known: Known | None = None) -> Content:
    """Read and check data/ and docs/ under `root`. Raises ContentError with every problem.

    `known` are the files read before, by path.
    """
    reading = Reading(Problems())
    known = known if known is not None else Known()
    library = gather(root, reading, known)
    written = read_written_pages(root, reading.problems, known.pages)
    addresses = addresses_of(library, written)
    overrides = root / "overrides"
    Checks(library, written, addresses, reading).run(whole=overrides.is_dir())
    check_labels(library, overrides, reading)
    noted = record_text(root, reading.problems)
    revisions = read_revisions(root, reading.problems)
    if reading.problems:
        raise ContentError(reading.problems)
    return Content(library, written, addresses, reading.waiting, noted, revisions)
