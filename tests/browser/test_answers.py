"""What a group answers, before any page: two copies become one and nothing written is lost."""

from __future__ import annotations

ANSWERS = ["notebook/answers.shared.js"]
GENERATED = [*ANSWERS, "/states.js"]
EACH = """
  const text = (answer) => JSON.stringify(answer ?? null);
  const wrong = [];
  for (let seed = 0; seed < 4000; seed += 1) {
    const [a, b, c] = copies(seed, merged);
    const isRight = (%s);
    if (!isRight) wrong.push([seed, a, b, c]);
  }
  return wrong.slice(0, 3);
"""


def test_merging_gives_the_same_whichever_copy_comes_first(script) -> None:
    assert script(GENERATED, EACH % "text(merged(a, b)) === text(merged(b, a))") == []


def test_merging_gives_the_same_whichever_two_of_three_meet_first(script) -> None:
    said = "text(merged(merged(a, b), c)) === text(merged(a, merged(b, c)))"
    assert script(GENERATED, EACH % said) == []


def test_merging_a_copy_again_changes_nothing(script) -> None:
    said = "text(merged(merged(a, b), b)) === text(merged(a, b)) && text(merged(a, a)) === text(a)"
    assert script(GENERATED, EACH % said) == []


def test_a_text_that_nobody_read_and_replaced_is_in_the_merged_copy(script) -> None:
    said = """["note", "step", "row"].every((field) => [a, b].every((one, i) => {
      const other = [b, a][i];
      return versions(one, field).every((item) =>
        (other?.[field]?.seen[item.by] ?? 0) >= item.n ||
        versions(merged(one, other), field).some((kept) => text(kept) === text(item)));
    }))"""
    assert script(GENERATED, EACH % said) == []


def test_two_notes_written_apart_are_both_kept_until_one_is_chosen(script) -> None:
    said = """
      const start = withText(undefined, "note", "Au début", [], "w1", 1);
      const read = versions(start, "note");
      const here = withText(start, "note", "Ici", read, "w2", 2);
      const there = withText(start, "note", "Là-bas", read, "w3", 3);
      const both = merged(here, there);
      const chosen = withText(both, "note", "Ici", versions(both, "note"), "w2", 4);
      return [both, merged(chosen, there)].map((one) => versions(one, "note").map((v) => v.value));
    """
    assert script(ANSWERS, said) == [["Ici", "Là-bas"], ["Ici"]]


def test_an_answer_taken_out_does_not_come_back_with_an_older_copy(script) -> None:
    said = """
      const old = withText(withState(undefined, "talked", 1), "note", "Oui", [], "w1", 1);
      const out = withText(withState(old, "", 2), "note", null, versions(old, "note"), "w2", 2);
      const back = merged(out, old);
      return [stateOf(back), versions(back, "note")];
    """
    assert script(ANSWERS, said) == ["", []]


def test_the_state_set_last_stands_even_where_the_clock_went_back(script) -> None:
    said = """
      const first = withState(undefined, "talked", 1000);
      const then = withState(first, "later", 10);
      return [stateOf(merged(first, then)), stateOf(merged(then, first))];
    """
    assert script(ANSWERS, said) == ["later", "later"]


def test_an_answer_of_a_later_site_is_kept_whole(script) -> None:
    said = """
      const later = { v: 2, mood: "?" };
      return [merged(later, withState(undefined, "talked", 1)), merged(undefined, later)];
    """
    assert script(ANSWERS, said) == [{"v": 2, "mood": "?"}, {"v": 2, "mood": "?"}]


def test_a_count_leaves_out_what_is_not_for_us(script) -> None:
    said = """
      const states = ["talked", "deepen", "later", "not-us", ""];
      return counted([...states.map((is) => withState(undefined, is, 1)), undefined]);
    """
    assert script(ANSWERS, said) == {"of": 5, "done": 2, "deepen": 1, "out": 1}
