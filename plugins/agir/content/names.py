"""Ids, the last words of addresses, and web addresses: what each may be."""

from __future__ import annotations

import re

from agir.content.characters import HIDDEN

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
UNIT = re.compile(r"S\d-[A-Z0-9]+(?:-[A-Za-z0-9]+)*")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PATH = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
MAX_ID = 80
MAX_PATH = 200
# What the site needs for itself, at the top of an address; what Windows keeps for its devices;
# what every object of a script has; what YAML calls nothing.
RESERVED = frozenset(
    [
        *("404", "admin", "api", "assets", "cycle", "embed", "en", "fr", "index", "integrer"),
        *("relire", "search"),
        *("animate", "animer", "handouts", "remettre"),
        *("aux", "con", "nul", "prn"),
        *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)),
        *("constructor", "prototype"),
        "null",
    ]
)
# A name of a host has a dot: https://communagir leads nowhere. No user@ before it. Capitals are
# spelt out: re.IGNORECASE takes ſ for an s and the sign of kelvins for a k.
_HOST = r"(?:[A-Za-z0-9-]+\.)+[A-Za-z][A-Za-z0-9-]+"
_REST = r"""[^\s<>"'\\]*"""
WEB = re.compile(rf"[Hh][Tt][Tt][Pp][Ss]?://{_HOST}(?::[0-9]+)?(?:[/?#]{_REST})?")
MAIL_OR_PHONE = re.compile(rf"(?i:mailto):[\w.+-]+@{_HOST}(?:\?{_REST})?|(?i:tel):[+0-9-]+")


def slug_fault(value: str) -> str:
    """The code of why no page may have this as the last words of its address; "" when one may."""
    if not SLUG.fullmatch(value) or len(value) > MAX_ID:
        return "bad-slug"
    return "reserved-slug" if value in RESERVED else ""


def is_web_address(value: str) -> bool:
    """Whether this is a whole http or https address, without a character that hides."""
    return bool(WEB.fullmatch(value)) and not HIDDEN.search(value)


def is_address(value: str) -> bool:
    """Whether a link may lead there, outside the site."""
    return is_web_address(value) or bool(MAIL_OR_PHONE.fullmatch(value))


def fault(kind: str, value: str) -> str:
    """The code of what is wrong with an id, an address or a unit; "" when nothing is."""
    if kind in ("id", "ref", "gone"):
        if kind == "id" and value in RESERVED:
            return "reserved-id"
        return "" if ID.fullmatch(value) and len(value) <= MAX_ID else "bad-id"
    if kind == "unit":
        return "" if UNIT.fullmatch(value) and len(value) <= MAX_ID else "bad-id"
    if kind == "path":
        return "" if PATH.fullmatch(value) and len(value) <= MAX_PATH else "bad-path"
    return "" if is_web_address(value) else "bad-address"
