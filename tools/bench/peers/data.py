"""The corpus as YAML, a file for each entry and language: what Hugo and Eleventy read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.peer import section
from bench.yaml_text import save

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpus import Corpus, Item, Lang


def write(corpus: Corpus, lang: Lang, folder: Path) -> None:
    """Write every section and every entry of a language."""
    for number, part in enumerate(corpus.sections, 1):
        words = {"id": part.id, "title": part.title[lang], "summary": part.summary[lang]}
        save(folder / "sections" / f"{part.id}.yml", {**words, "weight": number})
    for item in corpus.items:
        write_item(item, lang, folder)


def write_item(item: Item, lang: Lang, folder: Path) -> None:
    """Write an entry."""
    parts: list[dict[str, object]] = []
    for part in item.parts:
        entry: dict[str, object] = {"id": part.id, "title": part.title[lang]}
        entry["body"] = "\n\n".join(part.paragraphs[lang])
        if part.columns[lang]:
            entry["table"] = {"columns": part.columns[lang], "rows": part.rows[lang]}
        parts.append(entry)
    save(
        folder / "entries" / f"{item.id}.yml",
        {
            "id": item.id,
            "title": item.title[lang],
            "section": section(item.section),
            "weight": int(item.id.rpartition("-")[2]),
            "summary": item.summary[lang],
            "body": "\n\n".join(item.body[lang]),
            "parts": parts,
            "questions": item.questions[lang],
            "related": item.related,
        },
    )
