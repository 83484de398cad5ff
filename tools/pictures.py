"""Draw the icons and the pictures of shared pages, into overrides/components/pictures.

Run it when a title of an overview, a drawing or a colour changed: `.venv/bin/python
tools/pictures.py`. A test says when; `sources.json` there says what each was made from. Chromium
draws, and this writes what it drew with a palette, which makes a picture a third as large.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from pathlib import Path

import chromium
from agir.content.fields import LANGS
from agir.pages.sharing import ICONS, SIZE, picture_name, pictures
from agir.pages.site import Settings, Site
from agir.pages.typography import typeset
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
COMPONENTS = ROOT / "overrides/components"
FOLDER = COMPONENTS / "pictures"
SOURCES = "sources.json"
_RULES = "*, ::before"  # in base.css, fonts and colours stand before it
_LONG = 40  # letters: such words are written smaller
TOUCH = ("touch-180.png", 180)  # Apple's, which wants no transparent ground

_SHARE = """<!doctype html><html lang="{lang}"><style>{style}
* {{ box-sizing: border-box }}
html {{ color-scheme: light }}
body {{ margin: 0; width: 1200px; height: 630px; display: grid; grid-template: 1fr auto / 1fr 20rem;
  gap: 2rem 3rem; align-items: center; padding: 4.5rem 5rem; background: var(--wash);
  border-block-end: 1.4rem solid var(--hue); font: 700 2.4rem Agir; color: var(--deep) }}
p {{ margin: 0 }}
.words {{ font: 700 {size}rem/1.12 Agir; text-wrap: balance }}
.drawing {{ width: 20rem; height: 20rem }}
.name {{ display: flex; gap: 1.2rem; align-items: center; color: var(--ink) }}
.mark {{ width: 5rem; height: 5rem }}
</style><body class="part-{part}"><p class="words">{words}</p>{drawing}
<p class="name">{mark}<span>Agir ensemble</span></p>"""
_ICON = """<!doctype html><style>body {{ margin: 0; background: {ground} }}
svg {{ display: block; width: {inner}px; height: {inner}px; margin: {edge}px }}</style>{icon}"""

# A screenshot with a palette of its most frequent colours: at most 128, else the nearest.
_WRITE = (Path(__file__).with_suffix(".js")).read_text("utf-8")


def sources() -> dict[str, str]:
    """Each picture's file name -> the page that it is drawn from."""
    site = Site(ROOT, Settings("https://agir.example/"))
    drawing = {
        p.stem: p.read_text("utf-8").strip() for p in (COMPONENTS / "drawings").glob("*.svg")
    }
    font = base64.b64encode((COMPONENTS / "base/fonts/agir-heading.woff2").read_bytes()).decode()
    style, _rest, _rules = (COMPONENTS / "base/base.css").read_text("utf-8").partition(_RULES)
    style = style.replace("fonts/agir-heading.woff2", f"data:font/woff2;base64,{font}")
    found = {}
    for lang in LANGS:
        for id_, (part, words) in pictures(site, lang).items():
            found[picture_name(id_, lang)] = _SHARE.format(
                lang=lang,
                style=style,
                size=5.2 if len(words) < _LONG else 4.4,
                part=part,
                words=html.escape(typeset(words, lang)),
                drawing=drawing[part or "hero"],
                mark=drawing["mark"],
            )
    for name, (size, purpose) in ICONS.items():
        safe = purpose == "maskable"  # systems cut a tenth away on each side
        found[name] = _icon(
            drawing["favicon"], size, 0.16 if safe else 0, "#fff" if safe else "#0000"
        )
    found[TOUCH[0]] = _icon(drawing["favicon"], TOUCH[1], 0.08, "#fff")
    return found


def _icon(icon: str, size: int, edge: float, ground: str) -> str:
    margin = round(size * edge)
    return _ICON.format(ground=ground, inner=size - 2 * margin, edge=margin, icon=icon)


def digest(source: str) -> str:
    """What `sources.json` knows a source by."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def draw() -> None:
    """Draw them all."""
    FOLDER.mkdir(exist_ok=True)
    found = sources()
    sizes = {name: (size, size) for name, (size, _) in ICONS.items()} | {TOUCH[0]: (TOUCH[1],) * 2}
    with sync_playwright() as playwright:
        path = chromium.find()
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        page = browser.new_page()
        for name, source in found.items():
            width, height = sizes.get(name, SIZE)
            page.set_viewport_size({"width": width, "height": height})
            page.set_content(source)
            page.evaluate("document.fonts.ready")
            shot = page.screenshot(omit_background=name in ICONS)
            written = page.evaluate(_WRITE, base64.b64encode(shot).decode())
            (FOLDER / name).write_bytes(base64.b64decode(written))
        browser.close()
    for old in FOLDER.glob("*.png"):
        if old.name not in found:
            old.unlink()
    listed = {name: digest(source) for name, source in sorted(found.items())}
    (FOLDER / SOURCES).write_text(json.dumps(listed, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    draw()
