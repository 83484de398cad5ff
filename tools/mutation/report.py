"""The table of a mutation test, by kind of mistake and in total."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutation.trial import Trial

# Shares that must be reached, and how many messages a mistake may have on average.
BARS = {"refused": 1.0, "line": 0.99, "column": 0.95, "repaired": 0.9}
MOST_MESSAGES = 1.1


def figures(trials: Sequence[Trial]) -> dict[str, float]:
    """The shares refused, on the right line and column, valid after repair; the messages each."""
    repaired = [trial.valid for trial in trials if trial.valid is not None]
    return {
        "refused": sum(trial.refused for trial in trials) / len(trials),
        "line": sum(trial.on_line for trial in trials) / len(trials),
        "column": sum(trial.on_column for trial in trials) / len(trials),
        "messages": sum(len(trial.problems) for trial in trials) / len(trials),
        "repaired": sum(repaired) / len(repaired) if repaired else 1.0,
    }


def unmet(trials: Sequence[Trial]) -> list[str]:
    """The bars that are not reached, one line each."""
    found = figures(trials)
    below = [f"{name}: {found[name]:.1%} < {bar:.0%}" for name, bar in BARS.items()]
    lines = [line for line, name in zip(below, BARS, strict=True) if found[name] < BARS[name]]
    if found["messages"] > MOST_MESSAGES:
        lines.append(f"messages: {found['messages']:.2f} > {MOST_MESSAGES}")
    return lines


def table(trials: Sequence[Trial]) -> str:
    """One line for each kind, and one for all."""
    kinds: dict[str, list[Trial]] = {}
    for trial in sorted(trials, key=lambda trial: trial.mistake.kind.strip("«' ")):
        kinds.setdefault(trial.mistake.kind, []).append(trial)
    titles = zip(
        ("count", "refused", "line", "column", "each", "repaired"), (6, 9, 9, 9, 7, 10), strict=True
    )
    head = f"{'kind':<40}" + "".join(f"{title:>{width}}" for title, width in titles)
    rows = [_row(kind, found) for kind, found in kinds.items()]
    return "\n".join([head, *rows, _row("in all", trials)])


def _row(name: str, trials: Sequence[Trial]) -> str:
    found = figures(trials)
    shares = "".join(f"{found[key]:>9.1%}" for key in ("refused", "line", "column"))
    due = any(trial.valid is not None for trial in trials)
    valid = f"{found['repaired']:>10.1%}" if due else f"{'by hand':>10}"
    return f"{name:<40}{len(trials):>6}{shares}{found['messages']:>7.2f}{valid}"


def missed(trials: Sequence[Trial]) -> str:
    """Each mistake that is not told as it should be, with what is said of it."""
    lines = []
    for trial in trials:
        told = trial.on_column and len(trial.problems) == 1 and trial.valid is not False
        if told:
            continue
        found = trial.mistake
        line, at = found.text.split("\n")[found.line - 1], found.col - 1
        around = f"{line[max(0, at - 40) : at]}▸{line[at : at + 50]}"
        lines.append(f"{found.kind} {found.file}:{found.line}:{found.col} {around}")
        lines += [f"     {p.place} {p.code} {p.words}"[:170] for p in trial.problems[:4]]
        lines += ["     not repaired"] if trial.valid is False else []
    return "\n".join(lines)
