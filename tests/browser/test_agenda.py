"""The agenda of the next meeting, worked out: orders, hours, and what two copies say."""

from __future__ import annotations

AGENDA = ["meeting/agenda.lazy.js", "/plans.js"]


def test_a_point_moves_one_place_and_stops_at_the_ends(script) -> None:
    moves = [["b", -1], ["b", 1], ["a", -1], ["d", 1]]
    found = script(AGENDA, "return given.map(([id, by]) => ids(moved(four, id, by)))", moves)
    assert found == ["bacd", "acbd", "abcd", "abcd"]


def test_points_are_added_once_taken_out_and_given_their_minutes(script) -> None:
    said = """
      const more = withItem(withItem(four, { id: "e", minutes: 5 }), { id: "a", minutes: 99 });
      return [ids(more), ids(without(more, "b")), withMinutes(four, "c", 7).items[2].minutes]"""
    assert script(AGENDA, said) == ["abcde", "acde", 7]


def test_what_is_added_comes_before_what_closes_a_ready_workshop(script) -> None:
    said = """
      const ready = ["xd", "z"].map((all) => ({ points: [...all].map((id) => ({ id })) }));
      const plus = (plan, id) => withItem(plan, { id, minutes: 5 }, closingsOf(ready));
      const open = plus(moved(four, "d", -1), "e");
      return [plus(four, "e"), plus(plus(four, "e"), "f"), plus(four, "z"), open].map(ids)"""
    assert script(AGENDA, said) == ["abced", "abcefd", "abcdz", "abdce"]


def test_moving_never_loses_a_point(script) -> None:
    said = """
      const told = (plan) => plan.items.map((item) => JSON.stringify(item)).sort().join();
      return plans.filter(({ items }) => items.length).filter((plan) => [-1, 1].some((by) => {
        const { id } = plan.items[any(plan.items.length)];
        return told(moved(plan, id, by)) !== told(plan);
      }))"""
    assert script(AGENDA, said) == []


def test_each_point_starts_when_the_one_before_ends(script) -> None:
    said = """
      const sum = ({ items }) => items.reduce((all, { minutes }) => all + minutes, 0);
      return plans.filter((plan) => {
        const steps = any(2) ? [{}] : [];
        const { rows, total, start, end } = timed(plan, steps);
        const follows = (row, i) => row.from === (rows[i - 1]?.to ?? start)
          && (row.from + row.minutes) % 1440 === row.to;
        const timeless = ({ from, to }) => from === undefined && to === undefined;
        const right = rows.every(plan.start ? follows : timeless);
        const ends = end === (rows.at(-1)?.to ?? start);
        return !right || !ends || total !== (steps.length ? plan.review : 0) + sum(plan);
      })"""
    assert script(AGENDA, said) == []


def test_a_meeting_may_end_the_day_after(script) -> None:
    agenda = script(AGENDA, 'return timed({ ...four, start: "23:30" }, [])')
    assert agenda["total"] == 100
    assert agenda["end"] == 70


def test_two_plans_together_keep_the_points_of_both(script) -> None:
    said = """
      return plans.slice(1).filter((plan, i) => {
        const two = [plans[i], plan];
        const { items } = bothPlans(two);
        const same = (one, other) => one.text ? one.text === other.text : one.id === other.id;
        const kept = (item) => items.some((one) => same(item, one));
        const different = new Set(items.map(({ id }) => id)).size;
        return !two.every((one) => one.items.every(kept)) || different !== items.length;
      })"""
    assert script(AGENDA, said) == []


def test_next_steps_come_late_ones_first_and_done_ones_not(script) -> None:
    said = """
      const step = ([due, done]) => {
        const value = { what: "a", who: "b", due, done };
        return [due, { v: 1, step: { seen: {}, kept: [{ by: "w", n: 1, at: 1, value }] } }];
      };
      return openSteps(given.map(step), "2026-11-21").map(({ id, late }) => [id, late])"""
    days = ["", "2027-03-01", "2026-01-05", "2026-11-21"]
    steps = [[day, False] for day in days] + [["2026-11-20", True]]
    assert script(AGENDA, said, steps) == [
        ["2026-01-05", True],
        ["2026-11-21", False],
        ["2027-03-01", False],
        ["", False],
    ]


def test_a_plan_is_read_as_it_was_written_and_anything_else_is_none(script) -> None:
    said = """
      const text = (plan) => JSON.stringify(plan);
      return plans.filter((plan) => text(planOf(text(plan))) !== text(plan))"""
    assert script(AGENDA, said) == []
    damaged = ["", "{", "null", "[]", '{"v":2}', '{"v":1,"items":[{}]}', "3", "bonjour"]
    read = script(AGENDA, "return given.map((text) => planOf(text) ?? null)", damaged)
    assert read == [None] * len(damaged)


def test_a_text_of_somebody_says_nothing_to_markdown(script) -> None:
    row = {"clock": "", "text": "[lien](x) _a_\n# b", "length": "5 min", "more": ["`c` <b>"]}
    told = {"title": "Table *Nord*", "when": "", "total": "fin", "rows": [row]}
    assert script(AGENDA, "return asMarkdown(given)", told).splitlines() == [
        r"# Table \*Nord\*",
        "",
        r"- \[lien\](x) \_a\_ # b (5 min)",
        r"  - \`c\` \<b\>",
        "",
        "fin",
    ]
