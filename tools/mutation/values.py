"""Mistakes in a value: an id, a reference, a number, a date, an address, a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mutation.chance import in_braces, kind, misspelt

if TYPE_CHECKING:
    from random import Random

    from mutation.source import Mistake, Source, Spot

_LINK = re.compile(r"\]\((https?://[^)\s]+)\)")
_ENTRY = re.compile(r"\]\(entry:([a-z0-9-]+)")


def _instead(source: Source, spot: Spot, new: str, *, human: bool = False) -> Mistake:
    """Another value at the place of one."""
    start, end = source.start(spot.node), source.end(spot.node)
    return source.mistake(start, end, new, human=human)


@kind("an id twice", "id")
def id_twice(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """The id of something before it in the file, as after a copy; somebody must name it anew."""
    before = [
        s for s in source.spots if s.what == "id" and source.start(s.node) < source.start(spot.node)
    ]
    if not before:
        return None
    return _instead(source, spot, rng.choice(before).node.value, human=True)


@kind("an id with a blank", "id", "unit")
def id_with_blank(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A blank where a hyphen was."""
    hyphens = [found.start() for found in re.finditer("-", spot.node.value)]
    if not hyphens:
        return None
    at, id_ = rng.choice(hyphens), spot.node.value
    return _instead(source, spot, f"{id_[:at]} {id_[at + 1 :]}")


@kind("an id with an accent", "id")
def id_with_accent(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """An accent on a letter."""
    id_ = spot.node.value
    letters = [at for at, letter in enumerate(id_) if letter in "aeiou"]
    if not letters:
        return None
    at = rng.choice(letters)
    new = id_[:at] + {"a": "à", "e": "é", "i": "î", "o": "ô", "u": "ù"}[id_[at]] + id_[at + 1 :]
    return _instead(source, spot, new)


@kind("an id with a capital", "id")
def id_with_capital(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A capital at the start of a word."""
    words = spot.node.value.split("-")
    at = rng.randrange(len(words))
    if not words[at][:1].isalpha():
        return None
    words[at] = words[at].capitalize()
    return _instead(source, spot, "-".join(words))


@kind("a reference to nothing", "ref", "origin", "prose")
def to_nothing(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A slip in the id of a thing meant, in a list, in an origin or in the link of a text."""
    if spot.what == "prose":
        start, end = source.start(spot.node), source.end(spot.node)
        found = rng.choice([*_ENTRY.finditer(source.text, start, end), None])
        if not found:
            return None
        new = misspelt(rng, found[1], source.taken)
        back = -len("entry:")
        return source.mistake(found.start(1), found.end(1), new, back)
    node = spot.node
    if spot.what == "origin":
        if not node.value or isinstance(node.value, str):
            return None
        node = rng.choice(node.value)
    new = misspelt(rng, node.value, source.taken)
    return source.mistake(source.start(node), source.end(node), new)


@kind("a choice that is none", "choice")
def no_choice(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A slip in one word of a few."""
    new = misspelt(rng, spot.node.value, spot.known)
    human = len(spot.node.value) < len("fra")  # "fn" is neither fr nor en
    return _instead(source, spot, new, human=human)


@kind("a text where a number is due", "number")
def no_number(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """Words, a unit, a list, a number that YAML reads otherwise."""
    n = spot.node.value
    new = rng.choice([f"{n} minutes", f'"{n} min"', f"environ {n}", f"[{n}]", f"0{n}", "vingt"])
    return _instead(source, spot, new, human=new == "vingt")


@kind("a text where a list is due", "list", "origin")
def no_list(_rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """The elements without their brackets; lines without hyphens are another mistake."""
    written = source.written(spot.node)
    if not written.startswith("[") or '"' in written or in_braces(source, spot):
        return None
    return _instead(source, spot, written[1:-1])


@kind("a text where a group is due", "span", "languages", "group")
def no_group(_rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """One text instead of two, or of a minimum and a maximum."""
    written = source.written(spot.node)
    if not written.startswith("{"):
        return None
    if spot.what == "span":
        low, *high = (value.value for _, value in spot.node.value)
        return _instead(source, spot, f"{low} à {high[0]}" if high else low)
    return _instead(source, spot, '"Un texte"', human=True)


@kind("a list or a group where a text is due", "text", "prose", "slug", "ref", "id", "choice")
def no_text(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """Brackets around a text, or a group in its place."""
    written = source.written(spot.node)
    if written[:1] in "|>":
        return None
    new = rng.choice([f"[{written}]", f"{{texte: {written}}}"])
    return _instead(source, spot, new)


@kind("an impossible date", "date")
def no_day(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A day that no calendar has; somebody must look for the right one."""
    new = rng.choice(["2026-02-30", "2026-13-01", "2026-00-10", "2025-02-29", "0206-11-21"])
    return _instead(source, spot, new, human=True)


@kind("a text where a date is due", "date")
def no_date(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """A date as people write it, or none."""
    year, month, day = spot.node.value.split("-")
    new = rng.choice(
        [f"{year}/{month}/{day}", f"{day}-{month}-{year}", f"{year}.{month}.{day}", "hier"]
    )
    return _instead(source, spot, new, human=new == "hier")


@kind("a text where yes or no is due", "yes-no")
def no_answer(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """Yes or no in words that YAML takes for an answer, and we do not."""
    new = rng.choice(["oui", "non", "yes", "on", "vrai", '"oui"'])
    return _instead(source, spot, new)


@kind("a broken address", "url", "prose")
def broken(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """An address that leads nowhere as it is written."""
    start, end, old = _address(rng, source, spot)
    scheme, _, rest = old.partition("://")
    if not rest:
        return None
    host = rest.partition("/")[0]
    new = rng.choice(
        ["htp:/" + rest, f"{scheme}:/{rest}", f"{scheme}//{rest}", f"{scheme}s//:{rest}", rest]
    )
    new = rng.choice([new, f"{scheme}://{host.replace('.', '')}/"])
    human = "." not in new.partition("://")[2] and "://" in new
    new = f'"{new}"' if spot.what == "url" else new
    return source.mistake(start, end, new, human=human)


@kind("a forbidden address", "url", "prose")
def forbidden(rng: Random, source: Source, spot: Spot) -> Mistake | None:
    """An address that runs a script, or leaves the Web."""
    start, end, old = _address(rng, source, spot)
    schemes = [
        "javascript:alert(1)//",
        "JavaScript:",
        "data:text/html,",
        "vbscript:",
        "file:///",
        "ftp://",
    ]
    new = rng.choice(schemes) + old.partition("://")[2]
    new = f'"{new}"' if spot.what == "url" else new
    return source.mistake(start, end, new, human=True) if old else None


def _address(rng: Random, source: Source, spot: Spot) -> tuple[int, int, str]:
    """Where one of the addresses there starts and ends, and what it is: "" when there is none."""
    start, end = source.start(spot.node), source.end(spot.node)
    if spot.what == "url":
        return start, end, spot.node.value
    found = [*_LINK.finditer(source.text, start, end)]
    if not found:
        return 0, 0, ""
    one = rng.choice(found)
    return *one.span(1), one[1]
