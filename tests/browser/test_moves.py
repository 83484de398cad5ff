"""Answers whose question moved: what a release does to a notebook, over thousands of them."""

from __future__ import annotations

from typing import Any

MODULES = ["notebook/answers.shared.js", "notebook/moves.lazy.js", "/states.js"]
# Answers to some of eight questions, on two devices, and what two releases in turn did to them.
# An id only leads to ones further on: make check refuses rings.
EACH = """
  const IDS = [..."abcdefgh"];
  const sorted = (one) => Object.fromEntries(Object.entries(one).sort());
  const text = (value) =>
    JSON.stringify(value, (_key, one) => (one?.constructor === Object ? sorted(one) : one)) ?? "";
  const values = (answer, field) => versions(answer, field).map((one) => text(one.value));
  const joined = (one, other) => Object.fromEntries(
    Object.keys({ ...one, ...other }).map((id) => [id, merged(one[id], other[id])]));
  const wrong = [];
  let told = 0;
  for (let seed = 0; seed < 2000; seed += 1) {
    const { below, one } = chance(seed);
    const devices = [{}, {}];
    for (const id of IDS)
      copies(seed * 31 + id.charCodeAt(0), merged).slice(0, 2).forEach((answer, i) => {
        if (answer && below(4)) devices[i][id] = answer;
      });
    const move = (ids) => Object.fromEntries(ids.flatMap((id) => {
      const later = IDS.slice(IDS.indexOf(id) + 1);
      if (!later.length || below(2)) return [];
      const change = one(["moved", "split", "merged", "retired"]);
      const many = { retired: 0, split: 3 }[change] ?? 1;
      return [[id, [change, ...new Set(Array.from({ length: many }, () => one(later)))]]];
    }));
    const first = move(IDS.slice(0, 4));
    const both = { ...first, ...move(IDS.slice(4)) };
    const ends = (id) => both[id]?.length > 1 ? both[id].slice(1).flatMap(ends) : [id];
    const [here, there] = devices;
    const after = followed(here, both);
    told += Object.keys(after.told).length;
    const isRight = (() => { %s })();
    if (!isRight) wrong.push([seed, both, here, after]);
  }
  return [wrong.slice(0, 2), told > 1000];
"""


def holds(script: Any, said: str) -> None:
    assert script(MODULES, EACH % said) == [[], True]


def test_every_note_and_step_is_under_each_question_that_took_the_place_of_its_own(script) -> None:
    holds(
        script,
        """return Object.entries(here).every(([id, answer]) => ends(id).every((end) =>
          ["note", "step"].every((field) => {
            const there = values(after.answers[end], field);
            return values(answer, field).every((value) => there.includes(value));
          })));""",
    )


def test_no_answer_stands_under_an_id_that_is_gone_unless_it_was_retired(script) -> None:
    holds(script, "return Object.keys(after.answers).every((id) => !(both[id]?.length > 1));")


def test_the_state_that_was_set_last_is_the_one_that_stays(script) -> None:
    holds(
        script,
        """return Object.entries(after.answers).every(([end, answer]) => {
          const from = Object.entries(here).filter(([id]) => ends(id).includes(end));
          const last = Math.max(...from.map(([, one]) => one.state?.at ?? -Infinity));
          return (answer.state?.at ?? -Infinity) === last;
        });""",
    )


def test_answers_that_followed_once_do_not_move_again(script) -> None:
    holds(script, "return text(followed(after.answers, both).answers) === text(after.answers);")


def test_an_old_copy_that_is_taken_in_again_changes_nothing(script) -> None:
    holds(
        script,
        "return text(followed(joined(after.answers, here), both).answers) === text(after.answers);",
    )


def test_a_device_that_missed_a_release_ends_as_one_that_did_not(script) -> None:
    holds(
        script,
        """return text(followed(followed(here, first).answers, both).answers)
          === text(after.answers);""",
    )


def test_two_devices_may_merge_before_or_after_a_release(script) -> None:
    holds(
        script,
        """return text(followed(joined(here, there), both).answers)
          === text(joined(after.answers, followed(there, both).answers));""",
    )


def test_what_is_told_names_every_answer_that_says_something_and_only_those(script) -> None:
    holds(
        script,
        """const moved = Object.keys(here).filter((id) => both[id] && saysSomething(here[id]));
        const isHere = ({ change }, id) => change === "retired" || moved.includes(id);
        const isTold = (end) => after.told[end] || !saysSomething(after.answers[end]);
        return moved.every((id) => after.told[id] || ends(id).every(isTold))
          && Object.entries(after.told).every(([id, one]) => isHere(one, id));""",
    )


def test_notes_of_two_questions_by_one_writer_are_both_kept_when_they_are_merged(script) -> None:
    said = """
      const first = withText(undefined, "note", "Premier jet", [], "w1", 1);
      const a = withText(first, "note", "A", versions(first, "note"), "w1", 2);
      const b = withText(undefined, "note", "B", [], "w1", 3);
      const { answers } = followed({ a, b }, { a: ["merged", "c"], b: ["merged", "c"] });
      return versions(answers.c, "note").map((one) => one.value);
    """
    assert script(MODULES, said) == ["A", "B"]


def test_what_is_no_answer_of_ours_stays_where_it_is(script) -> None:
    said = """
      const change = { a: ["moved", "z"], b: ["moved", "y"], c: ["split", "x", "w"] };
      const moved = { ...change, d: ["moved", "d2"] };
      const odd = {
        a: { v: 1, note: 5 }, b: { v: 2, notes: ["later"] },
        c: { v: 1, note: { kept: [null], seen: {} } },
        d: { v: 1, state: { is: "talked", at: 1 } }, d2: { v: 2 },
      };
      const { answers, told } = followed(odd, moved);
      return [JSON.stringify(answers) === JSON.stringify(odd), told];
    """
    assert script(MODULES, said) == [True, {}]


def test_ids_that_take_each_others_place_are_left_alone(script) -> None:
    said = """
      const ring = { a: ["moved", "b"], b: ["split", "a", "c"] };
      const moved = { ...ring, d: ["moved", "a"], e: ["moved", "e"] };
      const one = withState(undefined, "talked", 1);
      return Object.keys(followed({ a: one, b: one, d: one, e: one }, moved).answers).sort();
    """
    assert script(MODULES, said) == ["a", "b", "e"]


def test_the_rows_and_areas_of_a_table_go_where_their_table_goes(script) -> None:
    said = """
      const row = (value) => withText(undefined, "row", value, [], "w1", 5);
      const [one, other] = [row({ cells: { a: "x" } }), row({ cells: {} })];
      const before = { "old.r1": one, "old-areas.r2": other, "olden.r1": other };
      const { answers, told } = followed(before, { old: ["moved", "mid"], mid: ["moved", "new"] });
      const [{ value }] = versions(answers["new.r1"], "row");
      return [Object.keys(answers).sort(), value, told["old.r1"]];
    """
    ids, value, told = script(MODULES, said)
    assert ids == ["new-areas.r2", "new.r1", "olden.r1"]
    assert value == {"cells": {"a": "x"}}
    assert told == {"change": "moved", "to": ["new.r1"]}
