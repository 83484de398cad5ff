"""What an editor meant by a value that is almost right: what the message suggests to type."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from agir.content import names
from agir.content.nodes import Mapping, Node, Scalar, Sequence

_NOT_IN_UNIT = re.compile(r"[^A-Za-z0-9-]+")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_SCHEME = re.compile(r"(?:h?t+ps*[:;/]+)+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ANSWERS = {
    "true": ("oui", "yes", "on", "vrai", "y", "o", "true"),
    "false": ("non", "no", "off", "faux", "n", "false"),
}
_SIDES = ("min", "max")
_UNQUOTED = re.compile(r"[\w ,-]+")


def name(value: str, kind: str) -> str:
    """The id, the unit or the last words of an address that a value would be; "" when unclear."""
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode()
    if kind == "unit":
        found = _NOT_IN_UNIT.sub("-", plain)
        return "" if names.fault("unit", found) else found
    if kind == "path":  # of a page that is gone: nothing says which
        return ""
    found = _NOT_IN_ID.sub("-", plain.lower()).strip("-")
    wrong = names.slug_fault(found) if kind == "slug" else names.fault("id", found)
    return "" if wrong else found


def address(value: str) -> str:
    """A whole address, when its scheme alone is missing or misspelt."""
    rest = _SCHEME.sub("", value, count=1) if _SCHEME.match(value) else value
    found = f"https://{rest}"
    return found if ":" not in rest.partition("/")[0] and names.is_web_address(found) else ""


def number(node: Node) -> str:
    """The one whole number that is written there with something else."""
    if isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    found = _NUMBER.findall(node.value) if isinstance(node, Scalar) else []
    return str(int(found[0])) if len(found) == 1 and len(found[0]) < len("1000000") else ""


def yes_no(value: str) -> str:
    """The answer in the words of YAML."""
    return next((known for known, said in _ANSWERS.items() if value.lower() in said), "")


def day(value: str) -> str:
    """A date in the order and with the hyphens that are due."""
    if found := _YEAR_FIRST.fullmatch(value):
        year, month, of_month = found.groups()
    elif found := _DAY_FIRST.fullmatch(value):
        of_month, month, year = found.groups()
    else:
        return ""
    try:
        return date(int(year), int(month), int(of_month)).isoformat()
    except ValueError:
        return ""


def span(node: Node) -> str:
    """A minimum and a maximum, from « 4 à 12 » or « 20 minutes »."""
    found = _NUMBER.findall(node.value) if isinstance(node, Scalar) else []
    if not 1 <= len(found) <= len(_SIDES) or max(map(len, found)) > len("9999"):
        return ""
    sides = (f"{key}: {int(n)}" for key, n in zip(_SIDES, found, strict=False))
    return f"{{{', '.join(sides)}}}"


def items(node: Node) -> str:
    """A list of words whose brackets are missing."""
    return f"[{node.value}]" if isinstance(node, Scalar) and _UNQUOTED.fullmatch(node.value) else ""


def text(node: Node) -> str:
    """The one text of a list or of a group, in quotes."""
    inner = node.items if isinstance(node, Sequence) else []
    if isinstance(node, Mapping):
        inner = [value for _key, value in node.pairs]
    one = inner[0] if len(inner) == 1 else None
    if not isinstance(one, Scalar) or set('"\\\n') & set(one.value):
        return ""
    return f'"{one.value}"'
