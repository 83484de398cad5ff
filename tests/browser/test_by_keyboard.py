"""Every flow of notebooks by keyboard alone, as somebody hears it: flows.yml says it in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from heard import KEYS, Reader
from notebooks import device, file, link, seed

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FileChooser, Page

WORDS, FLOWS = yaml.safe_load_all((Path(__file__).parent / "flows.yml").read_text("utf-8"))
STATUS = """() => [...document.querySelectorAll("[role=status]")].map((one) =>
  one.checkVisibility() ? one.innerText.trim() : "").filter(Boolean).join(" | ")"""
MOST = 400  # presses of Tab: no page has so many places


@pytest.fixture
def page(person) -> Page:
    """A page on the day that the flows are told of."""
    made: Page = person(timezone_id="America/Toronto")
    made.context.grant_permissions(["clipboard-read", "clipboard-write"])
    made.clock.set_fixed_time("2026-12-01T14:00:00Z")
    return made


def plain(text: str) -> str:
    """A text whose blanks of typography are plain ones, as in flows.yml."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class Walk:
    """One flow on one page: each step is { what: with what }, and says how it went otherwise."""

    def __init__(self, page: Page, flow: dict[str, Any]) -> None:
        """Know the words of the language of the flow."""
        self.page = page
        self.choosers: list[FileChooser] = []
        # From the start: a chooser that is asked for while it is not awaited yet never comes.
        page.on("filechooser", lambda one: self.choosers.append(one))  # noqa: PLW0108 (no built-in)
        self.reader = Reader(page, WORDS[flow["langue"]])

    def aller(self, there: str) -> None:
        """Press Tab until this has the focus."""
        heard = []
        for _ in range(MOST):
            self.page.keyboard.press("Tab")
            heard.append(self.reader.focused())
            if plain(heard[-1]) == there:
                return
        close = [one for one in heard if plain(one).startswith(there.partition("»")[0])]
        pytest.fail(f"Tab never comes to: {there}\nbut to: {close or heard}")

    def presser(self, keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys.split():
            self.page.keyboard.press(KEYS.get(key, key))

    def taper(self, text: str) -> None:
        """Write where the focus is."""
        self.page.keyboard.type(text)

    def entendre(self, sentence: str) -> None:
        """Hear that this has the focus now."""
        self._soon(sentence, self.reader.focused)

    def annonce(self, text: str) -> None:
        """Hear an announcement, which the focus does not move for."""
        self._soon(text, lambda: " ".join(self.page.evaluate(STATUS).split()))

    def choisir(self, name: str) -> None:
        """Press Space on a file field, and choose a file as the system's window does."""
        self.page.keyboard.press("Space")
        self._soon("True", lambda: str(bool(self.choosers)))
        (chooser,) = self.choosers
        chooser.set_files([{"name": name, "mimeType": "application/json", "buffer": file()}])

    def lire(self, part: dict[str, Any]) -> None:
        """Read a part of the page, line by line."""
        expected = "\n".join(part["lignes"])
        self._soon(expected, lambda: "\n".join(self.reader.read(part["dans"])))

    def _soon(self, expected: str, got: Callable[[], str]) -> None:
        said = ""
        for _ in range(100):  # a hang guard: what is loaded on use may take its time
            said = plain(got())
            if re.fullmatch(re.escape(expected).replace("…", ".*"), said, re.DOTALL):
                return
            self.page.wait_for_timeout(100)
        assert said == expected


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow["suite"])
def test_every_flow_is_walked_by_keyboard_and_heard(page, strict, flow) -> None:
    address = strict.at(flow["page"], flow["langue"])
    if flow.get("carnet") == "rempli":
        seed(page, address, device())
    page.goto(address + (link(file()) if flow.get("lien") else ""))
    page.wait_for_load_state("networkidle")  # a part that comes late is not there to tab to
    walk = Walk(page, flow)
    for step in flow["pas"]:
        ((act, given),) = step.items()
        getattr(walk, act)(given)
