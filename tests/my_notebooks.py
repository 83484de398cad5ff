"""« Mes carnets » as visitors have it, with what the store of their device holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

QUESTION = "intention-for-whom"
STORE = "Object.fromEntries(Object.entries(localStorage).sort())"


def opened(
    context: BrowserContext, address: str, store: dict[str, Any] | None = None, width: int = 1280
) -> Page:
    """The page of notebooks, once it shows what the store holds."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    fill(page, store or {})
    page.reload()
    expect(page.locator(".books > li").first).to_be_visible()
    return page


def fill(page: Page, store: dict[str, Any]) -> None:
    texts = {
        key: value if isinstance(value, str) else json.dumps(value) for key, value in store.items()
    }
    page.evaluate(
        "(all) => Object.entries(all).forEach(([k, v]) => localStorage.setItem(k, v))", texts
    )


def answer(
    state: str = "talked", note: str = "", step: Any = None, at: int = 1_700_000_000_000
) -> Any:
    def texts(value: Any) -> Any:
        return {"kept": [{"by": "w1", "n": 1, "at": at, "value": value}], "seen": {"w1": 1}}

    found: dict[str, Any] = {"v": 1, "state": {"is": state, "at": at}}
    return found | ({"note": texts(note)} if note else {}) | ({"step": texts(step)} if step else {})


def book(name: str, made: int = 1) -> Any:
    return {"v": 1, "name": name, "at": made, "made": made}
