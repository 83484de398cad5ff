"""What a room takes in and what it lets be known, over thousands of generated groups."""

from __future__ import annotations

BALLOT = ["group/ballot.lazy.js", "/states.js", "/rooms.js"]
ROOM = [*BALLOT, "group/room.lazy.js", "portrait/scores.lazy.js", "notebook/answers.shared.js"]


def test_a_ballot_reads_back_as_it_was_and_is_small(script) -> None:
    said = """
      const wrong = [];
      let longest = 0;
      for (let seed = 0; seed < 3000; seed += 1) {
        const draw = chance(seed);
        const form = formOf(1 + draw.below(25));
        const [person, by] = [personOf(form, draw), chanceOf(draw)];
        const letters = toLetters(form, person, by);
        const found = fromLetters(letters, [formOf(26), form]);
        longest = Math.max(longest, letters.length);
        if (JSON.stringify([...found.answers]) !== JSON.stringify([...person])) wrong.push(seed);
        if (found.form !== form || !/^[\\w-]+$/.test(letters)) wrong.push(seed);
      }
      return [wrong, longest];
    """
    wrong, longest = script(BALLOT, said)
    assert wrong == []
    assert longest <= 31  # 25 statements and five levels


def test_a_damaged_ballot_is_refused_and_never_read_as_another(script) -> None:
    said = """
      const read = [];
      const refused = new Set();
      for (let seed = 0; seed < 4000; seed += 1) {
        const draw = chance(seed);
        const form = formOf(25);
        const letters = toLetters(form, personOf(form, draw), chanceOf(draw));
        const [at, other] = [draw.below(letters.length), draw.one([..."aZ9-_ é%"])];
        const kinds = [
          letters.slice(0, at), letters.slice(at + 1), letters + other,
          letters.slice(0, at) + other + letters.slice(at + 1),
        ];
        const damaged = draw.one(kinds);
        if (damaged === letters) continue;
        try {
          const again = fromLetters(damaged, [form]);
          read.push([letters, damaged]);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          refused.add(error.message);
        }
      }
      return [read, [...refused]];
    """
    assert script(BALLOT, said) == [[], ["broken"]]


def test_a_ballot_of_another_portrait_or_version_is_refused_as_such(script) -> None:
    said = """
      const form = formOf(10);
      const draw = chance(1);
      const letters = toLetters(form, personOf(form, draw), chanceOf(draw));
      const fewer = form.slice(1);
      const inAnotherOrder = form.toReversed();
      const withAnotherChoice = form.map((one, i) => (i ? one : { ...one, codes: one.codes.slice(1) }));
      return [fewer, inAnotherOrder, withAnotherChoice].map((other) => {
        try {
          return fromLetters(letters, [other]);
        } catch (error) {
          return error.message;
        }
      });
    """  # noqa: E501
    assert script(BALLOT, said) == ["other", "other", "other"]


def test_a_room_counts_what_people_said_whoever_came_first_and_however_they_answered(
    script,
) -> None:
    said = """
      const wrong = [];
      for (let seed = 0; seed < 2000; seed += 1) {
        const { form, people, room } = roomOf(seed);
        const opened = withOpened(room, form, "w1", 1);
        const { people: many, said } = outcomeOf(opened);
        if (peopleIn(opened, form).came !== people.length) wrong.push([seed, "came"]);
        if (people.length < ENOUGH) {
          if (opened !== room || many || said.size) wrong.push([seed, "few"]);
          continue;
        }
        if (many !== people.length || peopleIn(opened, form).waiting) wrong.push([seed, "many"]);
        for (const { id } of form) {
          const expected = people.flatMap((person) => person.get(id) ?? []).sort();
          if (JSON.stringify((said.get(id) ?? []).toSorted()) !== JSON.stringify(expected)) wrong.push([seed, id]);
        }
      }
      return wrong.slice(0, 3);
    """  # noqa: E501
    assert script(ROOM, said) == []


def test_of_the_ballots_that_one_person_showed_the_last_counts_once_whatever_tab_took_it(
    script,
) -> None:
    said = """
      const wrong = [];
      for (let seed = 0; seed < 500; seed += 1) {
        const draw = chance(seed);
        const { form, people, room } = roomOf(seed, ENOUGH + draw.below(20));
        const by = chanceOf(draw);
        const [first, second, third] = [1, 2, 3].map(() => toLetters(form, new Map(form.map(({ id, codes }) => [id, draw.one(codes)])), by));
        const before = withBallot(room, "me", first);
        const [one, other] = [withBallot(before, "me", second), withBallot(before, "me", third)];
        const said = (one) => JSON.stringify([...outcomeOf(withOpened(one, form, "w1", 1)).said]);
        const both = merged(one, other);
        if (![one, other, both, merged(before, one)].every((room) => peopleIn(room, form).came === people.length + 1)) wrong.push([seed, "came"]);
        if (said(merged(before, one)) !== said(one) || ![said(one), said(other)].includes(said(both))) wrong.push([seed, "said"]);
        const part = toLetters(form, new Map([[form[0].id, form[0].codes[0]]]), by);
        if (form.length > 1 && withBallot(one, "me", part, form) !== one) wrong.push([seed, "fewer"]);
        if (said(withBallot(withBallot(room, "me", part, form), "me", second, form)) !== said(one)) wrong.push([seed, "more"]);
        const opened = withOpened(one, form, "w1", 1);
        if (withBallot(opened, "me", first) !== opened || withBallot(one, "me", second) !== one) wrong.push([seed, "again"]);
      }
      return wrong.slice(0, 3);
    """  # noqa: E501
    assert script(ROOM, said) == []


def test_forty_people_give_the_middle_that_sorting_by_hand_gives(script) -> None:
    said = """
      const wrong = [];
      for (let seed = 0; seed < 300; seed += 1) {
        const { form, people, room } = roomOf(seed, 40);
        const { said } = outcomeOf(withOpened(room, form, "w1", 1));
        for (const { id, codes } of form) {
          const figures = people.map((person) => codes.slice(0, 4).indexOf(person.get(id)) + 1);
          const by = figures.filter(Boolean).sort();
          const half = by.length >> 1;
          const middle = by.length % 2 ? by[half] : (by[half - 1] + by[half]) / 2;
          if (summary(said.get(id) ?? []).middle !== (by.length ? middle : null)) wrong.push([seed, id]);
        }
      }
      return wrong.slice(0, 3);
    """  # noqa: E501
    assert script(ROOM, said) == []


def test_the_same_ballot_twice_counts_once_before_and_after_the_room_is_opened(script) -> None:
    said = """
      const { form, people, room } = roomOf(7, 12);
      const { by, value } = room.sealed.kept.at(-1);
      const again = (one) => withBallot(one, by.slice(1), value);
      const opened = withOpened(room, form, "w1", 1);
      return [again(room) === room, again(opened) === opened, outcomeOf(again(opened)).people];
    """
    assert script(ROOM, said) == [True, True, 12]


def test_what_is_kept_says_neither_when_anybody_came_nor_who_said_what(script) -> None:
    """Two rooms that the same people enter in another order are the same, to the letter."""
    said = """
      const draw = chance(3);
      const form = formOf(25);
      const people = Array.from({ length: 9 }, () => [personOf(form, draw), chanceOf(draw)]);
      const fill = (list) => list.reduce(
        (room, [person, by]) => withBallot(room, by.join(""), toLetters(form, person, by)), freshRoom(1),
      );
      const [one, other] = [fill(people), fill(people.toReversed())].map((room) => merged(room, room));
      const opened = withOpened(one, form, "w1", 2);
      const readable = JSON.stringify(one.sealed.kept);
      return [
        JSON.stringify(one) === JSON.stringify(other),
        form.some(({ id, codes }) => [id, ...codes].some((word) => readable.includes(word))),
        opened.sealed.kept,
        new Set(one.sealed.kept.map(({ at }) => at)).size,
      ];
    """  # noqa: E501
    assert script(ROOM, said) == [True, False, [], 1]


def test_copies_of_a_room_meet_in_any_order_and_nobody_is_lost_or_counted_twice(script) -> None:
    said = """
      const wrong = [];
      for (let seed = 0; seed < 1000; seed += 1) {
        const { form, people, room } = roomOf(seed, 8);
        const { kept } = room.sealed;
        const half = (from, to) => ({ ...room, sealed: {
          kept: kept.slice(from, to),
          seen: Object.fromEntries(kept.slice(from, to).map(({ by, n }) => [by, n])),
        } });
        const [one, other] = [half(0, 3), half(2)];
        const both = merged(one, other);
        const same = JSON.stringify(both) === JSON.stringify(merged(other, one));
        if (!same || peopleIn(both, form).came !== people.length) wrong.push(seed);
        const opened = withOpened(both, form, "w1", 9);
        if (peopleIn(merged(opened, one), form).came !== people.length) wrong.push(seed);
      }
      return wrong.slice(0, 3);
    """
    assert script(ROOM, said) == []


def test_a_closed_room_holds_nothing_of_what_was_said_and_a_damaged_one_still_opens(script) -> None:
    said = """
      const { form, room } = roomOf(5, 9);
      const done = closed(withOpened(room, form, "w1", 1), "w1", 2);
      const spoilt = { ...room, sealed: { ...room.sealed, kept: room.sealed.kept.map((one, i) => (i % 3 ? one : { ...one, value: "p.%%" })) } };
      return [isOpen(done), done.sealed.kept, done.opened.kept, outcomeOf(done).people,
        peopleIn(spoilt, form).came > 3, outcomeOf(withOpened(spoilt, form, "w1", 1)).people];
    """  # noqa: E501
    open_, sealed, opened, people, came, still = script(ROOM, said)
    assert (open_, sealed, opened, people, came) == (False, [], [], 0, True)
    assert still >= 5


def test_a_deleted_room_comes_back_whole_even_where_a_tab_holds_the_deleted_one(script) -> None:
    said = """
      const wrong = [];
      for (let seed = 0; seed < 500; seed += 1) {
        const { form, people, room } = roomOf(seed, 5 + (seed % 9));
        const before = seed % 2 ? room : withOpened(room, form, "w1", 3);
        const gone = closed(before, "w1", 5);
        const back = reopened(gone, before, "w1", 7);
        for (const one of [back, merged(back, gone), merged(before, back)])
          if (!isOpen(one) || peopleIn(one, form).came !== people.length) wrong.push(seed);
      }
      return wrong.slice(0, 3);
    """
    assert script(ROOM, said) == []


def test_a_group_agrees_least_where_its_answers_lie_furthest_apart(script) -> None:
    said = """
      const said = new Map([
        ["same", ["mostly", "mostly", "mostly", "mostly", "mostly", "unknown"]],
        ["near", ["mostly", "fully", "mostly", "fully", "fully"]],
        ["far", ["not-yet", "fully", "not-yet", "fully", "fully"]],
        ["ways", ["keep", "stop", "keep", "keep", "keep"]],
        ["few", ["not-yet", "fully", "not-yet", "fully", "unknown", "unknown"]],
      ]);
      const least = leastAgreed(["same", "near", "ways", "far", "few", "none"], said);
      return least.map(({ id }) => id);
    """
    assert script(ROOM, said) == ["far", "near", "ways"], (
        "what four people answered is not brought forward"
    )
