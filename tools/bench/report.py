"""The results as a page of Markdown, a JSON file and a picture."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from bench.picture import picture
from bench.place import folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.results import Cold, Results, Spread

_MIB = 2**20


def write(results: Results) -> str:
    """Write the three files; returns the Markdown."""
    target = folder("results")
    text = markdown(results)
    (target / "bench.md").write_text(text, "utf-8")
    data = json.dumps({**asdict(results), "growth": results.growth()}, indent=1)
    (target / "bench.json").write_text(data + "\n", "utf-8")
    if results.cold:
        (target / "bench.svg").write_text(picture(results.cold), "utf-8")
    return text


def markdown(results: Results) -> str:
    """All tables, with what they were made on."""
    blocks = [f"{results.date}. {results.machine}."]
    versions = [f"- {name}: {version}" for name, version in results.peers.items() if version]
    versions += [f"- {name}: missing: {reason}" for name, reason in results.missing.items()]
    versions += [f"- failed: {fault.splitlines()[0]}" for fault in results.faults]
    blocks.append("\n".join(versions))
    if results.cold:
        blocks += [_cold(results), _output(results)]
    if results.floor:
        rows = [
            [str(r.size), _s(r.ours), _s(r.start_up), f"{r.floor.median:.3f}", _ratio(r.ratio)]
            for r in results.floor
        ]
        heads = ["entries", "ours less start-up, CPU s", "start-up", "floor", "ratio"]
        blocks.append(table(heads, rows))
    if results.warm:
        rows = [[str(r.size), r.kind, _s(r.cold), _s(r.cpu), _ratio(r.ratio)] for r in results.warm]
        blocks.append(table(["entries", "warm build", "cold, CPU s", "warm", "ratio"], rows))
    if results.edits:
        blocks.append(_edits(results))
    if results.check:
        rows = [[str(r.size), _s(r.cpu), _s(r.wall)] for r in results.check]
        blocks.append(table(["entries", "check, CPU s", "wall s"], rows))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _cold(results: Results) -> str:
    """A line for each builder, a column for each size: what it costs, and ours against it."""
    sizes = sorted({row.size for row in results.cold})
    growth = results.growth()
    rows = []
    for name in dict.fromkeys(row.name for row in results.cold):
        cells = [name]
        for size in sizes:
            row = _find(results.cold, name, size)
            cells += _cost(row) if row else ["–", "–"]
        rows.append([*cells, f"{growth[name]:.2f}" if name in growth else "–"])
    heads = ["CPU s / wall s / peak MiB"]
    for size in sizes:
        heads += [f"{size}", "ours ÷ it"]
    return table([*heads, "growth"], rows)


def _cost(row: Cold) -> list[str]:
    cost = f"{row.cpu.median:.2f} / {row.wall.median:.2f} / {row.memory:.0f}"
    return [cost, _ratio(row.ratio) if row.ratio else ""]


def _output(results: Results) -> str:
    rows = [
        [str(row.size), row.name, str(row.pages), f"{row.size_on_disk / _MIB:.1f}",
         f"{row.page_bytes / 1000:.1f}", str(row.cpu.runs)]
        for row in results.cold
    ]  # fmt: skip
    return table(["entries", "", "pages", "output MiB", "kB an entry's page", "runs"], rows)


def _edits(results: Results) -> str:
    sizes = sorted({row.size for row in results.edits})
    rows = []
    for name, kind in dict.fromkeys((row.name, row.kind) for row in results.edits):
        cells = [name, kind]
        for size in sizes:
            found = [r for r in results.edits if (r.size, r.name, r.kind) == (size, name, kind)]
            cells.append(", ".join(_milliseconds(r.ms, r.timeouts) for r in found) or "–")
        rows.append(cells)
    return table(["one edit, ms", "kind", *(str(size) for size in sizes)], rows)


def _milliseconds(ms: Spread | None, timeouts: int) -> str:
    late = f"{timeouts} timed out" if timeouts else ""
    if not ms:
        return late
    return f"{ms.median:.0f} ({ms.low:.0f} to {ms.high:.0f})" + (f", {late}" if late else "")


def _find(rows: Sequence[Cold], name: str, size: int) -> Cold | None:
    return next((row for row in rows if (row.name, row.size) == (name, size)), None)


def _s(spread: Spread) -> str:
    return f"{spread.median:.2f}"


def _ratio(spread: Spread) -> str:
    if spread.runs == 1:
        return f"{spread.median:.3f} (one run)"
    return f"{spread.median:.3f} ({spread.low:.3f} to {spread.high:.3f})"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
