"""The corpus as a project of ours: data/, docs/, and this project's own templates and words."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from project import ROOT

from bench import yaml_text
from bench.corpus import LANGS

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpus import Corpus, Item, Lang, Part, Section

_PARTS = ("why", "organise", "trust", "last", "plan", "tools")
_FIXED = ("glossary", "bibliography", "sources", "site-index", "tools")
_WRITTEN = (
    *("index", "about", "contributing", "accessibility", "privacy"),
    *("notebooks", "group", "workshop", "reuse"),
)
_ASKED = {  # what pages show that others lead to
    "index": "\n## Sections {#parts}\n\n::: ways-in\n",
    "reuse": "\n## Citer {#cite}\n\n::: citations\n",
}


def write(corpus: Corpus, root: Path) -> None:
    """Write a project whose `mkdocs build` makes the site of the corpus."""
    shutil.copytree(ROOT / "overrides", root / "overrides")
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (root / "data").mkdir()
    shutil.copyfile(ROOT / "data/interface.yml", root / "data/interface.yml")
    for number, section in enumerate(corpus.sections):
        ids = [item.id for item in corpus.items if item.section == number]
        save(root, "overviews", overview_of(section, number, ids))
    for id_ in _FIXED:
        lists = {"glossary": ["glossary"]}.get(id_, [])
        text = both({"fr": id_, "en": id_})
        words = {"id": id_, "title": text, "slug": text, "part": "tools", "summary": text}
        save(root, "overviews", {**words, "lists": lists, "origin": "editorial"})
    for item in corpus.items:
        save(root, "topics", entry_of(item))
    for term in corpus.terms:
        forms = {lang: [term.title[lang]] for lang in LANGS}
        words = {"id": term.id, "title": term.title, "definition": term.definition}
        save(root, "glossary", {**words, "forms": forms, "origin": "editorial"})
    for lang in LANGS:
        for name in _WRITTEN:
            slug = "" if name == "index" else f"slug: {name}\n"
            page = f"---\ntitle: {name}\n{slug}description: {name}\n---\nUn mot.\n"
            page += _ASKED.get(name, "")
            path = root / "docs" / lang / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, "utf-8")


def overview_of(section: Section, number: int, topics: list[str]) -> dict[str, object]:
    """The entry of a section, which lists its topics. The menu has room for six of them."""
    entry: dict[str, object] = {
        "id": section.id,
        "title": section.title,
        "slug": dict.fromkeys(LANGS, section.id),
        "part": _PARTS[number % len(_PARTS)],
        "summary": section.summary,
        "topics": topics,
        "origin": "editorial",
    }
    if number < len(_PARTS):
        entry |= {"menu": section.title, "way_in": section.title}
    return entry


def entry_of(item: Item) -> dict[str, object]:
    """The entry of an item: a topic."""
    return {
        "id": item.id,
        "title": item.title,
        "slug": dict.fromkeys(LANGS, item.id),
        "summary": item.summary,
        "body": {lang: "\n\n".join(item.body[lang]) for lang in LANGS},
        "sections": [_section(part) for part in item.parts],
        "questions": [
            {"id": f"{item.id}-q{number}", "text": {"fr": fr, "en": en}, "kind": "open"}
            for number, (fr, en) in enumerate(zip(*item.questions.values(), strict=True), 1)
        ],
        "related": item.related,
        "part": _PARTS[item.section % len(_PARTS)],
        "origin": "editorial",
    }


def path_of(item: Item) -> str:
    """The file of an item, from the project's root."""
    return f"data/topics/{item.id}.yml"


def _section(part: Part) -> dict[str, object]:
    section: dict[str, object] = {
        "id": part.id,
        "title": part.title,
        "body": {lang: "\n\n".join(part.paragraphs[lang]) for lang in LANGS},
    }
    if part.columns["fr"]:
        heads = zip(*part.columns.values(), strict=True)
        rows = [zip(*pair, strict=True) for pair in zip(*part.rows.values(), strict=True)]
        section["table"] = {
            "id": f"{part.id}-table",
            "caption": part.title,
            "columns": [
                {"id": f"{part.id}-column-{number}", "title": both(pair)}
                for number, pair in enumerate(heads, 1)
            ],
            "examples": [[both(pair) for pair in row] for row in rows],
            "blank_rows": 0,
        }
    return section


def both(pair: dict[Lang, str] | tuple[str, ...]) -> dict[str, str]:
    """A text in both languages."""
    fr, en = pair.values() if isinstance(pair, dict) else pair
    return {"fr": fr, "en": en}


def save(root: Path, collection: str, entry: dict[str, object]) -> None:
    """Write an entry: a file of its own in the folder of its collection."""
    yaml_text.save(root / "data" / collection / f"{entry['id']}.yml", entry)
