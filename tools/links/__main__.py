"""Open the links of data/ and docs/ and say how each is. `make links` runs it.

It never fails because of a link: a page that moved, or a site that is down, is nobody's mistake
today. Only `--record` writes: today's date as the `checked` of each link that answered. One that
moved is not dated, so that it is told again until its address is changed.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from project import ROOT

from links.addresses import addresses_of
from links.guarded import Requests
from links.opening import Opener
from links.recording import record
from links.telling import head, recorded, told

if TYPE_CHECKING:
    from links.addresses import Use

_AGE = 90  # days
_SECONDS = 20.0
_PAUSE = 2.0
_NOT_SET = ".example"  # the address of a project that has none yet


def main(arguments: list[str] | None = None, opener: Opener | None = None) -> int:
    """Print how the links are; the exit code is that of reading and writing files alone."""
    options = _options(arguments)
    root: Path = options.root
    found = addresses_of(root)
    since = date.today() - timedelta(days=options.age)
    wanted = {one: uses for one, uses in found.uses.items() if not _is_recent(uses, since)}
    recent = len(found.uses) - len(wanted)
    print("\n".join(head(len(wanted), recent, options.age, found.unread)), flush=True)
    answers = (opener or Opener(Requests(agent(root), _SECONDS), _PAUSE)).open_all(wanted)
    print("\n".join(told(answers, wanted, markdown=options.markdown)))
    if options.record:
        good = [one for one, answer in answers.items() if answer.kind == "answers"]
        texts = [use.checked for one in good for use in wanted[one] if use.checked]
        try:
            print("\n".join(recorded([*record(root, texts, date.today())])))
        except OSError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def agent(root: Path) -> str:
    """How we present ourselves to a site: what we do, and for which site once it has an address."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    site = str(settings.get("site_url") or "")
    ours = "" if not site or _NOT_SET in site else f"; +{site}"
    return f"agir-ensemble-links/1 (checks the links of a public resource{ours})"


def _is_recent(uses: list[Use], since: date) -> bool:
    """Whether an address answered since a day: all its places that note one say so."""
    days = [use.day for use in uses if use.checked]
    return bool(days) and all(day is not None and day > since for day in days)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="links", description=__doc__)
    parser.add_argument("--record", action="store_true", help="noter la date / note the date")
    parser.add_argument(
        "--age",
        type=int,
        default=_AGE,
        metavar="DAYS",
        help="laisser ceux qui ont répondu depuis / leave those that answered since",
    )
    parser.add_argument("--markdown", action="store_true", help="pour GitHub / for GitHub")
    parser.add_argument("--root", type=Path, default=ROOT, help="projet / project")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
