"""What answers say together: figures that are known beforehand, for one voice and for forty."""

from __future__ import annotations

SCORES = ["portrait/scores.lazy.js"]
GENERATED = [*SCORES, "/states.js"]
FEW = "['not-yet', 'fully', 'unknown', 'mostly', 'fully']"


def test_known_answers_give_known_figures_and_the_unknown_are_counted_apart(script) -> None:
    assert script(SCORES, f"return summary({FEW})") == {
        "n": 4,
        "unknown": 1,
        "counts": [1, 0, 1, 2],
        "low": 1,
        "quarter": 2.5,
        "middle": 3.5,
        "threeQuarters": 4,
        "high": 4,
        "middles": [3, 4],
    }


def test_without_an_answer_there_is_no_figure_and_no_zero(script) -> None:
    found = script(SCORES, "return summary(['unknown', '', 'gone', 'unknown'])")
    assert (found["n"], found["unknown"], found["counts"]) == (0, 2, [0, 0, 0, 0])
    assert {found[key] for key in ("low", "quarter", "middle", "threeQuarters", "high")} == {None}


def test_one_answer_is_its_own_middle_and_its_own_spread(script) -> None:
    found = script(SCORES, "return summary(['rooted'])")
    assert [found[key] for key in ("n", "low", "middle", "high")] == [1, 4, 4, 4]


def test_forty_people_give_the_middle_that_counting_by_hand_gives(script) -> None:
    """Half the answers lie at or below the middle, half at or above, whatever the crowd."""
    said = """
      const wrong = [];
      for (let seed = 0; seed < 3000; seed += 1) {
        const { below: under, one } = chance(seed);
        const codes = Array.from({ length: 1 + under(40) }, () => one([...ANSWERS, UNKNOWN]));
        const { n, unknown, middle, low, high, quarter, threeQuarters, counts } = summary(codes);
        const at = codes.map(standing).filter(Boolean);
        const half = at.filter((x) => x <= middle).length * 2 >= n && at.filter((x) => x >= middle).length * 2 >= n;
        const inOrder = !n || (low <= quarter && quarter <= middle && middle <= threeQuarters && threeQuarters <= high);
        const all = n + unknown === codes.length && counts.reduce((a, b) => a + b) === n;
        const shuffled = JSON.stringify(summary(codes.toReversed())) === JSON.stringify(summary(codes));
        if (!((!n || half) && inOrder && all && shuffled)) wrong.push(codes);
      }
      return wrong.slice(0, 3);
    """  # noqa: E501
    assert script(GENERATED, said) == []


GROUP = """
  const said = {
    v1: ["fully"], v2: ["mostly"], vision: ["in-place"],
    a1: ["a-little"], a2: ["not-yet"],
    l1: ["not-yet", "not-yet", "fully", "fully"], l2: ["mostly"],
    c1: ["unknown"], c2: ["unknown"],
    s1: [], s2: [],
  };
  const named = [
    ["support", "s"], ["talk", "c"], ["learning", "l"], ["actions", "a"], ["vision", "v"],
  ];
  const scales = named.map(([id, letter]) => ({ id, statements: [`${letter}1`, `${letter}2`] }));
  const all = figures(scales, (id) => said[id] ?? []);
"""


def test_strengths_come_first_and_what_nobody_answered_last(script) -> None:
    found = script(SCORES, GROUP + "return strengthsFirst(all).map(({ id }) => id);")
    assert found == ["vision", "learning", "actions", "support", "talk"]


def test_a_talk_is_called_for_where_answers_lie_apart_where_nobody_knows_and_at_the_lowest(
    script,
) -> None:
    found = script(SCORES, GROUP + "return all.map((one) => [one.id, why(one, all)]);")
    assert dict(found) == {
        "vision": "",
        "actions": "low",
        "learning": "apart",
        "talk": "unknown",
        "support": "",
    }


def test_people_who_agree_on_each_statement_are_not_far_apart_for_finding_them_unlike(
    script,
) -> None:
    said = """
      const of = (said) => figures([{ id: "all", statements: Object.keys(said) }], (id) => said[id] ?? [])[0].apart;
      const six = (code) => Array(6).fill(code);
      return {
        alike: of({ easy: six("fully"), hard: six("not-yet") }),
        apart: of({ easy: ["not-yet", "not-yet", "fully", "fully", "fully"], hard: six("not-yet") }),
        alone: of({ one: ["fully"], two: ["fully"], three: ["not-yet"], four: ["not-yet"] }),
      };
    """  # noqa: E501
    assert script(SCORES, said) == {"alike": False, "apart": True, "alone": True}


def test_a_strength_is_where_most_answers_say_so(script) -> None:
    found = script(SCORES, GROUP + "return all.filter(isStrong).map(({ id }) => id);")
    assert found == ["vision"]


def test_a_level_is_counted_beside_the_statements_and_never_among_them(script) -> None:
    found = script(SCORES, GROUP + "return all.at(-1);")
    assert (found["n"], found["levels"]["n"], found["levels"]["middle"]) == (2, 1, 3)
    assert found["middle"] == 3.5


def test_two_portraits_differ_by_what_changed_and_by_nothing_where_one_is_silent(script) -> None:
    said = """
      const later = figures(scales, (id) => (id.startsWith("a") ? ["mostly"] : []));
      return differences(later, all);
    """
    found = {one["id"]: one for one in script(SCORES, GROUP + said)}
    assert found["actions"] == {"id": "actions", "now": 3, "then": 1.5, "change": 1.5}
    assert found["vision"]["change"] is None
    assert found["vision"]["then"] == 3.5
    assert found["support"]["change"] is None


def test_a_kept_portrait_reads_back_as_it_was_and_what_is_damaged_is_left_out(script) -> None:
    said = """
      const answers = [["point-a", "not-yet"], ["point-b", "unknown"]];
      const text = `${asText(answers)}\\n\\n<img onerror>\\npoint-c\\npoint-d fully fully`;
      return [...fromText(text)];
    """
    assert script(SCORES, said) == [["point-a", "not-yet"], ["point-b", "unknown"]]


def test_a_portrait_of_many_people_reads_back_as_their_answers_beside_one_of_a_single_voice(
    script,
) -> None:
    said = """
      const many = new Map([["point-a", ["mostly", "fully", "mostly"]], ["point-b", ["unknown"]]]);
      const text = asText(many);
      const mixed = fromText(`${text}\\npoint-c fully\\npoint-d mostly:0\\npoint-e mostly:99999`);
      return [text, Object.fromEntries(mixed), voicesIn(many), voicesIn(new Map([["a", "fully"]]))];
    """
    text, mixed, voices, one = script(SCORES, said)
    assert text == "point-a fully:1 mostly:2\npoint-b unknown:1"
    assert mixed == {
        "point-a": ["fully", "mostly", "mostly"],
        "point-b": ["unknown"],
        "point-c": "fully",
    }
    assert (voices, one) == (3, 1)
