"""Write each handout as PDF on letter and A4, those of sheets also for Word; count their sheets.

A PDF that is there already of the same text is kept; what was made of another text goes. The exit
code is 1 when a handout takes more than two sheets; for Word, LibreOffice counts where it is.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import TYPE_CHECKING

import yaml
from agir.adapters.zensical import CONFIGURATION, settings_of
from agir.pages.handouts import KEPT, PAPERS, handouts, kept_names
from agir.pages.site import Site
from chromium import NoChromiumError
from project import ROOT

from handouts.office import opened
from handouts.paper import printer, sheets
from handouts.word import as_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from agir.pages.plan import Page

MOST = 2  # sheets


def main(arguments: list[str] | None = None) -> int:
    """Print a line for each handout; returns the exit code."""
    parser = ArgumentParser(prog="handouts", description=__doc__)
    parser.add_argument("ids", nargs="*", help="ceux-là seulement / these alone")
    only = parser.parse_args(arguments).ids
    settings = settings_of(yaml.safe_load((ROOT / CONFIGURATION).read_text("utf-8")))
    site = Site(ROOT, settings)
    wanted = [page for page in handouts(site) if not only or page.id in only]
    folder = ROOT / KEPT
    folder.mkdir(exist_ok=True)
    made: set[str] = set()
    long = 0
    try:
        with printer(site) as printed:
            for page in wanted:
                counts = [*_make(site, page, folder, printed, made)]
                is_long = max(counts) > MOST
                long += is_long
                said = ", ".join(map("{} {}".format, PAPERS, counts))
                print(f"{page.lang} {page.id}: {said}{'  <- !' if is_long else ''}", flush=True)
    except NoChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    if not only:
        for path in folder.iterdir():
            if path.name not in made:
                path.unlink()
    long += _of_word([folder / name for name in sorted(made) if name.endswith(".docx")])
    print(f"{len(wanted)} × {', '.join(PAPERS)} -> {KEPT}/; {long} > {MOST}")
    return 1 if long else 0


def _make(
    site: Site,
    page: Page,
    folder: Path,
    printed: Callable[[Page, str], bytes],
    made: set[str],
) -> Iterator[int]:
    """Write the PDFs of a handout that are not there, and it for Word; its sheets of each paper."""
    names = kept_names(site, page)
    places = {paper: folder / names[f"{paper}.pdf"] for paper in PAPERS}
    made |= {place.name for place in places.values()}
    if not all(place.is_file() for place in places.values()):
        for paper, place in places.items():
            place.write_bytes(printed(page, paper))
    if page.kind == "sheets":
        place = folder / names["docx"]
        made.add(place.name)
        place.write_bytes(as_word(site, page))
    yield from map(sheets, places.values())


def _of_word(files: list[Path]) -> int:
    """Print which files for Word take too many sheets, and how many of them do."""
    if not files:
        return 0
    counts = opened(files)
    if not counts:
        print("docx: sans LibreOffice, non comptés / not counted without LibreOffice")
    long = [f"{name}: {count}  <- !" for name, count in counts.items() if count > MOST]
    print(*long, sep="\n", end="\n" if long else "")
    return len(long)


if __name__ == "__main__":
    sys.exit(main())
