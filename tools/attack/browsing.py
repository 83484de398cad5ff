"""What a real browser does with the pages of a hostile site: whatever runs, asks or is refused."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import chromium
from agir.pages import headers
from agir.pages.rendering import load, render
from agir.pages.site import Settings
from playwright.sync_api import sync_playwright

from attack.vectors import HOST, OWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

SETTINGS = Settings("https://agir.example/", "https://git.example/agir", "edit/main/", "a@b.org")
# Nothing leaves the machine: what asks is told by the request, which is then lost.
_FLAGS = (*chromium.FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
# What an attack would call, and what a policy refuses; alerts count as runs.
_WATCH = """(() => {
  const said = (window.said = []);
  for (const name of ["fire", "alert", "confirm", "prompt", "print"])
    window[name] = () => said.push("ran");
  addEventListener("securitypolicyviolation", (event) =>
    said.push(`refused ${event.effectiveDirective} ${event.blockedURI}`.slice(0, 99)));
})()"""
# What stands in a page that content may not bring, however quiet.
_LOOK = """() => {
  const found = [];
  for (const one of document.querySelectorAll("*")) {
    for (const { name, value } of one.attributes)
      if (name.startsWith("on") || name === "style" ||
          /(href|src|action)$/.test(name) && /^\\s*(javascript|data|vbscript):/i.test(value))
        found.push(`active ${one.localName} ${name}`);
    if (["iframe", "object", "embed", "base", "video", "audio", "math"].includes(one.localName))
      found.push(`active ${one.localName}`);
  }
  for (const one of document.querySelectorAll("details, [popover]"))
    if (one.popover) { one.showPopover(); one.hidePopover(); } else one.open = true;
  return window.said.concat(found);
}"""

_POLICY = re.compile(f'<meta http-equiv="{headers.POLICY}"[^>]*>')
_SURE = ("<script>fire(1)</script>", f"<img src=https://{HOST}/a.png>")


@dataclass(slots=True)
class Seen:
    """What was seen on some pages: how many there were, and how often each thing happened."""

    pages: int = 0
    happened: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def add(self, what: str, where: str) -> None:
        """Something happened on a page."""
        self.happened[what.partition(" ")[0]] += 1
        if len(self.examples) < 10:  # noqa: PLR2004 (enough to go on)
            self.examples.append(f"{where}: {what}")


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium.find(), args=list(_FLAGS))
        yield launched
        launched.close()


@contextmanager
def watched(opened: Browser, root: str, seen: Seen) -> Iterator[Page]:
    """A page of an empty profile; nothing leaves the machine, and all that happens is told."""
    context: BrowserContext = opened.new_context()
    context.add_init_script(_WATCH)
    page = context.new_page()

    def look(url: str) -> None:
        if not url.startswith((root, "data:", "about:")):
            seen.add(f"asked {url[:60]}", page.url)

    page.on("request", lambda request: look(request.url))
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.on("pageerror", lambda error: seen.add(f"error {error}", page.url))
    page.on("console", lambda said: _console(seen, said.text, page.url))
    yield page
    context.close()


def _console(seen: Seen, text: str, url: str) -> None:
    if not re.search(f"net::ERR_|{HOST}", text):  # told as a request
        seen.add(f"console {text[:80]}", url)


def visit(page: Page, addresses: list[str], seen: Seen) -> None:
    """Open pages, and what is closed on them."""
    for address in addresses:
        page.goto(address)
        seen.pages += 1
        for what in page.evaluate(_LOOK):
            seen.add(what, address)


def search(page: Page, address: str, words: tuple[str, ...], seen: Seen) -> int:
    """Search for words on a page: the results are put together by a script; how many there were."""
    page.goto(address)
    page.keyboard.press("/")
    found = 0
    for word in words:
        page.locator("#search input").fill(word)
        page.wait_for_timeout(300)
        found += page.locator(".search-results a").count()
    for what in page.evaluate(_LOOK):
        seen.add(what, address)
    return found


def write_site(folder: Path, *, whole: bool) -> tuple[Path, list[str]]:
    """Make the site of a project; where it is, and its pages to look at: all, or one of a kind."""
    site = load(folder, SETTINGS)
    place = folder / "site"
    for path, content in render(site):
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(content)
    if whole:
        return place, [page.path for page in site.all_pages]
    return place, list({(page.kind, page.lang): page.path for page in site.all_pages}.values())


def planted_raw(place: Path, *, policy: bool) -> str:
    """A page of ours where our vectors stand as they are, which the gate and escaping prevent.

    It says its policy, as every page does, or its head loses it.
    """
    html = (place / "404.html").read_text("utf-8")
    if not policy:
        html = _POLICY.sub("", html)
    ends = ("<plaintext", "refresh", "<base", "<!--", "<xmp", "<template", "<noscript", "<select")
    raw = [f"<div>{vector}</div>" for vector in OWN if not any(end in vector for end in ends)]
    folder = place / "control"
    folder.mkdir(exist_ok=True)
    text = html.replace("</main>", "\n".join([*_SURE, *raw, "</main>"]), 1)
    (folder / "index.html").write_text(text, "utf-8", errors="replace")
    return "control/"
