"""The site as a folder that Zensical builds: one Markdown file and one template for each page.

Zensical knows no plugins and no second language: it only carries HTML that is already made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import yaml

from agir.pages.outputs import other_files
from agir.pages.site import Settings, Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agir.pages.plan import Page

CONFIGURATION = "mkdocs.yml"
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_OPENS_A_TAG = re.compile(r"\{(?=[{%#])|\{$")
_README = """\
# Agir ensemble, pour Zensical

**En français.** Ce dossier contient tout le site, dans les deux langues. Deux commandes en font
un site, dans `site/` (Python 3.11 ou plus récent) :

    pip install zensical==0.0.73
    zensical build --strict

Tout est écrit par `python -m agir export` : changez les textes dans le projet, pas ici.
`site/search.json`, vide, est à Zensical; rien ne s'en sert.

**In English.** This folder holds the whole site, in both languages. Two commands turn it into
a site, in `site/` (Python 3.11 or newer):

    pip install zensical==0.0.73
    zensical build --strict

All of it is written by `python -m agir export`: change texts in the project, not here.
`site/search.json`, empty, is Zensical's; nothing uses it.

    docs/     the pages, each a Markdown file that holds its HTML; all other files as they are
    theme/    the frame of each page: what stands around its main part
"""


def export(root: Path, folder: Path) -> int:
    """Write the site of the project under `root`; returns how many pages it has.

    Raises ContentError when the content has problems, ValueError or OSError for the rest.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder}: pas vide / not empty")
    config = yaml.safe_load((root / CONFIGURATION).read_text("utf-8"))
    site = Site(root, settings_of(config))
    count = 0
    for path, content in _files(site, config):
        count += path.endswith(".md") and path.startswith("docs/")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return count


def settings_of(config: dict[str, Any]) -> Settings:
    """What mkdocs.yml says of the site, read without MkDocs."""
    url = str(config.get("site_url") or "")
    if not urlsplit(url).scheme:
        raise ValueError(f"{CONFIGURATION}: site_url = https://… ?")
    contact = (config.get("extra") or {}).get("contact") or ""
    return Settings(url, config.get("repo_url") or "", config.get("edit_uri") or "", contact)


def _files(site: Site, config: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    yield "README.md", _README.encode()
    yield CONFIGURATION, _configuration(config).encode()
    for page in site.all_pages:
        content, frame = _carried(site, page)
        yield f"docs/{page.path}index.md", content.encode()
        yield f"theme/{_frame_of(page)}", frame.encode()
    yield from ((f"docs/{path}", data) for path, data in _kept(site.root / "docs"))
    for path, make in other_files(site).items():
        yield f"docs/{path}", make()


def _carried(site: Site, page: Page) -> tuple[str, str]:
    """A page as Markdown, which leaves HTML blocks alone, and the template of its frame.

    The frame has a template of its own: in the front matter, Zensical would hand the frames of
    all pages to each of them, which takes three times as long.
    """
    body = site.body(page)
    html = body.html.strip()  # as Markdown does
    before, found, after = site.document(page, body).partition(html)
    assert found, page.path
    meta = {"title": page.title, "description": page.description, "template": _frame_of(page)}
    frame = f"{_escape(before)}{{{{ page.content|safe }}}}{_escape(after)}"
    html = html.replace("\t", "&#9;")  # Markdown would turn it into blanks
    return f"---\n{_yaml(meta)}---\n{html}\n", frame


def _frame_of(page: Page) -> str:
    return f"{page.lang}/{page.id}.html"


def _escape(text: str) -> str:
    """A text that a template writes as it is, `{%` and `{#main` included."""
    return _OPENS_A_TAG.sub('{{ "{" }}', text)


def _kept(docs: Path) -> Iterator[tuple[str, bytes]]:
    """The other files of docs/, such as robots.txt; those of docs/fr stand at the root."""
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        if path.is_file() and not (hidden or path.is_symlink() or path.suffix in _MARKDOWN):
            yield name.removeprefix("fr/"), path.read_bytes()


def _configuration(config: dict[str, Any]) -> str:
    """As YAML, because only there may the theme be none: the pages need nothing of Zensical's."""
    wanted = {
        "site_name": config["site_name"],
        "site_url": config["site_url"],
        "theme": {"name": None, "custom_dir": "theme", "language": "fr"},
        "plugins": {"search": {"enabled": False}},  # the site has its own
        "markdown_extensions": [],
    }
    return _yaml(wanted)


def _yaml(value: dict[str, Any]) -> str:
    # A title or a description stays on one line, whatever its length.
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
