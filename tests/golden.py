"""The golden cases of tests/content: what an editor did wrong, and the problems to be found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where it is there
CASES: list[dict[str, Any]] = [
    case
    for file in sorted((Path(__file__).parent / "content").glob("cases*.yml"))
    for case in yaml.load(file.read_text("utf-8"), LOADER)
]


def write_case(case: dict[str, Any], folder: Path) -> None:
    """Write the files of a case as they stand with the mistake."""
    for name, text in case["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(case.get("encoding", "utf-8")))
