"""What the site holds besides pages: the open data, redirects, the sitemap, the headers."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from agir.content import model
from agir.content.fields import LANGS, Lang, Text
from agir.pages import headers
from agir.pages.addresses import API, FEED, PREFIX, relative
from agir.pages.animations import animation_files
from agir.pages.editor import editor_files
from agir.pages.embedding import embeds
from agir.pages.feed import feed
from agir.pages.handouts import handout_files
from agir.pages.json_text import to_json, to_json_list
from agir.pages.open_api import SCHEMAS, json_schema, open_api
from agir.pages.questions import questions_json
from agir.pages.review import review_files
from agir.pages.search import search_index
from agir.pages.sharing import web_manifest
from agir.pages.short import short_addresses
from agir.pages.worker import LOST, no_worker
from agir.pages.written import WrittenPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from agir.pages.plan import Page
    from agir.pages.site import Site

# Its address says which version of the file it describes: notebooks are kept for years.
NOTEBOOK_SCHEMA = "schema/notebook-1.json"
_NOTEBOOK_SCHEMA = "components/transfer/notebook.schema.json"
# What a page's parts say and show once awake stands beside it: its id -> the component it is of.
WORDS = "words.html"
_WORDS_OF = {"group": "group", "notebooks": "notebook", "workshop": "workshop"}
OWN_LICENCE = "CC-BY-4.0"
OWNERS = "source wording: its owners"
LICENCES = f"{OWN_LICENCE} for our own words; {OWNERS}; entries.json says which"


def pages_json(site: Site) -> bytes:
    """Every page of the site: id, kind, language, address, title, origin."""
    pages = [
        {
            "id": page.id,
            "kind": page.kind,
            "lang": page.lang,
            "url": f"/{page.path}",
            "title": page.title,
            "origin": list(site.origins[page.id]) or "editorial",
        }
        for page in site.all_pages
    ]
    return to_json({"version": 1, "licence": LICENCES, "pages": pages})


def entries_json(site: Site) -> bytes:
    """Every entry with its texts in both languages, by collection, and the hand-written pages."""
    entries = (
        {"collection": collection, **_plain(entry), **_rights(site, entry), **_url(site, entry.id)}
        for collection, found in site.library.collections.items()
        for entry in found
    )
    opening = to_json({"version": 1, "licence": LICENCES}).removesuffix(b"}")
    return opening + b',"entries":' + to_json_list(chain(entries, _written(site))) + b"}"


def _rights(site: Site, entry: Any) -> dict[str, Any]:
    """Our own texts are CC BY 4.0; the wording of the sources stays its owners'."""
    if isinstance(entry, model.Unit):
        return {"licence": OWNERS, "owner": site.library.document_of(entry).owner}
    quoted = bool(site.origins[entry.id])
    return {
        "origin": list(entry.origin) or "editorial",
        "licence": f"{OWN_LICENCE} ({OWNERS})" if quoted else OWN_LICENCE,
        # What a tool's publisher allows is another matter than what we allow.
        **({"tool_licence": _plain(entry.licence)} if isinstance(entry, model.Tool) else {}),
    }


def _url(site: Site, id_: str) -> dict[str, Any]:
    if id_ not in site.addresses.pages and id_ not in site.addresses.anchors:
        return {}
    return {"url": {lang: f"/{site.addresses.path(id_, lang)}" for lang in LANGS}}


def _written(site: Site) -> list[dict[str, Any]]:
    """The hand-written pages: what they are, without their text."""
    found: dict[str, dict[Lang, WrittenPage]] = {}
    for lang in LANGS:
        for page in site.pages[lang]:
            if isinstance(page.entry, WrittenPage):
                found.setdefault(page.id, {})[lang] = page.entry
    return [
        {
            "collection": "written",
            "id": id_,
            "title": {lang: page.title for lang, page in twins.items()},
            "description": {lang: page.description for lang, page in twins.items()},
            "origin": "editorial",
            "licence": OWN_LICENCE,
            **_url(site, id_),
        }
        for id_, twins in found.items()
    ]


def _plain(value: Any) -> Any:
    """A dataclass as JSON can hold it; editors' notes stay out."""
    if isinstance(value, Text):
        return {"fr": value.fr, "en": value.en}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    found = {name: getattr(value, name) for name in _published(value.__class__)}
    if not found:
        return value
    return {name: _plain(item) for name, item in found.items() if item not in (None, (), "")}


@cache
def _published(kind: Any) -> tuple[str, ...]:
    """The fields of a shape that stand in the open data."""
    return (
        tuple(item.name for item in fields(kind) if item.name != "note")
        if is_dataclass(kind)
        else ()
    )


def redirects(site: Site) -> dict[str, str]:
    """Path of an old page -> the HTML that leads to the new one, its #anchor kept."""
    found = {}
    for moved in site.library.moved.addresses:
        old = moved.old.strip("/") + "/"
        lang: Lang = "en" if old.startswith(PREFIX["en"]) else "fr"
        target = site.addresses.path(moved.to, lang)
        found[old] = site.templates[lang].render(
            "redirect.html",
            site.pages[lang][0],
            targets={lang: relative(old, target)},
            canonical=site.absolute(target),
            title=site.title_of(site.addresses.anchors.get(moved.to, moved.to), lang),
        )
    return found


def anchors_json(site: Site, lang: Lang) -> bytes:
    """Id of a place on a page -> its path; former ids lead to what took their place."""
    ids = {id_: id_ for id_ in site.addresses.anchors}
    moved = site.library.moved
    ids |= {one.old: now[0] for one in moved.ids if (now := moved.now(one.old))}
    return to_json({id_: site.addresses.path(now, lang) for id_, now in ids.items()})


def sitemap(site: Site) -> str:
    """The sitemap, each page with its twin in the other language."""
    pages = site.all_pages
    return site.templates["fr"].render("site-map.xml", pages[0], pages=pages)


def _offline_page(site: Site, lang: Lang) -> bytes:
    return site.offline_page(lang).encode()


def _citations(site: Site, lang: Lang) -> bytes:
    home = next(page for page in site.pages[lang] if page.id == "home")
    placed = replace(home, path="assets/")
    return site.templates[lang].render("citations.html", placed).encode()


def _words(site: Site, page: Page) -> bytes:
    component = f"components/{_WORDS_OF[page.id]}/{WORDS}"
    return site.templates[page.lang].plain(WORDS, page, component=component).encode()


def other_files(site: Site) -> dict[str, Callable[[], bytes]]:
    """Every file of the site that is not a page: path from its root -> what makes its bytes."""
    files: dict[str, Callable[[], bytes]] = {}
    for path, content in site.assets.files.values():
        files[path] = partial(bytes, content)
    for lang in LANGS:
        files[site.assets.path(f"search.{lang}.json")] = partial(search_index, site, lang)
        files[site.assets.path(f"anchors.{lang}.json")] = partial(anchors_json, site, lang)
        files[site.assets.path(f"questions.{lang}.json")] = partial(questions_json, site, lang)
        files[site.assets.path(f"app.{lang}.json")] = partial(web_manifest, site, lang)
        files[FEED[lang]] = partial(feed, site, lang)
        files[site.assets.path(f"citations.{lang}.html")] = partial(_citations, site, lang)
        for page in site.pages[lang]:
            if page.id in _WORDS_OF:  # so that links in both lead from the same place
                files[f"{page.path}{WORDS}"] = partial(_words, site, page)
    for path, html in redirects(site).items():
        files[f"{path}index.html"] = html.encode
    files |= embeds(site) | short_addresses(site)
    files[f"{API}/pages.json"] = partial(pages_json, site)
    files[f"{API}/entries.json"] = partial(entries_json, site)
    files[f"{API}/openapi.json"] = partial(open_api, site)
    for name, path in SCHEMAS.items():
        files[path] = partial(json_schema, site, name)
    files[NOTEBOOK_SCHEMA] = (site.root / "overrides" / _NOTEBOOK_SCHEMA).read_bytes
    files |= review_files(site) | handout_files(site) | animation_files(site)
    files["404.html"] = lambda: site.not_found().encode()
    files["sitemap.xml"] = lambda: sitemap(site).encode()
    if site.settings.offline:
        files |= {path: partial(_offline_page, site, lang) for lang, path in LOST.items()}
    else:
        files[headers.WORKER] = partial(no_worker, site)
    if site.settings.editor:
        files |= editor_files(site)
    files[headers.NAME] = lambda: headers.headers_file(site).encode()
    return files
