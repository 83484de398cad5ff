"""linkinator, from the home page on: every link of ours and its fragment, and no page unreached.

Links to other sites are `make links`: one that is down today is no fault of a page.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from audit.judging import Bar, counted
from audit.tools import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Site

LINKS = Bar("links")
BARS = (LINKS,)


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page."""
    (told,) = ask(Path(__file__).with_suffix(".mjs"), {"root": site.url})
    broken: defaultdict[str, list[str]] = defaultdict(list)
    for one in told["broken"]:
        broken[one["on"].partition("#")[0]].append(f"{one['status']} {one['to']} {one['why']}")
    reached = {address.partition("#")[0] for address in told["reached"]}
    for page in site.pages:
        said = broken[site.address(page)]
        if site.address(page) not in reached:
            said.append("no link leads here")
        yield counted(page.path, LINKS, said)
