"""Shows files of data/ to the real yaml-language-server, as an editor does; says what it saw.

Ends with 1 when something that an editor is promised is missing.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import count
from typing import TYPE_CHECKING, Any

from agir.content.library import COLLECTIONS
from agir.content.schema import places, schemas
from audit.tools import node, packages
from lsp import Server
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "yaml-language-server"
TOOL = (ROOT / "data/tools/actor-maps.yml").read_text("utf-8")
# What an editor types instead of what, and what the server must then say of that line.
MISTAKES = [
    ("publisher:", "publishr:", "publishr"),
    ("access: unknown", "access: free", '"open"'),
    ("seen: copy", "seen: true", '"publisher"'),
    ("id: actor-maps", "id: Actor Maps", "lowercase letters without accents"),
    ('  en: "Use it when', '  eng: "Use it when', "eng"),
    ('slug: {fr: "cartes-des-acteurs"', 'slug: {fr: "Cartes"', "lowercase letters without accents"),
    ('  fr: "Utilisez-le', "  fr: à_traduire #", "write the French text"),
    ('publisher: "', 'publisher: "" #', "write the text"),
    ("    checked: null", "    checked: 21/11/2026", "null"),
    ("    checked: null", "    checked: 2026-02-30", "YYYY-MM-DD"),
    ("group_size: unknown", "group_size: {min: 0}", "minimum"),
    ('  - url: "https:', '  - url: "javascript:', "https://"),
]
Trial = tuple[str, str, bool]  # what was tried, what was seen, whether it is what was promised

_numbers = count(1)


def main() -> int:
    """Try everything; returns the exit code."""
    binary = packages() / f"node_modules/{PACKAGE}/bin/{PACKAGE}"
    server = Server([str(node() / "node"), str(binary), "--stdio"], ROOT, settings())
    missing = 0
    try:
        server.until_ready(new_file("tools"), TOOL)
        for tried, seen, kept in trials(server):
            print(f"{'✓' if kept else '✗'} {tried}: {seen}")
            missing += not kept
    finally:
        server.stop()
    print(f"{PACKAGE}: {missing} manquent / missing")
    return 1 if missing else 0


def settings() -> dict[str, Any]:
    """What .vscode/settings.json tells the server, by section."""
    said = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    found: dict[str, Any] = {"yaml": {"validate": True, "hover": True, "completion": True}}
    for key, value in said.items():
        *sections, last = key.split(".") if key.startswith("yaml.") else [key]
        place = found
        for section in sections:
            place = place.setdefault(section, {})
        place[last] = value
    return found


def trials(server: Server) -> Iterator[Trial]:
    """Everything that an editor is promised."""
    yield from real_files_are_not_underlined(server)
    yield from mistakes_are_underlined_at_their_line(server)
    yield from keys_and_choices_are_offered(server)
    yield from keys_are_explained(server)
    yield from new_entries_are_written(server)


def real_files_are_not_underlined(server: Server) -> Iterator[Trial]:
    """One file of each schema, as it stands."""
    for name in schemas():
        files = [file for place in places(name) for file in sorted(ROOT.glob(place))]
        for file in files[:1]:
            path = file.relative_to(ROOT).as_posix()
            found = server.open(path, file.read_text("utf-8"))
            yield path, said(found) or "rien / nothing", not found


def mistakes_are_underlined_at_their_line(server: Server) -> Iterator[Trial]:
    """A mistake, where it is typed and nowhere else, in words that help."""
    for right, wrong, words in MISTAKES:
        found = server.open(new_file("tools"), TOOL.replace(right, wrong, 1))
        line = TOOL[: TOOL.index(right)].count("\n")
        there = [one for one in found if one["range"]["start"]["line"] == line]
        yield wrong.strip(), said(found), words in said(there)


def keys_and_choices_are_offered(server: Server) -> Iterator[Trial]:
    """The keys that are not there yet, the words that a key may have."""
    before = TOOL.partition("seen: copy")[0]
    keys = offered(server, before, "")
    yield "…", ", ".join(sorted(keys)[:40]), {"seen", "related", "note"} <= keys
    yield "id", str("id" in keys), "id" not in keys  # it stands there already
    for start, wanted in (
        ("seen: ", {"publisher", "copy", "name"}),
        ("access: ", {"open", "account", "paid", "unknown"}),
        ("licence: {fr: a, en: ", {"à_traduire"}),
        ("sections:\n  - ", {"id", "title", "items", "+ Section"}),
    ):
        key = start.partition(":")[0]
        found = offered(server, re.sub(rf"^{key}: .*\n", "", before, flags=re.M), start)
        yield start.replace("\n", "⏎"), ", ".join(sorted(found)), wanted <= found


def keys_are_explained(server: Server) -> Iterator[Trial]:
    """What a key is for, in both languages."""
    path = new_file("tools")
    server.open(path, TOOL)
    for key, words in (
        (
            "use_when",
            ("Quand l'utiliser / Use when", "à quel moment", "when the tool"),
        ),
        ("slug", ("Fin de l'adresse / Address ending", "data/moved.yml")),
        ("    checked", ("Vérifié le / Checked on", "2026-11-21")),
    ):
        place = re.search(rf"^{key}:", TOOL, re.M)
        line = TOOL[: place.start()].count("\n") if place else 0
        shown = server.at("textDocument/hover", path, line, len(key) - 1)
        text = re.sub(r"\\(.)|&nbsp;", r"\1", shown["contents"]["value"]) if shown else ""
        yield key.strip(), " ".join(text.split()), all(part in text for part in words)


def new_entries_are_written(server: Server) -> Iterator[Trial]:
    """What an empty file offers is an entry that has all it must have."""
    for name in COLLECTIONS:
        path = new_file(name)
        server.open(path, "")
        items = server.at("textDocument/completion", path, 0, 0)["items"]
        new = [item for item in items if item["label"].startswith("+ ")]
        text = re.sub(r"\$\{\d+[:|]([^,}|]*)[^}]*\}|\$\d+", r"\1", inserted(new[0])) if new else ""
        found = server.open(new_file(name), text)
        yield f"{path} +", text.replace("\n", "⏎"), bool(text) and not found


def offered(server: Server, before: str, start: str) -> set[str]:
    """The words offered at the end of a text."""
    path, text = new_file("tools"), before + start
    server.open(path, text)
    line = text.count("\n")
    col = len(text) - text.rfind("\n") - 1
    items = server.at("textDocument/completion", path, line, col)["items"]
    return {item["label"] for item in items}


def inserted(item: dict[str, Any]) -> str:
    """What choosing an offered word writes."""
    return str(item.get("textEdit", {}).get("newText") or item.get("insertText", ""))


def said(found: list[dict[str, Any]]) -> str:
    """What is underlined, by line."""
    return "; ".join(f"{one['range']['start']['line'] + 1}: {one['message']}" for one in found)


def new_file(name: str) -> str:
    """The name of a file that is not there, so that what is said of it is said once."""
    place = places(name)[0]
    return place.replace("*", f"essai-{next(_numbers)}") if "*" in place else place


if __name__ == "__main__":
    sys.exit(main())
