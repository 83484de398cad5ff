"""The open data: every page and entry, their texts, and whose words they are."""

from __future__ import annotations

import json
from typing import Any

from dom import page_files


def test_the_open_data_lists_the_pages_that_exist(built: Any) -> None:
    data = json.loads((built.folder / "api/v1/pages.json").read_text("utf-8"))
    urls = [page["url"] for page in data["pages"]]
    built_pages = [path.parent for path in page_files(built.folder)]
    paths = [path.relative_to(built.folder).as_posix() for path in built_pages]
    assert sorted(urls) == sorted("/" if path == "." else f"/{path}/" for path in paths)
    assert {"id", "kind", "lang", "url", "title", "origin"} == set(data["pages"][0])
    by_lang = {lang: {p["id"] for p in data["pages"] if p["lang"] == lang} for lang in ("fr", "en")}
    assert by_lang["fr"] == by_lang["en"]


def test_the_open_data_holds_every_entry_with_its_texts_and_licence(built: Any) -> None:
    data = json.loads((built.folder / "api/v1/entries.json").read_text("utf-8"))
    entries = {entry["id"]: entry for entry in data["entries"]}
    assert entries["common-agenda"]["title"] == {"fr": "Vision commune", "en": "Common agenda"}
    assert entries["common-agenda"]["url"] == {
        "fr": "/conditions/vision-commune/",
        "en": "/en/conditions/common-agenda/",
    }
    pages = json.loads((built.folder / "api/v1/pages.json").read_text("utf-8"))["pages"]
    assert {page["id"] for page in pages} <= set(entries)
    assert entries["about"]["title"] == {"fr": "À propos", "en": "About"}
    assert entries["about"]["url"] == {"fr": "/a-propos/", "en": "/en/about/"}
    assert all("note" not in entry for entry in data["entries"])
    assert all(entry["licence"] for entry in data["entries"])


def test_the_open_data_gives_away_no_words_of_others(built: Any) -> None:
    data = json.loads((built.folder / "api/v1/entries.json").read_text("utf-8"))
    assert data["licence"].startswith("CC-BY-4.0 for our own words; source wording: its owners")
    units = [entry for entry in data["entries"] if entry["collection"] == "inventory"]
    assert {unit["licence"] for unit in units} == {"source wording: its owners"}
    owners = {unit["id"][:2]: unit["owner"] for unit in units}
    assert owners["S0"] == "Avenir d'enfants (agirtot.org)"
    assert set(owners) == {"S0", "S1", "S2", "S3", "S4"}
    assert all(owners.values())
    tool = next(entry for entry in data["entries"] if entry["id"] == "eqdem")
    assert tool["licence"] == "CC-BY-4.0"
    assert tool["tool_licence"]["fr"] == "© Gouvernement du Québec"


def test_a_page_names_every_field_of_the_open_data(built: Any) -> None:
    folder = built.folder / "api/v1"
    names = ("pages.json", "entries.json")
    files = [json.loads((folder / name).read_text("utf-8")) for name in names]
    fields = {name for file in files for name in file}
    fields |= {name for file in files for one in file.get("pages", []) for name in one}
    common = {"collection", "id", "title", "description", "summary", "text", "origin", "licence"}
    fields |= common | {"owner", "tool_licence", "url", "order"}
    for path in ("citer-et-reutiliser", "en/cite-and-reuse"):
        text = (built.folder / path / "index.html").read_text("utf-8")
        assert not {name for name in fields if f"<code>{name}</code>" not in text}, path
