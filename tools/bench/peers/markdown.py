"""The corpus as hand-written Markdown, a folder a language: what stock MkDocs and Zensical read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bench.corpus import LANGS
from bench.peer import WORDS, section
from bench.yaml_text import save_text

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpus import Corpus, Item, Lang, Part

_ENTRY = re.compile(r"\(entry:([\w-]+)\)")


def write(corpus: Corpus, docs: Path) -> None:
    """Write every page of both languages."""
    for lang in LANGS:
        home = [_head("Agir ensemble", ""), "# Agir ensemble", ""]
        home += [f"- [{s.title[lang]}]({s.id}/index.md)" for s in corpus.sections]
        _save(docs / lang / "index.md", home)
        for number, part in enumerate(corpus.sections):
            lines = [_head(part.title[lang], part.summary[lang]), f"# {part.title[lang]}", ""]
            lines += [part.summary[lang], ""]
            lines += [
                f"- [{item.title[lang]}]({item.id}.md): {item.summary[lang]}"
                for item in corpus.items
                if item.section == number
            ]
            _save(docs / lang / part.id / "index.md", lines)
    for item in corpus.items:
        write_item(item, corpus, docs)


def write_item(item: Item, corpus: Corpus, docs: Path) -> None:
    """Write the two pages of an entry."""
    by_id = {other.id: other for other in corpus.items}
    for lang in LANGS:
        words = WORDS[lang]
        lines = [_head(item.title[lang], item.summary[lang]), f"# {item.title[lang]}", ""]
        lines += [item.summary[lang], "", *_prose(item.body[lang], by_id)]
        lines += [f"## {words['questions']} {{#questions}}", ""]
        lines += [f"- [ ] {question}" for question in item.questions[lang]] + [""]
        for part in item.parts:
            lines += [f"## {part.title[lang]} {{#{part.id}}}", ""]
            lines += [*_prose(part.paragraphs[lang], by_id), *_table(part, lang)]
        if item.related:
            lines += [f"## {words['related']} {{#related}}", ""]
        lines += [f"- [{by_id[id_].title[lang]}]({_path(by_id[id_])})" for id_ in item.related]
        _save(docs / lang / section(item.section) / f"{item.id}.md", lines)


def _path(item: Item) -> str:
    return f"../{section(item.section)}/{item.id}.md"


def _prose(paragraphs: list[str], by_id: dict[str, Item]) -> list[str]:
    linked = (_ENTRY.sub(lambda m: f"({_path(by_id[m[1]])})", text) for text in paragraphs)
    return [line for text in linked for line in (text, "")]


def _table(part: Part, lang: Lang) -> list[str]:
    if not part.columns[lang]:
        return []
    rows = [part.columns[lang], ["---"] * len(part.columns[lang]), *part.rows[lang]]
    return [*(f"| {' | '.join(row)} |" for row in rows), ""]


def _head(title: str, description: str) -> str:
    lines = [f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in
             (("title", title), ("description", description)) if text]  # fmt: skip
    return "\n".join(["---", *lines, "---", ""])


def _save(path: Path, lines: list[str]) -> None:
    save_text(path, "\n".join(lines) + "\n")
