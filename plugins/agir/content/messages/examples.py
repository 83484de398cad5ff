"""An example of each message: what somebody wrote, and what to type instead."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from agir.content.fields import Lang

_FILE = Path(__file__).with_suffix(".yml")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Example(NamedTuple):
    """Each is as it stands in a file (or the name of one); or, in both languages, said in words."""

    wrong: str | dict[Lang, str]
    right: str | dict[Lang, str]


@cache
def examples() -> dict[str, Example]:
    """Code of a message -> its example; read when a page shows them, a check never does."""
    found = yaml.load(_FILE.read_text("utf-8"), _Loader)
    return {code: Example(**example) for code, example in found.items()}
