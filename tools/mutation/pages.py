"""Mistakes in hand-written pages: their front matter, their blocks, their links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mutation.chance import kind, misspelt

if TYPE_CHECKING:
    from random import Random

    from mutation.source import Mistake, Source

_FRONT = re.compile(r"^(title|slug|description): (.*)$", re.MULTILINE)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LINK = re.compile(
    r"\]\((?:page|entry):([a-z0-9-]+)|^::: (?:collection|entry|checklist) (\S+)", re.M
)
_BLOCK = re.compile(r"^::: (\S+)", re.MULTILINE)
_WEB = re.compile(r"\]\((https?)(://)")
_KEYS = ("title", "slug", "description")


@kind("a page's key dropped or misspelt", "page")
def key(rng: Random, source: Source, _spot: object) -> Mistake | None:
    """A line of its front matter is not there, or its key has a slip."""
    found = rng.choice(_found(_FRONT, source))
    if rng.random() < 0.5:  # noqa: PLR2004
        new = misspelt(rng, found[1], _KEYS)
        return source.mistake(found.start(1), found.end(1), new)
    back = len("---\n") - found.start()  # missed where the front matter starts
    return source.mistake(found.start(), found.end() + 1, "", back, human=True)


@kind("a page's key twice", "page")
def twice(rng: Random, source: Source, _spot: object) -> Mistake | None:
    """The same line again at the end of the front matter."""
    found = _found(_FRONT, source)
    end = found[-1].end() + 1
    return source.mistake(end, end, f"{rng.choice(found)[0]}\n")


@kind("a link or a block to nothing", "page")
def nothing(rng: Random, source: Source, _spot: object) -> Mistake | None:
    """A slip in what a link leads to, or in what a block shows."""
    match = _one(rng, _LINK, source)
    if not match:
        return None
    number = 1 if match[1] else 2
    new, start = misspelt(rng, match[number], source.taken), match.start(number)
    scheme = len(match[0].partition(":")[0].removeprefix("](")) + 1
    back = -scheme if match[1] else 0
    return source.mistake(start, match.end(number), new, back)


@kind("a block misspelt", "page")
def block(rng: Random, source: Source, _spot: object) -> Mistake | None:
    """A slip in the name of a block."""
    match = _one(rng, _BLOCK, source)
    if not match:
        return None
    known = ("collection", "entry", "checklist", "cycle", "situations", "ways-in")
    new = misspelt(rng, match[1], known)
    return source.mistake(match.start(1), match.end(1), new)


@kind("raw HTML on a page", "page row")
def html(rng: Random, source: Source, number: int) -> Mistake | None:
    """A tag in a paragraph."""
    line, start = source.line(number), source.starts[number]
    if not re.match(r"[A-ZÀ-Ý][^`]*$", line) or number < len("-----"):
        return None
    at = start + rng.choice([0, *(found.end() for found in re.finditer(" ", line))])
    new = rng.choice(["<b>", "<div class=x>", "<script>", "<!-- ", "<img src=x onerror=alert(1)>"])
    return source.mistake(at, at, new)


@kind("a forbidden address on a page", "page")
def forbidden(rng: Random, source: Source, _spot: object) -> Mistake | None:
    """An address that runs a script or lacks its slashes."""
    match = _one(rng, _WEB, source)
    if not match:
        return None
    new = rng.choice(["javascript:", "data:text/html,", "htp:/", "https:/", ""])
    human = new[:1] in "jd"
    return source.mistake(match.start(1), match.end(2), new, human=human)


def _one(rng: Random, form: re.Pattern[str], source: Source) -> re.Match[str] | None:
    """One of the places where something stands on a page, if there are any."""
    found = _found(form, source)
    return rng.choice(found) if found else None


def _found(form: re.Pattern[str], source: Source) -> list[re.Match[str]]:
    """Where something stands on a page, examples in code apart."""
    code = [found.span() for found in _CODE.finditer(source.text)]
    return [
        found
        for found in form.finditer(source.text)
        if not any(start <= found.start() < end for start, end in code)
    ]
