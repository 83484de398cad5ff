"""Notebooks for the tests: what a group may have kept, put on a device and read back."""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NAME = "Table Nord, 2027"
SCRIPT = "<img src=x onerror=fired=1>"
FULL = """(data) => {
  for (const [key, value] of Object.entries(data)) localStorage.setItem(key, JSON.stringify(value));
}"""
KEPT = "() => Object.fromEntries(Object.entries(localStorage).sort())"


def text(value: Any, by: str = "wab1", at: int = 1_790_000_000_000) -> dict[str, Any]:
    """A note or a next step that one page wrote."""
    return {"kept": [{"by": by, "n": 1, "at": at, "value": value}], "seen": {by: 1}}


def step(what: str, who: str = "", due: str = "", *, done: bool = False) -> dict[str, Any]:
    return text({"what": what, "who": who, "due": due, "done": done})


def state(is_: str, at: int = 1_790_000_000_000) -> dict[str, Any]:
    return {"is": is_, "at": at}


# Four questions talked about, three notes, two next steps; one question that the site has not.
ANSWERS: dict[str, dict[str, Any]] = {
    "intention-for-whom": {"v": 1, "state": state("talked"), "note": text("Élus 👩‍👧\n\n« oui »")},
    "intention-one-sentence": {
        "v": 1,
        "state": state("talked"),
        "note": text("=1+1"),
        "step": step("Appeler la halte", "Zoé Tremblay", "2027-03-01"),
    },
    "conditions-strongest": {"v": 1, "state": state("deepen")},
    "conditions-needs-care": {"v": 1, "state": state("later")},
    "conditions-equity-visible": {"v": 1, "state": state("not-us")},
    "left-the-site": {
        "v": 1,
        "state": state("talked"),
        "note": text(SCRIPT),
        "step": step(SCRIPT, SCRIPT, done=True),
    },
}
FIGURES = {"done": 4, "notes": 3, "steps": 2}


def device(
    answers: dict[str, Any] = ANSWERS, name: str = NAME, book: str = "n1", **more: Any
) -> dict[str, Any]:
    """What a device keeps of a notebook: key -> value."""
    keys = {f"agir:{book}:{question}": answer for question, answer in answers.items()}
    return {f"agir:{book}": {"v": 1, "name": name, "at": 1, "made": 1, **more}} | keys


def file(answers: dict[str, Any] = ANSWERS, name: str = NAME, **more: Any) -> bytes:
    """A notebook as a file."""
    whole = {
        "format": "agir-ensemble/carnet",
        "version": 1,
        "name": name,
        "exported": "2027-03-01T12:00:00.000Z",
        "answers": answers,
    }
    return json.dumps(whole | more).encode()


def link(content: bytes) -> str:
    """The end of an address that holds a file."""
    return "#carnet=" + base64.urlsafe_b64encode(zlib.compress(content)).decode().rstrip("=")


def held_by(address: str) -> Any:
    """What the file in an address says."""
    letters = address.partition("#carnet=")[2]
    return json.loads(zlib.decompress(base64.urlsafe_b64decode(letters + "===")))


def seed(page: Page, address: str, kept: dict[str, Any]) -> None:
    """Open a page on a device that keeps this already."""
    page.goto(address)
    page.evaluate(FULL, kept)
    page.reload()


def kept(page: Page) -> dict[str, str]:
    """All that the device keeps, as it stands there."""
    found: dict[str, str] = page.evaluate(KEPT)
    return found


def answers_in(page: Page, book: str) -> dict[str, Any]:
    start = f"agir:{book}:"
    return {
        key.removeprefix(start): json.loads(value)
        for key, value in kept(page).items()
        if key.startswith(start)
    }


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    """What a button downloads: its name and its bytes."""
    if button == "csv":
        page.locator("#keep details > summary").click()
    with page.expect_download() as download:
        page.click(f"#keep [name={button}]")
    return download.value.suggested_filename, download.value.path().read_bytes()


def shared(page: Page) -> Locator:
    """Prepare a link; gives the dialog."""
    page.click("#keep [name=share]")
    dialog = page.locator("dialog.share")
    expect(dialog).to_be_visible()
    return dialog


def received(page: Page) -> Locator:
    """The dialog of a notebook that came by a link."""
    dialog = page.locator("dialog.received")
    expect(dialog).to_be_visible()
    return dialog


def filled(words: str, **figures: Any) -> str:
    """A word of the site, its blanks filled."""
    for name, value in figures.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words
