"""All judges over the built site, then one table. `make audit` runs it.

By default Lighthouse takes one page of each shape, in each language; ends with 1 when a page is
beyond a bar, or when a judge could not be asked.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pages_server import serving
from project import ROOT

from audit.judging import MissingError, Site
from audit.pages import one_a_shape, pages_of
from audit.table import beyond, table

if TYPE_CHECKING:
    from audit.judging import Finding, Judge

# The first measure time, while nothing else runs; then in the order of the table.
JUDGES = (
    "lighthouse", "visit", "axe_core", "pa11y", "nu", "html_validate", "css", "data", "links",
    "editors",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Judge the site; returns the exit code."""
    options = _options(arguments)
    judges = {name: _judge(name) for name in options.judges or JUDGES}
    pages = pages_of(options.site)
    if options.pages:
        pages = tuple(one for one in pages if any(word in one.path for word in options.pages))
    if options.quick:
        pages = one_a_shape(pages)
    findings: list[Finding] = []
    is_well = True
    with serving(options.site, "/", compressed=True) as url:
        site = Site(url, options.site, pages, pages if options.all else one_a_shape(pages))
        for name, judge in judges.items():
            began = time.monotonic()
            try:
                found = [*judge.run(site)]
                wrong = beyond(judge.BARS, found, pages)
            except (MissingError, RuntimeError) as reason:
                found, wrong = [], [f"✗ {name}: {reason}"]
            findings += found
            is_well = is_well and not wrong
            print("\n".join([*wrong, f"{name}: {time.monotonic() - began:.0f} s"]), flush=True)
    bars = [bar for judge in judges.values() for bar in judge.BARS]
    print("\n".join(["", *table(bars, findings, pages)]))
    return 0 if is_well else 1


def _judge(name: str) -> Judge:
    judge: Any = import_module(f"audit.judges.{name}")
    return cast("Judge", judge)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="audit", description=__doc__)
    parser.add_argument("judges", nargs="*", choices=[[], *JUDGES], help="some judges only")
    parser.add_argument("--all", action="store_true", help="Lighthouse on every page: hours")
    parser.add_argument("--quick", action="store_true", help="one page a shape for every judge")
    parser.add_argument("--pages", action="append", help="only those with this in their path")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
