"""The floor: the least that our site can cost with the libraries it uses.

It parses the YAML files with the C parser, makes safe HTML of the text fields, renders a page of
our shape, and writes as many bytes as our real pages have. Nothing is checked, searched or linked.
A process of its own; prints the CPU seconds of that alone, as JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import yaml
from agir.pages.markdown import to_html
from jinja2 import Environment
from markupsafe import Markup

from bench.corpus import LANGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.corpus import Lang

    Entry = dict[str, Any]  # as YAML has it

_PAGE = """<!doctype html>
<html lang="{{ lang }}-CA">
<head>
<meta charset="utf-8">
<title>{{ entry.title[lang] }} – Agir ensemble</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{ entry.summary[lang] }}">
<link rel="canonical" href="https://agir-ensemble.example/{{ entry.id }}/">
<link rel="alternate" hreflang="fr-CA" href="https://agir-ensemble.example/{{ entry.id }}/">
<link rel="alternate" hreflang="en-CA" href="https://agir-ensemble.example/en/{{ entry.id }}/">
<style>{{ style }}</style>
</head>
<body>
<header>{{ menu }}<a href="../en/{{ entry.id }}/" hreflang="en-CA">English</a></header>
<main>
<h1>{{ entry.title[lang] }}</h1>
<p class="summary">{{ entry.summary[lang] }}</p>
<nav><ol>{% for part in entry.sections %}<li><a href="#{{ part.id }}">{{ part.title[lang] }}</a>
{% endfor %}</ol></nav>
<div class="prose">{{ html(entry.body) }}</div>
<ul class="checklist">{% for question in entry.questions %}
<li id="{{ question.id }}"><input type="checkbox" id="c-{{ question.id }}"><label
for="c-{{ question.id }}">{{ question.text[lang] }}</label></li>{% endfor %}
</ul>
{% for part in entry.sections %}<section class="section" id="{{ part.id }}">
<h2>{{ part.title[lang] }}</h2>
<div class="prose">{{ html(part.body) }}</div>
{% if part.table %}<table><thead><tr>{% for column in part.table.columns %}
<th scope="col">{{ column.title[lang] }}</th>{% endfor %}</tr></thead>
<tbody>{% for row in part.table.examples %}
<tr>{% for cell in row %}<td>{{ cell[lang] }}</td>{% endfor %}</tr>{% endfor %}
</tbody></table>{% endif %}
</section>{% endfor %}
<ul>{% for id in entry.related or entry.topics %}
<li><a href="../{{ id }}/">{{ titles[id][lang] }}</a></li>{% endfor %}</ul>
</main>
</body>
</html>
"""


def main(root: Path, target: Path) -> None:
    """Measure on a project of ours that is built."""
    template = Environment(autoescape=True).from_string(_PAGE)
    sizes = {path: path.stat().st_size for path in (root / "site").rglob("index.html")}
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    to_html.cache_clear()
    before = time.process_time()
    entries = [*_read(root / "data/overviews"), *_read(root / "data/topics")]
    titles = {entry["id"]: entry["title"] for entry in entries}
    opened = [entry for entry in entries if "menu" in entry]
    count = written = 0
    for lang in LANGS:
        menu = Markup("<ul>{}</ul>").format(
            Markup("").join(
                Markup('<li><a href="../{}/">{}</a></li>').format(one["id"], one["title"][lang])
                for one in opened
            )
        )
        start = "" if lang == "fr" else "en/"
        for entry in entries:
            bytes_ = sizes.get(root / "site" / f"{start}{entry['id']}/index.html", 0)
            page = _page(template, entry, lang, menu, titles, bytes_)
            folder = target / f"{start}{entry['id']}"
            folder.mkdir(parents=True)
            with (folder / "index.html").open("wb") as file:
                file.write(page)
            count += 1
            written += len(page)
    used = time.process_time() - before
    print(json.dumps({"cpu": used, "pages": count, "bytes": written}))


def _page(  # noqa: PLR0913, PLR0917 (what a page is made of)
    template: Any, entry: Entry, lang: Lang, menu: Markup, titles: Entry, size: int
) -> bytes:
    """A page, with as much style as makes it as long as ours."""

    def html(text: dict[Lang, str] | None) -> Markup:
        return Markup(to_html(text[lang], lang)) if text else Markup()  # noqa: S704 (sanitised)

    text = template.render(
        entry=entry, lang=lang, menu=menu, titles=titles, html=html, style=Markup("\0")
    )
    head, tail = text.encode().split(b"\0")
    return cast("bytes", head + b" " * (size - len(head) - len(tail)) + tail)


def _read(folder: Path) -> Iterator[Entry]:
    for path in folder.glob("*.yml"):
        yield _plain(yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader))


def _plain(node: Any) -> Any:
    """A node of YAML as text, list or dictionary."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return {key.value: _plain(value) for key, value in node.value}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
