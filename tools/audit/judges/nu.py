"""The Nu HTML checker of W3C, on each file, the styles in them included; warnings count too."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from audit.judging import WHOLE, Bar, counted
from audit.tools import java, packages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.judging import Finding, Site

NU = Bar("Nu")
BARS = (NU,)
# What its grammar of CSS, older than browsers', does not know; the judge of CSS looks at those.
NEWER = r"CSS: “(field-sizing|animation-timeline)”: Property “\1” doesn't exist\."
# It knows neither the address of a file, which 'self' is, nor the hashes of a policy: the build
# holds each file against its own (verification.py), browsers say what they refuse (visit.py).
POLICY = r".*violates Content Security Policy \(meta tag\).*"
# What it takes a table of French and English for.
GERMAN = r"This document appears to be written in German.*"
NO_FAULTS = "|".join((NEWER, POLICY, GERMAN))


def run(site: Site) -> Iterator[Finding]:
    """The findings of every page, then those of the other files, as the site's."""
    jar = packages() / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = [java(), "-jar", str(jar), "--skip-non-html", "--format", "json"]
    command += ["--exit-zero-always", "--filterpattern", NO_FAULTS, str(site.folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said: defaultdict[str, list[str]] = defaultdict(list)
    for one in json.loads(done.stderr)["messages"]:
        file = unquote(urlsplit(one["url"]).path).removeprefix(f"{site.folder}/")
        where = f"{one.get('lastLine')}:{one.get('lastColumn')}"
        said[file].append(f"{where} {one['message']} {one.get('extract', '')!r}")
    for page in site.pages:
        yield counted(page.path, NU, said.pop(f"{page.path}index.html", ()))
    others = [f"{file} {one}" for file, faults in said.items() for one in faults]
    yield counted(WHOLE, NU, others)
