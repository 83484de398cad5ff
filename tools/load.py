"""What the site costs a server and its visitors: `make load` prints requests a second and bytes.

nginx serves a copy of site/ on loopback with our configuration, wrk asks for it over kept
connections, and a real Chromium visits. The client takes its share of the same cores.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import chromium
import nginx
from playwright.sync_api import sync_playwright
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PAGES = {"home": "home", "a step": "evaluation", "the finder": "tools", "the glossary": "glossary"}
ASSETS = {"the script": "assets/agir.*.js", "search entries": "assets/search.fr*.json"}
GZIPPED = (".html", ".js", ".json", ".svg", ".xml")


def main() -> int:
    """Print the two tables; 1 when something they need is absent or an answer was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site")
    parser.add_argument("--seconds", type=int, default=3, help="for each figure")
    options = parser.parse_args()
    if absent := [name for name in ("nginx", "wrk") if not shutil.which(name)]:
        print(f"Absent: {', '.join(absent)}. Debian: sudo apt-get install nginx-light wrk")
        return 1
    paths = _paths(options.site)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(options.site, Path(folder) / "site"))
        print(f"{os.cpu_count()} cores, 32 connections, {options.seconds} s a figure\n")
        print(f"{'requests a second':<18}{'bytes':>9}{'gzip':>9}{'gzip_static':>13}{'304':>9}")
        with nginx.serving(copy) as root:
            flying = [_rates(root + path, options.seconds) for path in paths.values()]
        _compress(copy)
        with nginx.serving(copy, compressed=True) as root:
            for (name, path), (size, fast, unchanged) in zip(paths.items(), flying, strict=True):
                static = _rate(root + path, options.seconds)
                print(f"{name:<18}{size:>9,}{fast:>9,}{static:>13,}{unchanged:>9,}")
            _visits(root, paths)
    return 0


def _paths(site: Path) -> dict[str, str]:
    """What is asked for: name -> path."""
    pages = json.loads((site / "api/v1/pages.json").read_text("utf-8"))["pages"]
    urls = {page["id"]: page["url"].lstrip("/") for page in pages if page["lang"] == "fr"}
    found = {name: urls[id_] for name, id_ in PAGES.items()}
    return found | {
        name: next(site.glob(pattern)).relative_to(site).as_posix()
        for name, pattern in ASSETS.items()
    }


def _compress(site: Path) -> None:
    """A .gz beside each text, as gzip_static wants."""
    for path in [path for path in site.rglob("*") if path.suffix in GZIPPED]:
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


def _rates(url: str, seconds: int) -> tuple[int, int, int]:
    """The bytes of an answer, how many of them a second, and how many "not modified"."""
    with urlopen(Request(url, headers={"Accept-Encoding": "gzip"})) as answer:
        size, tag = len(answer.read()), answer.headers["ETag"]
    return size, _rate(url, seconds), _rate(url, seconds, f"If-None-Match: {tag}")


def _rate(url: str, seconds: int, *headers: str) -> int:
    """Requests a second. Raises RuntimeError when one was not answered well."""
    sent = [part for header in ("Accept-Encoding: gzip", *headers) for part in ("-H", header)]
    command = ["wrk", "-t2", "-c32", f"-d{seconds}s", *sent, url]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if not rate or "Socket errors" in said or "Non-2xx" in said:
        raise RuntimeError(said)
    return round(float(rate[1]))


def _visits(root: str, paths: dict[str, str]) -> None:
    """Print what a visit costs, for each page, to a browser that comes for the first time."""
    print(
        f"\n{'bytes of a visit':<18}{'first':>9}{'files':>7}{'again':>9}{'home after':>12}", end=""
    )
    print(f"{'search used':>13}")
    with sync_playwright() as playwright:
        flags = list(chromium.FLAGS)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        for name in PAGES:
            with browser.new_context() as context:
                first, again, home, search = _visit(context.new_page(), root, paths[name])
            row = f"{name:<18}{sum(first):>9,}{len(first):>7}{sum(again):>9,}{sum(home):>12,}"
            print(f"{row}{sum(search):>13,}")
        browser.close()


def _visit(page: Page, root: str, path: str) -> Iterator[list[int]]:
    """The bytes of each file that came over the wire: first, again, the home page, search."""
    received: list[int] = []
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))

    def taken() -> list[int]:
        page.wait_for_load_state("networkidle")
        found = [int(size) for size in received if size]  # 0: from the browser's cache
        received.clear()
        return found

    for address in (root + path, root + path, root):
        page.goto("about:blank")
        page.goto(address)
        yield taken()
    page.keyboard.press("/")
    page.keyboard.type("plan")
    page.wait_for_selector(".search-results a")
    yield taken()


if __name__ == "__main__":
    sys.exit(main())
