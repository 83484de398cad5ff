"""The attack run: the gate tries every text in every field, a browser is shown what it let in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pages_server import serving

from attack.browsing import Seen, browser, planted_raw, search, visit, watched, write_site
from attack.gate import Verdicts, try_entries, try_moves, try_pages
from attack.planting import LABELS, TOGETHER, Hostile, NotInertError, Queues, spread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

_SHOWN = (*TOGETHER, "url", "page")
_NAME = re.compile(r"[\w#/-]{0,80}", re.ASCII)  # no page can be hurt by one
_NAMES_OF_PAGES = ("page.slug", "page.anchor", "page.block", "page.argument")
_NEVER_SHOWN = (".note", "inventory.kind")  # remarks for editors, and what rules ask
_WORDS = ("script", "alert", "img onerror", "fire", "style", "javascript", "svg", "iframe")


@dataclass(slots=True)
class Result:
    """The counts of a run; `faults` say what went wrong."""

    verdicts: Verdicts = field(default_factory=Verdicts)
    names: int = 0
    unpublished: int = 0
    shown: int = 0
    seen: Seen = field(default_factory=Seen)
    found: int = 0
    control: Seen = field(default_factory=Seen)
    refused: Seen = field(default_factory=Seen)
    faults: list[str] = field(default_factory=list)


def attack(vectors: Sequence[str], folder: Path, rounds: int, *, whole: bool = True) -> Result:
    """Try texts at the gate, then show a browser those it let in, in so many sites.

    Unless the `whole` of a site is looked at, one page of each kind is.
    """
    result = Result()
    verdicts = result.verdicts
    for name, attempt in (("e", try_entries), ("m", try_moves), ("p", try_pages)):
        attempt(vectors, folder / name, verdicts)
    result.faults += verdicts.elsewhere[:10]
    queues = Queues(_to_show(verdicts, result))
    spread(folder / "as-it-is", queues, rounds)
    hidden = [slot for slot, share in queues.share.items() if not share]
    for slot in hidden:
        result.unpublished += len(queues.waiting.pop(slot))
    result.faults += [
        f"{slot} is shown nowhere" for slot in hidden if not slot.endswith(_NEVER_SHOWN)
    ]
    result.shown = queues.left
    with browser() as opened:
        for number in range(12 * rounds):
            queues.few = max(1, 5 - number // rounds)
            if queues.left:
                _show(folder / f"site-{number}", queues, opened, result, whole=whole)
        _control(folder / "site-0/site", opened, result)
    result.shown -= queues.left + queues.refused
    if queues.left:
        left = [slot for slot, texts in (*queues.apart.items(), *queues.waiting.items()) if texts]
        result.faults.append(f"{queues.left} were not shown: {', '.join(left)[:300]}")
    if result.seen.happened:
        result.faults += result.seen.examples
    if not result.found:
        result.faults.append("the search found nothing")
    if not (result.control.happened["ran"] and result.control.happened["asked"]):
        result.faults.append("the control did not fire")
    if not result.refused.happened["refused"] or result.refused.happened["ran"]:
        result.faults.append("the policy did not refuse the control")
    return result


def _to_show(verdicts: Verdicts, result: Result) -> dict[str, list[str]]:
    """What was let in, by slot; names are looked at here."""
    waiting: dict[str, list[str]] = {}
    for (slot, kind), texts in verdicts.let_in.items():
        if kind not in _SHOWN or slot in _NAMES_OF_PAGES:
            result.names += len(texts)
            others = [text for text in texts if not _NAME.fullmatch(text)]
            result.faults += [f"{slot}: {text[:40]!r}" for text in others]
        elif slot == "page.address":
            waiting.setdefault("page.prose", []).extend(f"[x]({text})" for text in texts)
        elif slot.startswith("page."):
            waiting.setdefault(slot, []).extend(texts)
        else:
            waiting.setdefault(slot, []).extend(map(_closed, texts))
    for lang in ("fr", "en"):
        texts = waiting.get(f"glossary.definition.{lang}", [])
        waiting[f"{LABELS}.{lang}"] = [text for text in texts if not re.search("[{}]", text)]
    return waiting


def _closed(text: str) -> str:
    """A text that leaves no code open, or what follows it would be code for the gate."""
    fence = "\n```" if text.count("```") % 2 else ""
    return text + fence + ("`" if (text + fence).count("`") % 2 else "")


def _show(folder: Path, queues: Queues, opened: Browser, result: Result, *, whole: bool) -> None:
    """Make a site of hostile texts, open all its pages, and search it."""
    try:
        Hostile(folder, queues).plant()
    except NotInertError as error:
        result.faults.append(str(error))
        return
    place, paths = write_site(folder, whole=whole)
    with serving(place, "/", headers=True) as root, watched(opened, root, result.seen) as page:
        visit(page, [root + path for path in paths], result.seen)
        for path in ("", "en/"):
            result.found += search(page, root + path, _WORDS, result.seen)


def _control(place: Path, opened: Browser, result: Result) -> None:
    """The vectors as they are on a page, without the policy and under it."""
    for policy, seen in ((False, result.control), (True, result.refused)):
        path = planted_raw(place, policy=policy)
        with serving(place, "/", headers=policy) as root, watched(opened, root, seen) as page:
            visit(page, [root + path], seen)
