"""Content made to hurt whoever reads it, and the code of the message that refuses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attack.plants import (
    ENTRY,
    TERM,
    TOPIC,
    a_file,
    deep,
    glossary,
    link,
    page,
    pipe,
    prose,
    title,
    twins,
    with_id,
    with_slug,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Bomb(NamedTuple):
    """How it is planted under a root, and the code that refuses it ("" when it does no harm)."""

    code: str
    plant: Callable[[Path], object]


def _chain(first: str, line: str, count: int) -> str:
    return "".join([first, *(line.format(n=n, m=n - 1) for n in range(1, count))])


_MERGES = _chain("a0: &a0 {x: 1}\n", "a{n}: &a{n} {{<<: [*a{m}, *a{m}]}}\n", 25)
_ALIASES = _chain("a0: &a0 [x, x]\n", "a{n}: &a{n} [*a{m}, *a{m}, *a{m}, *a{m}]\n", 14)
_LISTS = "\n".join(" " * n + "- a" for n in range(200))
_NOTES = "\n\n".join(f"a[^{n}]\n\n[^{n}]: b" for n in range(11_000))


YAML: dict[str, Bomb] = {
    "chained aliases": Bomb("anchor", glossary(_ALIASES)),
    "chained merges": Bomb("anchor", glossary(_MERGES)),
    "merges, 70 kB": Bomb("anchor", glossary(_MERGES * 100)),
    "100,000 [": Bomb("too-deep", glossary("[" * 100_000)),
    "100,000 {a:": Bomb("too-deep", glossary("{a: " * 100_000)),
    "100,000 -": Bomb("too-deep", glossary("- " * 100_000)),
    "100,000 ?": Bomb("too-deep", glossary("? " * 100_000)),
    "base 60, 400 kB": Bomb("too-long", title("1:" * 200_000 + "1")),
    "5,000 digits": Bomb("expected-text", title("9" * 5_000)),
    "5,000 digits as a rank": Bomb(
        "expected-number",
        a_file(
            "data/topics/a.yml",
            ENTRY.format(id="a") + TOPIC.format(slug="b") + f"order: {'9' * 5_000}\n",
        ),
    ),
    "10 MB": Bomb("too-large", title("a" * 10_000_000)),
    "a million items": Bomb("too-large", glossary(f"[{'1,' * 1_000_000}]")),
    "499,000 items": Bomb("too-many", glossary(f"[{'1,' * 499_000}]")),
    "140,000 blocks": Bomb("too-many", glossary("- |\n a\n" * 140_000)),
    "100,000 keys": Bomb("too-many", glossary("".join(f"k{n}: 1\n" for n in range(100_000)))),
    "2,400 keys": Bomb("unknown-key", glossary("".join(f"orign{n}: 1\n" for n in range(2_400)))),
    "900 entries": Bomb("unknown-key", glossary("- {idd: x, titel: y}\n" * 900)),
    "900 entries indented otherwise": Bomb(
        "indentation", glossary("- id: a\n  title: {fr: x, en: y}\n   b: c\n" * 900)
    ),
    "5,500 ids in what is not read": Bomb(
        "yaml-syntax",
        glossary('- a: "b" c\n' + "".join(f"  id: a{n}\n" for n in range(5_500)) + "- b: c\n"),
    ),
    "one line, 1,600 mistakes": Bomb(
        "unknown-key", glossary("[" + ("{" + "a" * 500 + ": b}, ") * 1_600 + "]")
    ),
    "the same key 2,400 times": Bomb("duplicate-key", glossary("a: 1\n" * 2_400)),
    "4,000 references": Bomb(
        "unknown-reference",
        glossary(
            ENTRY.format(id="a")
            + TERM.format(id="a")
            + "related: ["
            + "".join(f"aa{n}, " for n in range(4_000))
            + "]\n"
        ),
    ),
    "a key of 900 kB": Bomb("too-long", glossary('"' + "origin" * 150_000 + '": 1\n')),
    "UTF-16": Bomb("not-utf8", glossary("a: é\n".encode("utf-16"))),
    "NUL": Bomb("bad-character", glossary("a: b\0c\n")),
    "a lone surrogate": Bomb("not-utf8", glossary(b"a: \xed\xa0\x80\n")),
    "an escaped surrogate": Bomb("backslash", glossary('a: "\\ud800"\n')),
    "bidi overrides": Bomb("bad-character", title("abc\u202edef")),
    "escaped bidi overrides": Bomb("bad-character", title('"abc\\u202Edef, un titre"')),
}
MARKDOWN: dict[str, Bomb] = {
    "nested [, 20 kB": Bomb("too-long", prose("[" * 20_000)),
    "nested [, 10 kB": Bomb("", prose("[" * 9_900)),
    "nested ![[, 10 kB": Bomb("no-such-formatting", prose("![[" * 3_300)),
    "nested [a](, 10 kB": Bomb("bad-address", prose("[a](" * 2_400)),
    "nested lists, 20 kB": Bomb("too-long", prose(_LISTS)),
    "nested lists, 10 kB": Bomb("too-deep", prose(_LISTS[:9_900])),
    "nested quotations, 10 kB": Bomb("too-deep", prose("> " * 4_900)),
    "lists on a line, 10 kB": Bomb("too-deep", prose("- " * 4_900)),
    "links, 60 kB": Bomb("too-long", prose("[a](https://a.example) " * 2_700)),
    "links, 10 kB": Bomb("", prose("[a](https://a.example) " * 430)),
    "links to nothing, 10 kB": Bomb("unknown-reference", prose("[a](entry:bcd) " * 660)),
    "footnotes, 190 kB": Bomb("too-long", prose(_NOTES)),
    "footnotes, 10 kB": Bomb("no-such-formatting", prose(_NOTES[:9_900])),
    "emphasis, 10 kB": Bomb("", prose("*a **a " * 1_400)),
    "emphasis left open, 10 kB": Bomb("", prose("a**b" * 2_400 + "_c" * 50)),
    "backticks, 10 kB": Bomb("", prose(" ".join("`" * n for n in range(139)))),
    "entities, 10 kB": Bomb("", prose("&#x202e;" * 1_200)),
    "tags, 10 kB": Bomb("raw-html", prose("<a " * 1_600 + ">" * 5_000)),
    "<, 10 kB": Bomb("", prose("<" * 9_900)),
    "apostrophes, 10 kB": Bomb("", prose("l'" * 4_900)),
    "a page of 900 kB": Bomb("too-long", page("mot " * 225_000)),
    "a page of blocks": Bomb("unknown-block", page("::: entrx a\n" * 4_000)),
    "a page of headings": Bomb("bad-heading", page("## a\n" * 16_000)),
    "a page of links": Bomb(
        "unknown-reference",
        page("".join(f"## T {{#a-{n}}}\n{'[a](entry:b)' * 700}\n" for n in range(9))),
    ),
}
TREE: dict[str, Bomb] = {
    "a link out of the tree": Bomb("not-regular", link("data/glossary.yml", "/etc/hostname")),
    "a link to a folder": Bomb("unknown-file", link("data/things", "/etc")),
    "a link in docs": Bomb("not-regular", link("docs/assets/a.txt", "/etc/hostname")),
    "a link for docs/fr": Bomb("not-regular", link("docs/fr", "/usr")),
    "a link for the translations": Bomb("not-regular", link("data/.translations", "/dev/zero")),
    "a pipe for the translations": Bomb("not-regular", pipe("data/.translations")),
    "5 MB of translations": Bomb("too-large", a_file("data/.translations", "a\n" * 2_600_000)),
    "translations that are no text": Bomb("not-utf8", a_file("data/.translations", b"\xff")),
    "a link for data": Bomb("not-regular", link("data", "/usr")),
    "a link for docs": Bomb("not-regular", link("docs", "/usr")),
    "a loop": Bomb("unknown-file", link("data/glossary/loop", "..")),
    "a loop in docs": Bomb("not-regular", link("docs/fr/loop", "..")),
    "a pipe": Bomb("not-regular", pipe("data/glossary.yml")),
    "a pipe in docs": Bomb("not-regular", pipe("docs/fr/about.md")),
    "1,500 folders in one another": Bomb("unknown-file", deep),
    "a name of 255 bytes": Bomb("name-differs", with_id("a", "b" * 251)),
    "an id of 251 letters": Bomb("bad-id", with_id("b" * 251, "b" * 251)),
    "twins in NFC and NFD": Bomb("duplicate-id", twins),
    "a name that is no text": Bomb("unknown-file", a_file("data/x\udcff.yml", "")),
    "a name of two lines": Bomb("unknown-file", a_file("data/x\n::error::y.yml", "")),
    "a folder called CON": Bomb("unknown-file", a_file("data/CON/a.yml", "")),
}
for _name in ("..", "CON", "é", "a b", "a/b", "-a", "a--b", "a" * 81):
    TREE[f"the id {_name[:9]}"] = Bomb("bad-id", with_id(_name))
    TREE[f"the slug {_name[:9]}"] = Bomb("bad-slug", with_slug(_name))
for _name in (
    "__proto__",
    "con",
    "nul",
    "prn",
    "aux",
    "com1",
    "lpt9",
    "index",
    "404",
    "assets",
    "api",
    "constructor",
):
    TREE[f"the id {_name}"] = Bomb(
        "bad-id" if _name == "__proto__" else "reserved-id", with_id(_name, _name)
    )
    TREE[f"the slug {_name}"] = Bomb(
        "bad-slug" if _name == "__proto__" else "reserved-slug", with_slug(_name)
    )

ALL = YAML | MARKDOWN | TREE
