"""A look at the characters of a text never calls sound what the rules find a fault in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from agir.content.fields import Prose, Text
from agir.content.nodes import Mapping, Scalar, Sequence, parse
from agir.content.problems import Place, Problems
from agir.content.scalars import faults, is_sound
from golden import CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agir.content.nodes import Node

ROOT = Path(__file__).parents[2]
REAL = [path.read_text("utf-8") for path in sorted((ROOT / "data").rglob("*.yml"))]
MISTAKES = [text for case in CASES for text in case["files"].values()]


def texts(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from texts(item)
    elif isinstance(node, Mapping):
        for _key, value in node.pairs:
            yield from texts(value)


@pytest.mark.parametrize("kind", [Text, Prose])
@pytest.mark.parametrize("files", [REAL, MISTAKES], ids=["real", "mistakes"])
def test_what_looks_sound_has_no_fault(files: list[str], kind: type[Text]) -> None:
    looked_sound = 0
    for text in files:
        for node in texts(parse(text, "x.yml", Problems())):
            if is_sound(node, kind):
                looked_sound += 1
                assert not [*faults(node, kind, "fr"), *faults(node, kind, "en")], node.value
    assert looked_sound


@pytest.mark.parametrize("special", "<*[]#|>!=_-`~+1.\n \u200b\xad«’”à")
def test_any_mix_of_signs_that_looks_sound_has_no_fault(special: str) -> None:
    """Every pair and run of signs, at the start of a line and inside one."""
    for other in "<*[]#|>!=_-(`:. \n":
        for run in (special + other, (special + other) * 3, f"{special * 3}{other}", special * 24):
            for text in (f"Un texte assez long {run}fin", f"Une ligne.\n\n{run} suite\n"):
                node = Scalar(text, Place("x.yml"), block=True)
                for kind in (Text, Prose):
                    if is_sound(node, kind):
                        assert not list(faults(node, kind, "fr")), (kind, text)
