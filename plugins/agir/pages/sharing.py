"""What stands for the site elsewhere: pictures of shared pages, icons, the web manifests.

The pictures are drawn by tools/pictures.py and kept in overrides/: no library draws them to the
same bytes on every Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agir.content import model
from agir.pages.json_text import to_json
from agir.pages.writer import HTML_LANG

if TYPE_CHECKING:
    from agir.content.fields import Lang
    from agir.pages.plan import Page
    from agir.pages.site import Site

SIZE = (1200, 630)
ICONS = {
    "icon-192.png": (192, "any"),
    "icon-512.png": (512, "any"),
    "mask-512.png": (512, "maskable"),
}
_COLOURS = {"background_color": "#ffffff", "theme_color": "#3d2f6b"}


def pictures(site: Site, lang: Lang) -> dict[str, tuple[str, str]]:
    """Id of what has a picture -> the part whose drawing it shows ("" for the whole), its words."""
    found = {"home": ("", site.labels[lang]["share_words"])}
    for overview in site.library.all(model.Overview):
        found[overview.id] = (overview.part, overview.title.get(lang)[0])
    return found


def picture_name(id_: str, lang: Lang) -> str:
    """The file of a picture, in overrides/components/pictures."""
    return f"share-{id_}.{lang}.png"


def picture_of(site: Site, page: Page) -> str:
    """The picture that stands for a page, by name: its collection's, its part's or the site's."""
    by_part = (o.id for o in site.library.all(model.Overview) if o.menu and o.part == page.part)
    for id_ in (page.id, page.kind, next(by_part, "")):
        if (name := picture_name(id_, page.lang)) in site.assets.files:
            return name
    return picture_name("home", page.lang)


def web_manifest(site: Site, lang: Lang) -> bytes:
    """What a device that installs the site calls it; addresses start in the folder of assets.

    It is known by its `start_url`: an `id` would start at the host, which other sites may share.
    """
    home = next(page for page in site.pages[lang] if page.id == "home")
    manifest: dict[str, Any] = {
        "name": home.title,
        "short_name": "Agir ensemble",
        "description": home.description,
        "lang": HTML_LANG[lang],
        "start_url": f"../{home.path}",
        "scope": "../",
        "display": "minimal-ui",
        **_COLOURS,
        "icons": [
            {
                "src": site.assets.path(name).rpartition("/")[2],
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, (size, purpose) in ICONS.items()
        ],
    }
    return to_json(manifest)
