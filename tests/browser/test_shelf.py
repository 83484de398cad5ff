"""The notebooks of a device, from its keys and texts alone."""

from __future__ import annotations

MODULES = ["notebook/shelf.lazy.js", "notebook/answers.shared.js", "/states.js"]


def test_a_name_is_trimmed_short_and_never_half_a_letter(script) -> None:
    said = 'return ["  Table\\n Nord,  2027 ", "x".repeat(79) + "🎈🎈", " ", null].map(nameFrom)'
    assert script(MODULES, said) == ["Table Nord, 2027", "x" * 79 + "🎈", "", ""]


def test_notebooks_are_listed_with_their_answers_size_and_last_change(script) -> None:
    said = """
      const answer = withText(withState(undefined, "talked", 50), "note", "Oui", [], "w1", 90);
      const taken = withState(withState(undefined, "talked", 10), "", 95);
      const texts = new Map(Object.entries({
        "agir:n1": { v: 1, name: " A ", at: 5, made: 5 }, "agir:n1:x": answer, "agir:n1:y": taken,
        "agir:n2:x": answer, "agir:n2:odd": { v: 1, note: 3, rows: [] }, "agir:other": { v: 1 },
      }).map(([key, value]) => [key, JSON.stringify(value)]));
      texts.set("agir:open", "n1").set("agir:n1:x~12", "{").set("agir:n3", "not JSON");
      return booksIn(texts, "n9").map(({ id, name, answers, at }) => [id, name, answers, at]);
    """
    assert script(MODULES, said) == [
        ["n1", "A", 1, 95], ["n2", "", 1, 90], ["n9", "", 0, 0],
    ]  # fmt: skip


def test_a_session_under_way_is_no_answer(script) -> None:
    said = """
      const room = (is) => JSON.stringify({ v: 1, state: { is, at: 5 } });
      const texts = new Map([
        ["agir:n1:room-short-2027-01-08", room("open")],
        ["agir:n1:room-short-2027-01-08-2", room("")],
      ]);
      return booksIn(texts, "n1").map(({ answers, rooms }) => [answers, rooms]);
    """
    assert script(MODULES, said) == [[0, 1]]


def test_the_size_of_a_notebook_counts_two_bytes_a_letter_of_keys_and_texts(script) -> None:
    said = """
      const texts = new Map([["agir:n1:x", "abc"], ["agir:n1:x~1", "{"], ["agir:n10:x", "zzz"]]);
      return booksIn(texts, "n1").find((one) => one.id === "n1").size;
    """
    assert script(MODULES, said) == 2 * (9 + 3 + 11 + 1)


def test_a_copy_holds_every_answer_even_those_of_a_later_site(script) -> None:
    said = """
      const texts = new Map([
        ["agir:n1", '{"v":1,"name":"A","at":1,"made":1,"moved":"d"}'],
        ["agir:n1:x", '{"v":2,"z":1}'],
        ["agir:n1:y", "{"], ["agir:n1:y~3", "["], ["agir:n12:x", "{}"],
      ]);
      return [...copied(texts, "n1", "n7", "B", 9)];
    """
    assert script(MODULES, said) == [
        ["agir:n7:x", '{"v":2,"z":1}'],
        ["agir:n7:y", "{"],
        ["agir:n7", '{"v":1,"name":"B","at":9,"made":9,"moved":"d"}'],
    ]


def test_what_was_taken_away_comes_back_to_the_letter_and_beside_what_came_since(script) -> None:
    said = """
      const wrong = [];
      for (let seed = 0; seed < 2000; seed += 1) {
        const [a, b] = copies(seed, merged).map((one) => one && JSON.stringify(one));
        if (!a) continue;
        const named = ["agir:n1", '{"v":1,"name":"Z"}'];
        const taken = new Map([["agir:n1:x", a], named, ["agir:n1:y", "{"]]);
        const alone = [...restored(new Map(), taken)];
        if (JSON.stringify(alone) !== JSON.stringify([...taken])) wrong.push([seed, "alone"]);
        if (!b) continue;
        const since = new Map([["agir:n1:x", b], ["agir:n1", '{"v":1,"name":""}']]);
        const back = restored(since, taken);
        const both = JSON.stringify(merged(JSON.parse(a), JSON.parse(b)));
        const isNamed = back.get("agir:n1") === named[1];
        if (back.get("agir:n1:x") !== both || !isNamed) wrong.push([seed, "both"]);
      }
      return wrong.slice(0, 3);
    """
    assert script(MODULES, said) == []


def test_a_new_notebook_never_takes_the_keys_of_another(script) -> None:
    said = """
      const [short, taken, free] = [0.5, 0.123456789, 0.987654321];
      const idFrom = (roll) => freshId(new Map(), () => roll);
      const texts = new Map([[`agir:${idFrom(taken)}:x`, "{}"]]);
      const rolls = [short, taken, free];
      return [freshId(texts, () => rolls.shift()), idFrom(free), idFrom(taken)];
    """
    fresh, free, taken = script(MODULES, said)
    assert fresh == free != taken
