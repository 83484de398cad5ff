"""Rows of worksheets as values: order, two hands in one row, what is still to talk about."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

ROWS = ["worksheet/rows.lazy.js"]
GAPS = ["worksheet/gaps.lazy.js"]
COLUMNS = ("goal", "partner", "action", "measure")
WORDS = ("", "", " — ", "Lire", "lire. ", "L’école", "L'ÉCOLE", "Bouger", "Le CPE", "Des  sacs")
CHOICES = ("keep", "change", "hand-over", "stop")
THINGS = ("cause", "partnership", "practice-changes", "activities-and-programs")


def plain(text: str) -> str:
    return " ".join(text.replace("’", "'").lower().split()).rstrip(" .")


def says(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def tables(columns: tuple[str, ...], words: tuple[str, ...], many: int) -> list[Any]:
    chance = random.Random(2027)
    return [
        [{column: chance.choice(words) for column in columns} for _ in range(chance.randrange(7))]
        for _ in range(many)
    ]


def test_a_row_finds_room_between_any_two_and_no_order_is_given_twice(script) -> None:
    said = """
      let state = 7;
      const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
      const orders = [];
      for (let i = 0; i < 4000; i += 1) {
        const at = i < 1500 ? orders.length : i < 2500 ? 0 : Math.floor(random() * (orders.length + 1));
        orders.splice(at, 0, between(orders[at - 1] ?? "", orders[at] ?? "", random));
      }
      return orders;
    """  # noqa: E501
    orders = script(ROWS, said)
    assert all(one < other for one, other in pairwise(orders))


def test_what_two_people_wrote_in_other_cells_is_all_there(script) -> None:
    said = """
      const wrong = [];
      for (const [read, mine, theirs] of given) {
        const row = (cells) => ({ order: "i", cells });
        const { value, isClash } = together(row(read), row(mine), row(theirs));
        const names = Object.keys(read);
        const clash = names.some((name) =>
          mine[name] !== read[name] && theirs[name] !== read[name] && mine[name] !== theirs[name]);
        const whole = names.every((name) =>
          value.cells[name] === (mine[name] === read[name] ? theirs[name] : mine[name]));
        if (isClash !== clash || (!clash && !whole)) wrong.push([read, mine, theirs, value]);
      }
      return wrong;
    """
    chance = random.Random(5)
    cells = [[{c: chance.choice("abc") for c in "xyz"} for _ in range(3)] for _ in range(3000)]
    assert script(ROWS, said, cells) == []


def test_a_matrix_says_what_holds_and_what_is_missing(script) -> None:
    wrong = []
    given = tables(COLUMNS, WORDS, 2000)
    for rows, found in zip(given, script(GAPS, "return given.map(gaps)", given), strict=True):
        told = {
            fact["is"]: {plain(str(one)) for one in fact.get("names", fact.get("rows"))}
            for fact in found
        }
        if told != expected_gaps(rows):
            wrong.append((rows, told, expected_gaps(rows)))
    assert wrong == []


def expected_gaps(rows: list[dict[str, str]]) -> dict[str, set[str]]:
    def named(column: str) -> set[str]:
        return {plain(row[column]) for row in rows if says(row[column])}

    def those(column: str, name: str) -> list[dict[str, str]]:
        return [row for row in rows if says(row[column]) and plain(row[column]) == name]

    def partners(column: str, name: str) -> set[str]:
        return {
            plain(row["partner"])
            for row in those(column, name)
            if says(row["action"]) and says(row["partner"])
        }

    def lacking(column: str, other: str) -> set[str]:
        return {
            name
            for name in named(column)
            if not any(says(row[other]) for row in those(column, name))
        }

    facts = {
        "whole": {
            str(i) for i, row in enumerate(rows, 1) if all(says(row[column]) for column in COLUMNS)
        },
        "shared": {name for name in named("goal") if len(partners("goal", name)) > 1},
        "overlap": {name for name in named("action") if len(partners("action", name)) > 1},
        "goals": lacking("goal", "action"),
        "partners": lacking("partner", "action"),
        "measure": lacking("action", "measure"),
    }
    return {name: found for name, found in facts.items() if found}


def test_what_holds_is_said_before_what_is_missing(script) -> None:
    order = ["whole", "shared", "overlap", "goals", "partners", "measure"]
    for found in script(GAPS, "return given.map(gaps)", tables(COLUMNS, WORDS, 500)):
        told = [order.index(fact["is"]) for fact in found]
        assert told == sorted(told)


def test_a_theory_of_change_says_line_by_line_which_questions_wait(script) -> None:
    columns, asks = ("what", "whom"), ("specific", "realistic")
    given = tables((*columns, *asks), ("", "x"), 500)
    said = f"return given.map((rows) => waiting(rows, {list(columns)}, {list(asks)}))"
    for rows, found in zip(given, script(GAPS, said, given), strict=True):
        lines = [(i, row) for i, row in enumerate(rows, 1) if row["what"] or row["whom"]]
        ready = [i for i, row in lines if all(row.values())]
        wanted: list[Any] = [{"is": "ready", "rows": ready}] if ready else []
        for i, row in lines:
            for fact, names in (("blank", columns), ("asks", asks)):
                left = [name for name in names if not row[name]]
                wanted += [{"is": fact, "n": i, "names": left}] if left else []
        assert found == wanted


def test_sorting_says_what_was_chosen_and_which_strategy_is_missing(script) -> None:
    gains = ("", "L'atelier", "La table", "Le calendrier", "La cause")
    given = tables(("gain", *CHOICES, "strategy", "thing"), gains, 800)
    for rows in given:
        seen: set[str] = set()
        for row in rows:
            row["thing"] = THINGS[len(row["thing"]) % 4]
            row["gain"] = "" if row["gain"] in seen else row["gain"]
            seen.add(row["gain"])
    said = f"return given.map((rows) => sorted(rows, {list(THINGS)}))"
    for rows, found in zip(given, script(GAPS, said, given), strict=True):
        named = [row for row in rows if row["gain"]]
        facts: dict[str, list[str]] = {choice: [] for choice in CHOICES}
        facts |= {"carried": [], "several": [], "undecided": [], "uncarried": []}
        for row in named:
            chosen = [choice for choice in CHOICES if row[choice]]
            if len(chosen) == 1:
                facts[chosen[0]].append(row["gain"])
            if set(chosen) - {"stop"}:
                facts["carried" if row["strategy"] else "uncarried"].append(row["gain"])
            if len(chosen) != 1:
                facts["several" if chosen else "undecided"].append(row["gain"])
        things = {row["thing"] for row in named}
        facts["unnamed"] = [one for one in THINGS if named and one not in things]
        wanted = [{"is": name, "names": names} for name, names in facts.items() if names]
        assert found == wanted
