"""What a group kept in the browser, for tests: answers, and pages that open with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

MADE = 1_795_000_000_000  # a day of November 2026
DAY = 86_400_000
FIRST = "n1"
# Once a context: what a page changes stays changed when it is read again.
_KEEP = """(kept) => {
  if (localStorage.length) return;
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, JSON.stringify(value));
}"""
_STATE = """([key, state]) => {
  try {
    return JSON.parse(localStorage.getItem(key)).state.is === state;
  } catch {
    return false;  // nothing yet, or what stands there cannot be read
  }
}"""
_PRINT = """window.printed = [];
window.print = () => window.printed.push(document.documentElement.dataset.print ?? "");"""


def register(*values: Any) -> dict[str, Any]:
    """Texts that were each written without seeing the others, a day apart."""
    kept = [
        {"by": f"w{i}", "n": 1, "at": MADE + i * DAY, "value": value}
        for i, value in enumerate(values)
    ]
    return {"kept": kept, "seen": {item["by"]: 1 for item in kept}}


def answer(state: str = "", *notes: str, steps: tuple[Any, ...] = ()) -> dict[str, Any]:
    """An answer with a state, its notes and its next steps."""
    kept: dict[str, Any] = {"v": 1}
    if state:
        kept["state"] = {"is": state, "at": MADE}
    return (
        kept
        | ({"note": register(*notes)} if notes else {})
        | ({"step": register(*steps)} if steps else {})
    )


def step(what: str, who: str = "", due: str = "", *, done: bool = False) -> dict[str, Any]:
    return {"what": what, "who": who, "due": due, "done": done}


def keep(context: BrowserContext, name: str = "", **answers: Any) -> None:
    """Let each page of a context find these answers: `question_id=answer(…)`."""
    kept = {f"agir:{FIRST}": {"v": 1, "name": name, "at": MADE, "made": MADE}}
    kept |= {f"agir:{FIRST}:{id_.replace('_', '-')}": one for id_, one in answers.items()}
    context.add_init_script(f"({_KEEP})({json.dumps(kept)})")
    context.add_init_script(_PRINT)


def kept_in(page: Page, question: str) -> Any:
    """What the browser keeps of a question."""
    key = f"agir:{FIRST}:{question}"
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", key) or "null")


def wait_for_state(page: Page, key: str, state: str) -> None:
    """Wait until a key holds an answer in this state."""
    page.wait_for_function(_STATE, arg=[key, state])


def planned(page: Page) -> list[str]:
    """The ids of what stands in the workshop, in order."""
    plan = json.loads(kept_in(page, "c-workshop")["note"]["kept"][-1]["value"])
    return [item["id"] for item in plan["items"]]


def notes_in(page: Page, question: str, field: str = "note") -> list[Any]:
    return [item["value"] for item in kept_in(page, question)[field]["kept"]]
